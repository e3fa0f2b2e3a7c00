import { expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { classify } from '../../server/src/deployment/classify.ts';
import { readSpec } from '../../server/src/spec/read.ts';

const on = 'edge: { configuration: { allowFederatedUsers: true } }';
const open = 'edge: { configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true } }';
const cloud = 'providers: { hosting: [{ identity: LyncOnline, proxyFqdn: sipfed.online.lync.com, enabled: true }] }';
const china = 'providers: { hosting: [{ identity: China, proxyFqdn: sipfed.online.partner.lync.cn, enabled: true }] }';

it.each([
  ['unreachable', 'nothing said of federation', ['domains: { allowed: [fabrikam.com] }']],
  ['unreachable', 'closed federation', [on]],
  ['discovered', 'open federation', [open]],
  ['discovered', 'expected to be met', [open, 'domains: { discovered: [fabrikam.com] }']],
  ['blocked', 'on the block list', [open, 'domains: { blocked: [FABRIKAM.com.] }']],
  ['allowed-domain', 'on the allow list', [on, 'domains: { allowed: [fabrikam.com] }']],
  [
    'allowed-server',
    'with a server',
    [on, 'domains: { allowed: [{ domain: fabrikam.com, proxyFqdn: sip.fabrikam.com }] }'],
  ],
  ['xmpp', 'an XMPP partner', [on, 'domains: { xmpp: [fabrikam.com] }']],
  [
    'hosted',
    'in the cloud, allowed',
    [on, cloud, 'domains: { allowed: [{ domain: fabrikam.com, partner: { hosted: true } }] }'],
  ],
  [
    'hosted',
    'in the cloud by its record',
    [open, cloud, 'domains: { discovered: [{ domain: fabrikam.com, partner: { srv: sipfed.online.lync.com } }] }'],
  ],
  [
    'unreachable',
    'in the cloud without a provider',
    [open, 'domains: { discovered: [{ domain: fabrikam.com, partner: { hosted: true } }] }'],
  ],
  [
    'hosted',
    'in another cloud, with its provider',
    [
      open,
      china,
      'domains: { discovered: [{ domain: fabrikam.com, partner: { srv: sipfed.online.partner.lync.cn } }] }',
    ],
  ],
  [
    'unreachable',
    'in another cloud than the provider leads to',
    [
      open,
      cloud,
      'domains: { discovered: [{ domain: fabrikam.com, partner: { srv: sipfed.online.partner.lync.cn } }] }',
    ],
  ],
  [
    'unreachable',
    'in the worldwide cloud, where the provider leads to another',
    [open, china, 'domains: { discovered: [{ domain: fabrikam.com, partner: { srv: sipfed.online.lync.com } }] }'],
  ],
  [
    'hosted',
    'in a cloud that nothing tells',
    [open, china, 'domains: { discovered: [{ domain: fabrikam.com, partner: { hosted: true } }] }'],
  ],
  [
    'unreachable',
    'in the cloud, discovery off, not allowed',
    [on, cloud, 'domains: { discovered: [{ domain: fabrikam.com, partner: { hosted: true } }] }'],
  ],
  ['discovered', 'a tenant alone', ['tenant: { allowFederatedUsers: true }']],
  [
    'discovered',
    'a tenant alone, and in the cloud',
    ['tenant: {}', 'domains: { discovered: [{ domain: fabrikam.com, partner: { hosted: true } }] }'],
  ],
  ['allowed-domain', 'on the list of a tenant alone', ['tenant: { allowedDomains: [Fabrikam.com] }']],
  ['unreachable', 'not on the list of a tenant alone', ['tenant: { allowedDomains: [litwareinc.com] }']],
  ['unreachable', 'an empty list of a tenant alone', ['tenant: { allowedDomains: [] }']],
  [
    'unreachable',
    'federation off in a tenant alone',
    ['tenant: { allowFederatedUsers: false, allowedDomains: [fabrikam.com] }'],
  ],
  ['blocked', 'blocked by a tenant alone', ['tenant: { blockedDomains: [fabrikam.com] }']],
  ['allowed-domain', 'blocked in vain', ['tenant: { allowedDomains: [fabrikam.com], blockedDomains: [fabrikam.com] }']],
  [
    'unreachable',
    'a trial tenant',
    ['tenant: {}', 'domains: { discovered: [{ domain: fabrikam.com, partner: { trialOnly: true } }] }'],
  ],
  [
    'discovered',
    'a trial tenant that is let in',
    [
      'tenant: { allowedTrialTenantDomains: [fabrikam.com] }',
      'domains: { discovered: [{ domain: fabrikam.com, partner: { trialOnly: true } }] }',
    ],
  ],
  ['unreachable', 'a tenant beside servers, which decide', [on, 'tenant: { allowFederatedUsers: true }']],
])('%s: %s', (kind, _, lines) => {
  const { spec, faults } = readSpec(['lyncFederation: 1', ...lines, ''].join('\n'));
  expect(faults).toEqual([]);
  expect(classify(spec, { catalog, asOf: '2026-01-01' }, 'fabrikam.com').kind).toBe(kind);
});

it('a trial tenant is kept out from the day on which the question is asked, whatever day the spec has', () => {
  const { spec } = readSpec(
    'lyncFederation: 1\nasOf: 2026-01-01\ntenant: {}\ndomains: { discovered: [{ domain: fabrikam.com, partner: { trialOnly: true } }] }\n',
  );
  const kindOn = (asOf: string) => classify(spec, { catalog, asOf }, 'fabrikam.com').kind;
  const { date } = catalog.milestones['trial-tenants-blocked'];
  expect(kindOn('2024-07-28')).toBe('discovered');
  expect([date, kindOn(date)]).toEqual(['2024-07-29', 'unreachable']);
});
