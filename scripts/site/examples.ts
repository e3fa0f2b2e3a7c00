import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { analyze } from '../../server/src/analyze.ts';
import { loadPowerShell } from '../../server/src/grammar/load.ts';
import { type RuleId, ruleIds } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import type { Example } from '../../site/src/example.ts';
import { wasm } from '../command-line.ts';

interface Group {
  /** The folder of the rules; none where the specs are no examples of one rule. */
  readonly family?: string;
  readonly names: readonly string[];
  /** Rules without an example: they read a file beside the spec, and the page has none. */
  readonly lacking: readonly string[];
}

const [engine, grammar] = wasm.map((file) => readFileSync(file));
const readScript = engine && grammar && (await loadPowerShell({ engine, grammar }));

/** Lines that say what is found in the line above. */
const CARETS = /^\s*#(?: *|<)\^+ [a-z-]+(?:\((?:error|warning|info)\))?:.*\n/gm;
const DAY = '2014-03-01';
const FIRST = /^lyncFederation: 1\n/m;

const specs = globSync('examples/*.lync.yaml').map((file) => basename(file, '.lync.yaml'));

/** What can be tried, by its name: the examples of the repository, and one for each rule that needs nothing but a spec. */
export const examples: Readonly<Record<string, Example>> = Object.fromEntries([
  ...specs.map((name) => [name, { text: readFileSync(`examples/${name}.lync.yaml`, 'utf8') }] as const),
  ...ruleIds.flatMap((id) => {
    const example = exampleOf(id);
    return example ? [[id, example] as const] : [];
  }),
]);

/** Their names as they stand in a list. */
export function exampleGroups(): readonly Group[] {
  const families = readdirSync('server/src/rules', { withFileTypes: true }).filter((one) => one.isDirectory());
  return [
    { names: specs.toSorted(), lacking: [] },
    ...families.map(({ name: family }) => {
      const files = readdirSync(`server/src/rules/${family}`).map((file) => basename(file, '.ts'));
      const all = ruleIds.filter((id) => files.includes(id));
      const names = all.filter((id) => Object.hasOwn(examples, id));
      return { family, names, lacking: all.filter((id) => !names.includes(id)) };
    }),
  ];
}

/** The first fixture of a rule in which it finds something: as it is, or by the day by which fixtures are judged that name none. */
function exampleOf(id: RuleId): Example | undefined {
  const persona = rules.find((rule) => rule.id === id)?.persona;
  const options = { asOf: '2026-12-01', ...(readScript && { readScript }), ...(persona && { persona }) };
  const texts = globSync(`test/fixtures/${id}/fires*.lync.yaml`)
    .filter((file) => !/\.fix-\d/.test(file))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((file) => readFileSync(file, 'utf8').replace(CARETS, ''));
  const text = [...texts, ...texts.map((one) => one.replace(FIRST, `$&asOf: ${DAY}\n`))].find((one) =>
    analyze(one, options).problems.some(({ rule }) => rule === id),
  );
  return text === undefined ? undefined : { text, ...(persona && { persona }) };
}
