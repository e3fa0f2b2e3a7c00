// The language server as it runs on Windows, as far as names go: `file:///c:/tmp/a.yaml` lies at `/tmp/a.yaml` of this machine.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { pathOf } from '../../server/src/lsp/names.ts';
import { nodeHost } from '../../server/src/lsp/node-host.ts';
import { start } from '../../server/src/lsp/server.ts';

start(
  createConnection(ProposedFeatures.all),
  nodeHost((uri) => /^file:\/\/\/c:(.*)$/.exec(pathOf(uri))?.[1]),
);
