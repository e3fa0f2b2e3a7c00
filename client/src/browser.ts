import { workspace } from 'vscode';
import { isSpecName } from '../../protocol/names.ts';
import { extension } from './extension.ts';
import { findFiles } from './find.ts';

/** The extension in the web: the language server is a worker. */
export const { activate, deactivate } = extension(
  async () => (await import('./browser-session.ts')).withWorker,
  countSpecs,
);

async function countSpecs(most = Number.POSITIVE_INFINITY): Promise<number> {
  let count = 0;
  for (const { uri } of workspace.workspaceFolders ?? []) {
    if (count < most) count += (await findFiles(uri, isSpecName)).length;
  }
  return count;
}
