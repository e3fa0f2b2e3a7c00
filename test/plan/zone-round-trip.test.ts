import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { renderDns } from '../../server/src/plan/render-dns.ts';
import { each, type Spec } from '../../server/src/spec/model.ts';
import { placesIn } from '../../server/src/spec/placed.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { runs } from '../runs.ts';

const domain = fc.constantFrom('contoso.com', 'fabrikam.co.kr', 'xn--bcher-kva.example');
const label = fc.constantFrom('sip', 'lyncdiscover', 'xmpp', 'webcon', 'av');
const host = fc.tuple(label, domain).map(([one, below]) => `${one}.${below}`);
const number = fc.nat(65_535);
const srv = fc.record({
  name: fc
    .tuple(fc.constantFrom('_sipfederationtls._tcp', '_sip._tls', '_xmpp-server._tcp'), domain)
    .map(([service, below]) => `${service}.${below}`),
  port: fc.integer({ min: 1, max: 65_535 }),
  target: host,
  priority: number,
  weight: number,
});
const address = fc.oneof(fc.ipV4(), fc.constantFrom('2001:db8::1', '2001:db8:0:1::2'));
const hosts = fc.uniqueArray(
  fc.record({ name: host, addresses: fc.uniqueArray(address, { minLength: 1, maxLength: 4 }) }),
  { selector: ({ name }) => name, maxLength: 5 },
);
const aliases = fc.uniqueArray(fc.record({ name: host, target: host }), { selector: ({ name }) => name, maxLength: 5 });

/** Entries of the public zone before those of the inner one, as they are written. */
const inViews = <T extends object>(entries: fc.Arbitrary<readonly T[]>) =>
  fc
    .tuple(entries, entries)
    .map(([own, inner]) => [...own, ...inner.map((one) => ({ ...one, view: 'internal' as const }))]);

it('a zone that was written from a spec is read as the records of the spec', () => {
  fc.assert(
    fc.property(
      fc.record({ srv: inViews(fc.array(srv, { maxLength: 3 })), hosts: inViews(hosts), aliases: inViews(aliases) }),
      (dns) => {
        const text = JSON.stringify({ lyncFederation: 1, dns });
        const { spec } = readSpec(text);
        const zone = renderDns(spec, {
          path: 'a.lync.yaml',
          placeOf: placesIn('a.lync.yaml', text),
          compared: false,
          bundle: {},
        });
        expect(zone.refusals).toEqual([]);
        const { found, complaints } = readFound([{ source: 'a.zone', text: zone.text }]);
        const hasAny = dns.srv.length + dns.hosts.length + dns.aliases.length > 0;
        expect(complaints).toHaveLength(hasAny ? 0 : 1);
        expect(records(readSpec(importSpec(found).text).spec)).toEqual(records(spec));
      },
    ),
    runs(200),
  );
});

/** A record of a list: its name, its type, and what it leads to. */
type Row = readonly [name: string, type: string, data: string];

const LISTS: readonly {
  readonly form: string;
  readonly source: string;
  readonly text: (rows: readonly Row[]) => string;
}[] = [
  {
    form: 'a table with full names',
    source: 'export.csv',
    text: (rows) => ['Type,Name,Value', ...rows.map(([name, type, data]) => `${type},${name},"${data}"`)].join('\r\n'),
  },
  {
    form: 'a table with names below a domain',
    source: 'contoso.com.csv',
    text: (rows) =>
      [
        '"Host";"Record Type";"Content"',
        ...rows.map(([name, type, data]) => {
          const host = name.endsWith('.contoso.com') ? name.slice(0, -'.contoso.com'.length) : `${name}.`;
          return `"${host}";"${type} Record";"${data}"`;
        }),
      ].join('\n'),
  },
  {
    form: 'record sets of Route 53',
    source: 'zone.json',
    text: (rows) =>
      JSON.stringify({
        ResourceRecordSets: rows.map(([name, type, Value]) => ({
          Name: `${name}.`,
          Type: type,
          ResourceRecords: [{ Value }],
        })),
      }),
  },
  {
    form: 'records of the DNS server of Windows',
    source: 'zone.json',
    text: (rows) =>
      JSON.stringify(
        rows.map(([name, RecordType, data]) => {
          const [HostName = '', ...zone] = name.split(/\.(?=[^_])/);
          return {
            DistinguishedName: `DC=${HostName},DC=${zone.join('.')},cn=MicrosoftDNS,DC=DomainDnsZones,DC=contoso,DC=com`,
            HostName,
            RecordType,
            RecordData: { CimInstanceProperties: cimOf(RecordType, data) },
          };
        }),
      ),
  },
  {
    form: 'the answers of dig',
    source: 'dig.txt',
    text: (rows) =>
      rows
        .map(([name, type, data]) => {
          const asked = `;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n\n;; QUESTION SECTION:\n;${name}. IN ${type}\n\n`;
          return `${asked};; ANSWER SECTION:\n${name}.\t300\tIN\t${type}\t${data}\n\n`;
        })
        .join(''),
  },
  {
    form: 'the short answers of dig',
    source: 'dig.txt',
    text: (rows) => rows.map(([name, type, data]) => `$ dig +short ${name} ${type}\n${data}\n`).join(''),
  },
  {
    form: 'the answers of host',
    source: 'host.txt',
    text: (rows) => rows.map(([name, type, data]) => `${name} ${HOST[type]} ${data}\n`).join(''),
  },
  {
    form: 'what Resolve-DnsName lists',
    source: 'console.txt',
    text: (rows) =>
      rows
        .map(([name, type, data]) => {
          const shown = Object.entries({ Name: name, Type: type, ...namedParts(type, data) });
          const lines = shown.map(([key, value]) => `${key.padEnd(10)} : ${value}`);
          return `PS C:\\> Resolve-DnsName ${name} -Type ${type} | fl\r\n\r\n${lines.join('\r\n')}\r\n\r\n`;
        })
        .join(''),
  },
];

const HOST: Readonly<Record<string, string>> = {
  SRV: 'has SRV record',
  A: 'has address',
  AAAA: 'has IPv6 address',
  CNAME: 'is an alias for',
};

/** What a record leads to, as `Resolve-DnsName` calls it. */
function namedParts(type: string, data: string): Readonly<Record<string, string>> {
  const words = data.replace(/\.$/, '').split(' ');
  if (type !== 'SRV') return { [type === 'CNAME' ? 'NameHost' : 'IPAddress']: words.join(' ') };
  const [Priority = '', Weight = '', Port = '', NameTarget = ''] = words;
  return { NameTarget, Priority, Weight, Port };
}

/** The same, as `ConvertTo-Json` shows the object of the server. */
function cimOf(type: string, data: string): readonly string[] {
  const called: Readonly<Record<string, string>> = {
    NameTarget: 'DomainName',
    NameHost: 'HostNameAlias',
    IPAddress: type === 'A' ? 'IPv4Address' : 'IPv6Address',
  };
  return Object.entries(namedParts(type, data)).map(([key, value]) =>
    /^\d+$/.test(value) ? `${key} = ${value}` : `${called[key]} = "${value}${/Name/.test(key) ? '.' : ''}"`,
  );
}

it.each(LISTS)('records as $form are those of the spec', ({ source, text }) => {
  fc.assert(
    fc.property(fc.record({ srv: fc.array(srv, { maxLength: 5 }), hosts, aliases }), (dns) => {
      const rows: readonly Row[] = [
        ...dns.srv.map((one) => [one.name, 'SRV', `${one.priority} ${one.weight} ${one.port} ${one.target}.`] as const),
        ...dns.hosts.flatMap(({ name, addresses }) =>
          addresses.map((one) => [name, one.includes(':') ? 'AAAA' : 'A', one] as const),
        ),
        ...dns.aliases.map(({ name, target }) => [name, 'CNAME', `${target}.`] as const),
      ];
      const { found, complaints } = readFound([{ source, text: text(rows) }]);
      expect(complaints).toHaveLength(rows.length > 0 || source.endsWith('.json') ? 0 : 1);
      const { spec } = readSpec(JSON.stringify({ lyncFederation: 1, dns }));
      expect(records(readSpec(importSpec(found).text).spec)).toEqual(records(spec));
    }),
    runs(100),
  );
});

it('records whose names are not in full are asked for their domain', () => {
  const text = 'Type,Name,Content\nA,sip,203.0.113.10\nSRV,_sipfederationtls._tcp,0 0 5061 sip.contoso.com\n';
  const { found, complaints } = readFound([{ source: 'export.csv', text }]);
  expect(found.objects).toEqual([]);
  expect(complaints.map((one) => inEnglish(one))).toEqual([
    '`export.csv` has names that are not in full (`sip`), and nothing says below which domain. Name the file for it, such as `contoso.com.csv`.',
  ]);
});

it('a record that several files show stands in the spec once, and one of each zone twice', () => {
  const zone = '$ORIGIN contoso.com.\n_sip._tls SRV 0 0 443 sip\nsip A 203.0.113.10\nlyncdiscover CNAME sip\n';
  const short = '$ dig +short SRV _sip._tls.Contoso.com\n0 0 443 sip.contoso.com.\n';
  const dnsOf = (files: readonly { readonly source: string; readonly text: string; readonly isInner?: true }[]) =>
    records(readSpec(importSpec(readFound(files).found).text).spec);
  const whole = { source: 'a.zone', text: zone };
  expect(dnsOf([whole, { source: 'b.txt', text: short }, { source: 'c.zone', text: zone }])).toEqual(dnsOf([whole]));
  expect(dnsOf([whole, { ...whole, isInner: true }])).toMatchObject({ srv: { length: 2 }, aliases: { length: 2 } });
});

it.each([
  ['internal', 'external', ['internal', undefined], 0],
  ['DNS-Inside', 'default', ['internal', undefined], 0],
  ['internet', 'Fabrikam', [undefined], 1],
  ['Fabrikam', 'Fabrikam', [undefined], 0],
])('records of the views %s and %s are told apart by their names', (one, other, views, notes) => {
  const row = (view: string, address: string) => `arecord,${address},sip.contoso.com,${view}\n`;
  const text = `header-arecord,address*,fqdn*,view\n${row(one, '10.0.0.5')}${row(other, '203.0.113.10')}`;
  const { found } = readFound([{ source: 'a.csv', text }]);
  const { spec } = readSpec(importSpec(found).text);
  expect(each(spec.dns?.hosts).map(({ view }) => view?.value)).toEqual(views);
  expect(found.notes).toHaveLength(notes);
});

/** The records without their places. */
function records({ dns }: Spec): unknown {
  return {
    srv: each(dns?.srv).map((one) =>
      [one.name, one.port, one.target, one.priority, one.weight, one.view].map((leaf) => leaf?.value),
    ),
    hosts: each(dns?.hosts).map((one) => [
      one.name?.value,
      each(one.addresses).map(({ value }) => value),
      one.view?.value,
    ]),
    aliases: each(dns?.aliases).map((one) => [one.name, one.target, one.view].map((leaf) => leaf?.value)),
  };
}
