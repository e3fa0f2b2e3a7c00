import packet from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '../../server/src/verify/lookup.ts';
import type { Lookup } from '../../server/src/verify/recording.generated.ts';
import { bind, dnsmasq, freePort, type NameServer, nsd, scripted, unexpected } from './name-servers.ts';

const SRV = '_sipfederationtls._tcp';
const ZONES = {
  // Nobody can load it.
  'broken.example': 'sip A nowhere',
  'contoso.com': `
${SRV} 60 SRV 10 5 5061 sip
${SRV} 60 SRV 20 0 5061 sip2.contoso.com.
sip 30 A 203.0.113.10
sip 30 AAAA 2001:db8::10
alias 20 CNAME sip
astray 20 CNAME nobody
outside 20 CNAME sip.elsewhere.example.
one CNAME other
other CNAME one
none 40 SRV 0 0 0 .
IDN.xn--bcher-kva A 203.0.113.11
*.any A 203.0.113.12
child NS ns.child
ns.child A 192.0.2.7
${Array.from({ length: 60 }, (_, i) => `many SRV ${i} 0 5061 a-rather-long-label-of-a-host-${i}`).join('\n')}`,
};

const ask = (resolver: string, type: Lookup['type'], name: string, patience = 1000) =>
  lookUp({ resolver, name, type }, patience);

/** What no line of the zones begins with, and is asked for all the same. */
const BESIDES = [
  'nobody.contoso.com',
  'sip.child.contoso.com',
  'sip.elsewhere.example',
  'sip.broken.example',
  'sip.any.contoso.com',
];

afterAll(() => expect(unexpected()).toEqual([]));

describe.each([
  ['BIND', bind],
  ['NSD', nsd],
])('%s', (_, start) => {
  let server: NameServer;
  beforeAll(async () => {
    server = await start(ZONES, { besides: BESIDES });
  });

  it('tells records with all that they hold', async () => {
    expect(await ask(server.resolver, 'SRV', `${SRV}.contoso.com`)).toEqual({
      resolver: server.resolver,
      name: `${SRV}.contoso.com`,
      type: 'SRV',
      outcome: 'records',
      aliases: [],
      services: [
        { priority: 10, weight: 5, port: 5061, target: 'sip.contoso.com', ttl: 60 },
        { priority: 20, weight: 0, port: 5061, target: 'sip2.contoso.com', ttl: 60 },
      ],
    });
  });

  it.each([
    ['A', 'sip.contoso.com', { outcome: 'records', aliases: [], addresses: [{ address: '203.0.113.10', ttl: 30 }] }],
    ['AAAA', 'sip.contoso.com', { outcome: 'records', aliases: [], addresses: [{ address: '2001:db8::10', ttl: 30 }] }],
    [
      'A',
      'idn.xn--bcher-kva.contoso.com',
      { outcome: 'records', aliases: [], addresses: [{ address: '203.0.113.11', ttl: 300 }] },
    ],
    [
      'A',
      'alias.contoso.com',
      {
        outcome: 'records',
        aliases: [{ name: 'alias.contoso.com', target: 'sip.contoso.com', ttl: 20 }],
        addresses: [{ address: '203.0.113.10', ttl: 30 }],
      },
    ],
    [
      'CNAME',
      'alias.contoso.com',
      { outcome: 'records', aliases: [{ name: 'alias.contoso.com', target: 'sip.contoso.com', ttl: 20 }] },
    ],
    [
      'SRV',
      'none.contoso.com',
      { outcome: 'records', aliases: [], services: [{ priority: 0, weight: 0, port: 0, target: '', ttl: 40 }] },
    ],
    ['SRV', 'sip.contoso.com', { outcome: 'no-data', aliases: [] }],
    ['A', 'nobody.contoso.com', { outcome: 'no-name', aliases: [] }],
    [
      'A',
      'astray.contoso.com',
      { outcome: 'no-name', aliases: [{ name: 'astray.contoso.com', target: 'nobody.contoso.com', ttl: 20 }] },
    ],
    ['A', 'sip.child.contoso.com', { outcome: 'referral', aliases: [] }],
    ['A', 'sip.elsewhere.example', { outcome: 'refused', aliases: [] }],
    ['A', 'sip.broken.example', { outcome: 'failed', aliases: [] }],
    [
      'A',
      'sip.any.contoso.com',
      { outcome: 'records', aliases: [], addresses: [{ address: '203.0.113.12', ttl: 300 }] },
    ],
  ] as const)('%s %s', async (type, name, told) => {
    expect(await ask(server.resolver, type, name)).toEqual({ resolver: server.resolver, name, type, ...told });
  });

  it('asks by TCP for what does not fit', async () => {
    const { overTcp, services = [] } = await ask(server.resolver, 'SRV', 'many.contoso.com');
    expect([overTcp, services.length]).toEqual([true, 60]);
  });

  it('ends in a circle of aliases', async () => {
    const { aliases, ...told } = await ask(server.resolver, 'A', 'one.contoso.com');
    expect(aliases.map(({ name }) => name)).toEqual(['one.contoso.com', 'other.contoso.com']);
    expect(told).toEqual({ resolver: server.resolver, name: 'one.contoso.com', type: 'A', outcome: 'no-data' });
  });

  it('does not take an alias that nobody follows for a name without records', async () => {
    const { outcome } = await ask(server.resolver, 'A', 'outside.contoso.com');
    expect(outcome).not.toBe('records');
  });
});

describe('dnsmasq', () => {
  it('tells the same', async () => {
    const settings = [
      `srv-host=${SRV}.contoso.com,sip.contoso.com,5061,10,5`,
      'host-record=sip.contoso.com,203.0.113.10',
      'local=/contoso.com/',
    ];
    const server = await dnsmasq(settings, { besides: ['nobody.contoso.com', 'fabrikam.com'] });
    const about = { resolver: server.resolver, outcome: 'records', aliases: [] };
    expect(await ask(server.resolver, 'SRV', `${SRV}.contoso.com`)).toMatchObject({
      ...about,
      services: [{ priority: 10, weight: 5, port: 5061, target: 'sip.contoso.com' }],
    });
    expect((await ask(server.resolver, 'AAAA', 'sip.contoso.com')).outcome).toBe('no-data');
    expect((await ask(server.resolver, 'A', 'nobody.contoso.com')).outcome).toBe('no-name');
    expect((await ask(server.resolver, 'A', 'fabrikam.com')).outcome).toBe('refused');
  });
});

/** An answer with some of it otherwise. */
function reply(query: Buffer, change: object): Buffer {
  const { id = 0, questions = [] } = packet.decode(query);
  const answers = [{ type: 'A', name: 'sip.contoso.com', ttl: 5, data: '203.0.113.10' }] as const;
  return packet.encode({
    type: 'response',
    id,
    questions,
    answers: [...answers],
    flags: packet.RECURSION_AVAILABLE,
    ...change,
  });
}

describe('a name server that is not as it should be', () => {
  const outcomeOf = async (server: NameServer, patience = 300) => {
    const { outcome } = await ask(server.resolver, 'A', 'sip.contoso.com', patience);
    const count = server.asked().length;
    await server.stop();
    return [outcome, count];
  };

  it('is silent: three times, and no longer', async () => {
    expect(await outcomeOf(await scripted(() => undefined), 50)).toEqual(['silent', 3]);
  });

  it('is slow: a later answer to an earlier question is none', async () => {
    expect(await outcomeOf(await scripted((query) => reply(query, {}), 150), 100)).toEqual(['silent', 3]);
    expect(await outcomeOf(await scripted((query) => reply(query, {}), 50), 1000)).toEqual(['records', 1]);
  });

  it('loses the first question', async () => {
    let count = 0;
    expect(await outcomeOf(await scripted((query) => (++count === 1 ? undefined : reply(query, {}))), 100)).toEqual([
      'records',
      2,
    ]);
  });

  it.each([
    ['another number', (query: Buffer) => reply(query, { id: (packet.decode(query).id ?? 0) ^ 1 })],
    ['another question', (query: Buffer) => reply(query, { questions: [{ type: 'A', name: 'sip.fabrikam.com' }] })],
    ['another type', (query: Buffer) => reply(query, { questions: [{ type: 'AAAA', name: 'sip.contoso.com' }] })],
    ['no question', (query: Buffer) => reply(query, { questions: [] })],
    ['a question back', (query: Buffer) => reply(query, { type: 'query' })],
    ['too few bytes', () => Buffer.from([1])],
  ])('answers with %s', async (_, answer) => {
    expect((await outcomeOf(await scripted(answer), 50))[0]).toBe('silent');
  });

  it('answers with what is no DNS behind the number', async () => {
    const broken = (query: Buffer) => Buffer.concat([query.subarray(0, 2), Buffer.alloc(40, 0xff)]);
    expect(await outcomeOf(await scripted(broken))).toEqual(['malformed', 1]);
  });

  it('is not there', async () => {
    const { outcome } = await ask(`127.0.0.1:${await freePort()}`, 'A', 'sip.contoso.com', 300);
    expect(outcome).toBe('closed');
  });

  it('says that there is more, and answers nobody by TCP', async () => {
    const server = await scripted((query) => reply(query, { answers: [], flags: packet.TRUNCATED_RESPONSE }));
    expect(await ask(server.resolver, 'A', 'sip.contoso.com', 300)).toMatchObject({ outcome: 'closed', overTcp: true });
    await server.stop();
  });

  it.each([
    [2, 'failed'],
    [5, 'refused'],
    [9, 'refused'],
    [3, 'no-name'],
  ] as const)('answers with code %i', async (code, outcome) => {
    const server = await scripted((query) => reply(query, { answers: [], flags: packet.RECURSION_AVAILABLE | code }));
    expect(await outcomeOf(server)).toEqual([outcome, 1]);
  });

  it('takes letters of another case, and records of another name for none', async () => {
    const upper = { questions: [{ type: 'A', name: 'SIP.contoso.COM' }] };
    expect(await outcomeOf(await scripted((query) => reply(query, upper)))).toEqual(['records', 1]);
    const foreign = { answers: [{ type: 'A', name: 'sip.fabrikam.com', ttl: 5, data: '203.0.113.66' }] };
    expect(await outcomeOf(await scripted((query) => reply(query, foreign)))).toEqual(['no-data', 1]);
  });
});
