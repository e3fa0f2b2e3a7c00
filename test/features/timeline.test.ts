import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, judge, type Options } from '../../server/src/analyze.ts';
import { boundaries } from '../../server/src/catalog/boundaries.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { addDays } from '../../server/src/catalog/dates.ts';
import { nextTurn, timeline } from '../../server/src/features/timeline.ts';
import { readSpec } from '../../server/src/spec/read.ts';

const options = { asOf: '2026-01-01' };

function turns(text: string, more: Partial<Options> = {}): string[] {
  return [...timeline(readSpec(text), { ...options, ...more })].flatMap(({ date, begins, ends }) => [
    ...begins.map(({ rule, severity }) => `${date} + ${severity} ${rule}`),
    ...ends.map(({ rule, severity }) => `${date} - ${severity} ${rule}`),
  ]);
}

describe('timeline', () => {
  it('tells when a provider ends, whatever day the spec names', () => {
    const text = [
      'lyncFederation: 1',
      'asOf: 2014-06-15',
      'server: { product: lync-2013 }',
      'edge: { configuration: { allowFederatedUsers: true } }',
      'providers: { public: [{ identity: AOL, enabled: true }] }',
      'policies: { externalAccess: [{ identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }] }',
      'licensing: { standardCal: true }',
      '',
    ].join('\n');
    expect(turns(text)).toEqual([
      '2009-10-01 - error provider-licence-missing',
      '2014-04-01 + warning retired-provider',
      '2014-07-01 + error retired-provider',
      '2023-04-12 + info product-out-of-support',
    ]);
  });

  it('knows the dates of the spec itself', () => {
    const text = [
      'lyncFederation: 1',
      'server: { product: lync-2013 }',
      'edge: { configuration: { allowFederatedUsers: true } }',
      'providers: { public: [{ identity: Yahoo!, enabled: true }] }',
      'policies: { externalAccess: [{ identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }] }',
      'licensing: { picUsl: { expires: 2013-05-10 } }',
      '',
    ].join('\n');
    expect(turns(text).filter((turn) => turn.includes('licence-expired'))).toEqual([
      '2013-05-11 + error licence-expired',
      '2014-07-01 - error licence-expired',
    ]);
  });

  it('knows the last day of a suppression', () => {
    const text = [
      '# lync-federation: ignore-file[wrong-type] until=2026-03-31 the numbers are names',
      'lyncFederation: 1',
      'server: { product: sfb-2019 }',
      'organization:',
      '  name: 2013',
      '  notes: 2014 # lync-federation: ignore[wrong-type] until=2026-06-30 the year',
      '',
    ].join('\n');
    const ofSuppressions = turns(text).filter((turn) => /wrong-type|suppression/.test(turn));
    expect(ofSuppressions).toEqual([
      '2026-04-01 + warning expired-suppression',
      '2026-04-01 + error wrong-type',
      '2026-07-01 + error wrong-type',
      '2026-07-01 + warning expired-suppression',
    ]);
    expect(nextTurn(analyze(text, { asOf: '2026-04-01' }), { asOf: '2026-04-01' })).toBe('2026-07-01');
  });

  it('knows how long a request takes', () => {
    const text = [
      'lyncFederation: 1',
      'server: { product: lync-2013 }',
      'edge: { pools: [{ fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com }] }',
      "provisioning: { agreementNumber: '1', accessEdgeFqdns: [sip.contoso.com], sipDomains: [contoso.com], submitted: 2015-03-09 }",
      '',
    ].join('\n');
    expect(turns(text, { persona: 'auditor' }).filter((turn) => turn.includes('provisioning'))).toEqual([
      '2015-04-08 - info provisioning-lead-time',
      '2019-08-15 + info provisioning-site-closed',
    ]);
  });

  it('misses no day: between two boundaries the verdict stays', () => {
    const text = readFileSync('examples/legacy-messengers.lync.yaml', 'utf8');
    const days = [...timeline(readSpec(text), options)].map(({ date }) => date);
    const source = readSpec(text);
    const verdict = (date: string) =>
      judge(source, { asOf: date }).problems.map(({ rule, at, severity }) => [rule, at, severity]);
    let before = verdict('2012-05-31');
    for (let date = '2012-06-01'; date < '2015-01-01'; date = addDays(date, 1)) {
      const now = verdict(date);
      if (!days.includes(date)) expect(now, date).toEqual(before);
      before = now;
    }
  });
});

it.each([
  ['2014-03-01', '2014-04-01'],
  ['2014-04-01', '2014-07-01'],
  // Until then Skype answers at the proxy of Messenger.
  ['2014-07-01', '2023-04-12'],
  ['2023-04-12', '2025-05-05'],
  ['2025-05-05', '2025-10-01'],
  // The client usage of the certificate is left out of the next one.
  ['2025-10-01', undefined],
])('the next turn after %s', (asOf, next) => {
  const text = readFileSync('examples/legacy-messengers.lync.yaml', 'utf8');
  expect(nextTurn(analyze(text, { asOf }), { asOf })).toBe(next);
});

it('boundaries are days of the catalog, in order', () => {
  const days = boundaries(catalog);
  expect(days).toEqual(days.toSorted());
  expect(days).toEqual(
    expect.arrayContaining(['2012-09-01', '2014-04-01', '2014-07-01', '2017-07-01', '2019-08-15', '2025-05-05']),
  );
});
