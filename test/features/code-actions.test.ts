import { describe, expect, it } from 'vitest';
import { analyze, type Options } from '../../server/src/analyze.ts';
import { codeActions, fixAll } from '../../server/src/features/code-actions.ts';
import { repairAll } from '../../server/src/repair.ts';
import type { RuleId } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { ENGLISH, marked } from './document.ts';

const RULES: readonly RuleId[] = [
  'retired-provider',
  'unknown-key',
  'unknown-value',
  'wrong-type',
  'yaml-syntax',
  'unused-suppression',
  'suppression-without-reason',
];
const OPTIONS: Options = { asOf: '2014-07-02', rules: rules.filter(({ id }) => RULES.includes(id)) };
const PLACEHOLDER = 'say here why this is right';

function actions(source: string) {
  const { analysis, offset } = marked(source, OPTIONS);
  return codeActions(analysis, { start: offset, end: offset }, ENGLISH);
}

/** The document after the action of that title. */
function after(source: string, title: string): string {
  const { text } = marked(source, OPTIONS);
  const found = actions(source).find((action) => action.title === title);
  if (found === undefined) throw new Error(`no action ${title}, but ${actions(source).map((action) => action.title)}`);
  return applyEdits(text, found.edits);
}

const AOL = 'lyncFederation: 1\nproviders:\n  public:\n    - identity: A<|>OL\n      enabled: true\n';

describe('fixes', () => {
  it('are offered on their problem, the first safe one preferred', () => {
    const source = 'lyncFederation: 1\nserver: { product: lync-2013 }\nprovider<|>: {}\n';
    expect(actions(source).map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Rename `provider` to `providers`', true],
      ['Remove `provider`', false],
      ['Disable `unknown-key` on this line', false],
    ]);
    expect(after(source, 'Rename `provider` to `providers`')).toBe(
      'lyncFederation: 1\nserver: { product: lync-2013 }\nproviders: {}\n',
    );
  });

  it('for a person to judge are never preferred, and put the cmdlet into the runbook', () => {
    const [first] = actions(AOL);
    expect(first?.preferred).toBe(false);
    expect(first && after(AOL, first.title)).toBe(
      'lyncFederation: 1\ncmdlets:\n  - Remove-CsPublicProvider -Identity AOL\n',
    );
  });

  it('are offered for all problems that a range touches, and for no other', () => {
    const { analysis, text } = marked('lyncFederation: 1\nserver: { prodct: lync-2013 }\nprovider: {}\n<|>', OPTIONS);
    const titles = (start: number, end: number) =>
      codeActions(analysis, { start, end }, ENGLISH)
        .filter(({ preferred }) => preferred)
        .map(({ title }) => title);
    expect(titles(0, text.length)).toEqual(['Rename `prodct` to `product`', 'Rename `provider` to `providers`']);
    expect(titles(0, text.indexOf('prodct') - 1)).toEqual([]);
    expect(titles(text.indexOf('prodct') + 6, text.indexOf('prodct') + 6)).toEqual(['Rename `prodct` to `product`']);
  });
});

describe('disabling a rule', () => {
  const disable = (source: string, rule = 'unknown-key') => after(source, `Disable \`${rule}\` on this line`);
  const comment = (rule = 'unknown-key') => `# lync-federation: ignore[${rule}] ${PLACEHOLDER}`;

  it.each([
    ['behind the line', 'provi<|>der: {}\n', `provider: {} ${comment()}\n`],
    [
      'behind another comment',
      'provi<|>der: {} # why  \nserver: {}\n',
      `provider: {} # why ${comment()}\nserver: {}\n`,
    ],
    ['at the end of the text', 'provi<|>der: {}', `provider: {} ${comment()}`],
    ['with CRLF', 'provi<|>der: {}\r\nserver: {}\r\n', `provider: {} ${comment()}\r\nserver: {}\r\n`],
    [
      'in braces over several lines',
      'server: {\n  produc<|>: lync-2013,\n  cumulativeUpdate: 5 }\n',
      `server: {\n  produc: lync-2013, ${comment()}\n  cumulativeUpdate: 5 }\n`,
    ],
    [
      'above a block scalar',
      'organization:\n  not<|>s: |\n    a\n    b\n',
      `organization:\n  ${comment()}\n  nots: |\n    a\n    b\n`,
    ],
    [
      'above a quoted text of two lines',
      'organization:\r\n  not<|>s: "a\r\n    b"\r\n',
      `organization:\r\n  ${comment()}\r\n  nots: "a\r\n    b"\r\n`,
    ],
    [
      'above a plain text of two lines',
      'organization:\n  not<|>s: a\n    b\n',
      `organization:\n  ${comment()}\n  nots: a\n    b\n`,
    ],
    [
      'in the comment of the line',
      'provi<|>der: {} # lync-federation: ignore[srv-port] later\n',
      'provider: {} # lync-federation: ignore[srv-port, unknown-key] later\n',
    ],
    [
      'in the comment above the line',
      '# lync-federation: ignore[srv-port] later\nprovi<|>der: {}\n',
      '# lync-federation: ignore[srv-port, unknown-key] later\nprovider: {}\n',
    ],
  ])('writes the comment %s', (_, source, expected) => {
    const result = disable(`lyncFederation: 1\n${source}`).replace('lyncFederation: 1\n', '');
    expect(result).toBe(expected);
    expect(analyze(`lyncFederation: 1\n${result}`, OPTIONS).problems.map(({ rule }) => rule)).not.toContain(
      'unknown-key',
    );
  });

  it('is offered once per line and rule', () => {
    const { analysis, text } = marked('lyncFederation: 1\nfoo: { }\nserver: { a: 1, b: 2, product: x }<|>', OPTIONS);
    const titles = codeActions(analysis, { start: text.indexOf('server'), end: text.length }, ENGLISH).map(
      ({ title }) => title,
    );
    expect(titles.filter((title) => title.startsWith('Disable'))).toEqual([
      'Disable `unknown-key` on this line',
      'Disable `unknown-value` on this line',
    ]);
  });

  it('is not offered for broken YAML, nor for findings on suppressions', () => {
    expect(actions('lyncFederation: "1<|>')).toEqual([]);
    const unused = actions('lyncFederation: 1 # lync-federation: ignore[srv<|>-port] because\n').map(
      ({ title }) => title,
    );
    expect(unused).toEqual(['Remove `srv-port` from the suppressions']);
  });
});

describe('fixing all', () => {
  it.each([
    ['nothing to do', 'lyncFederation: 1\n', undefined],
    ['one word', 'lyncFederation: 1\nserver: { product: lync2013 }\n', 'lync-2013'],
    ['the whole text', 'lyncFederaton: 1\nserver: { prodct: lync2013 }\n', undefined],
    [
      'characters of two units',
      'lyncFederation: 1\nserver: { prodct: lync-2013 }\norganization: { name: "😀" }\n',
      undefined,
    ],
    ['CRLF', 'lyncFederation: 1\r\nprovider: {}\r\norganzation: {}\r\n', undefined],
  ])('makes one small edit: %s', (_, text, insert) => {
    const edit = fixAll(analyze(text, OPTIONS), OPTIONS);
    const expected = repairAll(text, OPTIONS).text;
    expect(edit === undefined ? text : applyEdits(text, [edit])).toBe(expected);
    expect((edit?.insert.length ?? 0) < text.length).toBe(true);
    if (insert === 'lync-2013') expect(edit).toEqual({ at: { start: 41, end: 41 }, insert: '-' });
  });

  it('leaves out what a person must judge', () => {
    const { analysis } = marked(AOL, OPTIONS);
    expect(fixAll(analysis, OPTIONS)).toBeUndefined();
  });
});
