import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopwatch } from './clock.ts';
import type { Program } from './program.ts';
import type { Results } from './results.ts';
import { BenchServer } from './server.ts';

const FILES = 10;

interface Report {
  readonly items: readonly { readonly uri: string; readonly resultId: string }[];
}

/** A workspace with some files of that text, all of them unopened: what is wrong in it, and again when one of them has changed. */
export async function scan(name: string, program: Program, text: string, results: Results): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-bench-'));
  const files = Array.from({ length: FILES }, (_, i) => join(folder, `${i}.lync.yaml`));
  for (const file of files) writeFileSync(file, text);
  const server = new BenchServer(program);
  const report = async (row: string, previousResultIds: readonly object[]) => {
    const time = stopwatch(server.pid);
    const { items } = await server.ask<Report>('workspace/diagnostic', { previousResultIds });
    results.add(row, name, time());
    return items;
  };
  await server.initialize(pathToFileURL(folder).href);
  const items = await report(`workspace of ${FILES} such files, scanned`, []);
  const [changed = ''] = files;
  writeFileSync(changed, text.replace('name: Contoso', 'name: 1'));
  await server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(changed).href, type: 2 }] });
  await report(
    '… and again after a change of one',
    items.map(({ uri, resultId }) => ({ uri, value: resultId })),
  );
  await server.stop();
  rmSync(folder, { recursive: true });
}
