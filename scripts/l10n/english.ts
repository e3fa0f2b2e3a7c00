import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { parse } from 'yaml';
import catalogSchema from '../../schemas/catalog.schema.json' with { type: 'json' };
import federation from '../../schemas/federation.schema.json' with { type: 'json' };
import { projectSchemaJson } from '../../server/src/project/schema.ts';
import { once } from '../../server/src/text/once.ts';
import { keyOf, sayIn } from '../generate/message-walk.ts';

/** Where an English text comes from; each area has one file per language, `l10n/ko/rules.json`. */
export type Area = 'rules' | 'engine' | 'cli' | 'schema' | 'catalog' | 'site' | 'client';

/** All English texts that people may see, by where they come from. To read all code for them takes seconds. */
export const english = once((): Readonly<Record<Area, ReadonlySet<string>>> => {
  const server = globSync('server/src/**/*.ts').filter((file) => !file.includes('.generated.'));
  const areaOf = (file: string): Area =>
    /^server\/src\/(rules|edits)\//.test(file) ? 'rules' : /^server\/src\/(cli|verify)\//.test(file) ? 'cli' : 'engine';
  const saidIn = (area: Area) => texts(server.filter((file) => areaOf(file) === area).flatMap(saidInFile));
  return {
    rules: saidIn('rules'),
    engine: saidIn('engine'),
    cli: saidIn('cli'),
    schema: texts([federation, projectSchemaJson].flatMap(saidBySchema)),
    catalog: texts(saidByCatalog()),
    site: texts(globSync('scripts/site/*.ts').flatMap(saidInFile)),
    client: texts(globSync('client/src/**/*.ts').flatMap(saidByClient)),
  };
});

/** What the page of facts says of their keys. */
export function saidOfFacts(): ReadonlySet<string> {
  return texts(under(catalogSchema, (key) => key === 'description'));
}

/** What has no word of its own needs no translation: `{0}: {1}`. */
function texts(found: readonly string[]): ReadonlySet<string> {
  return new Set(found.filter((text) => /\p{L}/u.test(text.replace(/\{\d+\}/g, ''))).toSorted());
}

/** Templates of `say`, and those that are written out; nobody hears of a draft. */
function saidInFile(file: string): readonly string[] {
  const found: string[] = [];
  let isDraft = false;
  walk(file, (node) => {
    const template = sayIn(node);
    if (template) found.push(keyOf(template));
    if (!ts.isPropertyAssignment(node)) return;
    const name = node.name.getText();
    if (name === 'draft') isDraft = true;
    if (name === 'template' && ts.isStringLiteralLike(node.initializer)) found.push(node.initializer.text);
  });
  return isDraft ? [] : found;
}

/** The first argument of `l10n.t`. */
function saidByClient(file: string): readonly string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'l10n.t') return;
    const [first] = node.arguments;
    if (first === undefined || !ts.isStringLiteralLike(first)) throw new Error(`${file}: l10n.t wants a text`);
    found.push(first.text);
  });
  return found;
}

const OF_SCHEMA: ReadonlySet<string> = new Set(['title', 'description', 'x-form', 'enumDescriptions']);

/** What a schema says of its keys and values. */
function saidBySchema(schema: object): readonly string[] {
  return under(schema, (key) => OF_SCHEMA.has(key));
}

const OF_FACTS: ReadonlySet<string> = new Set(['name', 'shortName', 'summary', 'afterwards', 'unit']);
const OF_SYMPTOMS: ReadonlySet<string> = new Set(['what', 'check', 'meaning', 'writers']);
const OF_DIAGNOSTICS: ReadonlySet<string> = new Set(['about', 'live', 'notOurs']);

/** Prose of the catalog. Names of documents, of commands and of what servers wrote are what they are. */
function saidByCatalog(): readonly string[] {
  const facts = globSync('server/src/catalog/data/*.yaml').filter((file) => !file.endsWith('/sources.yaml'));
  return [
    ...facts.flatMap((file) => under(read(file), (key, around) => OF_FACTS.has(key) && around !== 'formerly')),
    ...['causes', 'symptoms'].flatMap((part) =>
      under(read(`server/src/catalog/symptoms/${part}.yaml`), (key) => OF_SYMPTOMS.has(key)),
    ),
    ...under(read('server/src/catalog/cmdlet-prose.yaml'), () => true),
    ...under(read('docs/coverage/diagnostics.yaml'), (key) => OF_DIAGNOSTICS.has(key)),
  ];
}

function read(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}

/** The texts of the keys that are wanted; an item of a list stands under the key of the list. */
function under(value: unknown, wanted: (key: string, around: string) => boolean): readonly string[] {
  const visit = (inner: unknown, key: string, around: string): readonly string[] => {
    if (typeof inner === 'string') return wanted(key, around) ? [inner] : [];
    if (Array.isArray(inner)) return inner.flatMap((item) => visit(item, key, around));
    if (typeof inner !== 'object' || inner === null) return [];
    return Object.entries(inner).flatMap(([name, below]) => visit(below, name, key));
  };
  return visit(value, '', '');
}

function walk(file: string, look: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true));
}
