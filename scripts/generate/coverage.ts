import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { type Diagnostic, type Disagreement, diagnostics, disagreements } from './diagnostics.ts';
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
  return [
    [
      'docs/coverage.md',
      `${[intro, ...parts, systemTable(await systems()), diagnosticTable(await diagnostics()), decisionTable(await disagreements())].join('\n').trimEnd()}\n`,
    ],
  ];
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

const BESIDE = `
## On-Premises Diagnostics

[On-Premises Diagnostics for Skype for Business Server](https://github.com/onpremdiag/SfBServer) asks running servers; its last change is of
2022-04-19. This is each of its rules beside what finds the same here: in a spec, in a capture that is imported, or on running servers.
\`explain\` knows the names of the rules and of what they report. It looks at one thing after the other and stops at the first that fails;
here all are told at once.
`;

function diagnosticTable(all: Readonly<Record<string, Diagnostic>>): string {
  const rows = Object.entries(all).map(
    ([name, { about, insights, runs, rules = [], captured = [], live, notOurs }]) => {
      const found = rules.map((id) => `[${id}](rules/${id}.md)`).join(', ');
      const words = captured.map((noun) => `\`${noun}\``).join(', ');
      const rest = [live, notOurs && `Left out: ${notOurs}`].filter((one) => one !== undefined).join(' ');
      return `| ${name}: ${insights.join(', ')} | ${runs.join(', ')} | ${cell(about)} | ${found} | ${words} | ${cell(rest)} |`;
    },
  );
  const head = [
    '| Its rule, and what it reports | Runs | Looks for | In a spec | In a capture with | Otherwise |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [BESIDE, ...head, ...rows].join('\n');
}

function decisionTable(all: Readonly<Record<string, Disagreement>>): string {
  const rows = Object.entries(all).map(([topic, { decided, rules, sources }]) => {
    const found = rules.map((id) => `[${id}](rules/${id}.md)`).join(', ');
    const links = sources.map((id) => `[${id}](facts.md#sources.${id})`).join(', ');
    return `| ${cell(topic)} | ${cell(decided)} | ${found} | ${links} |`;
  });
  const intro = '\n### Where it and the documents disagree\n';
  return [intro, '| About | What counts here | Rules | Sources |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function row([code, covered]: readonly [string, readonly string[] | string]): string {
  const rules = typeof covered === 'string' ? cell(covered) : covered.map((id) => `[${id}](rules/${id}.md)`).join(', ');
  return `| ${code} | ${rules} |`;
}
