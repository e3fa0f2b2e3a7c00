import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Catalog, catalog } from '../../server/src/catalog/catalog.generated.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { type Fact, type Rule, usualLevel } from '../../server/src/rules/rule.ts';
import { textOf } from '../../server/src/text/message.ts';
import { factLink } from './facts.ts';
import type { Generator } from './generator.ts';
import { cell, replacePart, textOfFile } from './markdown.ts';

/** Head and sources of each rule's page, the index of the pages, the settings per rule. */
export const ruleDocs: Generator = async () => {
  const families = new Map(
    globSync('server/src/rules/*/*.ts').map((file) => [basename(file, '.ts'), basename(dirname(file))]),
  );
  const pages: [string, string][] = [];
  for (const rule of rules) {
    const path = `docs/rules/${rule.id}.md`;
    const text = await textOfFile(path);
    if (text === undefined) throw new Error(`${path} is missing: every rule has its page`);
    const withHead = replacePart(text, 'head', head(rule, families.get(rule.id) ?? ''));
    pages.push([
      path,
      withHead.includes('<!-- generated sources -->') ? replacePart(withHead, 'sources', sources(rule)) : withHead,
    ]);
  }
  return [
    ...pages,
    ['docs/rules/README.md', index(rules, (rule) => families.get(rule.id) ?? '')],
    ['package.json', await manifest(rules)],
  ];
};

function head(rule: Rule, family: string): string {
  const facts = rule.facts.length === 0 ? '' : ` · rests on ${rule.facts.map(factLink).join(', ')}`;
  const persona = rule.persona ? ` · for the persona ${rule.persona}` : '';
  const draft = rule.draft ? ' · a draft, heard only where it is given a level' : '';
  return `> ${textOf(rule.summary)}\n>\n> ${rule.severity} · ${family}${persona}${draft}${facts}`;
}

/** A line for each rule, so that two branches that add one can be merged. */
function index(rules: readonly Rule[], familyOf: (rule: Rule) => string): string {
  const tables = [...new Set(rules.map(familyOf))].map((family) => {
    const rows = rules.filter((rule) => familyOf(rule) === family).map(row);
    return [`## ${family}`, '', '| Rule | Severity | What it finds |', '| --- | --- | --- |', ...rows, ''].join('\n');
  });
  return ['# Rules', '', ...tables].join('\n');
}

function row({ id, severity, summary, draft }: Rule): string {
  return `| [${id}](./${id}.md) | ${draft ? 'draft' : severity} | ${cell(textOf(summary))} |`;
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

/** The manifest offers every rule by name in the settings, and the products whose commands are known. */
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
        description: textOf(rule.summary),
      },
    ]),
  );
  return `${JSON.stringify(json, null, 2)}\n`;
}
