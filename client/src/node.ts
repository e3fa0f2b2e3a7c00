import { type ExtensionContext, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { extension } from './extension.ts';
import { specPattern } from './language.ts';
import { offerTasks } from './tasks.ts';

const { activate: start, deactivate } = extension((context, options) => {
  const module = context.asAbsolutePath('dist/server.js');
  return new LanguageClient('lyncFederation', 'Lync Federation', { module, transport: TransportKind.ipc }, options);
}, hasSpecs);

export { deactivate };

/** The extension on the desktop and on servers: the language server is a process of its own, and there are tasks. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(offerTasks(context.asAbsolutePath('dist/cli.js')));
  await start(context);
}

async function hasSpecs(): Promise<boolean> {
  return (await workspace.findFiles(specPattern, '**/node_modules/**', 1)).length > 0;
}
