import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCertificates } from '../../server/src/machine/certificates.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import type { Node, Path } from '../../server/src/yaml/tree.ts';

const tools = { readCertificates: await loadCertificates() };
const names = globSync(['formats/*/*', 'captures/*.{txt,json,clixml}'], { cwd: import.meta.dirname })
  .filter((name) => !/\.(?:lync\.yaml|notes\.txt)$/.test(name))
  .toSorted();

function imported(files: Readonly<Record<string, string>>) {
  const texts = Object.entries(files).map(([source, text]) => ({ source, text }));
  const made = importSpec(readFound(texts, undefined, tools).found);
  return { ...made, leaves: [...leaves(readSpec(made.text).root)] };
}

interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

function* leaves(node: Node | undefined, path: Path = []): Iterable<Leaf> {
  if (node?.kind === 'scalar') yield { path, value: node.value };
  if (node?.kind === 'sequence') for (const [i, item] of node.items.entries()) yield* leaves(item, [...path, i]);
  if (node?.kind === 'mapping') for (const { key, value } of node.entries) yield* leaves(value, [...path, key.value]);
}

/** Files of certificates are no text that anybody reads. */
const LINELESS = /^formats\/certificate\//;

/** Names that nobody wrote in full, and that stand in full elsewhere. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  'formats/json/dns-server-records.json': ['dns.hosts.0.name'],
  'formats/records/azure-powershell.json': ['dns.hosts.0.name'],
  'formats/records/contoso.co.kr.csv': ['dns.hosts.0.name'],
  'formats/records/contoso.com.dns.csv': ['dns.hosts.0.name'],
  'formats/records/contoso.com.txt': ['dns.hosts.0.name'],
  'formats/records/ovh.json': ['dns.hosts.0.name'],
  'formats/zone/bind.zone': ['dns.srv.1.target', 'dns.hosts.0.name'],
};

describe('what a spec says was found', () => {
  it.each(names)('on the lines of %s', (name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8').replace(/^\ufeff/, '');
    const lines = new LineTable(text);
    const { originAt, leaves: all } = imported({ [name]: text });
    const told = all.filter(({ path: [section] }) => section !== 'lyncFederation');
    const astray = told.filter(({ path, value }) => {
      const { source, line = 0, last = line } = originAt(path) ?? {};
      expect([path, source]).toEqual([path, name]);
      if (LINELESS.test(name)) return line !== 0;
      // The only line that has the text is among those it comes from.
      const having = linesWith(String(value), lines);
      return line < 1 || last < line || last > lines.count || (having.length === 1 && !isWithin(having[0], line, last));
    });
    expect(astray.map(({ path }) => path.join('.'))).toEqual(COMPOSED[name] ?? []);
  });
});

function linesWith(words: string, lines: LineTable): readonly number[] {
  if (words.length < 4) return [];
  const all = Array.from({ length: lines.count }, (_, i) => i + 1);
  return all.filter((line) =>
    lines
      .line(line - 1)
      .toLowerCase()
      .includes(words.toLowerCase()),
  );
}

function isWithin(line: number | undefined, first: number, last: number): boolean {
  return line !== undefined && first <= line && line <= last;
}
