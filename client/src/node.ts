import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { extension } from './extension.ts';

/** The extension on the desktop and on servers: the language server is a process of its own. */
export const { activate, deactivate } = extension((context, options) => {
  const module = context.asAbsolutePath('dist/server.js');
  return new LanguageClient('lyncFederation', 'Lync Federation', { module, transport: TransportKind.ipc }, options);
});
