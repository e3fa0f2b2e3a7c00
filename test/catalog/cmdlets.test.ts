import { describe, expect, it } from 'vitest';
import { catalog, type ProductId } from '../../server/src/catalog/catalog.generated.ts';
import { cmdlet, cmdletNames, defaultOn, parameter, type Support, supports } from '../../server/src/catalog/cmdlets.ts';

describe('cmdlet', () => {
  it('is found whatever the case, and keeps its own spelling', () => {
    expect(cmdlet('new-cspublicprovider')?.name).toBe('New-CsPublicProvider');
  });

  it('is undefined for what the reference does not hold', () => {
    expect(cmdlet('New-CsPublicProviders')).toBeUndefined();
    expect(cmdlet('constructor')).toBeUndefined();
  });

  it('covers the nouns that a federation spec is made of', () => {
    const verbs = (noun: string) =>
      cmdletNames.filter((name) => name.endsWith(`-${noun}`)).map((name) => name.split('-')[0]);
    expect(verbs('CsPublicProvider')).toEqual(['Disable', 'Enable', 'Get', 'New', 'Remove', 'Set']);
    expect(verbs('CsHostingProvider')).toEqual(['Disable', 'Enable', 'Get', 'New', 'Remove', 'Set']);
    expect(verbs('CsAllowedDomain')).toEqual(['Get', 'New', 'Remove', 'Set']);
    expect(verbs('CsBlockedDomain')).toEqual(['Get', 'New', 'Remove', 'Set']);
    expect(verbs('CsSipDomain')).toEqual(['Get', 'New', 'Remove', 'Set']);
    expect(verbs('CsXmppAllowedPartner')).toEqual(['Get', 'New', 'Remove', 'Set']);
    expect(verbs('CsExternalAccessPolicy')).toEqual(['Get', 'Grant', 'New', 'Remove', 'Set']);
    expect(verbs('CsAccessEdgeConfiguration')).toEqual(['Get', 'Set']);
  });
});

describe('parameter', () => {
  it('is found whatever the case, with the facts of its value', () => {
    expect(find('New-CsPublicProvider', 'verificationLEVEL')).toEqual({
      name: 'VerificationLevel',
      common: false,
      shared: false,
      online: false,
      type: 'VerificationLevelType',
      default: 'AlwaysVerifiable',
      values: ['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'],
      deprecatedValues: ['UseSourceVerification'],
      deprecatedFrom: 'sfb-2015',
      disputed: ['deprecation'],
      appliesTo: ['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019'],
    });
  });

  it('says whether it must be there', () => {
    expect(find('New-CsPublicProvider', 'ProxyFqdn')?.mandatory).toBe(true);
    expect(find('New-CsPublicProvider', 'IconUrl')?.mandatory).toBeUndefined();
    expect(find('Set-CsPublicProvider', 'Identity')?.mandatory).toBeUndefined();
  });

  it('is not there where a cmdlet cannot change it', () => {
    expect(find('Set-CsPublicProvider', 'ProxyFqdn')).toBeUndefined();
    expect(find('Set-CsPublicProvider', 'IconUrl')).toBeUndefined();
  });

  it('has the default of the servers, not of the online service', () => {
    expect(find('New-CsExternalAccessPolicy', 'EnableFederationAccess')?.default).toBe(false);
  });

  it('may be common to all cmdlets', () => {
    expect(find('Get-CsSipDomain', 'verbose')).toMatchObject({
      name: 'Verbose',
      common: true,
      type: 'SwitchParameter',
    });
    expect(find('Get-CsSipDomain', 'EA')?.name).toBe('ErrorAction');
  });

  it('may be shared by the cmdlets that change something', () => {
    expect(find('New-CsSipDomain', 'wi')).toMatchObject({ name: 'WhatIf', common: false, shared: true });
    expect(find('Get-CsSipDomain', 'WhatIf')).toBeUndefined();
    expect(find('New-CsAllowedDomain', 'InMemory')?.shared).toBe(true);
    expect(find('Set-CsAllowedDomain', 'InMemory')).toBeUndefined();
    expect(find('Set-CsAllowedDomain', 'Instance')?.pipeline).toBe(true);
  });

  it('tells what only older pages have', () => {
    expect(cmdlet('Grant-CsExternalUserCommunicationPolicy')?.lastDocumented).toBe('2024-03-21');
    expect(find('New-CsExternalAccessPolicy', 'EnablePublicCloudAccess')).toMatchObject({
      deprecated: true,
      deprecatedSince: '2025-05-05',
      lastDocumented: '2024-03-21',
    });
    expect(find('Get-CsHostingProvider', 'AsJob')).toMatchObject({ appliesTo: [], lastDocumented: '2022-03-11' });
  });

  it('may have another default on one product', () => {
    const found = find('Set-CsMcxConfiguration', 'SessionShortExpirationInterval');
    expect(found && [defaultOn(found, 'lync-2013'), defaultOn(found, 'sfb-2015')]).toEqual([259_200, 3600]);
  });

  it('is found by its alias', () => {
    expect(find('Test-CsFederatedPartner', 'D')?.name).toBe('Domain');
  });
});

describe('supports', () => {
  const nameDecoration = ['NameDecorationDomain', 'NameDecorationExcludedDomainList', 'NameDecorationRoutingDomain'];
  const cases: readonly (readonly [string, ProductId, number | undefined, Support])[] = [
    ...nameDecoration.flatMap(
      (name) =>
        [
          [name, 'lync-2010', undefined, 'no'],
          [name, 'lync-2013', 4, { needsUpdate: 5 }],
          [name, 'lync-2013', 5, 'yes'],
          [name, 'lync-2013', undefined, 'yes'],
          [name, 'sfb-2015', undefined, 'yes'],
        ] as const,
    ),
    ['EnableSkypeIdRouting', 'lync-2013', 5, 'no'],
    ['EnableSkypeIdRouting', 'sfb-2015', undefined, 'yes'],
    ['EnableSkypeDirectorySearch', 'sfb-se', undefined, 'yes'],
    ['IconUrl', 'lync-2010', undefined, 'no'],
    ['IconUrl', 'lync-2013', undefined, 'yes'],
    ['ProxyFqdn', 'ocs-2007-r2', undefined, 'no'],
    ['WhatIf', 'lync-2010', undefined, 'yes'],
  ];

  it.each(cases)('New-CsPublicProvider -%s on %s, update %s: %j', (name, product, installedUpdate, expected) => {
    const found = find('New-CsPublicProvider', name);
    expect(found && supports(catalog, found, { product, installedUpdate })).toEqual(expected);
  });

  it('lets no server product decide on a cmdlet of the tenant', () => {
    const found = find('Set-CsTenantFederationConfiguration', 'SharedSipAddressSpace');
    expect(found && supports(catalog, found, { product: 'lync-2010', installedUpdate: undefined })).toBe('yes');
  });

  it('refuses on every server what a server cmdlet has in the online service alone', () => {
    const found = find('New-CsExternalAccessPolicy', 'EnableAcsFederationAccess');
    expect(found && supports(catalog, found, { product: 'sfb-se', installedUpdate: undefined })).toBe('no');
  });

  it('answers for a whole cmdlet', () => {
    const xmpp = cmdlet('New-CsXmppAllowedPartner');
    const on = (product: ProductId) => xmpp && supports(catalog, xmpp, { product, installedUpdate: undefined });
    expect([on('lync-2010'), on('lync-2013'), on('sfb-2015'), on('sfb-2019'), on('sfb-se')]).toEqual([
      'no',
      'yes',
      'yes',
      'no',
      'no',
    ]);
  });
});

function find(name: string, parameterName: string) {
  const found = cmdlet(name);
  return found && parameter(found, parameterName);
}
