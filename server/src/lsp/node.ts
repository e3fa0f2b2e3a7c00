// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
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
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    // As the client names the folder, and what is in it as most editors do: else an open file would be there twice.
    const root = folder.replace(/\/$/, '');
    return files.map(
      (file) =>
        root +
        URI.from({ scheme: 'file', path: `/${file}` })
          .toString()
          .slice('file://'.length),
    );
  },
  defer: (run) => void setImmediate(run),
  later: (run) => void setTimeout(run, 500),
});
