import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Analysis, analyze, type Options } from '../../server/src/analyze.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { type CertificateFiles, filesNamed } from '../../server/src/deployment/certificate-files.ts';
import { loadPowerShell } from '../../server/src/grammar/load.ts';
import { CertificateReader } from '../../server/src/machine/certificate-files.ts';
import type { Problem } from '../../server/src/problem.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import type { LineTable } from '../../server/src/text/lines.ts';
import { inEnglish } from '../../server/src/text/message.ts';

/** A spec with what is expected of it, read from caret comments such as `#   ^^^^ retired-provider: ended on 2014-06-30`. */
export interface Fixture {
  readonly text: string;
  readonly expected: readonly Expected[];
}

export interface Expected {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly rule: string;
  readonly severity: string | undefined;
  readonly excerpt: string;
}

const CARETS = /^(\s*)#( *|<)(\^+) ([a-z-]+)(?:\((error|warning|info)\))?: ?(.*)$/;

/** The reader of PowerShell that the editor and the command line load as well. */
export const readScript = await loadPowerShell({
  engine: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
  grammar: readFileSync('node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm'),
});

/** The files that fixtures name, by their rules: where certificates lie beside them, and nowhere else, somebody has looked. */
const certificateFiles: ReadonlyMap<string, CertificateFiles> = new Map(
  await Promise.all(
    [...new Set(globSync('test/fixtures/*/*.{pem,cer,p7b}').map(dirname))].map(async (folder) => {
      const specs = globSync(`${folder}/*.lync.yaml`).map((file) => readSpec(readFileSync(file, 'utf8')).spec);
      return [basename(folder), await new CertificateReader().read(folder, specs.flatMap(filesNamed))] as const;
    }),
  ),
);

/** The day by which fixtures without `asOf` are judged; nothing is noted for a next version, as there is none. */
export const OPTIONS: Options = { asOf: '2014-03-01', readScript, once: true };

/**
 * How the fixtures of a rule are judged: a rule that speaks to few is heard in its own fixtures, beside those for everybody.
 * A script says in its first comments what it is for: `# product: lync-2013`, `# as of: 2014-03-01`.
 */
export function optionsFor(id: string, script?: string): Options {
  const stated = script === undefined ? [] : PRODUCTS.filter((one) => script.includes(`# product: ${one}\n`));
  const [product] = stated;
  const asOf = script && /^# as of: (\S+)$/m.exec(script)?.[1];
  const files = certificateFiles.get(id);
  return {
    ...OPTIONS,
    ...(asOf && { asOf }),
    ...(files && { certificateFiles: files }),
    ...(script !== undefined && { script: product ? { product } : {} }),
    persona: 'auditor',
    rules: rules
      .filter((rule) => rule.persona === undefined || rule.id === id)
      .map((rule) => (rule.id === id ? finished(rule) : rule)),
  };
}

/** The rule as everybody would hear of it. */
function finished({ draft: _, ...rule }: Rule): Rule {
  return rule;
}

const PRODUCTS = idsOf(catalog.products);

/** Reads a fixture. Carets stand below what they mark; `#<^^^` marks from the first column on. Caret lines are taken out. */
export function readFixture(source: string): Fixture {
  const lines: string[] = [];
  const expected: Expected[] = [];
  for (const line of source.split('\n')) {
    const match = CARETS.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, indent = '', gap = '', carets = '', rule = '', severity, excerpt = ''] = match;
    const column = gap === '<' ? 0 : indent.length + 1 + gap.length;
    expected.push({ line: lines.length - 1, column, length: carets.length, rule, severity, excerpt });
  }
  return { text: lines.join('\n'), expected };
}

/** A problem as a fixture would write it. */
export function asExpected(problem: Problem, lines: LineTable): Expected {
  const { line, column } = lines.position(problem.at.start);
  const length = problem.at.end - problem.at.start;
  return { line, column, length, rule: problem.rule, severity: problem.severity, excerpt: inEnglish(problem.message) };
}

/** What differs between what was found and what was expected, in words; empty when all is well. */
export function differences({ expected }: Fixture, { problems, lines }: Analysis): string[] {
  const open = problems.map((problem) => asExpected(problem, lines));
  const missing = expected.filter((want) => {
    const at = open.findIndex((found) => fits(found, want));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  const show = (one: Expected) =>
    `${one.line + 1}:${one.column + 1}+${one.length} ${one.rule}(${one.severity ?? ''}): ${one.excerpt}`;
  return [...missing.map((one) => `missing    ${show(one)}`), ...open.map((one) => `unexpected ${show(one)}`)];
}

function fits(found: Expected, want: Expected): boolean {
  return (
    found.line === want.line &&
    found.column === want.column &&
    found.length === want.length &&
    found.rule === want.rule &&
    (want.severity === undefined || found.severity === want.severity) &&
    found.excerpt.includes(want.excerpt)
  );
}

/** Analyses a text; a rule that threw is a failed test. */
export function examine(text: string, options: Options = OPTIONS): Analysis {
  const analysis = analyze(text, options);
  for (const { check, error } of analysis.failures) throw new Error(`${check} failed`, { cause: error });
  return analysis;
}

const examined = new Map<string, ExaminedFixture>();

/** A fixture and what is found in it, which many tests ask for and nobody changes. */
export interface ExaminedFixture {
  readonly fixture: Fixture;
  readonly options: Options;
  readonly analysis: Analysis;
}

/** The fixture of a file, examined as its rule has it. */
export function examineFile(file: string): ExaminedFixture {
  const known = examined.get(file);
  if (known) return known;
  const fixture = readFixture(readFileSync(file, 'utf8'));
  const options = optionsFor(basename(dirname(file)), file.endsWith('.ps1') ? fixture.text : undefined);
  const found = { fixture, options, analysis: examine(fixture.text, options) };
  examined.set(file, found);
  return found;
}

/** Whether an id in a fixture is one of ours. */
export function isRule(id: string): boolean {
  return ruleIds.some((known) => known === id);
}
