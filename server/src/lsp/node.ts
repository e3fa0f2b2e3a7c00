// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { powerShell } from '../grammar/node.ts';
import { strategy } from './cancelling.ts';
import { today } from './clock.ts';
import { start } from './server.ts';

start(createConnection(ProposedFeatures.all, strategy), {
  today,
  powerShell: () => powerShell(),
  // also what is no file has to fail as a promise
  readFile: async (uri) => readFile(fileURLToPath(uri)),
  async findFiles(folder, names) {
    const { glob } = await import('tinyglobby');
    const patterns = names.map((name) => `**/${name}`);
    const files = await glob(patterns, {
      cwd: fileURLToPath(folder),
      absolute: true,
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    return files.map((file) => pathToFileURL(file).href);
  },
  defer: (run) => void setImmediate(run),
  later: (run) => void setTimeout(run, 500),
});
