// The language server as it runs on Windows, as far as names go: `file:///c:/tmp/a.yaml` lies at `/tmp/a.yaml` of this machine.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Lifecycle } from '../../server/src/lsp/lifecycle.ts';
import { pathOf } from '../../server/src/lsp/names.ts';
import { nodeHost } from '../../server/src/lsp/node-host.ts';
import { start } from '../../server/src/lsp/server.ts';

const lifecycle = new Lifecycle();
start(
  createConnection(ProposedFeatures.all, lifecycle.options),
  nodeHost((uri) => /^file:\/\/\/c:(.*)$/.exec(pathOf(uri))?.[1]),
  lifecycle,
);
