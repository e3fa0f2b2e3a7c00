import { describe, expect, it } from 'vitest';
import { type Analysis, analyze, type Options } from '../../server/src/analyze.ts';
import type { Fix } from '../../server/src/edits/fix.ts';
import { codeActions, fixAll } from '../../server/src/features/code-actions.ts';
import { repairAll } from '../../server/src/repair.ts';
import type { RuleId } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { Failure } from '../../server/src/text/failure.ts';
import { say } from '../../server/src/text/message.ts';
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
      ['Disable `unknown-key` in this file', false],
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

  it('of the other problems are offered where one throws', () => {
    const { analysis, text } = marked('lyncFederation: 1\nserver: { prodct: lync-2013 }\nprovider: {}\n<|>', OPTIONS);
    const [first, ...others] = analysis.problems;
    if (first === undefined) throw new Error('nothing is wrong');
    const fix: Fix = {
      title: say`Break`,
      safety: 'review',
      get edits(): Fix['edits'] {
        throw new TypeError('boom');
      },
    };
    const broken = { ...first, fixes: [fix] };
    const titles = (problems: Analysis['problems'], failures: Failure[]) =>
      codeActions({ ...analysis, problems }, { start: 0, end: text.length }, { ...ENGLISH, failures }).map(
        ({ title }) => title,
      );
    const failures: Failure[] = [];
    const found = titles([broken, ...others], failures);
    expect(failures.map(({ check, error }) => [check, String(error)])).toEqual([['unknown-key', 'TypeError: boom']]);
    const whole = titles(analysis.problems, []);
    expect(whole).toContain('Rename `prodct` to `product`');
    expect(found).toEqual(whole.filter((title) => !/prodct/.test(title)));
    expect(found).toContain('Rename `provider` to `providers`');
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

  it.each([
    [
      'of which one has an end',
      'provi<|>der: {} # lync-federation: ignore[srv-port] until=2014-12-31 later\n',
      'provider: {} # lync-federation: ignore[srv-port] until=2014-12-31 later # lync-federation: ignore[unknown-key] say here why this is right\n',
    ],
    [
      'of which one is over',
      'provi<|>der: {} # lync-federation: ignore[unknown-key] until=2014-07-01 later\n',
      'provider: {} # lync-federation: ignore[unknown-key] until=2014-07-01 later # lync-federation: ignore[unknown-key] say here why this is right\n',
    ],
  ])('writes a comment beside others, %s', (_, source, expected) => {
    const text = `lyncFederation: 1\n${source}`;
    expect(disable(text)).toBe(`lyncFederation: 1\n${expected}`);
    expect(analyze(disable(text), OPTIONS).suppressed.map(({ problem }) => problem.rule)).toEqual(['unknown-key']);
  });

  it('is not offered on the further lines of a command, but in the file', () => {
    const titles = (source: string, options: Partial<Options>) => {
      const { analysis, offset } = marked(source, { ...options, asOf: '2014-07-01' });
      return codeActions(analysis, { start: offset, end: offset }, ENGLISH)
        .filter(({ disables }) => disables)
        .map(({ title }) => title);
    };
    const inFile = ['Disable `unknown-parameter` in this file'];
    const both = ['Disable `unknown-parameter` on this line', ...inFile];
    const inSpec = 'lyncFederation: 1\ncmdlets:\n  - |\n    Get-CsPool\n    Get-CsPool -Col<|>our red\n';
    expect(titles(inSpec, {})).toEqual(both);
    expect(titles('Get-CsPool `\n  -Col<|>our red\n', { script: {} })).toEqual(inFile);
    expect(titles('Get-CsPool -Col<|>our red `\n  -Identity a\n', { script: {} })).toEqual(both);
    expect(titles('Get-CsPool -Col<|>our red\n', { script: {} })).toEqual(both);
  });

  it('is offered once per line and rule, and once per rule for the file', () => {
    const { analysis, text } = marked('lyncFederation: 1\nfoo: { }\nserver: { a: 1, b: 2, product: x }<|>', OPTIONS);
    const titles = codeActions(analysis, { start: text.indexOf('server'), end: text.length }, ENGLISH).map(
      ({ title }) => title,
    );
    expect(titles.filter((title) => title.startsWith('Disable'))).toEqual([
      'Disable `unknown-key` on this line',
      'Disable `unknown-value` on this line',
      'Disable `unknown-key` in this file',
      'Disable `unknown-value` in this file',
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

describe('disabling a rule in a file', () => {
  const TITLE = 'Disable `unknown-key` in this file';
  const COMMENT = `# lync-federation: ignore-file[unknown-key] ${PLACEHOLDER}`;

  it.each([
    ['at the top', 'lyncFederation: 1\nprovi<|>der: {}\n', `${COMMENT}\nlyncFederation: 1\nprovider: {}\n`],
    [
      'behind a byte order mark',
      '\ufefflyncFederation: 1\nprovi<|>der: {}\n',
      `\ufeff${COMMENT}\nlyncFederation: 1\nprovider: {}\n`,
    ],
    ['with CRLF', 'lyncFederation: 1\r\nprovi<|>der: {}\r\n', `${COMMENT}\r\nlyncFederation: 1\r\nprovider: {}\r\n`],
    [
      'below the comments and what stands before the document',
      '\ufeff%YAML 1.2\n# Contoso\n---\n# Ask Kim.\n\n# The format.\nlyncFederation: 1\nprovi<|>der: {}\n',
      `\ufeff%YAML 1.2\n# Contoso\n---\n# Ask Kim.\n${COMMENT}\n\n# The format.\nlyncFederation: 1\nprovider: {}\n`,
    ],
    [
      'into the comment that is there, wherever it stands',
      'lyncFederation: 1\nprovi<|>der: {}\n# lync-federation: ignore-file[srv-port] why\n',
      'lyncFederation: 1\nprovider: {}\n# lync-federation: ignore-file[srv-port, unknown-key] why\n',
    ],
    [
      'beside one that has an end',
      '# lync-federation: ignore-file[unknown-key] until=2014-07-01 why\nlyncFederation: 1\nprovi<|>der: {}\n',
      `# lync-federation: ignore-file[unknown-key] until=2014-07-01 why\n${COMMENT}\nlyncFederation: 1\nprovider: {}\n`,
    ],
  ])('writes the comment %s', (_, source, expected) => {
    const result = after(source, TITLE);
    expect(result).toBe(expected);
    const { problems, suppressed } = analyze(result, OPTIONS);
    expect(problems.map(({ rule }) => rule)).not.toContain('unknown-key');
    expect(suppressed.map(({ problem, by }) => [problem.rule, by.line])).toEqual([['unknown-key', undefined]]);
  });

  it.each([
    ['# Sets it up.\n#requires -Version 5\n\nGet-CsPol<|>\n', '# Sets it up.\n#requires -Version 5\n{}\n\nGet-CsPol\n'],
    ['<#\n.SYNOPSIS\n  Sets it up.\n#>\r\nGet-CsPol<|>', '{}\r\n<#\n.SYNOPSIS\n  Sets it up.\n#>\r\nGet-CsPol'],
  ])('writes it into a script', (source, expected) => {
    const script = { asOf: '2014-07-01', script: {} };
    const { text, analysis, offset } = marked(source, script);
    const [, action] = codeActions(analysis, { start: offset, end: offset }, ENGLISH).filter(
      ({ disables }) => disables,
    );
    const result = applyEdits(text, action?.edits ?? []);
    expect(result).toBe(expected.replace('{}', `# lync-federation: ignore-file[unknown-cmdlet] ${PLACEHOLDER}`));
    expect(analyze(result, script).problems).toEqual([]);
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
    const [edit, ...others] = fixAll(analyze(text, OPTIONS), OPTIONS);
    expect(others).toEqual([]);
    const expected = repairAll(text, OPTIONS).text;
    expect(edit === undefined ? text : applyEdits(text, [edit])).toBe(expected);
    expect((edit?.insert.length ?? 0) < text.length).toBe(true);
    if (insert === 'lync-2013') expect(edit).toEqual({ at: { start: 41, end: 41 }, insert: '-' });
  });

  it('leaves out what a person must judge', () => {
    const { analysis } = marked(AOL, OPTIONS);
    expect(fixAll(analysis, OPTIONS)).toEqual([]);
  });
});
