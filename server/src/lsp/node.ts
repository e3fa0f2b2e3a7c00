// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { strategy } from './cancelling.ts';
import { nodeHost } from './node-host.ts';
import { start } from './server.ts';

start(createConnection(ProposedFeatures.all, strategy), nodeHost());
