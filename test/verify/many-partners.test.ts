import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createServer } from 'node:tls';
import { expect, it } from 'vitest';
import { program, workspace } from '../cli/cli.ts';
import { bind } from './name-servers.ts';
import { Authority } from './pki.ts';

const PARTNERS = 1000;
const SECONDS = 30;

it(`verifies ${PARTNERS} partners, their records and their servers, within ${SECONDS} seconds`, async () => {
  const numbers = Array.from({ length: PARTNERS }, (_, i) => i);
  const records = numbers.map((i) => `_sipfederationtls._tcp.p${i} SRV 0 0 5061 sip.p${i}\nsip.p${i} A 127.84.1.1`);
  const name = await bind({ 'partners.example': records.join('\n') });
  const authority = new Authority();
  const { chain, key } = authority.make({ names: numbers.slice(0, 50).map((i) => `sip.p${i}.partners.example`) });
  const about = { cert: readFileSync(chain), key: readFileSync(key), requestCert: true, rejectUnauthorized: false };
  const server = createServer(about, (socket) => socket.on('error', () => {}));
  server.on('connection', (socket: Socket) => socket.on('error', () => {}).unref());
  await new Promise<void>((resolve) => server.listen(5061, '127.84.1.1', resolve));
  const domains = numbers.map((i) => `    - p${i}.partners.example\n`).join('');
  const cwd = workspace({ 'a.lync.yaml': `lyncFederation: 1\ndomains:\n  allowed:\n${domains}` });
  const start = performance.now();
  const asked = ['--resolver', name.resolver, '--private-addresses', '--root', authority.rootFile];
  const { stdout, stderr } = await program(['verify', 'a.lync.yaml', ...asked, '--format', 'json'], { cwd });
  const taken = (performance.now() - start) / 1000;
  server.close();
  expect(stderr).toBe('');
  const { checks }: { checks: readonly { check: string; outcome: string }[] } = JSON.parse(stdout);
  const counted = (check: string, outcome: string) =>
    checks.filter((one) => one.check === check && one.outcome === outcome).length;
  expect([counted('record', 'passed'), counted('tls', 'passed'), counted('tls', 'failed')]).toEqual([1000, 50, 950]);
  expect(taken).toBeLessThan(SECONDS);
}, 120_000);
