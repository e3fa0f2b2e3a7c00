import { describe, expect, it } from 'vitest';
import { cmdlet } from '../../server/src/catalog/cmdlets.ts';
import { resolveParameter } from '../../server/src/catalog/parameter-names.ts';

describe('the name of a parameter', () => {
  it.each([
    ['by its name', 'New-CsPublicProvider', 'proxyfqdn', 'exact ProxyFqdn'],
    ['by an alias', 'New-CsPublicProvider', 'wi', 'exact WhatIf'],
    ['by an alias of PowerShell', 'Get-CsSipDomain', 'ea', 'exact ErrorAction'],
    ['by its start', 'New-CsPublicProvider', 'Proxy', 'prefix ProxyFqdn'],
    ['by its start, beside one of PowerShell', 'New-CsPublicProvider', 'Ver', 'prefix VerificationLevel'],
    ['by its start, beside -Confirm', 'Set-CsXmppAllowedPartner', 'Con', 'prefix ConnectionLimit'],
    ['by its name, though another starts with it', 'New-CsExternalAccessPolicy', 'EnableTeamsConsumerAccess', 'exact'],
    ['by an alias, though a name starts with it', 'Test-CsFederatedPartner', 'd', 'exact Domain'],
    ['by the start of an alias', 'Set-CsCertificate', 'EffectiveT', 'prefix EffectiveDate'],
    ['once, where name and alias start alike', 'Set-CsCertificate', 'Eff', 'prefix EffectiveDate'],
    ['by its name alone, where others go on', 'New-CsPublicProvider', 'Enabled', 'exact Enabled'],
    ['by as much as tells it apart', 'New-CsPublicProvider', 'NameDecorationD', 'prefix NameDecorationDomain'],
    [
      'as ambiguous',
      'New-CsPublicProvider',
      'NameD',
      'ambiguous NameDecorationDomain,NameDecorationExcludedDomainList,NameDecorationRoutingDomain',
    ],
    ['as ambiguous among those of PowerShell', 'Get-CsSipDomain', 'Error', 'ambiguous ErrorAction,ErrorVariable'],
    ['not at all', 'New-CsPublicProvider', 'Proxies', 'unknown'],
    ['not at all, where the cmdlet lacks it', 'Get-CsPublicProvider', 'WhatIf', 'unknown'],
    ['not at all, where nothing is written', 'Get-CsPublicProvider', '', 'unknown'],
    ['not at all, though a guide has it', 'New-CsHostingProvider', 'name', 'unknown, seen'],
    ['by its start, also in the tenant', 'Set-CsTenantFederationConfiguration', 'AllowedTrial', 'prefix'],
    ['not at all, also in the tenant', 'Set-CsTenantFederationConfiguration', 'AllowedDomain5', 'unknown'],
  ])('is found %s: %s -%s', (_, name, written, expected) => {
    expect(resolved(name, written).startsWith(expected), resolved(name, written)).toBe(true);
    if (!expected.includes('seen')) expect(resolved(name, written)).not.toContain('seen');
  });
});

function resolved(name: string, written: string): string {
  const of = cmdlet(name);
  if (of === undefined) throw new Error(`No such cmdlet: ${name}`);
  const found = resolveParameter(of, written);
  if (found.match === 'ambiguous') return `ambiguous ${found.names.join()}`;
  if (found.match === 'unknown') return found.seen ? 'unknown, seen' : 'unknown';
  return `${found.match} ${found.parameter.name}`;
}
