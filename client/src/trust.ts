import { commands, l10n, window, workspace } from 'vscode';

/** Whether something may be written where the person wants it; in a workspace that nobody trusts it is said why not. */
export async function mayWrite(): Promise<boolean> {
  return mayDo(l10n.t('In Restricted Mode this extension writes nothing. Trust the workspace first.'));
}

/** Whether the workspace is trusted, now or once that was said. */
export async function mayDo(message: string): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = l10n.t('Manage Workspace Trust');
  if ((await window.showWarningMessage(message, manage)) === manage)
    await commands.executeCommand('workbench.trust.manage');
  return workspace.isTrusted;
}
