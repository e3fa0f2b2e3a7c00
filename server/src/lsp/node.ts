// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { readFile } from 'node:fs/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { powerShell } from '../grammar/node.ts';
import { strategy } from './cancelling.ts';
import { today } from './clock.ts';
import { filePathOf, uriWithin } from './names.ts';
import { start } from './server.ts';

start(createConnection(ProposedFeatures.all, strategy), {
  today,
  powerShell: () => powerShell(),
  readFile: async (uri) => readFile(onDisk(uri)),
  async findFiles(folder, names) {
    const { glob } = await import('tinyglobby');
    const patterns = names.map((name) => `**/${name}`);
    const files = await glob(patterns, {
      cwd: onDisk(folder),
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    return files.map((file) => uriWithin(folder, file));
  },
  defer: (run) => void setImmediate(run),
  later: (run) => void setTimeout(run, 500),
});

/** @throws Error for what is no file. */
function onDisk(uri: string): string {
  const path = filePathOf(uri);
  if (path === undefined) throw new Error(`${uri} is no file`);
  return path;
}
