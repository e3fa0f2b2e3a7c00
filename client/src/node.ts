import { type ExtensionContext, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { extension } from './extension.ts';
import { specPattern } from './language.ts';
import { offerTasks } from './tasks.ts';
import { type Verify, verifyBy } from './verify.ts';

const { activate: start, deactivate } = extension(
  (context, options) => {
    const module = context.asAbsolutePath('dist/server.js');
    const server = { module, transport: TransportKind.ipc, options: { execArgv: [SMALL_NURSERY] } };
    return new LanguageClient('lyncFederation', 'Lync Federation', server, options);
  },
  hasSpecs,
  verifyWith,
);

export { deactivate };

function verifyWith(context: ExtensionContext): Verify {
  return verifyBy(context.asAbsolutePath('dist/cli.js'), context.asAbsolutePath('dist'));
}

/** What an edit leaves behind is cleared away before it becomes many megabytes, in the same time. */
const SMALL_NURSERY = '--max-semi-space-size=4';

/** The extension on the desktop and on servers: the language server is a process of its own, and there are tasks. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(offerTasks(context.asAbsolutePath('dist/cli.js')));
  await start(context);
}

async function hasSpecs(): Promise<boolean> {
  return (await workspace.findFiles(specPattern, '**/node_modules/**', 1)).length > 0;
}
