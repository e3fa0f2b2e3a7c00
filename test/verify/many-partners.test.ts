import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { createServer } from 'node:tls';
import { expect, it } from 'vitest';
import { program, workspace } from '../cli/cli.ts';
import { bind, unexpected } from './name-servers.ts';
import { Authority } from './pki.ts';

const PARTNERS = 1000;
const SECONDS = 30;
/** How long servers that ask for a certificate are given to refuse us, one after the other in so many rows. */
const WAITED = (PARTNERS / 128) * 0.5;

it(`computes and waits less than ${SECONDS} seconds for ${PARTNERS} partners, their records and their servers`, async () => {
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
  const file = join(cwd, 'cpu');
  const env = { NODE_OPTIONS: `--require "${resolve(import.meta.dirname, 'cpu-time.cjs')}"`, CPU_TIME: file };
  const asked = ['--resolver', name.resolver, '--private-addresses', '--root', authority.rootFile];
  const { stdout, stderr } = await program(['verify', 'a.lync.yaml', ...asked, '--format', 'json'], { cwd, env });
  server.close();
  expect(stderr).toBe('');
  expect(unexpected()).toEqual([]);
  const { checks }: { checks: readonly { check: string; outcome: string }[] } = JSON.parse(stdout);
  const counted = (check: string, outcome: string) =>
    checks.filter((one) => one.check === check && one.outcome === outcome).length;
  expect([counted('record', 'passed'), counted('tls', 'passed'), counted('tls', 'failed')]).toEqual([1000, 50, 950]);
  // Not by the clock: what else the machine does is not ours.
  const computed = Number(readFileSync(file, 'utf8'));
  expect(computed + WAITED).toBeLessThan(SECONDS / 2);
}, 120_000);
