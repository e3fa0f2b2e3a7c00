// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the snippets of editors are written so
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { hover } from '../../server/src/features/hover.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { ENGLISH, excerpt, marked, offered, taken } from '../features/document.ts';

const PROJECT = { asOf: '2026-01-01', project: true } as const;

function labels(source: string): readonly string[] {
  return offered(source, PROJECT).map(({ label }) => label);
}

describe('completion', () => {
  it.each([
    [
      'keys',
      'rules: {}\n<|>',
      ['asOf', 'persona', 'product', 'overrides', 'neverSuppress', 'include', 'exclude', 'languages'],
    ],
    ['personas', 'persona: <|>', ['regular', 'pedantic', 'auditor']],
    ['products', 'product: s<|>', idsOf(catalog.products)],
    ['languages in brackets', 'languages: [<|>]', ['lync-federation', 'powershell']],
    ['languages behind a dash', 'languages:\n  - <|>\n', ['lync-federation', 'powershell']],
    ['levels', 'rules:\n  srv-port: <|>\n', ['off', 'info', 'warning', 'error']],
    ['levels in brackets', 'rules: { srv-port: o<|> }\n', ['off', 'info', 'warning', 'error']],
    ['nothing of a spec', 'cmdlets:\n  - <|>\n', []],
  ])('offers %s', (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  it('offers the rules that are not there yet, with what they find', () => {
    const source = 'rules:\n  srv-port: off\n  <|>\n';
    expect(labels(source).toSorted()).toEqual(ruleIds.filter((id) => id !== 'srv-port'));
    expect(offered(source, PROJECT).find(({ label }) => label === 'srv-name-form')?.docs).toContain('Default: ');
    expect(taken(source, 'srv-name-form', PROJECT)).toBe(
      'rules:\n  srv-port: off\n  srv-name-form: ${1|off,info,warning,error|}\n',
    );
  });
});

describe('hover', () => {
  it.each([
    ['a key', 'per<|>sona: auditor\n', 'persona', '**Persona** `persona`'],
    ['a value', 'persona: audi<|>tor\n', 'auditor', '**`auditor`**'],
    ['a rule', 'rules: { srv-<|>port: off }\n', 'srv-port', '### srv-port'],
    ['a level', 'rules: { srv-port: o<|>ff }\n', 'off', '**`off`**'],
    ['a product', 'product: sfb<|>-2019\n', 'sfb-2019', '### Skype for Business Server 2019'],
    ['a language', 'languages: [power<|>shell]\n', 'powershell', '**`powershell`**'],
    ['a pattern', "include: ['edge<|>/**']\n", "'edge/**'", '**Pattern**'],
    ['what is unknown', 'rules: { fo<|>o: off }\n', undefined, undefined],
    ['what only a spec has', 'ser<|>ver: off\n', undefined, undefined],
  ])('tells of %s', (_, source, word, line) => {
    const { analysis, offset, text } = marked(source, PROJECT);
    const found = hover(analysis, offset, ENGLISH);
    expect([excerpt(text, found?.at), found?.markdown.split('\n')[0]]).toEqual([word, line]);
  });
});

it('mistakes have their fixes as code actions', () => {
  const { analysis, offset } = marked('rules: { srv-pr<|>ot: off }\n', PROJECT);
  const titles = codeActions(analysis, { start: offset, end: offset }, ENGLISH).map(({ title }) => title);
  expect(titles.slice(0, 2)).toEqual(['Rename `srv-prot` to `srv-port`', 'Remove `srv-prot`']);
});
