import { readFile } from 'node:fs/promises';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { daysBetween } from '../../server/src/catalog/dates.ts';
import { isIdOf } from '../../server/src/catalog/ids.ts';
import { confirmedOn } from '../../server/src/catalog/sources.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** `docs/facts.md`: every entry of the catalog with its values, dates, sources and the rules that rest on it. */
export const factDocs: Generator = async () => {
  const schema: Schema = JSON.parse(await readFile('schemas/catalog.schema.json', 'utf8'));
  const { sources, ...sections } = catalog;
  const parts = Object.entries(sections).map(([name, entries]) =>
    [`## ${name}`, definition(schema, name).description ?? '', ...section(schema, [name, entries])].join('\n\n'),
  );
  const documents = looks(sources);
  return [['docs/facts.md', `${[INTRO, ...parts, '## sources', SOURCES_INTRO, ...documents].join('\n\n')}\n`]];
};

/** Where the page of a rule finds a fact, `section` or `section.id`. */
export function factLink(fact: string, page = '../facts.md'): string {
  return `[\`${fact}\`](${page}#${fact})`;
}

/** The page is the same whenever it is made: ages count to this day. */
const LAST_LOOK = Object.values(catalog.sources)
  .map(({ confirmed }) => confirmed)
  .toSorted()
  .at(-1);

/** When a fact was last confirmed, and how long before the last look. */
function confirmation(ids: readonly string[]): string {
  const sources = ids.filter((id) => isIdOf(catalog.sources, id));
  const day = confirmedOn(catalog, { sources }) ?? '';
  return `confirmed ${day}${age(day)}`;
}

function age(day: string): string {
  const days = daysBetween(day, LAST_LOOK ?? day);
  return days === 0 ? '' : `, ${days} ${days === 1 ? 'day' : 'days'} before the last look`;
}

/** The documents, those that were read the longest ago first. */
function looks(sources: typeof catalog.sources): readonly string[] {
  const all = Object.entries(sources);
  const days = [...new Set(all.map(([, { confirmed }]) => confirmed))].toSorted();
  return days.flatMap((day) => [
    day === LAST_LOOK ? `### Read on ${day}` : `### Not looked at again since ${day}${age(day)}`,
    all
      .filter(([, { confirmed }]) => confirmed === day)
      .map(([id, { copy }]) => `- ${anchor(`sources.${id}`)}${link(id)}, read on ${day}${copy ? ` in ${copy}` : ''}`)
      .join('\n'),
  ]);
}

const INTRO = `# Facts

What the rules rest on, each fact with the documents it was taken from. Generated from \`server/src/catalog/data\`. A fact that no
document confirms is marked as unverified: it is shown, and decides nothing.

Each fact says when its documents were last read against it: the day of the one that was read the longest ago. Its age counts to
${LAST_LOOK}, the day of the last look at any of them.`;

const SOURCES_INTRO =
  'The documents behind the facts, by the day on which they were last read. A date in brackets is the one that the text that was read carries.';

/** What is read of the schema of the catalog: prose, by section and key. */
interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly oneOf?: readonly Schema[];
}

function section(schema: Schema, [name, entries]: readonly [string, object]): readonly string[] {
  const described = definition(schema, name);
  return Object.entries(entries).map(([id, entry]) => {
    const fact = `${name}.${id}`;
    const { name: title, summary, timeline = [], sources = [], ...values } = entry;
    const rows = Object.entries(values).map(
      ([key, value]) => `| \`${key}\` | ${cell(valueText(value))} | ${cell(meaning(described, key))} |`,
    );
    return [
      `### ${anchor(fact)}${title ?? id} (\`${fact}\`)`,
      summary,
      ['| | | |', '| --- | --- | --- |', ...rows].join('\n'),
      timeline.map(eventLine).join('\n'),
      sources.length > 0 ? `Sources, ${confirmation(sources)}: ${sources.map(link).join('; ')}` : '',
      restingOn(fact),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  });
}

/** The type of the entries of a section; that of the records has several forms, of which the first tells all keys. */
function definition(schema: Schema, name: string): Schema {
  const entries = schema.$defs?.[name]?.additionalProperties || {};
  const reference = entries.$ref ?? entries.oneOf?.[0]?.$ref ?? '';
  return schema.$defs?.[reference.replace('#/$defs/', '')] ?? {};
}

function meaning({ properties = {} }: Schema, key: string): string {
  return properties[key]?.description ?? '';
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const { sources: _, ...rest } = Object.fromEntries(Object.entries(value));
  return Object.entries(rest)
    .map(([key, inner]) => (key === 'id' ? valueText(inner) : `${key}: ${valueText(inner)}`))
    .join(', ');
}

interface Event {
  readonly date: string;
  readonly summary: string;
  readonly verified?: false;
  readonly sources: readonly string[];
}

function eventLine({ date, summary, verified, sources }: Event): string {
  const mark = verified === false ? ' (unverified)' : '';
  return `- ${date}: ${summary}${mark}${sources.length > 0 ? ` ${sources.map(link).join('; ')}` : ''}`;
}

function restingOn(fact: string): string {
  const resting = rules.filter(({ facts }) => facts.some((one) => one === fact || fact.startsWith(`${one}.`)));
  return resting.length === 0
    ? ''
    : ['Rules that rest on it:', '', ...resting.map(({ id }) => `- [${id}](rules/${id}.md)`)].join('\n');
}

/** A place to link to, for the ids hold dots and capitals that headings lose. */
function anchor(fact: string): string {
  return `<a id="${fact}"></a>`;
}

function link(id: string): string {
  if (!isIdOf(catalog.sources, id)) throw new Error(`no such source: ${id}`);
  const { title, url, date } = catalog.sources[id];
  return `[${title}](${url})${date ? ` (${date})` : ''}`;
}
