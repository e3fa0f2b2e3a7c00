import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { renderDns } from '../../server/src/plan/render-dns.ts';
import { placesIn } from '../../server/src/spec/placed.ts';
import { schemaAt } from '../../server/src/spec/schema.ts';
import { PATIENCE, runs } from '../runs.ts';

/** Every key that holds an address, and what of a spec stands around it. */
const KEYS: Readonly<Record<string, (value: string) => string>> = {
  'dns.hosts.addresses': (value) => `dns:\n  hosts:\n    - { name: sip.contoso.com, addresses: [${value}] }`,
  'firewall.from': (value) => `firewall:\n  - { from: ${value}, to: any, protocol: tcp, ports: 5061 }`,
  'firewall.to': (value) => `firewall:\n  - { from: any, to: ${value}, protocol: tcp, ports: 5061 }`,
};

const ADDRESSES = [
  ...[
    '203.0.113.10',
    '0.0.0.0',
    '255.255.255.255',
    '2001:db8::10',
    '2001:DB8::10',
    '::',
    '::1',
    '1::',
    '::ffff:192.0.2.1',
  ],
  ...['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1:2:3:4:5:6:192.0.2.1', '1::3:4:5:6:192.0.2.1'],
];

const NO_ADDRESSES = [
  ...[
    '999.1.1.1',
    '256.0.0.1',
    '1.2.3.4.5',
    '1.2.3',
    '1.2.3.',
    '.1.2.3',
    '1..2.3',
    '010.0.0.1',
    '1.2.3.4.',
    '-1.2.3.4',
  ],
  ...[
    '1:2',
    ':1',
    '1:',
    ':',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    ':::',
    '12345::',
    '::g',
    '1:2:3:4:5:6:7:8::',
  ],
  ...['1:2:3:4:5:6:7:192.0.2.1', '::ffff:192.0.2.256', 'fe80::1%eth0', '[::1]', '203.0.113.10:5061'],
];

const RANGES = [
  '203.0.113.0/24',
  '0.0.0.0/0',
  '2001:db8::/32',
  '::/0',
  '203.0.113.1-203.0.113.9',
  '2001:db8::1-2001:db8::9',
];

const NO_RANGES = [
  '203.0.113.0/33',
  '2001:db8::/129',
  '203.0.113.0/',
  '203.0.113.1-203.0.113.999',
  '::1-',
  '999.1.1.0/24',
];

const NAMES = ['any', 'access-edge', 'sipfed.online.lync.com', 'dead', 'Front End (old)', 'edge-1.2', '2013'];

function wrong(section: string): readonly string[] {
  const { problems, failures } = analyze(`lyncFederation: 1\n${section}\n`, { asOf: '2014-07-01' });
  expect(failures).toEqual([]);
  return problems.flatMap(({ rule, at }) =>
    rule === 'unknown-value' || rule === 'domain-name-form'
      ? `lyncFederation: 1\n${section}\n`.slice(at.start, at.end)
      : [],
  );
}

describe.each(Object.entries(KEYS))('%s', (key, section) => {
  const takesMore = key.startsWith('firewall');

  it.each(ADDRESSES)('takes %s', (value) => {
    expect(wrong(section(`'${value}'`))).toEqual([]);
  });

  it.each(NO_ADDRESSES)('does not take %s', (value) => {
    expect(wrong(section(`'${value}'`))).toEqual([`'${value}'`]);
  });

  it.each(RANGES)('may take %s', (value) => {
    expect(wrong(section(`'${value}'`))).toEqual(takesMore ? [] : [`'${value}'`]);
  });

  it.each(NO_RANGES)('does not take %s', (value) => {
    expect(wrong(section(`'${value}'`))).toEqual([`'${value}'`]);
  });

  it.each(NAMES)('may take %s', (value) => {
    expect(wrong(section(`'${value}'`))).toEqual(takesMore ? [] : [`'${value}'`]);
  });
});

it(
  'an address is what Node takes for one',
  () => {
    const pattern = new RegExp(schemaAt(['dns', 'hosts', 0, 'addresses', 0])?.pattern ?? '', 'u');
    const piece = fc.constantFrom(
      ':',
      '::',
      '.',
      '0',
      '1',
      '12',
      '255',
      '256',
      '00',
      'ab',
      'FFFF',
      '12345',
      '1.2.3.4',
      'g',
    );
    const text = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.array(piece, { maxLength: 17 }).map((pieces) => pieces.join('')),
      fc.array(fc.constantFrom('0', 'ab', 'FFFF', '', '1.2.3.4'), { maxLength: 10 }).map((groups) => groups.join(':')),
    );
    const isAddress = (value: string) => isIPv4(value) || (isIPv6(value) && !value.includes('%'));
    fc.assert(
      fc.property(text, (value) => pattern.test(value) === isAddress(value)),
      runs(5_000),
    );
  },
  PATIENCE,
);

describe('what is no address', () => {
  it.each(['203.0.113.10', '1.2.3', '0.0'])('nor a name, so %s names no domain and no host', (value) => {
    const names = [
      `domains: { sip: ['${value}'] }`,
      `domains: { allowed: ['${value}'] }`,
      `domains: { allowed: [{ domain: fabrikam.com, proxyFqdn: '${value}' }] }`,
      `edge: { pools: [{ fqdn: '${value}' }] }`,
      `dns: { hosts: [{ name: '${value}', addresses: [203.0.113.10] }] }`,
    ];
    for (const section of names) expect(wrong(section)).toContain(`'${value}'`);
  });

  it.each(['99999', '0', '65536', '0-80', '80-70000', '5061-'])('nor a port, so %s opens none', (ports) => {
    const section = `firewall:\n  - { from: any, to: any, protocol: tcp, ports: '${ports}' }`;
    expect(wrong(section)).toEqual([`'${ports}'`]);
  });

  it('does not reach the zone file', () => {
    const hosts = [...ADDRESSES, ...NO_ADDRESSES, ...RANGES].map((value) => `'${value}'`).join(', ');
    const text = `lyncFederation: 1\ndns:\n  hosts:\n    - { name: sip.contoso.com, addresses: [${hosts}] }\n`;
    const { spec } = analyze(text, { asOf: '2014-07-01' });
    const zone = renderDns(spec, {
      path: 'a.lync.yaml',
      placeOf: placesIn('a.lync.yaml', text),
      compared: false,
      bundle: {},
    }).text;
    expect([...zone.matchAll(/IN A\S* +(\S+)/g)].map(([, value]) => value)).toEqual(ADDRESSES);
  });
});
