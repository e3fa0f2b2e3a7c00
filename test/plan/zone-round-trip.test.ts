import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { renderDns } from '../../server/src/plan/render-dns.ts';
import { each, type Spec } from '../../server/src/spec/model.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { LineTable } from '../../server/src/text/lines.ts';
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

it('a zone that was written from a spec is read as the records of the spec', () => {
  fc.assert(
    fc.property(fc.record({ srv: fc.array(srv, { maxLength: 5 }), hosts, aliases }), (dns) => {
      const text = JSON.stringify({ lyncFederation: 1, dns });
      const { spec } = readSpec(text);
      const zone = renderDns(spec, { path: 'a.lync.yaml', lines: new LineTable(text), compared: false });
      expect(zone.refusals).toEqual([]);
      const { found, complaints } = readFound([{ source: 'a.zone', text: zone.text }]);
      const hasAny = dns.srv.length + dns.hosts.length + dns.aliases.length > 0;
      expect(complaints).toHaveLength(hasAny ? 0 : 1);
      expect(records(readSpec(importSpec(found).text).spec)).toEqual(records(spec));
    }),
    runs(200),
  );
});

/** The records without their places. */
function records({ dns }: Spec): unknown {
  return {
    srv: each(dns?.srv).map((one) =>
      [one.name, one.port, one.target, one.priority, one.weight].map((leaf) => leaf?.value),
    ),
    hosts: each(dns?.hosts).map((one) => [one.name?.value, each(one.addresses).map(({ value }) => value)]),
    aliases: each(dns?.aliases).map((one) => [one.name?.value, one.target?.value]),
  };
}
