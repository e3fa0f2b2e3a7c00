import { l10n, Uri, window, workspace } from 'vscode';
import type { Log } from './log.ts';
import { mayWrite } from './trust.ts';

/** A script that is to be saved. */
export interface Script {
  readonly text: string;
  /** Where the person is asked to save it. */
  readonly suggested: Uri;
  /** What to do with it then. */
  readonly advice: string;
}

/** Saves a script where the person says; who has said so beforehand is not asked. */
export async function saveScript(
  { text, suggested, advice }: Script,
  target: Uri | undefined,
  log: Log,
): Promise<void> {
  if (!(await mayWrite())) return;
  const file = target ?? (await window.showSaveDialog({ defaultUri: suggested, filters: { PowerShell: ['ps1'] } }));
  if (file === undefined) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  // It stays for as long as the person likes.
  log.attempt(async () => {
    const open = l10n.t('Open');
    if ((await window.showInformationMessage(advice, open)) === open) await window.showTextDocument(file);
  });
}

/** A file beside another one, or at the top of the workspace where that one was never saved. */
export function beside(document: Uri | undefined, name: string): Uri {
  const isSaved = document !== undefined && document.scheme !== 'untitled';
  const folder = isSaved ? Uri.joinPath(document, '..') : workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? Uri.file(`/${name}`) : Uri.joinPath(folder, name);
}
