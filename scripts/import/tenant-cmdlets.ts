import type { Fields } from './fields.ts';

/** Runs against the tenant, so a harvest of the server's pages lacks it. */
export const tenantCmdlets: Readonly<Record<string, Fields>> = {
  'Set-CsTenantFederationConfiguration': {
    appliesTo: [],
    // The service gains parameters between one edition of the page and the next.
    open: true,
    shared: { Confirm: {}, Force: {}, Instance: {}, Tenant: {}, WhatIf: {} },
    parameters: {
      AllowedDomains: { type: 'Object' },
      AllowedDomainsAsAList: { type: 'List', format: 'domain', list: 'list-modifier' },
      AllowFederatedUsers: { type: 'Boolean', default: true },
      AllowPublicUsers: { type: 'Boolean', default: true },
      AllowTeamsConsumer: { type: 'Boolean', default: true },
      AllowTeamsConsumerInbound: { type: 'Boolean', default: true },
      BlockAllSubdomains: { type: 'Boolean' },
      BlockedDomains: { type: 'List', format: 'domain', list: 'list-modifier', nullable: true },
      Identity: { type: 'XdsIdentity' },
      SharedSipAddressSpace: { type: 'Boolean' },
      TreatDiscoveredPartnersAsUnverified: { type: 'Boolean' },
    },
    sets: [],
    doc: 'https://learn.microsoft.com/powershell/module/teams/set-cstenantfederationconfiguration',
  },
};
