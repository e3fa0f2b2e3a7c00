import { describe, expect, it } from 'vitest';
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

/** What YAML can say and a spec cannot, each with its finding: the rule, and what is marked. */
const STRANGE: Readonly<Record<string, readonly [rule: string, marked: string]>> = {
  ': 1': ['unknown-key', ''],
  '"": 1': ['unknown-key', '""'],
  '? : 1': ['yaml-syntax', ':'],
  '? [a]\n: 1': ['yaml-syntax', '['],
  '? { a: b }\n: 1': ['yaml-syntax', '{'],
  '? - a\n  - b\n: 1': ['yaml-syntax', '-'],
  '[a]: 1': ['yaml-syntax', '['],
  '{ a: b }: 1': ['yaml-syntax', '{'],
  '? |\n  domains\n: 1': ['unknown-key', '|\n  domains\n'],
  '? domains': ['wrong-type', 'domains'],
  '<<: { asOf: 2014-01-01 }': ['unknown-key', '<<'],
  'domains: !!pairs\n  - a: 1': ['yaml-syntax', '!!pairs'],
  'domains: !<tag:yaml.org,2002:omap> [a: 1]': ['yaml-syntax', '!<tag:yaml.org,2002:omap>'],
  '!domains domains: {}': ['yaml-syntax', '!domains'],
  'null: 1': ['unknown-key', 'null'],
};

describe.each(['', '%YAML 1.1\n---\n', '%YAML 1.2\n---\n'])('below %j', (head) => {
  it.each(Object.entries(STRANGE))('%j is one finding, in whatever place', (line, expected) => {
    for (const text of [`${head}${line}\nlyncFederation: 1\n`, `${head}lyncFederation: 1\n${line}\n`]) {
      const { problems } = judged(text);
      expect(problems.map(({ rule, at }) => [rule, text.slice(at.start, at.end)])).toEqual([expected]);
    }
  });
});

it.each(['', ' x', '\n  allowed: [a.example]'])('a second key after an empty first is one finding, with%j', (value) => {
  const { problems } = judged(`lyncFederation: 1\ndomains:\ndomains:${value}\n`);
  expect(problems.map(({ rule }) => rule)).toEqual(['wrong-type', 'duplicate-key']);
});

it('bounds aliases of aliases', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(10).fill(`*x${i}`).join(', ')}]`);
  const { problems } = judged(['lyncFederation: 1', 'x0: &x0 [a]', ...levels, ''].join('\n'));
  expect(problems.filter(({ rule }) => rule === 'yaml-syntax')).toHaveLength(1);
});

it('reads two thousand equal keys', () => {
  const all = { ...options, most: Number.POSITIVE_INFINITY };
  const { problems } = analyze(`lyncFederation: 1\n${'asOf: 2014-01-01\n'.repeat(2000)}`, all);
  expect(problems.filter(({ rule }) => rule === 'duplicate-key')).toHaveLength(1999);
});
