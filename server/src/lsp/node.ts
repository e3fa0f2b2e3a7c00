// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { powerShell } from '../grammar/node.ts';
import { today } from './clock.ts';
import { start } from './server.ts';

start(createConnection(ProposedFeatures.all), {
  today,
  powerShell: () => powerShell(),
  readFile: (uri) => readFile(fileURLToPath(uri)),
  defer: (run) => void setImmediate(run),
  later: (run) => void setTimeout(run, 500),
});
