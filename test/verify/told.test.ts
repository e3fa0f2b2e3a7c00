import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { loadCertificates } from '../../server/src/machine/certificates.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import type { Lookup, Recording } from '../../server/src/verify/recording.generated.ts';
import { judgeWorld } from '../../server/src/verify/verdict.ts';

const RESOLVER = '192.0.2.53:53';
const AS_OF = '2016-11-30';

/** Why the checks of a recording did not pass, each by its first step that failed. */
async function failed(text: string, { lookups = [], visits = [] }: Partial<Recording>): Promise<readonly string[]> {
  const recording: Recording = {
    ...{ lyncFederationRecording: 1, taken: `${AS_OF}T00:00:00.000Z`, sip: false, certificate: false, roots: false },
    ...{ privateAddresses: true, resolvers: { public: [RESOLVER], internal: [] }, lookups, visits },
  };
  const grounds = { catalog, asOf: AS_OF };
  const analysis = analyze(`lyncFederation: 1\n${text}`, grounds);
  const { checks } = judgeWorld(analysis, recording, { grounds, read: await loadCertificates() });
  return checks.flatMap(({ check, steps }) => {
    const step = steps.find(({ outcome }) => outcome === 'failed');
    return step ? [`${check} ${step.id}: ${inEnglish(step.said)}`] : [];
  });
}

it('tells of aliases in a circle, whatever the name server calls it', async () => {
  const aliases = [
    { name: '_sipfederationtls._tcp.fabrikam.com', target: 'one.fabrikam.com', ttl: 5 },
    { name: 'one.fabrikam.com', target: '_sipfederationtls._tcp.fabrikam.com', ttl: 5 },
  ];
  const name = '_sipfederationtls._tcp.fabrikam.com';
  const told = await failed('domains: { allowed: [fabrikam.com] }\n', {
    lookups: [{ resolver: RESOLVER, name, type: 'SRV', outcome: 'no-data', aliases }],
  });
  expect(told).toEqual([
    'record published: It is an alias that leads back to itself: `_sipfederationtls._tcp.fabrikam.com`, `one.fabrikam.com`.',
  ]);
});

it.each([
  ['host-unknown', 'The server is not there for this domain: it ends the stream with `host-unknown`.'],
  ['policy-violation', 'The server ends the stream: `policy-violation`.'],
])('tells why a server of XMPP ends the stream: %s', async (code, why) => {
  const place = {
    protocol: 'xmpp',
    domain: 'fabrikam.com',
    host: 'xmpp.fabrikam.com',
    address: '192.0.2.7',
    port: 5269,
  };
  const at = { resolver: RESOLVER, outcome: 'records', aliases: [] } satisfies Partial<Lookup>;
  const services = [{ priority: 0, weight: 0, port: 5269, target: 'xmpp.fabrikam.com', ttl: 5 }];
  const told = await failed('domains: { xmpp: [fabrikam.com] }\n', {
    lookups: [
      { ...at, name: '_xmpp-server._tcp.fabrikam.com', type: 'SRV', services },
      { ...at, name: 'xmpp.fabrikam.com', type: 'A', addresses: [{ address: '192.0.2.7', ttl: 5 }] },
      { ...at, name: 'xmpp.fabrikam.com', type: 'AAAA', outcome: 'no-data' },
    ],
    visits: [{ ...place, protocol: 'xmpp', reached: 'connection', fault: { is: 'stream-error', code } }],
  });
  expect(told).toEqual([`tls offered: ${why}`]);
});
