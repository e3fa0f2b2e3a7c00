import { createSocket } from 'node:dgram';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { lookUp } from '../../server/src/verify/lookup.ts';
import { folder, started, until } from './programs.ts';

/** A name server on this machine. */
export interface NameServer {
  /** As `--resolver` takes it. */
  readonly resolver: string;
  /** What it was asked, `SRV name` each, but for the question by which the tests see that it is there. */
  asked(): readonly string[];
  stop(): Promise<void>;
}

const READY = 'ready.example';

/** BIND with these zones, by name, each a master file without its SOA record. It asks nobody else. */
export async function bind(zones: Readonly<Record<string, string>>): Promise<NameServer> {
  const home = folder();
  const port = await freePort();
  const all = { ...zones, [READY]: '@ A 192.0.2.1' };
  mkdirSync(join(home, 'zones'));
  const entries = Object.entries(all).map(([name, text]) => {
    writeFileSync(
      join(home, 'zones', name),
      `$TTL 300\n@ SOA ns hostmaster 1 3600 600 86400 60\n@ NS ns\nns A 192.0.2.1\n${text}\n`,
    );
    return `zone "${name}" { type primary; file "${join(home, 'zones', name)}"; };`;
  });
  const options = [
    `directory "${home}";`,
    `listen-on port ${port} { 127.0.0.1; };`,
    'listen-on-v6 { none; };',
    'recursion no;',
    'dnssec-validation no;',
    'querylog yes;',
    `pid-file "${join(home, 'pid')}";`,
    `session-keyfile "${join(home, 'key')}";`,
    'minimal-responses no;',
    'rrset-order { order fixed; };',
  ];
  writeFileSync(join(home, 'named.conf'), `options { ${options.join(' ')} };\ncontrols { };\n${entries.join('\n')}\n`);
  const program = started('named', ['-g', '-n', '1', '-c', join(home, 'named.conf')], { from: 'bind9' });
  const resolver = `127.0.0.1:${port}`;
  await answering(resolver, program.said);
  const asked = () =>
    [...program.said().matchAll(/query: (\S+) IN (\S+) /g)].map(([, name, type]) => `${type} ${name}`);
  return { resolver, stop: program.stop, asked: () => withoutReady(asked()) };
}

/** dnsmasq with these settings. It asks nobody else. */
export async function dnsmasq(settings: readonly string[]): Promise<NameServer> {
  const port = await freePort();
  const fixed = [
    '--no-daemon',
    '--no-resolv',
    '--no-hosts',
    '--conf-file=/dev/null',
    '--bind-interfaces',
    '--log-queries',
  ];
  const own = ['--listen-address=127.0.0.1', `--port=${port}`, '--user=root', `--host-record=${READY},192.0.2.1`];
  const program = started('dnsmasq', [...fixed, ...own, ...settings.map((one) => `--${one}`)], {
    from: 'dnsmasq-base',
  });
  const resolver = `127.0.0.1:${port}`;
  await answering(resolver, program.said);
  const asked = () =>
    [...program.said().matchAll(/query\[(\w+)\] (\S+) from/g)].map(([, type, name]) => `${type} ${name}`);
  return { resolver, stop: program.stop, asked: () => withoutReady(asked()) };
}

/** A port on which somebody listens to questions, and answers each as is said, if at all. */
export async function scripted(answer: (query: Buffer) => Buffer | undefined, wait = 0): Promise<NameServer> {
  const socket = createSocket('udp4');
  let count = 0;
  const answers = new Set<NodeJS.Timeout>();
  socket.on('message', (query, { port, address }) => {
    count++;
    const bytes = answer(query);
    if (bytes) answers.add(setTimeout(() => socket.send(bytes, port, address), wait));
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  return {
    resolver: `127.0.0.1:${port}`,
    asked: () => Array.from({ length: count }, () => 'a question'),
    stop() {
      for (const answer of answers) clearTimeout(answer);
      return new Promise((resolve) => socket.close(() => resolve()));
    },
  };
}

async function answering(resolver: string, said: () => string): Promise<void> {
  await until(async () => (await lookUp({ resolver, name: READY, type: 'A' }, 200)).outcome === 'records', said);
}

function withoutReady(asked: readonly string[]): readonly string[] {
  return asked.filter((one) => !one.endsWith(READY));
}

/** A port that nobody listens to. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address === 'string' || address === null) throw new Error('no port');
  return address.port;
}
