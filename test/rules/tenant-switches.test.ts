import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { below, rootSchema } from '../../server/src/spec/schema.ts';
import { examine, OPTIONS } from './fixture.ts';

/** The value of each switch that is at odds with the servers below, and the rule that says so. */
const DIFFERING: readonly (readonly [key: string, value: boolean, rule: RuleId])[] = [
  ['sharedSipAddressSpace', false, 'hybrid-sharing-one-sided'],
  ['allowFederatedUsers', false, 'hybrid-federation-differs'],
  ['allowPublicUsers', false, 'hybrid-public-im-differs'],
  ['blockAllSubdomains', true, 'tenant-refuses-partner'],
  ['treatDiscoveredPartnersAsUnverified', true, 'hybrid-federation-differs'],
];

/** Those of which servers know nothing, as the page of the rule that compares says. */
const WITHOUT_COUNTERPART = [
  'allowTeamsConsumer',
  'allowTeamsConsumerInbound',
  'restrictTeamsConsumerToExternalUserProfiles',
];

const tenant = below(rootSchema, 'tenant')?.properties ?? {};
const switches = Object.keys(tenant).filter((key) => tenant[key]?.type === 'boolean');

describe('every switch of the tenant', () => {
  it('is compared, or has no counterpart at the servers', () => {
    expect([...DIFFERING.map(([key]) => key), ...WITHOUT_COUNTERPART].toSorted()).toEqual(switches.toSorted());
    const page = readFileSync('docs/rules/hybrid-federation-differs.md', 'utf8');
    for (const key of switches) expect(page).toContain(`\`${key}`);
  });

  it.each(DIFFERING)('%s: %s', (key, value, rule) => {
    expect(heard(hybrid({ [key]: value }))).toContain(rule);
    expect(heard(hybrid({ [key]: !value }))).not.toContain(rule);
  });
});

function heard(text: string): readonly string[] {
  return examine(text, { ...OPTIONS, asOf: '2019-09-01', persona: 'regular', rules }).problems.map(({ rule }) => rule);
}

/** Servers and tenant that agree, but for what is said of the tenant. */
function hybrid(changed: Readonly<Record<string, boolean>>): string {
  const said = { sharedSipAddressSpace: true, ...changed };
  return `lyncFederation: 1
server: { product: sfb-2015 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true, discoveredPartnerVerificationLevel: UseSourceVerification }
domains:
  sip: [contoso.com]
  blocked: [spam.example]
  discovered: [it.spam.example]
providers:
  public:
    - identity: Skype
      proxyFqdn: federation.messenger.msn.com
      enabled: true
  hosting:
    - identity: Office365
      proxyFqdn: sipfed.online.lync.com
      enabled: true
      enabledSharedAddressSpace: true
      hostsOCSUsers: true
      verificationLevel: UseSourceVerification
tenant:
${Object.entries(said)
  .map(([key, value]) => `  ${key}: ${value}\n`)
  .join('')}  blockedDomains: [spam.example]
`;
}
