import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Catalog, catalog } from '../../server/src/catalog/catalog.generated.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { type Fact, type Rule, usualLevel } from '../../server/src/rules/rule.ts';
import { type Bundle, textOf } from '../../server/src/text/message.ts';
import { korean } from '../l10n/korean.ts';
import { languageModelTools, TOOL, toolTexts } from './assistants.ts';
import { factLink } from './facts.ts';
import type { Generator } from './generator.ts';
import { cell, replacePart, textOfFile } from './markdown.ts';

/** Head and sources of each rule's page, the index of the pages, in each language; the settings per rule with their texts. */
export const ruleDocs: Generator = async () => {
  const families = new Map(
    globSync('server/src/rules/*/*.ts').map((file) => [basename(file, '.ts'), basename(dirname(file))]),
  );
  const familyOf = (rule: Rule) => families.get(rule.id) ?? '';
  return [
    ...(await pagesIn(ENGLISH, familyOf)),
    ...(await pagesIn(KOREAN, familyOf)),
    ['package.json', await manifest(rules)],
    ['package.nls.json', await manifestTexts('package.nls.json', ENGLISH)],
    ['package.nls.ko.json', await manifestTexts('package.nls.ko.json', KOREAN)],
  ];
};

/** How a language says what is derived. Names that are typed somewhere (severities, personas, facts) are the same in all. */
interface Language {
  readonly folder: string;
  readonly factsPage: string;
  readonly bundle: Bundle;
  readonly title: string;
  readonly other: string;
  readonly columns: string;
  readonly families?: Readonly<Record<string, string>>;
  readonly persona: string;
  readonly draft: string;
  readonly restsOn: string;
}

const ENGLISH: Language = {
  folder: 'docs/rules',
  factsPage: '../facts.md',
  bundle: {},
  title: 'Rules',
  other: '[한국어](../ko/rules/README.md)',
  columns: '| Rule | Severity | What it finds |',
  persona: 'for the persona',
  draft: 'a draft, heard only where it is given a level',
  restsOn: 'rests on',
};

const KOREAN: Language = {
  folder: 'docs/ko/rules',
  factsPage: '../facts.md',
  bundle: korean(),
  title: '규칙',
  other: '[English](../../rules/README.md)',
  columns: '| 규칙 | 심각도 | 찾는 문제 |',
  families: {
    certificates: '인증서',
    cmdlets: 'cmdlet',
    dns: 'DNS',
    federation: '페더레이션',
    firewall: '방화벽',
    hosting: '호스팅',
    partners: '파트너',
    policies: '정책',
    products: '제품',
    providers: '공급자',
    provisioning: '프로비저닝',
    schema: '스키마',
    suppression: '억제',
    xmpp: 'XMPP',
  },
  persona: '페르소나',
  draft: '초안(심각도를 지정한 곳에서만 보고)',
  restsOn: '근거:',
};

/** A rule that nobody has put into another language has its page in English alone. */
async function pagesIn(language: Language, familyOf: (rule: Rule) => string): Promise<[string, string][]> {
  const told: Rule[] = [];
  const pages: [string, string][] = [];
  for (const rule of rules) {
    const path = `${language.folder}/${rule.id}.md`;
    const text = await textOfFile(path);
    if (text === undefined && language !== ENGLISH) continue;
    if (text === undefined) throw new Error(`${path} is missing: every rule has its page`);
    const withHead = replacePart(text, 'head', head(rule, familyOf(rule), language));
    told.push(rule);
    pages.push([
      path,
      withHead.includes('<!-- generated sources -->') ? replacePart(withHead, 'sources', sources(rule)) : withHead,
    ]);
  }
  return [...pages, [`${language.folder}/README.md`, index(told, familyOf, language)]];
}

function head(rule: Rule, family: string, { bundle, families, ...words }: Language): string {
  const links = rule.facts.map((fact) => factLink(fact, words.factsPage)).join(', ');
  const facts = links === '' ? '' : ` · ${words.restsOn} ${links}`;
  const persona = rule.persona ? ` · ${words.persona} ${rule.persona}` : '';
  const draft = rule.draft ? ` · ${words.draft}` : '';
  return `> ${textOf(rule.summary, bundle)}\n>\n> ${rule.severity} · ${families?.[family] ?? family}${persona}${draft}${facts}`;
}

/** A line for each rule, so that two branches that add one can be merged. */
function index(told: readonly Rule[], familyOf: (rule: Rule) => string, language: Language): string {
  const tables = [...new Set(told.map(familyOf))].map((family) => {
    const rows = told.filter((rule) => familyOf(rule) === family).map((rule) => row(rule, language.bundle));
    const heading = `## ${language.families?.[family] ?? family}`;
    return [heading, '', language.columns, '| --- | --- | --- |', ...rows, ''].join('\n');
  });
  return [`# ${language.title}`, '', language.other, '', ...tables].join('\n');
}

function row({ id, severity, summary, draft }: Rule, bundle: Bundle): string {
  return `| [${id}](./${id}.md) | ${draft ? 'draft' : severity} | ${cell(textOf(summary, bundle))} |`;
}

/** The documents behind the facts of a rule, each once. */
function sources(rule: Rule): string {
  const ids = new Set(rule.facts.flatMap((fact) => [...sourceIds(entriesOf(fact)), fact.replace('sources.', '')]));
  return Object.entries(catalog.sources)
    .filter(([id]) => ids.has(id))
    .map(([, { title, url, date }]) => `- [${title}](${url})${date ? ` (${date})` : ''}`)
    .join('\n');
}

function entriesOf(fact: Fact): unknown {
  const [section = '', id] = fact.split('.');
  const entries: unknown = Object.entries(catalog).find(([name]) => name === section)?.[1];
  return id === undefined || typeof entries !== 'object' || entries === null
    ? entries
    : Object.entries(entries).find(([name]) => name === id)?.[1];
}

function* sourceIds(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'sources' && Array.isArray(child))
      yield* child.filter((id): id is keyof Catalog['sources'] => typeof id === 'string');
    else yield* sourceIds(child);
  }
}

/** The manifest offers every rule by name in the settings, the products whose commands are known, and the tools for assistants. */
async function manifest(rules: readonly Rule[]): Promise<string> {
  const text = (await textOfFile('package.json')) ?? '';
  const json = JSON.parse(text);
  const settings = json.contributes?.configuration?.properties;
  if (settings === undefined) return text;
  const products = idsOf(catalog.products).filter((id) => catalog.products[id].parametersOf !== undefined);
  settings['lyncFederation.product'].enum = ['', ...products];
  settings['lyncFederation.rules'].properties = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        type: 'string',
        enum: ['off', 'info', 'warning', 'error'],
        default: usualLevel(rule),
        description: `%${textKey(rule)}%`,
      },
    ]),
  );
  json.contributes.languageModelTools = languageModelTools();
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The texts of the manifest, those of tools and rules behind those that are written by hand. */
async function manifestTexts(path: string, { bundle }: Language): Promise<string> {
  const texts: Record<string, string> = JSON.parse((await textOfFile(path)) ?? '{}');
  const byHand = Object.entries(texts).filter(([key]) => !key.startsWith(RULE) && !key.startsWith(TOOL));
  const ofRules = rules.map((rule) => [textKey(rule), textOf(rule.summary, bundle)]);
  return `${JSON.stringify(Object.fromEntries([...byHand, ...toolTexts(bundle), ...ofRules]), null, 2)}\n`;
}

const RULE = 'rule.';

function textKey({ id }: Rule): string {
  return `${RULE}${id}`;
}
