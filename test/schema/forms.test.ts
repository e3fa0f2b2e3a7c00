import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import schema from '../../schemas/federation.draft-07.schema.json' with { type: 'json' };
import { analyze } from '../../server/src/analyze.ts';

// What our rules find wrong with the form of a value, and what the draft-07 copy lets others find.

const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
const FORM = ['unknown-value', 'wrong-type', 'domain-name-form', 'srv-name-form', 'policy-scope-unknown'];

const KINDS = {
  'a domain': {
    places: [
      'domains: { sip: [?] }',
      'domains: { sip: [{ identity: ? }] }',
      'domains: { allowed: [?] }',
      'domains: { allowed: [{ domain: ? }] }',
      'domains: { blocked: [?] }',
      'domains: { discovered: [?] }',
      'provisioning: { sipDomains: [?] }',
    ],
    right: ['fabrikam.com', 'Fabrikam.COM.', '회사.한국', `${'a'.repeat(60)}.com`],
    wrong: [
      'my_domain.com',
      '203.0.113.10',
      'a..com',
      '.com',
      'kim@fabrikam.com',
      'https://fabrikam.com',
      '""',
      'true',
      '7',
    ],
  },
  'the domain of a partner, which others look up': {
    places: ['domains: { allowed: [?] }', 'domains: { allowed: [{ domain: ? }] }', 'domains: { discovered: [?] }'],
    right: ['fabrikam.com'],
    wrong: ['fabrikam', 'fabrikam.', `${'a.'.repeat(150)}com`],
  },
  'a host': {
    places: [
      'edge: { pools: [{ fqdn: ? }] }',
      'edge: { pools: [{ fqdn: edge.contoso.com, accessEdgeFqdn: ? }] }',
      'domains: { allowed: [{ domain: fabrikam.com, proxyFqdn: ? }] }',
      'providers: { public: [{ identity: Skype, proxyFqdn: ?, enabled: true }] }',
    ],
    right: ['sip.fabrikam.com', 'SIP.fabrikam.com.'],
    wrong: ['sip', 'sip_1.fabrikam.com', '192.0.2.1', 'sip fabrikam.com', 'true'],
  },
  'a day': {
    places: ['asOf: ?', 'certificates: [{ name: a, notAfter: ? }]', 'provisioning: { submitted: ? }'],
    right: ['2014-07-01', '2016-02-29', '2000-02-29'],
    wrong: ['2015-02-29', '1900-02-29', '2014-06-31', '2014-13-01', '2014-7-1', '01.07.2014', 'today', '2014'],
  },
  'a scope': {
    places: ['policies: { externalAccess: [{ identity: ? }] }', 'policies: { mobility: [{ identity: ? }] }'],
    right: ['global', 'site:Redmond', 'SITE:Redmond', 'tag:Sales', 'Sales', '" site: Redmond "'],
    wrong: ['"site:"', '"tag: "', 'pool:edge', 'service:Edge', '" "', '1'],
  },
  'a service record': {
    places: ['dns: { srv: [{ name: ?, port: 5061, target: sip.contoso.com }] }'],
    right: ['_sipfederationtls._tcp.contoso.com', '_sip._tls.contoso.com.', '_ldap._tcp.dc._msdcs.contoso.com'],
    wrong: ['sipfederationtls.tcp.contoso.com', '_sip._tls', '_sip.tls.contoso.com', 'contoso.com', '""'],
  },
  'an address': {
    places: ['dns: { hosts: [{ name: sip.contoso.com, addresses: [?] }] }'],
    right: ['203.0.113.10', '"2001:db8::1"'],
    wrong: ['203.0.113.256', '203.0.113', '"2001:db8:::1"', 'edge.contoso.com', '203.0.113.0/24'],
  },
  'a port': {
    places: ['firewall: [{ from: any, to: any, protocol: tcp, ports: ? }]'],
    right: ['5061', '50000-59999'],
    wrong: ['0', '65536', '5061/tcp', '-1', 'https'],
  },
};

describe.each(Object.entries(KINDS))('%s', (_, { places, right, wrong }) => {
  it.each(right)('may be %s', (value) => {
    for (const place of places) expect([place, ...verdicts(place, value)]).toEqual([place, true, true]);
  });

  it.each(wrong)('is not %s', (value) => {
    for (const place of places) expect([place, ...verdicts(place, value)]).toEqual([place, false, false]);
  });
});

/** Whether our rules, and the copy of the schema, let a value stand at a place. */
function verdicts(place: string, value: string): readonly boolean[] {
  const text = `lyncFederation: 1\n${place.replace('?', value)}\n`;
  const { problems, failures } = analyze(text, { asOf: '2014-07-01' });
  expect(failures).toEqual([]);
  const at = text.indexOf(value, text.indexOf('\n'));
  const isOurs = !problems.some(
    (one) => FORM.includes(one.rule) && one.at.start >= at && one.at.end <= at + value.length,
  );
  return [isOurs, validate(parse(text))];
}
