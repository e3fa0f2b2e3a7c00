import { describe, expect, it } from 'vitest';
import { cmdlet } from '../../server/src/catalog/cmdlets.ts';
import {
  missingParameters,
  mixedParameters,
  positionalParameters,
  setsFitting,
} from '../../server/src/catalog/parameter-sets.ts';

describe('the sets that fit', () => {
  it.each([
    ['Set-CsPublicProvider', ['Identity', 'Enabled'], ['Identity']],
    ['Set-CsPublicProvider', ['Enabled', 'WhatIf', 'Verbose'], ['Identity', 'Instance']],
    ['Set-CsPublicProvider', ['Identity', 'Instance'], []],
    ['Set-CsAccessEdgeConfiguration', ['AllowFederatedUsers', 'EnablePartnerDiscovery'], ['DnsSrvRouting']],
    [
      'Grant-CsExternalAccessPolicy',
      ['PassThru'],
      ['Identity', 'GrantToUser', 'GrantToGroup', 'GrantToTenant', 'Server2022'],
    ],
    ['Set-CsTenantFederationConfiguration', ['Identity'], ['Identity']],
    ['Set-CsTenantFederationConfiguration', ['Identity', 'Instance'], []],
    ['New-CsEdgeAllowAllKnownDomains', ['Verbose'], []],
  ])('%s %j: %j', (name, names, expected) => {
    expect(setsFitting(of(name), names).map((set) => set.name)).toEqual(expected);
  });

  it('come with the default one first', () => {
    expect(setsFitting(of('Import-CsCertificate'), ['Path'])[0]?.default).toBe(true);
  });
});

describe('parameters of different sets', () => {
  it.each([
    [
      'Set-CsAccessEdgeConfiguration',
      ['UseDefaultRouting', 'DefaultRouteFqdn', 'EnablePartnerDiscovery'],
      ['UseDefaultRouting', 'EnablePartnerDiscovery'],
    ],
    ['New-CsAllowedDomain', ['Comment', 'Identity', 'Domain'], ['Identity', 'Domain']],
    ['New-CsAllowedDomain', ['Comment', 'Identity'], undefined],
    ['Set-CsTenantFederationConfiguration', ['Identity', 'AllowedDomains'], undefined],
  ])('%s %j: %j', (name, names, expected) => {
    expect(mixedParameters(of(name), names)).toEqual(expected);
  });
});

describe('what a command lacks', () => {
  it.each([
    ['New-CsPublicProvider', ['Identity'], false, ['ProxyFqdn', 'Enabled']],
    ['New-CsPublicProvider', ['Identity', 'ProxyFqdn', 'Enabled'], false, []],
    [
      'New-CsHostingProvider',
      ['Identity', 'ProxyFqdn', 'Enabled'],
      false,
      ['EnabledSharedAddressSpace?', 'HostsOCSUsers?'],
    ],
    ['New-CsAllowedDomain', ['Domain'], false, []],
    ['New-CsAllowedDomain', ['Comment'], false, ['Identity']],
    ['Remove-CsAllowedDomain', [], false, ['Identity']],
    ['Remove-CsAllowedDomain', [], true, []],
    ['Grant-CsMobilityPolicy', [], true, ['PolicyName?']],
    ['Test-CsXmppIM', ['Receiver'], false, ['TargetFqdn']],
    ['Set-CsPublicProvider', ['Enabled'], false, []],
    ['Import-CsCertificate', ['Type'], false, ['Identity', 'Path']],
    ['Set-CsPublicProvider', ['Identity', 'Instance'], false, []],
  ])('%s %j, piped %s: %j', (name, names, piped, expected) => {
    const missing = missingParameters(of(name), names, { piped });
    expect(missing.map((one) => (one.disputed ? `${one.name}?` : one.name))).toEqual(expected);
  });
});

describe('values without a name', () => {
  it.each([
    ['Remove-CsAllowedDomain', [], ['Identity']],
    ['Remove-CsAllowedDomain', ['Identity'], []],
    ['Test-CsFederatedPartner', [], ['TargetFqdn', 'Domain']],
    ['Test-CsFederatedPartner', ['TargetFqdn'], ['Domain']],
    ['Grant-CsMobilityPolicy', [], ['Identity', 'PolicyName']],
    ['Grant-CsExternalAccessPolicy', [], ['Identity', 'PolicyName']],
    ['Grant-CsExternalAccessPolicy', ['Group'], ['PolicyName', 'Rank']],
    ['Get-CsPublicProvider', ['Filter'], []],
    ['Enable-CsTopology', [], []],
  ])('of %s beside %j go to %j', (name, named, expected) => {
    expect(positionalParameters(of(name), named)).toEqual(expected);
  });
});

function of(name: string) {
  const found = cmdlet(name);
  if (found === undefined) throw new Error(`No such cmdlet: ${name}`);
  return found;
}
