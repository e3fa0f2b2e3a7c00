import { workspace } from 'vscode';
import { isSpecName } from '../../protocol/names.ts';
import { extension } from './extension.ts';
import { findFiles } from './find.ts';

/** The extension in the web: the language server is a worker. */
export const { activate, deactivate } = extension(
  async () => (await import('./browser-session.ts')).withWorker,
  hasSpecs,
);

async function hasSpecs(): Promise<boolean> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    if ((await findFiles(uri, isSpecName)).length > 0) return true;
  }
  return false;
}
