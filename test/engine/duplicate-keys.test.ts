import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { repair } from '../../server/src/repair.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const options = { asOf: '2014-07-01' };

/** The problems as `rule: text`, where every rule ran. */
function problems({ failures, problems, text }: Analysis): readonly string[] {
  expect(failures).toEqual([]);
  return problems.map(({ rule, at }) => `${rule}: ${text.slice(at.start, at.end)}`);
}

/** The text without the keys that do not count, each taken out by its own fix. */
function withoutRepeated(text: string): string {
  const analysis = analyze(text, options);
  const fix = analysis.problems.find(({ rule }) => rule === 'duplicate-key')?.fixes?.[0];
  return fix === undefined ? text : withoutRepeated(applyEdits(text, repair(analysis, [fix])));
}

describe('of a key that is written twice, the first one counts', () => {
  it('though it is empty, and the second one has a wrong value', () => {
    const analysis = analyze('lyncFederation: 1\ndomains:\ndomains: 5\n', options);
    expect(problems(analysis)).toEqual(['wrong-type: domains', 'duplicate-key: domains']);
    expect(analysis.spec.domains).toBeUndefined();
  });

  it('though it has a wrong value, and the second one a right one', () => {
    const analysis = analyze('lyncFederation: 1\nasOf: soon\nasOf: 2014-01-01\n', options);
    expect(problems(analysis)).toEqual(['unknown-value: soon', 'duplicate-key: asOf']);
    expect([analysis.spec.asOf, analysis.asOf]).toEqual([undefined, '2014-07-01']);
  });

  it('in an entry of a list, and in what an alias stands for', () => {
    const entry = '    - &e { identity: contoso.com, users: 5, users: 6 }\n    - *e\n';
    const analysis = analyze(`lyncFederation: 1\ndomains:\n  sip:\n${entry}`, options);
    expect(problems(analysis)).toContain('duplicate-key: users');
    expect(analysis.spec.domains?.sip?.items.map(({ users }) => users?.value)).toEqual([5, 5]);
  });

  it.each(['"users"', "'users'", '!!str users', '? users\n     '])('however it is written: %s', (key) => {
    const analysis = analyze(
      `lyncFederation: 1\ndomains:\n  sip:\n    - identity: contoso.com\n      users: 5\n      ${key}: 6\n`,
      options,
    );
    expect(problems(analysis).filter((problem) => problem.startsWith('duplicate-key'))).toHaveLength(1);
    expect(analysis.spec.domains?.sip?.items[0]?.users?.value).toBe(5);
  });

  it.each(['1', 'null', 'true', '~', '""', '<<', '__proto__', 'constructor'])('also of keys like %s', (key) => {
    const analysis = analyze(`lyncFederation: 1\n${key}: a\n${key}: b\n`, options);
    expect(problems(analysis)).toEqual([`unknown-key: ${key}`, `duplicate-key: ${key}`]);
  });

  it('and what stands below the others is not looked into', () => {
    const analysis = analyze('lyncFederation: 1\nserver: { product: sfb-2015 }\nserver: { x: <a>, x: 2 }\n', options);
    expect(problems(analysis)).toEqual(['duplicate-key: server']);
  });
});

describe('the fix', () => {
  it.each([
    ['asOf: 2014-01-01\nasOf: 2015-01-01\nasOf: 2016-01-01\n', 'asOf: 2014-01-01\n'],
    ['server: { product: sfb-2015, product: sfb-2019 }\n', 'server: { product: sfb-2015 }\n'],
    ['server:\nserver: { product: sfb-2019 }\n', 'server:\n'],
    ['asOf: 2014-01-01\n"asOf": 2015-01-01 # why\n', 'asOf: 2014-01-01\n'],
  ])('takes out the one that does not count: %j', (text, after) => {
    expect(withoutRepeated(`lyncFederation: 1\n${text}`)).toBe(`lyncFederation: 1\n${after}`);
  });
});

it('hides nothing that is missing elsewhere', () => {
  const text = `lyncFederation: 1
asOf: 2013-01-01
asOf: 2013-01-02
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - { fqdn: edge01.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true }
domains: { sip: [contoso.com] }
dns: { srv: [] }
`;
  const found = analyze(text, { asOf: '2013-01-01' }).problems.map(({ rule }) => rule);
  expect(found).toContain('duplicate-key');
  expect(found).toContain('missing-federation-srv');
});
