import { readFile } from 'node:fs/promises';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { daysBetween } from '../../server/src/catalog/dates.ts';
import { isIdOf } from '../../server/src/catalog/ids.ts';
import { confirmedOn } from '../../server/src/catalog/sources.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { type Bundle, prose, textOf } from '../../server/src/text/message.ts';
import { koreanOfFacts } from '../l10n/korean.ts';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** The page of facts in each language: every entry of the catalog with its values, dates, sources and the rules that rest on it. */
export const factDocs: Generator = async () => {
  const schema: Schema = JSON.parse(await readFile('schemas/catalog.schema.json', 'utf8'));
  return [
    ['docs/facts.md', page(schema, ENGLISH)],
    ['docs/ko/facts.md', page(schema, KOREAN)],
  ];
};

function page(schema: Schema, language: Language): string {
  const { sources, ...sections } = catalog;
  const parts = Object.entries(sections).map(([name, entries]) => {
    const summary = saying(language, definition(schema, name).description);
    return [`## ${name}`, summary, ...section(schema, [name, entries], language)].join('\n\n');
  });
  const documents = looks(sources, language);
  return `${[language.intro, ...parts, '## sources', language.sourcesIntro, ...documents].join('\n\n')}\n`;
}

/** Prose of the catalog and of its schema. */
function saying({ bundle }: Language, text = ''): string {
  if (bundle && text !== '' && bundle[text] === undefined) throw new Error(`no Korean in l10n/ko for: ${text}`);
  return textOf(prose(text), bundle ?? {});
}

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
function confirmation(ids: readonly string[], language: Language): string {
  const sources = ids.filter((id) => isIdOf(catalog.sources, id));
  const day = confirmedOn(catalog, { sources }) ?? '';
  return `${language.confirmed(day)}${age(day, language)}`;
}

function age(day: string, language: Language): string {
  const days = daysBetween(day, LAST_LOOK ?? day);
  return days === 0 ? '' : `, ${language.daysBefore(days)}`;
}

/** The documents, those that were read the longest ago first. */
function looks(sources: typeof catalog.sources, language: Language): readonly string[] {
  const all = Object.entries(sources);
  const days = [...new Set(all.map(([, { confirmed }]) => confirmed))].toSorted();
  return days.flatMap((day) => [
    `### ${day === LAST_LOOK ? language.read(day) : `${language.notSince(day)}${age(day, language)}`}`,
    all
      .filter(([, { confirmed }]) => confirmed === day)
      .map(([id, { copy }]) => `- ${anchor(`sources.${id}`)}${link(id)}, ${language.readIn(day, copy)}`)
      .join('\n'),
  ]);
}

/** How a language says what neither the catalog nor its schema does. */
interface Language {
  readonly bundle?: Bundle;
  readonly intro: string;
  readonly sourcesIntro: string;
  readonly sources: string;
  readonly unverified: string;
  readonly restingOn: string;
  confirmed(day: string): string;
  daysBefore(days: number): string;
  read(day: string): string;
  notSince(day: string): string;
  /** @param copy where the text was read, if not on its page */
  readIn(day: string, copy: string | undefined): string;
}

const ENGLISH: Language = {
  intro: `# Facts

What the rules rest on, each fact with the documents it was taken from. Generated from \`server/src/catalog/data\`. A fact that no
document confirms is marked as unverified: it is shown, and decides nothing.

Each fact says when its documents were last read against it: the day of the one that was read the longest ago. Its age counts to
${LAST_LOOK}, the day of the last look at any of them.`,
  sourcesIntro:
    'The documents behind the facts, by the day on which they were last read. A date in brackets is the one that the text that was read carries.',
  sources: 'Sources',
  unverified: 'unverified',
  restingOn: 'Rules that rest on it:',
  confirmed: (day) => `confirmed ${day}`,
  daysBefore: (days) => `${days} ${days === 1 ? 'day' : 'days'} before the last look`,
  read: (day) => `Read on ${day}`,
  notSince: (day) => `Not looked at again since ${day}`,
  readIn: (day, copy) => `read on ${day}${copy ? ` in ${copy}` : ''}`,
};

const KOREAN: Language = {
  bundle: koreanOfFacts(),
  intro: `# 사실

규칙의 근거이며, 사실마다 그 출처인 문서가 있습니다. \`server/src/catalog/data\` 폴더에서 생성한 문서입니다. 문서로 확인되지 않은 사실은
‘확인되지 않음’으로 표시하며, 보여 주기만 하고 판정에는 쓰지 않습니다.

사실마다 문서를 마지막으로 대조한 날이 있습니다. 문서가 여럿이면 가장 오래전에 읽은 문서의 날입니다. 경과 일수는 문서를 마지막으로 읽은
${LAST_LOOK}까지 셉니다.`,
  sourcesIntro:
    '사실의 출처인 문서를 마지막으로 읽은 날의 순서로 나열합니다. 괄호 안의 날짜는 읽은 문서에 적힌 날짜입니다.',
  sources: '출처',
  unverified: '확인되지 않음',
  restingOn: '이 사실이 근거인 규칙:',
  confirmed: (day) => `${day} 확인`,
  daysBefore: (days) => `마지막 확인 ${days}일 전`,
  read: (day) => `${day}에 읽음`,
  notSince: (day) => `${day} 이후 다시 읽지 않음`,
  readIn: (day, copy) => `${day}에 읽음${copy ? `(사본: ${copy})` : ''}`,
};

/** What is read of the schema of the catalog: prose, by section and key. */
interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly oneOf?: readonly Schema[];
}

function section(schema: Schema, [name, entries]: readonly [string, object], language: Language): readonly string[] {
  const described = definition(schema, name);
  return Object.entries(entries).map(([id, entry]) => {
    const fact = `${name}.${id}`;
    const { name: title, summary, timeline = [], sources = [], ...values } = entry;
    const rows = Object.entries(values).map(
      ([key, value]) =>
        `| \`${key}\` | ${cell(valueText(value))} | ${cell(saying(language, meaning(described, key)))} |`,
    );
    return [
      `### ${anchor(fact)}${title === undefined ? id : saying(language, title)} (\`${fact}\`)`,
      saying(language, summary),
      ['| | | |', '| --- | --- | --- |', ...rows].join('\n'),
      timeline.map((event: Event) => eventLine(event, language)).join('\n'),
      sources.length > 0
        ? `${language.sources}, ${confirmation(sources, language)}: ${sources.map(link).join('; ')}`
        : '',
      restingOn(fact, language),
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

function eventLine({ date, summary, verified, sources }: Event, language: Language): string {
  const mark = verified === false ? ` (${language.unverified})` : '';
  return `- ${date}: ${saying(language, summary)}${mark}${sources.length > 0 ? ` ${sources.map(link).join('; ')}` : ''}`;
}

function restingOn(fact: string, language: Language): string {
  const resting = rules.filter(({ facts }) => facts.some((one) => one === fact || fact.startsWith(`${one}.`)));
  return resting.length === 0
    ? ''
    : [language.restingOn, '', ...resting.map(({ id }) => `- [${id}](rules/${id}.md)`)].join('\n');
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
