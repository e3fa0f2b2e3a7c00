import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ANNOTATIONS } from '../../scripts/generate/prose.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { cmdlet, parameter } from '../../server/src/catalog/cmdlets.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { type PlacedProperty, parts, properties, resolve, type SchemaPart, schema, text } from './schema-parts.ts';

/** Parameters that are no part of a spec: second names of a key, scopes of which there is one, reserved, secret and Teams ones. */
const LEFT_OUT = [
  'CsAccessEdgeConfiguration Identity',
  'CsAllowedDomain Identity',
  'CsBlockedDomain Identity',
  'CsExternalAccessPolicy EnableAcsFederationAccess',
  'CsExternalAccessPolicy EnableTeamsSmsAccess',
  'CsExternalAccessPolicy FederatedBilateralChats',
  'CsMobilityPolicy AllowAutomaticPstnFallback',
  'CsMobilityPolicy AllowDeviceContactsSync',
  'CsMobilityPolicy EnablePushNotifications',
  'CsMobilityPolicy EncryptAppData',
  'CsMobilityPolicy RequireIntune',
  'CsMobilityPolicy VoiceSettings',
  'CsTenantFederationConfiguration AllowedDomainsAsAList',
  'CsTenantFederationConfiguration CustomizeFederation',
  'CsTenantFederationConfiguration DomainBlockingForMDOAdminsInTeams',
  'CsTenantFederationConfiguration EnableExternalAccessRestrictionsForChatParticipants',
  'CsTenantFederationConfiguration EnableMutualFederationForChatParticipants',
  'CsTenantFederationConfiguration Identity',
  'CsXmppAllowedPartner Identity',
  'CsXmppGatewayConfiguration DialbackPassphrase',
  'CsXmppGatewayConfiguration Identity',
];

const SPEC = `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013, cumulativeUpdate: 5 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      federation: true
      certificate: access-edge
domains:
  sip:
    - identity: contoso.com
      mobileClients: [windows-phone]
  allowed:
    - fabrikam.com
    - domain: litwareinc.com
      proxyFqdn: sip.litwareinc.com
  blocked:
    - spam.example
providers:
  public:
    - identity: Skype
      proxyFqdn: federation.messenger.msn.com
      enabled: true
      nameDecorationRoutingDomain: msn.com
      nameDecorationExcludedDomainList: [msn.com, outlook.com, live.com, hotmail.com]
    - identity: AOL
      enabled: true
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
certificates:
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com]
    enhancedKeyUsage: [server]
cmdlets:
  - Remove-CsPublicProvider -Identity Messenger
  - New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -Enabled $true
`;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
for (const keyword of ANNOTATIONS) ajv.addKeyword(keyword);
ajv.addSchema(schema);

describe('the schema of the format', () => {
  it('lets a whole spec through', () => {
    expect(errorsOf(SPEC)).toEqual([]);
  });

  it('reports one mistake once', () => {
    const once = (spec: string) => errorsOf(`lyncFederation: 1\n${spec}`);
    expect(errorsOf('asOf: 2014-03-01')).toEqual(['required at /']);
    expect(errorsOf('lyncFederation: 2')).toEqual(['const at /lyncFederation']);
    expect(once('server: { product: 2013 }')).toEqual(['enum at /server/product']);
    expect(once('asOf: 1 March 2014')).toEqual(['pattern at /asOf']);
    expect(once('domains: { allowed: [https://fabrikam.com] }')).toEqual(['pattern at /domains/allowed/0']);
    expect(once('domains: { allowed: [42] }')).toEqual(['type at /domains/allowed/0']);
    expect(once('domains: { allowed: [{ domains: fabrikam.com, domain: fabrikam.com }] }')).toEqual([
      'additionalProperties at /domains/allowed/0',
    ]);
    expect(once('providers: { public: [{ identity: Skype, enabled: true }] }')).toEqual([
      'required at /providers/public/0',
    ]);
    expect(once('providers: { public: [{ enabled: true }] }')).toEqual(['required at /providers/public/0']);
    expect(once('edge: { configuration: { outgoingTlsCountForFederatedPartners: 5 } }')).toEqual([
      'maximum at /edge/configuration/outgoingTlsCountForFederatedPartners',
    ]);
    expect(once('firewall: [{ from: any, to: access-edge, protocol: tcp, ports: 5061/tcp }]')).toEqual([
      'pattern at /firewall/0/ports',
    ]);
  });

  it('asks for the proxy of a public provider unless the server ships the provider', () => {
    const condition = resolve({ $ref: '#/$defs/publicProvider' }).if?.properties?.identity?.not?.pattern;
    const shipped = new RegExp(condition ?? '', 'u');
    for (const { shipped: isShipped, identities } of idsOf(catalog.providers).map((id) => catalog.providers[id])) {
      for (const identity of identities) {
        expect([identity, shipped.test(identity)]).toEqual([identity, isShipped]);
        expect([identity, shipped.test(identity.toUpperCase())]).toEqual([identity, isShipped]);
      }
    }
  });

  it('knows the products of the catalog', () => {
    const products = resolve({ $ref: '#/$defs/product' }).enum;
    const where = 'schemas/federation.schema.json names the products of the catalog, in its order, in $defs';
    expect(products, `${where}.product`).toEqual(idsOf(catalog.products));
    const ofPartners = resolve({ $ref: '#/$defs/partnerProduct' }).enum;
    expect(ofPartners, `${where}.partnerProduct`).toEqual([...idsOf(catalog.products), 'teams', 'lync-online']);
  });

  it('has neither unions nor unused definitions', () => {
    expect(text).not.toMatch(/"(anyOf|oneOf)"/);
    const used = new Set([...text.matchAll(/#\/\$defs\/(\w+)/g)].map(([, name]) => name));
    expect(Object.keys(schema.$defs ?? {}).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('each part of the schema', () => {
  it('has a title and a description', () => {
    const described = [...properties, ...parts.filter(({ part }) => part.$ref === undefined)];
    const wrong = described.filter(({ part }) => !part.title || !part.description || !/[.]$/.test(part.description));
    expect(pointers(wrong)).toEqual([]);
  });

  it('says what each value of a list means', () => {
    const lists = parts.filter(({ part }) => part.enum !== undefined);
    expect(lists.length).toBeGreaterThan(10);
    expect(pointers(lists.filter(({ part }) => part.enum?.length !== part.enumDescriptions?.length))).toEqual([]);
    expect(pointers(parts.filter(({ part }) => part.enumDescriptions && !part.enum))).toEqual([]);
    expect(lists.flatMap(({ part }) => part.enumDescriptions ?? []).filter((line) => !line.endsWith('.'))).toEqual([]);
  });

  it('knows its keys and requires none that it does not know', () => {
    const objects = parts.filter(({ part }) => [part.type].flat().includes('object'));
    expect(pointers(objects.filter(({ part }) => part.additionalProperties !== false))).toEqual([]);
    const keys = objects.flatMap(({ part }) => (part.required ?? []).map((key) => ({ key, part })));
    expect(keys.filter(({ key, part }) => part.properties?.[key] === undefined)).toEqual([]);
  });

  it('gives an example where the value is free text', () => {
    const freeText = properties.filter(({ part }) => [holder(part).type].flat().includes('string'));
    expect(freeText.length).toBeGreaterThan(40);
    expect(pointers(freeText.filter(({ part }) => resolve(part).examples === undefined))).toEqual([]);
  });

  it('accepts its own examples and default', () => {
    for (const { pointer, part } of parts) {
      const values = [...(part.examples ?? []), ...('default' in part ? [part.default] : [])];
      if (values.length === 0) continue;
      const validate = ajv.getSchema(`${schema.$id}#${pointer}`);
      expect(values.filter((value) => validate?.(value) !== true)).toEqual([]);
    }
  });

  it('puts the form of a pattern into words', () => {
    expect(pointers(parts.filter(({ part }) => part.pattern !== undefined && !part['x-form']))).toEqual([]);
  });

  it('reads a bare name as the key it is short for', () => {
    const short = parts.filter(({ part }) => part['x-shorthand'] !== undefined);
    expect(short.map(({ part }) => part['x-shorthand'])).toEqual(['identity', 'domain', 'domain', 'domain', 'domain']);
    for (const { part } of short) {
      const name = resolve(part.properties?.[part['x-shorthand'] ?? ''] ?? {});
      expect(part.type).toEqual(['object', 'string']);
      expect(part.required).toEqual([part['x-shorthand']]);
      expect([part.pattern, part['x-form']]).toEqual([name.pattern, name['x-form']]);
    }
  });
});

describe('the schema beside the cmdlets', () => {
  const ofCmdlets = properties.filter(({ owner }) => owner['x-cmdlet'] !== undefined);
  const annotated = ofCmdlets.filter(({ part }) => part['x-parameter'] !== undefined);

  it('names a key as its parameter in camelCase', () => {
    expect(annotated.length).toBeGreaterThan(90);
    expect(
      annotated.filter(({ key, part }) => key !== camelCase(part['x-parameter'] ?? '')).map(({ key }) => key),
    ).toEqual([]);
    expect(properties.filter(({ owner, part }) => part['x-parameter'] && !owner['x-cmdlet'])).toEqual([]);
  });

  it('has only parameters that exist, with their types, bounds and values', () => {
    for (const property of annotated) {
      const found = parameterOf(property);
      const name = `${property.owner['x-cmdlet']} ${property.part['x-parameter']}`;
      expect(found, name).toBeDefined();
      if (found === undefined) continue;
      const { type, enum: values, minimum } = resolve(property.part);
      expect([name, values ? 'enum' : type]).toEqual([name, WRITTEN_AS.get(name) ?? jsonType(found)]);
      if (values) expect(values, name).toEqual(found.values);
      if (type === 'integer') expect(minimum, name).toBeGreaterThanOrEqual(0);
    }
  });

  it('takes over the defaults of the cmdlets', () => {
    for (const property of annotated.filter(({ part }) => part.default !== undefined)) {
      const name = `${property.owner['x-cmdlet']} ${property.part['x-parameter']}`;
      const expected = IMPLIED_DEFAULTS.get(name) ?? parameterOf(property)?.default;
      expect([name, property.part.default]).toEqual([name, expected]);
    }
  });

  it('leaves out only what does not belong into a spec', () => {
    const nouns = [...new Set(ofCmdlets.map(({ owner }) => owner['x-cmdlet'] ?? ''))].toSorted();
    const missing = nouns.flatMap((noun) => {
      const names = ['New', 'Set'].flatMap((verb) => Object.keys(cmdlet(`${verb}-${noun}`)?.parameters ?? {}));
      const known = annotated.filter(({ owner }) => owner['x-cmdlet'] === noun).map(({ part }) => part['x-parameter']);
      return [...new Set(names)].filter((name) => !known.includes(name)).map((name) => `${noun} ${name}`);
    });
    expect(missing.toSorted()).toEqual(LEFT_OUT);
  });
});

describe('the patterns of names', () => {
  const accepted = [
    'contoso.com',
    'CONTOSO.COM',
    'contoso.com.',
    'a_b.contoso.com',
    'münchen.example',
    '한국.example',
    'edge01',
  ];
  const refused = [
    '',
    ' ',
    'contoso .com',
    'https://contoso.com',
    'kim@contoso.com',
    'contoso.com/x',
    'a..b',
    '.a',
    '.',
  ];

  it.each(['domainName', 'hostName', 'certificateName'])('%s accepts names and refuses what cannot be one', (name) => {
    expect(accepted.filter((value) => !pattern(name).test(value))).toEqual([]);
    expect(refused.filter((value) => pattern(name).test(value))).toEqual([]);
    expect(pattern(name).test('*.contoso.com')).toBe(name === 'certificateName');
    expect(pattern(name).test('sip.*.com')).toBe(false);
  });

  it('stay linear', () => {
    const long = 100_000;
    const bait = ['a', 'a.', '0', '-', '.', '@', 'a@', '1-', 'https://', ' '].map((piece) => `${piece.repeat(long)}\n`);
    for (const { part } of parts) {
      if (part.pattern === undefined || part.pattern === '\\S') continue;
      const form = new RegExp(part.pattern, 'u');
      expect(bait.filter((value) => form.test(value))).toEqual([]);
    }
  });
});

/** Parameters whose type in the reference does not tell how a spec writes them. */
const WRITTEN_AS = new Map([['CsTenantFederationConfiguration AllowedDomains', 'array']]);

/** Defaults that the cmdlet reference gives in its prose and not as a default. */
const IMPLIED_DEFAULTS = new Map<string, unknown>([
  ['CsAccessEdgeConfiguration UseDefaultRouting', false],
  ['CsPushNotificationConfiguration Identity', 'global'],
]);

/** What is wrong with a spec, as `keyword at place`; the echo that ajv adds for a condition is left out. */
function errorsOf(spec: string): readonly string[] {
  const validate = ajv.getSchema(schema.$id ?? '');
  validate?.(parse(spec));
  const errors = (validate?.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  return errors.map(({ keyword, instancePath }) => `${keyword} at ${instancePath || '/'}`);
}

function parameterOf({ owner, part }: PlacedProperty) {
  for (const verb of ['New', 'Set']) {
    const of = cmdlet(`${verb}-${owner['x-cmdlet']}`);
    const found = of && parameter(of, part['x-parameter'] ?? '');
    if (found) return found;
  }
  return undefined;
}

/** How a value of the parameter is written in a spec. */
function jsonType({ type, list, values }: NonNullable<ReturnType<typeof parameterOf>>): string {
  if (list !== undefined) return 'array';
  if (values !== undefined) return 'enum';
  if (type === 'Boolean' || type === 'SwitchParameter') return 'boolean';
  return type.startsWith('UInt') ? 'integer' : 'string';
}

/** The part that holds the text: of a list, what its items are. */
function holder(part: SchemaPart) {
  const whole = resolve(part);
  return whole.items && !('x-shorthand' in resolve(whole.items)) ? resolve(whole.items) : whole;
}

function pattern(name: string): RegExp {
  return new RegExp(schema.$defs?.[name]?.pattern ?? '', 'u');
}

function pointers(placed: readonly { readonly pointer: string }[]): readonly string[] {
  return placed.map(({ pointer }) => pointer);
}

function camelCase(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
