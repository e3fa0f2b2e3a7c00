// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { today } from './clock.ts';
import { start } from './server.ts';

start(createConnection(ProposedFeatures.all), {
  today,
  defer: (run) => void setImmediate(run),
  later: (run) => void setTimeout(run, 500),
});
