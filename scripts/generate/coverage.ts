import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** What is known to go wrong, by topic: the rules that find it, or a sentence on why none does. */
export type Coverage = Readonly<Record<string, readonly string[] | string>>;

/** The topics in the order of their files, `10.3-partners.yaml` first by its number. */
export async function coverage(): Promise<readonly (readonly [topic: string, rows: Coverage])[]> {
  const files = globSync('docs/coverage/10.*.yaml').toSorted();
  return Promise.all(
    files.map(async (file) => {
      const rows: Coverage = parse(await readFile(file, 'utf8'));
      return [basename(file, '.yaml').replace(/^[\d.]+-/, ''), rows] as const;
    }),
  );
}

/** A system that specs describe, and what shows it working. */
export interface System {
  /** What stands in each of the files. */
  readonly word: string;
  readonly shownBy: readonly string[];
  readonly rules: readonly string[];
  /** The name under which `explain` and hover tell about it. */
  readonly explain?: string;
}

/** The systems by name, in the order in which they are told of. */
export async function systems(): Promise<Readonly<Record<string, System>>> {
  return parse(await readFile('docs/coverage/systems.yaml', 'utf8'));
}

/** `docs/coverage.md`: what the rules find, and what they leave to people. */
export const coverageDocs: Generator = async () => {
  const topics = await coverage();
  const parts = topics.map(([topic, rows]) =>
    [`\n## ${topic}\n`, '| What goes wrong | Rules |', '| --- | --- |', ...Object.entries(rows).map(row)].join('\n'),
  );
  const intro =
    '# Coverage\n\nWhat is known to go wrong, and the rules that find it. Where none does, the table says why.';
  return [['docs/coverage.md', `${[intro, ...parts, systemTable(await systems())].join('\n').trimEnd()}\n`]];
};

function systemTable(all: Readonly<Record<string, System>>): string {
  const rows = Object.entries(all).map(([name, { shownBy, rules, explain }]) => {
    const files = shownBy.map((file) => `[${basename(file, '.lync.yaml')}](../${file})`).join(', ');
    const found = rules.map((id) => `[${id}](rules/${id}.md)`).join(', ');
    return `| ${cell(name)} | ${files} | ${found} | ${explain === undefined ? '' : `\`${explain}\``} |`;
  });
  return ['\n## systems\n', '| System | Shown by | Rules | `explain` |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function row([code, covered]: readonly [string, readonly string[] | string]): string {
  const rules = typeof covered === 'string' ? cell(covered) : covered.map((id) => `[${id}](rules/${id}.md)`).join(', ');
  return `| ${code} | ${rules} |`;
}
