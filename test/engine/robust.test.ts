import { expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analyze.ts';

const options = { asOf: '2014-07-01' };

function judged(text: string): Analysis {
  const analysis = analyze(text, options);
  expect(analysis.failures).toEqual([]);
  return analysis;
}

it('keeps the rules for the parts that can be read', () => {
  const { problems } = judged(
    'lyncFederation: 1\nproviders:\n  public:\n    - identity: AOL\n      enabled: true\ndomains:\n  sip: [contoso.com\n',
  );
  expect(problems.map(({ rule }) => rule)).toContain('retired-provider');
  expect(problems.map(({ rule }) => rule)).toContain('yaml-syntax');
});

it.each(['!!omap [a: 1]', '!!pairs [a: 1]', '!!set { a }', '!!binary aGk=', '!!timestamp 2014-01-01', '!x y'])(
  'has no use for the tag of %s',
  (value) => {
    const { problems } = judged(`lyncFederation: 1\norganization:\n  notes: ${value}\n`);
    expect(problems.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
  },
);

it('bounds aliases of aliases', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(10).fill(`*x${i}`).join(', ')}]`);
  const { problems } = judged(['lyncFederation: 1', 'x0: &x0 [a]', ...levels, ''].join('\n'));
  expect(problems.filter(({ rule }) => rule === 'yaml-syntax')).toHaveLength(1);
});

it('reads two thousand equal keys', () => {
  const { problems } = analyze(`lyncFederation: 1\n${'asOf: 2014-01-01\n'.repeat(2000)}`, options);
  expect(problems.filter(({ rule }) => rule === 'duplicate-key')).toHaveLength(1999);
});
