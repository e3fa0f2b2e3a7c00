// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { strategy } from './cancelling.ts';
import { logFailure } from './guard.ts';
import { nodeHost } from './node-host.ts';
import { start } from './server.ts';

const connection = createConnection(ProposedFeatures.all, strategy);
// A promise of a library that nobody holds ends nothing.
process.on('unhandledRejection', (error) => logFailure(connection, 'something that nobody waited for', error));
start(connection, nodeHost());
