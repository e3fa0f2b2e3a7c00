import { readFileSync, writeFileSync } from 'node:fs';
import { createServer as createPlain, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Outcome, program, workspace } from '../cli/cli.ts';
import { bind, type NameServer, unexpected } from '../verify/name-servers.ts';
import { Authority } from '../verify/pki.ts';
import { Audit, type Deeds } from './audit.ts';
import { chapter } from './page.ts';

const HERE = '127.83.2.1';
const SRV = '_sipfederationtls._tcp';
const SPEC = `lyncFederation: 1
organization: { name: Contoso, notes: a secret note }
server: { product: sfb-2015 }
domains:
  sip: [{ identity: contoso.com, isDefault: true }, corp.local]
  allowed: [{ domain: fabrikam.com, comment: a secret comment }, tailspintoys.com]
  blocked: [spam.example]
  xmpp: [woodgrovebank.com]
dns:
  hosts: [{ name: sip.contoso.com, addresses: [203.0.113.10] }]
`;
const ZONES = {
  'contoso.com': 'sip A 203.0.113.10',
  'fabrikam.com': `${SRV} SRV 0 0 5061 sip\nsip A ${HERE}`,
  'tailspintoys.com': `${SRV} SRV 0 0 22 sip\nsip A ${HERE}`,
  'woodgrovebank.com': `_xmpp-server._tcp SRV 0 0 5269 xmpp\nxmpp A ${HERE}`,
};

let name: NameServer;
let authority: Authority;
const servers: Server[] = [];
/** What came to the servers: names in handshakes, certificates, and words before and behind TLS. */
let came: string[] = [];

beforeAll(async () => {
  authority = new Authority();
  name = await bind(ZONES, { besides: [`${SRV}.contoso.com`, '_xmpp-server._tcp.contoso.com'] });
  const { chain, key } = authority.make({ names: ['sip.fabrikam.com'] });
  const about = { cert: readFileSync(chain), key: readFileSync(key), requestCert: true, rejectUnauthorized: false };
  const sip = createServer(about, (socket: TLSSocket) => {
    const { subject } = socket.getPeerCertificate();
    came.push(`to ${String(socket.servername)}, by ${subject?.CN ?? 'nobody'}`);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      came.push(bytes.toString());
      socket.end('SIP/2.0 200 OK\r\nServer: <a href="http://evil.example">\u001b[31m`rm`</a>\r\n\r\n');
    });
  });
  sip.on('tlsClientError', () => {});
  const xmpp = createPlain((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      came.push(bytes.toString());
      socket.end();
    });
  });
  const wrong = createPlain(() => came.push('to a port of others'));
  await Promise.all([listening(sip, 5061), listening(xmpp, 5269), listening(wrong, 2222)]);
}, 60_000);

function listening(server: Server, port: number): Promise<void> {
  servers.push(server);
  server.on('connection', (socket: Socket) => socket.unref());
  return new Promise((resolve) => server.listen(port, HERE, resolve));
}

afterAll(() => {
  for (const server of servers) server.close();
  expect(unexpected()).toEqual([]);
});

interface Run extends Outcome {
  readonly cwd: string;
  readonly deeds: Deeds;
}

async function run(...args: readonly string[]): Promise<Run> {
  came = [];
  const cwd = workspace({ 'a.lync.yaml': SPEC });
  const audit = new Audit();
  const asked = args.includes('--replay') ? [] : ['--resolver', name.resolver, '--timeout', '2'];
  const outcome = await program(['verify', 'a.lync.yaml', ...asked, ...args], { cwd, env: audit.env });
  return { ...outcome, cwd, deeds: audit.deeds };
}

const PRIVATE = '--private-addresses';

chapter('What verify sends', {
  '`verify` asks the name servers that you name, else those of this computer, and nobody with `--replay`.':
    async () => {
      const before = name.asked().length;
      const live = await run('--record', 'seen.json');
      expect(name.asked().length).toBeGreaterThan(before);
      expect(live.deeds.network.length).toBeGreaterThan(0);
      const { size } = new Set(name.asked());
      const cwd = live.cwd;
      const audit = new Audit();
      const again = await program(['verify', 'a.lync.yaml', '--replay', 'seen.json'], { cwd, env: audit.env });
      expect(again.stdout).toBe(live.stdout);
      expect([audit.deeds.network, audit.deeds.started, new Set(name.asked()).size]).toEqual([[], [], size]);
    },

  'They are asked for the records of your domains, hosts and partners, as the spec names them, and for the addresses of the hosts to which these lead; not for domains that are blocked, nor for names that nobody can register.':
    async () => {
      const before = name.asked().length;
      await run();
      expect(name.asked().slice(before).toSorted()).toEqual(
        [
          ...['contoso.com', 'fabrikam.com', 'tailspintoys.com'].map((domain) => `SRV ${SRV}.${domain}`),
          ...['contoso.com', 'woodgrovebank.com'].map((domain) => `SRV _xmpp-server._tcp.${domain}`),
          ...['sip.contoso.com', 'sip.fabrikam.com', 'sip.tailspintoys.com', 'xmpp.woodgrovebank.com'].flatMap(
            (host) => [`A ${host}`, `AAAA ${host}`],
          ),
        ].toSorted(),
      );
    },

  'It connects to the servers to which the records lead: on the ports on which partners and clients connect, and at public addresses alone, unless `--private-addresses` says otherwise.':
    async () => {
      await run();
      expect(came).toEqual([]);
      await run(PRIVATE);
      expect(came.length).toBe(2);
      expect(came).not.toContain('to a port of others');
    },

  'Such a server is sent the handshake of TLS with its name; one of XMPP is sent your domain and the one it is for before that.':
    async () => {
      await run(PRIVATE);
      expect(came.toSorted()).toEqual([
        "<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' from='contoso.com' to='woodgrovebank.com' version='1.0'>",
        'to sip.fabrikam.com, by nobody',
      ]);
    },

  '`OPTIONS` is sent with `--sip` alone, and holds the name of your default domain and of the server.': async () => {
    await run(PRIVATE);
    expect(came.join('\n')).not.toContain('OPTIONS');
    await run(PRIVATE, '--sip');
    const words = came.find((one) => one.startsWith('OPTIONS')) ?? '';
    expect(words).toContain('OPTIONS sip:sip.fabrikam.com SIP/2.0');
    expect([...words.matchAll(/[a-z]+(?:\.[a-z]+)+/g)].map(([host]) => host)).toEqual([
      'sip.fabrikam.com',
      'contoso.com',
      'contoso.com',
      'sip.fabrikam.com',
    ]);
    expect(came.join('\n')).not.toMatch(/secret|Contoso/);
  },

  'A client certificate is shown only to servers that ask for one, and only the one that `--client-certificate` names; its key stays here.':
    async () => {
      const { chain, key } = authority.make({ names: ['edge.contoso.com'] });
      await run(PRIVATE);
      expect(came).toContain('to sip.fabrikam.com, by nobody');
      const { stdout, stderr } = await run(PRIVATE, '--client-certificate', chain, '--client-key', key);
      expect(came).toContain('to sip.fabrikam.com, by edge.contoso.com');
      const secret = readFileSync(key, 'utf8').split('\n')[1] ?? '';
      expect(stdout + stderr + came.join('')).not.toContain(secret);
    },

  'A recording holds the questions, the answers and the certificates of the servers; nothing of the spec beside that, and no key.':
    async () => {
      const { chain, key } = authority.make({ names: ['edge.contoso.com'] });
      const { cwd } = await run(PRIVATE, '--client-certificate', chain, '--client-key', key, '--record', 'seen.json');
      const text = readFileSync(join(cwd, 'seen.json'), 'utf8');
      expect(Object.keys(JSON.parse(text))).toEqual([
        ...['lyncFederationRecording', 'taken', 'resolvers', 'sip', 'certificate', 'roots', 'privateAddresses'],
        ...['lookups', 'visits'],
      ]);
      expect(text).not.toMatch(/secret|PRIVATE|edge\.contoso\.com|spam|corp\.local/);
      expect(text).not.toContain(readFileSync(key, 'utf8').split('\n')[1] ?? '');
    },

  'What a recording or a server says is text: none of it is run, opened or asked for.': async () => {
    const { stdout, cwd, deeds } = await run(PRIVATE, '--sip', '--record', 'seen.json');
    expect(stdout).not.toContain('\u001b');
    expect(deeds.started).toEqual([]);
    const hostile = readFileSync(join(cwd, 'seen.json'), 'utf8').replaceAll(
      'sip.fabrikam.com',
      '$(touch ran)\\u001b[2J..//etc/passwd',
    );
    writeFileSync(join(cwd, 'hostile.json'), hostile);
    const audit = new Audit();
    const again = await program(['verify', 'a.lync.yaml', '--replay', 'hostile.json'], { cwd, env: audit.env });
    expect(again.stdout).not.toContain('\u001b');
    expect([audit.deeds.network, audit.deeds.started, audit.deeds.written]).toEqual([[], [], []]);
  },
});
