import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { nouns } from '../../server/src/catalog/nouns.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { renderDsc, renderGraph } from '../../server/src/plan/render-tenant.ts';
import { DSC, GRAPH } from '../../server/src/plan/tenant-resource.ts';
import { placesIn } from '../../server/src/spec/placed.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { runs } from '../runs.ts';
import { DOMAINS } from './specs.ts';

const FORMS = [
  { name: 'Microsoft365DSC', render: renderDsc, monitor: DSC, source: 'tenant.ps1' },
  { name: 'Microsoft Graph', render: renderGraph, monitor: GRAPH, source: 'monitor.json' },
];

type Render = typeof renderDsc;

function rendered(render: Render, tenant: object | undefined): ReturnType<Render> {
  const text = JSON.stringify({ lyncFederation: 1, ...(tenant && { tenant }) });
  const { spec } = readSpec(text);
  const origin = { path: 'a.lync.yaml', placeOf: placesIn('a.lync.yaml', text), compared: false, bundle: {} };
  return render({ wanted: declared(spec, catalog), spec, origin });
}

function said(notes: ReturnType<Render>['notes']): readonly string[] {
  return notes.map(({ message }) => inEnglish(message));
}

/** The tenant that a spec declares, by parameter; that nobody is blocked goes without saying. */
function valuesIn(text: string): Readonly<Record<string, unknown>> {
  const { spec, faults } = readSpec(text);
  expect(faults).toEqual([]);
  const values = declared(spec, catalog).objects.find(({ noun }) => noun === nouns.tenantFederation)?.values ?? {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

const EMPTY = (name: string) => new RegExp(`^ +(?:${name} += @\\(\\) #|"${name}": \\[\\])`, 'm');

const domains = (minLength: number) => fc.uniqueArray(fc.constantFrom(...DOMAINS, 'bücher.example'), { minLength });
const tenants = fc.record(
  {
    sharedSipAddressSpace: fc.boolean(),
    allowFederatedUsers: fc.boolean(),
    allowPublicUsers: fc.boolean(),
    allowedDomains: domains(1),
    blockedDomains: domains(0),
    blockAllSubdomains: fc.boolean(),
    treatDiscoveredPartnersAsUnverified: fc.boolean(),
    externalAccessWithTrialTenants: fc.constantFrom('Allowed', 'Blocked'),
    allowedTrialTenantDomains: domains(0),
    allowTeamsConsumer: fc.boolean(),
    allowTeamsConsumerInbound: fc.boolean(),
    restrictTeamsConsumerToExternalUserProfiles: fc.boolean(),
    securityTeamAllowBlockListDelegation: fc.constantFrom('Enabled', 'Disabled'),
  },
  { requiredKeys: ['allowFederatedUsers'] },
);

describe.each(FORMS)('a tenant for $name', ({ render, monitor, source }) => {
  it('imported, is the tenant of the spec', () => {
    fc.assert(
      fc.property(tenants, (tenant) => {
        const { text, notes, refusals } = rendered(render, tenant);
        expect(refusals).toEqual([]);
        const { found, complaints } = readFound([{ source, text: text.replace(/^\ufeff/, '') }]);
        expect(complaints).toEqual([]);
        const wanted = Object.entries(valuesIn(JSON.stringify({ lyncFederation: 1, tenant })));
        expect(valuesIn(importSpec(found).text)).toEqual(
          Object.fromEntries(wanted.filter(([name]) => monitor.properties.has(name))),
        );
        // And what is not in it is said.
        const unwatched = wanted.map(([name]) => name).filter((name) => !monitor.properties.has(name));
        for (const name of unwatched) expect(said(notes).join('\n')).toContain(`\`${name}\``);
      }),
      runs(40),
    );
  });

  it('says of an open tenant that it is open', () => {
    expect(rendered(render, { allowFederatedUsers: true }).text).toMatch(EMPTY('AllowedDomains'));
  });

  it.each([
    ['that lets nobody in', { allowedDomains: [] }, /^An empty `allowedDomains` lets nobody in/],
    ['whose list nobody can read', { allowedDomains: ['<allowed domains>'] }, /could not be read/],
    ['that is not there', undefined, /^It has no `tenant`/],
  ])('is refused for one %s', (_, tenant, why) => {
    expect(said(rendered(render, tenant).refusals)).toEqual([expect.stringMatching(why)]);
  });

  it('watches that a list is empty', () => {
    expect(rendered(render, { allowedDomains: ['a.example'], blockedDomains: [] }).text).toMatch(
      EMPTY('BlockedDomains'),
    );
  });

  it('holds no name that is none', () => {
    const { text, notes } = rendered(render, { blockedDomains: ["a.example'); Remove-Item x; @('"] });
    expect(text).not.toContain('Remove-Item');
    expect(said(notes).join()).toContain('`-BlockedDomains`');
  });
});
