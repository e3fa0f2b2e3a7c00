import { readFileSync, writeFileSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import { createServer, type TlsOptions } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Recording } from '../../server/src/verify/recording.generated.ts';
import { cli, workspace } from '../cli/cli.ts';
import { bind, unexpected } from './name-servers.ts';
import { Authority, type Wish } from './pki.ts';

/** The recording that the documentation judges. `RECORD=1` makes it anew. */
const KEPT = 'docs/verify/seen.json';

const SRV = '_sipfederationtls._tcp';
const ZONES = {
  'contoso.com': `${SRV} 3600 SRV 0 0 5061 sip\nsip 3600 A 127.83.3.10`,
  'fabrikam.com': `${SRV} SRV 0 0 5061 sip\nsip A 127.83.3.20`,
  'litwareinc.com': `${SRV} SRV 0 0 5061 edge.litware.example.`,
  'litware.example': 'edge A 127.83.3.20',
  'proseware.com': `${SRV} SRV 0 0 5061 sip\nsip A 127.83.3.30`,
  'adatum.com': `${SRV} SRV 0 0 5061 sip\nsip A 127.83.3.40`,
};

const servers: Server[] = [];
let authority: Authority;

async function edge(address: string, wish: Wish, says: string, options: TlsOptions = {}): Promise<void> {
  const { chain, key } = authority.make(wish);
  const mutual = { requestCert: true, rejectUnauthorized: false };
  const server = createServer(
    { cert: readFileSync(chain), key: readFileSync(key), ...mutual, ...options },
    (socket) => {
      socket.on('error', () => {}).once('data', () => socket.end(says));
    },
  );
  server.on('connection', (socket: Socket) => socket.unref());
  await new Promise<void>((resolve) => server.listen(5061, address, resolve));
  servers.push(server);
}

beforeAll(async () => {
  authority = new Authority();
  const sip = 'SIP/2.0 200 OK\r\nServer: RTC/6.0\r\n\r\n';
  await edge(
    '127.83.3.10',
    { names: ['sip.contoso.com', 'webcon.contoso.com', 'contoso.com'], usages: ['serverAuth'] },
    sip,
  );
  await edge('127.83.3.20', { names: ['sip.fabrikam.com', 'edge.litware.example'] }, sip);
  await edge('127.83.3.30', { names: ['sip.proseware.com'], to: '20260901' }, sip);
  await edge('127.83.3.40', { names: ['www.adatum.com'] }, 'HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n', {
    requestCert: false,
  });
}, 60_000);

afterAll(() => {
  for (const server of servers) server.close();
  expect(unexpected()).toEqual([]);
});

it('is what servers on this machine answer', async () => {
  const name = await bind(ZONES);
  const cwd = workspace({ 'contoso.lync.yaml': readFileSync('docs/verify/contoso.lync.yaml') });
  const asked = ['--resolver', name.resolver, '--sip', '--private-addresses', '--root', authority.rootFile];
  await cli(['verify', 'contoso.lync.yaml', ...asked, '--record', 'seen.json'], { cwd });
  const text = readFileSync(join(cwd, 'seen.json'), 'utf8')
    .replaceAll(name.resolver, '192.0.2.53:53')
    .replaceAll('127.83.3.', '203.0.113.')
    .replace(/"taken": "[^"]*"/, '"taken": "2026-11-30T22:04:00.000Z"')
    .replace('"privateAddresses": true', '"privateAddresses": false');
  if (process.env.RECORD) writeFileSync(KEPT, text);
  expect(comparable(text)).toEqual(comparable(readFileSync(KEPT, 'utf8')));
});

/** A recording without what is another one each time: the bytes of certificates. */
function comparable(text: string): object {
  const { visits, ...recording }: Recording = JSON.parse(text);
  const shown = visits.map(({ certificates = [], ...visit }) => ({ ...visit, certificates: certificates.length }));
  return { ...recording, visits: shown.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}
