import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { speaking } from './session.ts';

/** Speaks with a server that is a process of its own. */
export const withProcess = speaking((context, options) => {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc, options: { execArgv: [SMALL_NURSERY] } };
  return new LanguageClient('lyncFederation', 'Lync Federation', server, options);
});

/** What an edit leaves behind is cleared away before it becomes many megabytes, in the same time. */
const SMALL_NURSERY = '--max-semi-space-size=4';
