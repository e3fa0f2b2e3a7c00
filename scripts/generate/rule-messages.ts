import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import ts from 'typescript';
import { once } from '../../server/src/text/once.ts';
import type { Generator } from './generator.ts';
import { readable } from './message-text.ts';
import { keyOf, type MessageKind, saidBy } from './message-walk.ts';

/** What each rule can say, for `lync-federation rules --messages`. */
export const ruleMessages: Generator = async () => {
  const rules = templatesOfRules().map(([id, templates]) => [id, listed(templates)] as const);
  return [['server/src/cli/rule-messages.generated.ts', moduleOf(rules)]];
};

/** A message of a rule: the key of its translations, and how it reads with its values named. */
export interface Template {
  readonly kind: MessageKind;
  readonly key: string;
  readonly text: string;
}

/** All messages of each rule, read from its code, which takes seconds. */
export const templatesOfRules = once((): readonly (readonly [id: string, templates: readonly Template[]])[] => {
  const files = globSync('server/src/rules/*/*.ts').toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return files.map((file) => {
    const source = program.getSourceFile(resolve(file));
    const rule = source && exportedIn(source);
    const said = rule === undefined ? [] : saidBy(rule, checker);
    if (!said.some(({ kind }) => kind === 'message')) throw new Error(`${file} has no message that can be read`);
    const templates = said.map(({ kind, template }) => ({
      kind,
      key: keyOf(template),
      text: readable(template, checker),
    }));
    return [basename(file, '.ts'), templates] as const;
  });
});

/** The object that a file of a rule exports. */
function exportedIn(source: ts.SourceFile): ts.Expression | undefined {
  const exported = source.statements
    .filter(ts.isVariableStatement)
    .find(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
  return exported?.declarationList.declarations[0]?.initializer;
}

/** What is listed: each text once, without the summary, and without the phrases that others show. */
function listed(templates: readonly Template[]): readonly Template[] {
  const seen = new Set<string>();
  return templates.filter(({ kind, text }, i) => {
    const line = `${kind} ${text}`;
    const isShown = kind === 'phrase' && templates.some((other, j) => i !== j && other.text.includes(text));
    if (kind === 'summary' || seen.has(line) || isShown) return false;
    seen.add(line);
    return true;
  });
}

function moduleOf(rules: readonly (readonly [id: string, templates: readonly Template[]])[]): string {
  return [
    '// Generated from the code of the rules by `npm run generate`.\n',
    "import type { RuleId } from '../rules/ids.generated.ts';\n\n",
    '/** What a rule can say. A phrase is part of other messages. */\n',
    "export interface RuleMessage {\n  readonly kind: 'message' | 'note' | 'related' | 'fix' | 'phrase';\n",
    '  /** Values stand in braces, named as the code names them. */\n  readonly text: string;\n}\n\n',
    '/** What each rule can say beside its summary. */\n',
    'export const ruleMessages: Readonly<Record<RuleId, readonly RuleMessage[]>> = {\n',
    ...rules.flatMap(([id, templates]) => [
      `  '${id}': [\n`,
      ...templates.map(({ kind, text }) => `    { kind: '${kind}', text: ${JSON.stringify(text)} },\n`),
      '  ],\n',
    ]),
    '};\n',
  ].join('');
}
