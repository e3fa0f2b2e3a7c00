import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { speaking } from './session.ts';

/** Speaks with a server that is a process of its own. */
export const withProcess = speaking((context, options) => {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient('lyncFederation', 'Lync Federation', server, options);
});
