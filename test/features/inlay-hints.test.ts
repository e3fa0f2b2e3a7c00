import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import type { HintKind } from '../../server/src/features/hints/hint.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { makeSpec } from '../bench/spec.ts';

/** Nobody is told of missing records by a finding. */
const OFF = { 'missing-federation-srv': 'off', 'missing-xmpp-srv': 'off' } as const;

/** The document with its hints where they are shown, in brackets like this: ⟦hint⟧. */
function shown(text: string, ...wanted: readonly HintKind[]): string {
  const analysis = analyze(text, { asOf: '2014-05-01', severities: OFF });
  const all = { start: 0, end: text.length };
  return inlayHints(analysis, all, wanted).reduceRight(
    (before, { offset, label }) => `${before.slice(0, offset)}⟦${inEnglish(label)}⟧${before.slice(offset)}`,
    text,
  );
}

function unmarked(text: string): string {
  return text.replace(/⟦.*?⟧/g, '');
}

/** A document as it is written, with the hints it has to have. */
function expectHints(expected: string, ...wanted: readonly HintKind[]): void {
  expect(shown(unmarked(expected), ...wanted)).toBe(expected);
}

describe('hints tell', () => {
  it('the records that have to exist', () => {
    expectHints(
      `edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }⟦needs SRV contoso.com, port 5061 (+1)⟧
domains:
  sip:
    - contoso.com⟦needs SRV _sipfederationtls._tcp, port 5061⟧⟦needs SRV _xmpp-server._tcp, port 5269⟧
    - identity: fabrikam.com⟦needs SRV _sipfederationtls._tcp, port 5061⟧
      isDefault: false
    - litwareinc.com
    - contoso.local
  xmpp:
    - gmail.com
dns:
  srv:
    - { name: _sipfederationtls._tcp.litwareinc.com, port: 5061, target: sip.litwareinc.com }
`,
      'records',
    );
    expectHints('edge:\n  configuration: { allowFederatedUsers: true }\ndomains:\n  sip: [contoso.com]\n', 'records');
  });

  it('no record of which a finding tells, or would if it were not suppressed', () => {
    const text = `edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
domains:
  sip:
    - contoso.com
    - fabrikam.com # lync-federation: ignore[missing-federation-srv] not yet bought
`;
    const analysis = analyze(text, { asOf: '2014-05-01' });
    expect([analysis.problems, analysis.suppressed].map(({ length }) => length > 0)).toEqual([true, true]);
    expect(inlayHints(analysis, { start: 0, end: text.length }, ['records'])).toEqual([]);
  });

  it('the values that hold although nobody wrote them, once behind each entry', () => {
    expectHints(
      `server: { product: lync-2013 }
edge:
  configuration:⟦enablePartnerDiscovery: false⟧
    allowFederatedUsers: true
domains:
  xmpp:
    - gmail.com⟦partnerType: PublicUnverified, tlsNegotiation: Required, saslNegotiation: Required⟧
providers:
  hosting:
    - identity: LyncOnline⟦enabledSharedAddressSpace: false, hostsOCSUsers: false⟧
      proxyFqdn: sipfed.online.lync.com
      enabled: true
    - { identity: Other, hostsOCSUsers: maybe }⟦enabledSharedAddressSpace: false⟧
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }⟦enablePublicCloudAccess: false⟧
    - { identity: Sales, enablePublicCloudAccess: true }
  pushNotification: {}⟦enableApplePushNotificationService: false, enableMicrosoftPushNotificationService: false⟧
`,
      'defaults',
    );
  });

  it('no defaults of parameters that the server does not have', () => {
    const source = 'domains:\n  xmpp:\n    - gmail.com\n';
    expect(shown(`server: { product: sfb-2015 }\n${source}`, 'defaults')).toContain('gmail.com⟦');
    expect(shown(`server: { product: sfb-2019 }\n${source}`, 'defaults')).toContain('gmail.com\n');
    expect(shown(`server: { product: ocs-2007-r2 }\n${source}`, 'defaults')).toContain('gmail.com\n');
  });

  it('the end of services', () => {
    const source = 'providers:\n  public:\n    - identity: AOL\n    - identity: Skype\n    - identity: Other\n';
    const on = (asOf: string) => shown(`asOf: ${asOf}\n${source}provisioning: { providers: [AIM] }\n`, 'endings');
    expect(on('2014-03-01')).not.toContain('⟦ended');
    expect(on('2014-06-30')).toContain('AOL⟦ends 2014-06-30⟧\n    - identity: Skype\n');
    expect(on('2014-07-01')).toContain('AOL⟦ended 2014-06-30⟧\n    - identity: Skype\n');
    expect(on('2014-07-01')).toContain('[AIM] }⟦ended 2014-06-30⟧');
    // A finding says it there.
    const used = `asOf: 2014-07-01\n${source.replace('AOL', 'AOL\n      enabled: true')}`;
    expect(shown(used, 'endings')).not.toContain('⟦ended');
    expect(on('2010-01-01')).toMatch(/Skype⟦from \d{4}-\d{2}-\d{2}⟧/);
  });

  it('how partners are reached', () => {
    expectHints(
      `edge: { configuration: { allowFederatedUsers: true } }
domains:
  allowed:
    - fabrikam.com⟦allowed partner domain⟧
    - domain: litwareinc.com⟦allowed partner server⟧
      proxyFqdn: sip.litwareinc.com
    - spam.example⟦blocked⟧
    - { domain: gmail.com }⟦XMPP partner⟧
    - { domain: a.example, partner: { srv: none } }⟦not reachable⟧
    - { domain: b.example, partner: { hosted: true } }⟦hosted partner⟧
  blocked: [SPAM.example]
  xmpp: [gmail.com]
providers:
  hosting: [{ identity: LyncOnline, proxyFqdn: sipfed.online.lync.com, enabled: true }]
`,
      'partners',
    );
  });

  it('what they rest on, by pages that can be opened', () => {
    const text =
      'edge: { configuration: { enablePartnerDiscovery: true } }\ndomains: { sip: [contoso.com], allowed: [a.b] }\n';
    const analysis = analyze(text, { asOf: '2014-05-01', severities: OFF });
    const tooltips = inlayHints(analysis, { start: 0, end: text.length }).map(({ tooltip }) => inEnglish(tooltip));
    expect(tooltips.map((one) => one.replace(/https:\/\/.*?\/main\//g, ''))).toEqual([
      '`contoso.com` needs the record `_sipfederationtls._tcp.contoso.com`, which does not stand in `dns.srv`. Rule [missing-federation-srv](docs/rules/missing-federation-srv.md), [sources](docs/facts.md#records.federation-srv)',
      'This is not stated, so the default holds: see [edge.configuration](docs/format.md).',
    ]);
    const korean = inlayHints(analysis, { start: 0, end: text.length }, undefined, 'ko').map((one) =>
      inEnglish(one.tooltip),
    );
    expect(korean).toEqual(tooltips.map((one) => one.replaceAll('/main/docs/', '/main/docs/ko/')));
  });
});

it('several things of one line that goes on have none: nobody could tell whose it is', () => {
  const on = 'edge: { configuration: { allowFederatedUsers: true } }\n';
  expectHints(`${on}domains:\n  allowed: [a.example, b.example]\n`, 'partners');
  expectHints(`${on}domains:\n  allowed: [a.example]⟦allowed partner domain⟧ # by Kim\n`, 'partners');
});

it('only the stretch that is asked for has hints, in a list of any length', () => {
  const { text } = makeSpec(10_000);
  const analysis = analyze(text, { asOf: '2014-05-01', rules: [] });
  const start = text.indexOf('partner-05000');
  const within = { start, end: text.indexOf('partner-05020') };
  const found = inlayHints(analysis, within);
  expect(found.length).toBeGreaterThanOrEqual(20);
  expect(found.every(({ offset }) => within.start <= offset && offset <= within.end)).toBe(true);
});
