import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { dayTitle, type LensKind, lenses, lensKinds, usesTitle } from '../../server/src/features/lenses.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { excerpt } from './document.ts';

/** What stands above which text. */
function shown(text: string, asOf = '2014-05-01'): readonly (readonly [string | undefined, string])[] {
  return lenses(analyze(text, { asOf }), lensKinds).map(({ at, tells }) => [
    excerpt(text, at),
    tells.kind === 'status'
      ? inEnglish(tells.title)
      : tells.kind === 'uses'
        ? `uses of ${tells.object.noun}`
        : tells.kind,
  ]);
}

it('the day and the plan stand above the spec, a status above each provider of the catalog', () => {
  const source =
    'lyncFederation: 1\nproviders:\n  public:\n    - identity: AIM\n    - identity: Skype\n    - identity: Other\n';
  expect(shown(source)).toEqual([
    ['lyncFederation', 'day'],
    ['lyncFederation', 'plan'],
    ['AIM', 'On 2014-05-01: about to end; 2014-06-30 is the last day.'],
    ['Skype', 'On 2014-05-01: available, until 2025-05-04.'],
  ]);
});

it('no status stands above a provider of which a finding tells that it has ended', () => {
  const source =
    'lyncFederation: 1\nproviders: { public: [{ identity: AOL, enabled: true }, { identity: Yahoo!, enabled: false }] }\n';
  expect(shown(source, '2014-07-01')).toEqual([
    ['lyncFederation', 'day'],
    ['lyncFederation', 'plan'],
    ['Yahoo!', 'On 2014-07-01: ended; 2014-06-30 was the last day.'],
  ]);
});

it.each(['', '\n', '# Contoso\n'])('the ways to begin stand above what is empty: %j', (text) => {
  const ways = lenses(analyze(text, { asOf: '2026-12-01' }));
  expect(ways.map(({ tells }) => tells.kind === 'start' && tells.from)).toEqual(['template', 'files', 'clipboard']);
});

it.each(['lyncFederation:\n', 'lync\n', '- a\n', '"\n'])('and above nothing else: %j', (text) => {
  expect(lenses(analyze(text, { asOf: '2026-12-01' })).filter(({ tells }) => tells.kind === 'start')).toEqual([]);
});

it('names that something else in the document uses are said so, others are left in peace', () => {
  const source = `domains:
  sip: [contoso.com, litwareinc.com]
  allowed:
    - fabrikam.com
    - tailspintoys.com
  blocked:
    - tailspintoys.com
policies:
  externalAccess:
    - identity: Sales
    - identity: Support
edge:
  pools:
    - fqdn: edge01.corp.contoso.com
      certificate: access-edge
certificates:
  - name: access-edge
  - name: other
provisioning: { sipDomains: [CONTOSO.com] }
dns:
  srv:
    - { name: _sipfederationtls._tcp.litwareinc.com, port: 5061, target: edge01.corp.contoso.com }
cmdlets:
  - New-CsAllowedDomain fabrikam.com
  - Grant-CsExternalAccessPolicy -Identity "Ann" -PolicyName tag:Sales
`;
  expect(shown(source).slice(2)).toEqual([
    ['contoso.com', 'uses of CsSipDomain'],
    ['litwareinc.com', 'uses of CsSipDomain'],
    ['fabrikam.com', 'chain'],
    ['fabrikam.com', 'uses of CsAllowedDomain'],
    ['tailspintoys.com', 'chain'],
    ['Sales', 'uses of CsExternalAccessPolicy'],
    ['access-edge', 'uses of certificate'],
  ]);
});

it('partners of all lists have the way to them, as long as somebody reads it above each', () => {
  const source = (allowed: readonly string[]) =>
    `lyncFederation: 1\ndomains:\n  allowed: [${allowed.join(', ')}]\n  discovered: [a.example]\n  xmpp: [b.example]\n  blocked: [c.example]\n`;
  const chained = (allowed: readonly string[]) => shown(source(allowed)).filter(([, kind]) => kind === 'chain');
  expect(chained(['d.example']).map(([name]) => name)).toEqual(['d.example', 'a.example', 'b.example']);
  const names = Array.from({ length: 198 }, (_, i) => `p${i}.example`);
  expect([chained(names).length, chained([...names, 'one.example']).length]).toEqual([200, 0]);
});

it('each kind is shown where it is wanted; uses are not, where nobody says so', () => {
  const text = `lyncFederation: 1
domains: { allowed: [fabrikam.com] }
providers: { public: [{ identity: AIM }] }
cmdlets: [New-CsAllowedDomain fabrikam.com]
`;
  const kinds = (...wanted: readonly LensKind[]) =>
    lenses(analyze(text, { asOf: '2014-05-01' }), ...(wanted.length > 0 ? [wanted] : [])).map(
      ({ tells }) => tells.kind,
    );
  expect(kinds()).toEqual(['day', 'plan', 'chain', 'status']);
  expect(lensKinds.map((kind) => kinds(kind))).toEqual([['day', 'plan'], ['status'], ['chain'], ['uses']]);
});

it('what cannot be read, and what is a script, has none', () => {
  expect(shown('- a\n')).toEqual([]);
  expect(lenses(analyze('New-CsAllowedDomain a.b\n', { asOf: '2014-05-01', script: {} }))).toEqual([]);
});

it('titles say how it is', () => {
  expect([usesTitle(1), usesTitle(3)].map((title) => inEnglish(title))).toEqual(['1 use', '3 uses']);
  const today = { errors: 2, warnings: 1 };
  const days = [undefined, { next: '2014-06-30' }, { next: undefined }, { next: undefined, today }];
  expect(days.map((outlook) => inEnglish(dayTitle('2014-03-01', outlook)))).toEqual([
    'as of 2014-03-01',
    'as of 2014-03-01, next change 2014-06-30',
    'as of 2014-03-01, no later day changes the verdict',
    'as of 2014-03-01, no later day changes the verdict; by today errors: 2, warnings: 1',
  ]);
});
