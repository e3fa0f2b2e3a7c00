import { commands, l10n, window, workspace } from 'vscode';

/** Whether something may be written where the person wants it; in a workspace that nobody trusts it is said why not. */
export async function mayWrite(): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = l10n.t('Manage Workspace Trust');
  const message = l10n.t('In Restricted Mode this extension writes nothing. Trust the workspace first.');
  if ((await window.showWarningMessage(message, manage)) === manage)
    await commands.executeCommand('workbench.trust.manage');
  return workspace.isTrusted;
}
