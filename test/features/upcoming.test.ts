import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { byPartner } from '../../server/src/features/by-partner.ts';
import { upcoming } from '../../server/src/features/upcoming.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { excerpt } from './document.ts';

const SPEC = `lyncFederation: 1
server: { product: lync-2013, edgeProduct: lync-2013 }
domains:
  allowed: [fabrikam.com]
  xmpp: [{ domain: gmail.com }]
  blocked: [spam.example] # lync-federation: ignore[subdomain-of-blocked] until=2014-04-30 until the review
providers:
  public:
    - { identity: aim, enabled: true }
    - { identity: Yahoo!, enabled: false }
    - { identity: Messenger, enabled: true, region: mainland-china }
certificates:
  - { name: access-edge, subject: sip.contoso.com, notAfter: 2014-05-15 }
  - { name: old, subject: old.contoso.com, notAfter: 2014-02-01 }
licensing: { picUsl: { users: 10, expires: 2014-06-30 } }
`;

describe('what ends next', () => {
  const told = (within: number, asOf = '2014-03-01', text = SPEC) =>
    upcoming(analyze(text, { asOf }), within).map(
      ({ day, days, kind, message, at }) => `${day} ${days} ${kind} ${excerpt(text, at)}: ${inEnglish(message)}`,
    );

  it('is told in order of time, up to the last day that was asked for', () => {
    const first = [
      '2014-04-30 60 suppression until=2014-04-30: The suppression of `subdomain-of-blocked` ends.',
      '2014-05-15 75 certificate 2014-05-15: The certificate `access-edge` expires.',
    ];
    expect(told(59)).toEqual([]);
    expect(told(60)).toEqual(first.slice(0, 1));
    expect(told(120)).toEqual(first);
    expect(told(121)).toEqual([
      ...first,
      '2014-06-30 121 service aim: The service behind `aim` ends.',
      '2014-06-30 121 licence 2014-06-30: The Public IM Connectivity User Subscription Licence (PIC USL) expires.',
    ]);
  });

  it('is told on its last day, and not on the day after', () => {
    expect(told(30, '2014-06-30')).toHaveLength(2);
    expect(told(30, '2014-07-01')).toEqual([]);
  });

  it('knows XMPP services and the support of a product once', () => {
    expect(told(365, '2022-06-01')).toEqual([
      '2022-06-16 15 service gmail.com: The service behind `gmail.com` ends.',
      '2023-04-11 314 support lync-2013: Support for Lync Server 2013 ends.',
    ]);
  });

  it('counts from the day of the spec', () => {
    expect(told(30, '2026-01-01', SPEC.replace('\n', '\nasOf: 2014-06-01\n'))).toHaveLength(2);
  });
});

describe('problems by partner', () => {
  it('lie in its entry, are related to it, or are about a command that names it', () => {
    const text = [
      'lyncFederation: 1',
      'mistake: 1',
      'server: { product: lync-2013 }',
      'edge: { configuration: { allowFederatedUsers: true } }',
      'domains: { allowed: [fabrikam.com], blocked: [fabrikam.com] }',
      'providers: { public: [{ identity: AOL, enabled: true }] }',
      'cmdlets:',
      '  - New-CsPublicProvider -Identity Yahoo! -Enabled $true',
      '',
    ].join('\n');
    const groups = byPartner(analyze(text, { asOf: '2014-07-01' }));
    const rules = Object.fromEntries(groups.map(({ name = '', problems }) => [name, problems.map(({ rule }) => rule)]));
    expect(groups.map(({ name }) => name)).toEqual([undefined, 'fabrikam.com', 'AOL', 'Yahoo!']);
    expect(rules['']).toContain('unknown-key');
    expect(rules['fabrikam.com']).toContain('allowed-and-blocked');
    expect(rules.AOL).toContain('retired-provider');
    expect(rules['Yahoo!']).toContain('retired-provider');
  });
});
