import type { Fields } from './fields.ts';

/**
 * The cmdlets that run against the tenant, which a harvest of the server's pages lacks: after their pages of 2026-05 in
 * MicrosoftDocs/office-docs-powershell (teams/teams-ps/MicrosoftTeams, commit 93336da of 2026-08-21), with what only older editions have.
 */

const federation: Fields = {
  AllowedDomains: { type: 'IAllowedDomainsChoice', nullable: true, default: 'AllowAllKnownDomains' },
  AllowedDomainsAsAList: { type: 'List', format: 'domain', list: 'list-modifier' },
  AllowedTrialTenantDomains: { type: 'List', format: 'domain', list: 'list-modifier' },
  AllowFederatedUsers: { type: 'Boolean', default: true },
  AllowPublicUsers: {
    type: 'Boolean',
    deprecated: true,
    deprecatedSince: '2025-05-05',
    lastDocumented: '2025-05-11',
  },
  AllowTeamsConsumer: { type: 'Boolean', default: true },
  AllowTeamsConsumerInbound: { type: 'Boolean', default: true },
  BlockAllSubdomains: { type: 'Boolean' },
  BlockedDomains: { type: 'List', format: 'domain', list: 'list-modifier', nullable: true },
  // An example of `Set-CsExternalAccessPolicy` still calls it.
  CustomizeFederation: { type: 'Boolean', lastDocumented: '2025-03-12' },
  DomainBlockingForMDOAdminsInTeams: { type: 'DomainBlockingForMDOAdminsInTeamsType', lastDocumented: '2025-12-29' },
  EnableExternalAccessRestrictionsForChatParticipants: { type: 'Boolean', default: false, reserved: true },
  EnableMutualFederationForChatParticipants: { type: 'Boolean', default: false, reserved: true },
  ExternalAccessWithTrialTenants: {
    type: 'ExternalAccessWithTrialTenantsType',
    values: ['Allowed', 'Blocked'],
    default: 'Blocked',
  },
  RestrictTeamsConsumerToExternalUserProfiles: { type: 'Boolean' },
  SecurityTeamAllowBlockListDelegation: {
    type: 'SecurityTeamAllowBlockListDelegationType',
    values: ['Enabled', 'Disabled'],
    default: 'Disabled',
  },
  SharedSipAddressSpace: { type: 'Boolean', default: false },
  TreatDiscoveredPartnersAsUnverified: { type: 'Boolean', default: false },
};

export const tenantCmdlets: Readonly<Record<string, Fields>> = {
  'Get-CsTenantFederationConfiguration': ofTenant('Get-CsTenantFederationConfiguration', {
    shared: { Tenant: {} },
    parameters: {
      Filter: { type: 'String', wildcards: true },
      Identity: { type: 'XdsIdentity' },
      LocalStore: { type: 'SwitchParameter' },
    },
    sets: [
      { name: 'Identity', default: true, parameters: ['LocalStore', 'Identity'], positional: ['Identity'] },
      { name: 'Filter', parameters: ['LocalStore', 'Filter'] },
    ],
  }),
  'Set-CsTenantFederationConfiguration': ofTenant('Set-CsTenantFederationConfiguration', {
    shared: { Confirm: {}, Force: {}, Instance: {}, Tenant: {}, WhatIf: {} },
    parameters: { ...federation, Identity: { type: 'XdsIdentity' } },
    sets: [
      {
        name: 'Identity',
        default: true,
        parameters: [...Object.keys(federation), 'Identity'],
        positional: ['Identity'],
      },
      { name: 'Instance', parameters: [...Object.keys(federation), 'Instance'] },
    ],
  }),
  'New-CsEdgeAllowAllKnownDomains': ofTenant('New-CsEdgeAllowAllKnownDomains', {
    shared: {},
    parameters: {},
    sets: [],
  }),
  'New-CsEdgeAllowList': ofTenant('New-CsEdgeAllowList', {
    shared: {},
    parameters: { AllowedDomain: { type: 'DomainPattern', nullable: true } },
    sets: [{ name: 'Default', default: true, parameters: ['AllowedDomain'] }],
  }),
  'New-CsEdgeDomainPattern': ofTenant('New-CsEdgeDomainPattern', {
    shared: {},
    parameters: { Domain: { type: 'String', mandatory: true, format: 'domain', wildcards: false } },
    sets: [{ name: 'Default', default: true, parameters: ['Domain'], mandatory: ['Domain'] }],
  }),
  'Get-CsOnlineSipDomain': ofTenant('Get-CsOnlineSipDomain', {
    shared: {},
    parameters: {
      Domain: { type: 'String', format: 'domain' },
      DomainStatus: { type: 'DomainStatus' },
    },
    sets: [{ name: 'Default', default: true, parameters: ['Domain', 'DomainStatus'] }],
  }),
  'Enable-CsOnlineSipDomain': ofTenant('Enable-CsOnlineSipDomain', sipDomain()),
  'Disable-CsOnlineSipDomain': ofTenant('Disable-CsOnlineSipDomain', sipDomain()),
};

/** Types that only the cmdlets of the tenant have. */
export const tenantTypes: Fields = {
  DomainBlockingForMDOAdminsInTeamsType: { values: ['Enabled', 'Disabled'] },
  DomainStatus: { values: ['All', 'Enabled', 'Disabled'] },
  DomainPattern: { objectOnly: true, from: ['New-CsEdgeDomainPattern'] },
  ExternalAccessWithTrialTenantsType: { values: ['Allowed', 'Blocked'] },
  IAllowedDomainsChoice: { objectOnly: true, from: ['New-CsEdgeAllowList', 'New-CsEdgeAllowAllKnownDomains'] },
  SecurityTeamAllowBlockListDelegationType: { values: ['Enabled', 'Disabled'] },
};

/** Parameters of the policy that only its page in the Teams module has, or says to be of Teams alone. */
export const ofTeamsPolicy: Fields = {
  AllowedExternalDomains: { type: 'List', format: 'domain', list: 'list-modifier' },
  BlockedExternalDomains: { type: 'List', format: 'domain', list: 'list-modifier' },
  CommunicationWithExternalOrgs: {
    type: 'String',
    values: [
      'OrganizationDefault',
      'AllowAllExternalDomains',
      'AllowSpecificExternalDomains',
      'BlockSpecificExternalDomains',
      'BlockAllExternalDomains',
    ],
    default: 'OrganizationDefault',
  },
  EnableTeamsConsumerAccess: { type: 'Boolean', default: true },
  EnableTeamsConsumerInbound: { type: 'Boolean', default: true },
  EnableTeamsSmsAccess: { type: 'Boolean' },
  FederatedBilateralChats: { type: 'Boolean', default: false },
  RestrictTeamsConsumerAccessToExternalUserProfiles: { type: 'Boolean' },
};

function ofTenant(name: string, about: Fields): Fields {
  return {
    appliesTo: [],
    ...about,
    doc: `https://learn.microsoft.com/powershell/module/microsoftteams/${name.toLowerCase()}`,
  };
}

function sipDomain(): Fields {
  return {
    shared: { Confirm: {}, Force: {} },
    parameters: { Domain: { type: 'String', mandatory: true, format: 'domain' } },
    sets: [{ name: 'Default', default: true, parameters: ['Domain'], mandatory: ['Domain'] }],
  };
}
