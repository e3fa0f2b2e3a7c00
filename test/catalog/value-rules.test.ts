import { describe, expect, it } from 'vitest';
import { cmdlet, parameter } from '../../server/src/catalog/cmdlets.ts';
import { valueFault } from '../../server/src/catalog/value-faults.ts';
import { choose, valueRule } from '../../server/src/catalog/value-rules.ts';

describe('the rule for a value', () => {
  it('is that of the type', () => {
    expect(rule('Set-CsPublicProvider', 'Enabled')).toEqual({
      kind: 'boolean',
      open: false,
      deprecated: [],
      numbered: false,
      nullable: false,
      disputed: false,
    });
  });

  it('is narrowed by the page', () => {
    expect(rule('Set-CsAccessEdgeConfiguration', 'OutgoingTlsCountForFederatedPartners')).toMatchObject({
      min: 1,
      max: 4,
    });
    expect(rule('New-CsMcxConfiguration', 'SessionExpirationInterval')).toMatchObject({
      kind: 'number',
      min: 120,
      max: 4_294_967_295,
      unit: 'seconds',
    });
    expect(rule('New-CsHostingProvider', 'SipClientPort')).toMatchObject({ min: 0, max: 65_535, format: 'port' });
    expect(rule('New-CsPublicProvider', 'VerificationLevel')).toMatchObject({
      kind: 'enum',
      deprecated: ['UseSourceVerification'],
      deprecatedFrom: 'sfb-2015',
      numbered: true,
    });
  });

  it.each([
    ['Set-CsXmppAllowedPartner', 'AdditionalDomains', { kind: 'text', list: 'list-modifier', nullable: true }],
    ['New-CsPublicProvider', 'NameDecorationExcludedDomainList', { kind: 'text', list: 'comma-string' }],
    ['Set-CsCertificate', 'Type', { kind: 'enum', list: 'array', open: true }],
    ['Grant-CsMobilityPolicy', 'Identity', { kind: 'user' }],
    ['Set-CsCertificate', 'Reference', { kind: 'object', from: ['Get-CsCertificate'] }],
    ['Set-CsCertificate', 'EffectiveDate', { kind: 'date' }],
    ['New-CsExternalAccessPolicy', 'Identity', { kind: 'identity', forms: ['site:<name>', '<name>'] }],
    ['Request-CsCertificate', 'ComputerFqdn', { kind: 'text', format: 'fqdn', disputed: true }],
    ['New-CsPublicProvider', 'WhatIf', { kind: 'switch' }],
    ['New-CsPublicProvider', 'ErrorAction', { kind: 'enum', numbered: false }],
  ])('%s -%s: %j', (name, parameterName, expected) => {
    expect(rule(name, parameterName)).toMatchObject(expected);
  });
});

describe('one of several values', () => {
  it.each([
    ['VerificationLevel', 'alwaysverifiable', { match: 'exact', value: 'AlwaysVerifiable' }],
    ['VerificationLevel', 'Use', { match: 'prefix', value: 'UseSourceVerification' }],
    ['VerificationLevel', 'Always', { match: 'ambiguous', values: ['AlwaysVerifiable', 'AlwaysUnverifiable'] }],
    ['VerificationLevel', '2', { match: 'number', value: 'UseSourceVerification' }],
    ['VerificationLevel', '7', { match: 'number', value: undefined }],
    ['VerificationLevel', 'None', { match: 'unknown' }],
    ['VerificationLevel', '', { match: 'unknown' }],
  ])('-%s %s: %j', (name, written, expected) => {
    expect(choose(rule('New-CsPublicProvider', name), written)).toEqual(expected);
  });

  it('is told by its start only where it is an enum', () => {
    expect(choose(rule('New-CsMobilityPolicy', 'VoiceSettings'), 'cellular').match).toBe('exact');
    expect(choose(rule('New-CsMobilityPolicy', 'VoiceSettings'), 'Cell').match).toBe('unknown');
  });

  it('has a number only where the order of the names is known', () => {
    expect(choose(rule('New-CsXmppAllowedPartner', 'TlsNegotiation'), '1')).toEqual({
      match: 'number',
      value: undefined,
    });
  });
});

describe('a value', () => {
  it.each([
    ['Set-CsPublicProvider', 'Enabled', '$TRUE', undefined],
    ['Set-CsPublicProvider', 'Enabled', '1', undefined],
    ['Set-CsPublicProvider', 'Enabled', 'True', 'kind boolean'],
    ['Set-CsPublicProvider', 'Enabled', "'$true'", 'kind boolean'],
    ['Set-CsPublicProvider', 'Enabled', '$null', 'null'],
    ['Set-CsXmppAllowedPartner', 'AdditionalDomains', '$null', undefined],
    ['Set-CsPublicProvider', 'VerificationLevel', 'Use', undefined],
    ['Set-CsPublicProvider', 'VerificationLevel', '$null', 'null'],
    ['Set-CsPublicProvider', 'VerificationLevel', '$level', undefined],
    ['Set-CsPublicProvider', 'VerificationLevel', 'AlwaysUn', undefined],
    ['Set-CsPublicProvider', 'VerificationLevel', "'AlwaysVerified'", 'unlisted'],
    ['Set-CsPublicProvider', 'VerificationLevel', 'Always', 'ambiguous'],
    ['Set-CsCertificate', 'Type', 'SomethingNew', undefined],
    ['Set-CsAccessEdgeConfiguration', 'OutgoingTlsCountForFederatedPartners', '4', undefined],
    ['Set-CsAccessEdgeConfiguration', 'OutgoingTlsCountForFederatedPartners', "'4'", undefined],
    ['Set-CsAccessEdgeConfiguration', 'OutgoingTlsCountForFederatedPartners', '5', 'above 4'],
    ['Set-CsAccessEdgeConfiguration', 'OutgoingTlsCountForFederatedPartners', '0', 'below 1'],
    ['Set-CsAccessEdgeConfiguration', 'OutgoingTlsCountForFederatedPartners', 'four', 'kind number'],
    ['Set-CsEdgeServer', 'AccessEdgeExternalSipPort', '70000', 'above 65535'],
    ['Set-CsEdgeServer', 'AccessEdgeExternalSipPort', '0x13C5', undefined],
    ['Set-CsEdgeServer', 'AccessEdgeExternalSipPort', '64kb', 'above 65535'],
    ['Request-CsCertificate', 'KeySize', '2kb', undefined],
    ['Request-CsCertificate', 'KeySize', '3000', 'unlisted'],
    ['Enable-CsTopology', 'GlobalCatalog', 'dc01.contoso.com', undefined],
    ['Enable-CsTopology', 'GlobalCatalog', 'https://dc01.contoso.com', 'form fqdn'],
    ['New-CsPublicProvider', 'IconUrl', "'ftp://x'", 'form url'],
    ['New-CsMcxConfiguration', 'PushNotificationProxyUri', 'push.lync.com', 'form sip-uri'],
    ['Test-CsXmppIM', 'OutVerboseVariable', "'$x'", 'form '],
    ['New-CsExternalAccessPolicy', 'Identity', 'site:Redmond', undefined],
    ['New-CsExternalAccessPolicy', 'Identity', 'tag:Sales', undefined],
    ['New-CsExternalAccessPolicy', 'Identity', 'service:WebServer:x.contoso.com', 'form site:<name> <name>'],
    ['New-CsMcxConfiguration', 'Identity', 'Global', 'form site:<name> service:WebServer:<fqdn>'],
    ['New-CsMcxConfiguration', 'Identity', 'Service:WebServer:web.contoso.com', undefined],
    ['Set-CsEdgeServer', 'Identity', 'EdgeServer:edge.contoso.com', undefined],
    ['Set-CsEdgeServer', 'Identity', 'edge.contoso.com', undefined],
    ['New-CsAllowedDomain', 'Identity', 'fabrikam.com', undefined],
    ['Set-CsPublicProvider', 'Instance', 'AOL', 'kind object'],
    ['Set-CsPublicProvider', 'Instance', '$provider', undefined],
    ['Get-CsMobilityPolicy', 'Tenant', '38aad667-af54-4397-aaa7-e94c79ec2308', undefined],
    ['Get-CsMobilityPolicy', 'Tenant', 'contoso', 'kind guid'],
    ['Set-CsCertificate', 'EffectiveDate', "'1/2/2014 10:00'", undefined],
    ['New-CsAllowedDomain', 'Comment', "''", undefined],
  ])('%s -%s %s: %s', (name, parameterName, written, expected) => {
    const quoted = written.startsWith("'");
    const text = quoted ? written.slice(1, -1) : written;
    expect(told(valueFault(rule(name, parameterName), { text, quoted }))).toBe(expected);
  });
});

function told(fault: ReturnType<typeof valueFault>): string | undefined {
  switch (fault?.fault) {
    case 'kind':
      return `kind ${fault.wanted}`;
    case 'below':
    case 'above':
      return `${fault.fault} ${fault.limit}`;
    case 'form':
      return `form ${fault.forms.join(' ')}`;
    default:
      return fault?.fault;
  }
}

function rule(name: string, parameterName: string) {
  const of = cmdlet(name);
  const found = of && parameter(of, parameterName);
  if (found === undefined) throw new Error(`No such parameter: ${name} -${parameterName}`);
  return valueRule(found);
}
