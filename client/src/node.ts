import { type ExtensionContext, workspace } from 'vscode';
import { extension } from './extension.ts';
import { specPattern } from './language.ts';
import { offerTakeOver } from './take-over.ts';
import { offerTasks } from './tasks.ts';
import { type Verify, verifyBy } from './verify.ts';

const { activate: start, deactivate } = extension(
  async () => (await import('./node-session.ts')).withProcess,
  countSpecs,
  verifyWith,
);

export { deactivate };

function verifyWith(context: ExtensionContext): Verify {
  const verifying = {
    cli: context.asAbsolutePath('dist/cli.js'),
    folder: context.asAbsolutePath('dist'),
    storage: context.storageUri ?? context.globalStorageUri,
    recordings: new Map<string, string>(),
  };
  context.subscriptions.push(offerTakeOver(verifying));
  return verifyBy(verifying);
}

/** The extension on the desktop and on servers: the language server is a process of its own, and there are tasks. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(offerTasks(context.asAbsolutePath('dist/cli.js')));
  await start(context);
}

async function countSpecs(most?: number): Promise<number> {
  return (await workspace.findFiles(specPattern, '**/node_modules/**', most)).length;
}
