import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { lookUp } from '../../server/src/verify/lookup.ts';
import { folder, type Program, started, until } from './programs.ts';

/** A name server on this machine. */
export interface NameServer {
  /** As `--resolver` takes it. */
  readonly resolver: string;
  /** What it was asked, `SRV name` each, but for the question by which the tests see that it is there. */
  asked(): readonly string[];
  stop(): Promise<void>;
}

/** What a name server may be asked, beside what it has records of. */
interface Expected {
  readonly besides?: readonly string[];
}

const READY = 'ready.example';

/** Zones by name, each a master file without its SOA record. */
export type Zones = Readonly<Record<string, string>>;

/** BIND with these zones. It asks nobody else. */
export async function bind(zones: Zones, { besides = [] }: Expected = {}): Promise<NameServer> {
  const home = folder();
  const port = await freePort();
  const entries = zoneFiles(home, zones).map(({ name, file }) => `zone "${name}" { type primary; file "${file}"; };`);
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
  const asked = () =>
    [...program.said().matchAll(/query: (\S+) IN (\S+) /g)].map(([, name, type]) => `${type} ${name}`);
  return answering({ port, program, asked, known: [...ownersIn(zones), ...besides] });
}

/** NSD with these zones. It does not tell what it is asked. */
export async function nsd(zones: Zones): Promise<NameServer> {
  const home = folder();
  const port = await freePort();
  const entries = zoneFiles(home, zones).map(({ name, file }) => `zone:\n  name: ${name}\n  zonefile: ${file}`);
  const server = [
    'server:',
    `  ip-address: 127.0.0.1@${port}`,
    '  username: ""',
    '  database: ""',
    '  server-count: 1',
    ...['pidfile', 'xfrdfile', 'zonelistfile', 'xfrdir'].map(
      (key) => `  ${key}: ${join(home, key === 'xfrdir' ? '' : key)}`,
    ),
    'remote-control:',
    '  control-enable: no',
  ];
  writeFileSync(join(home, 'nsd.conf'), `${[...server, ...entries].join('\n')}\n`);
  const program = started('nsd', ['-d', '-c', join(home, 'nsd.conf')], { from: 'nsd' });
  return answering({ port, program, asked: () => [], known: [] });
}

function zoneFiles(home: string, zones: Zones): readonly { readonly name: string; readonly file: string }[] {
  return Object.entries({ ...zones, [READY]: '@ A 192.0.2.1' }).map(([name, text]) => {
    const file = join(home, `${name}.zone`);
    writeFileSync(file, `$TTL 300\n@ SOA ns hostmaster 1 3600 600 86400 60\n@ NS ns\nns A 192.0.2.1\n${text}\n`);
    return { name, file };
  });
}

/** The names that the lines of zones begin with. */
function ownersIn(zones: Zones): readonly string[] {
  return Object.entries(zones).flatMap(([zone, text]) =>
    text.split('\n').flatMap((line) => {
      const [owner = ''] = line.split(' ', 1);
      return owner === '' ? [] : [owner === '@' ? zone : `${owner}.${zone}`];
    }),
  );
}

/** dnsmasq with these settings. It asks nobody else. */
export async function dnsmasq(settings: readonly string[], { besides = [] }: Expected = {}): Promise<NameServer> {
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
  const asked = () =>
    [...program.said().matchAll(/query\[(\w+)\] (\S+) from/g)].map(([, type, name]) => `${type} ${name}`);
  const names = settings.flatMap((one) => /^(?:srv-host|host-record|cname)=([^,]+)/.exec(one)?.[1] ?? []);
  return answering({ port, program, asked, known: [...names, ...besides] });
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

interface Running {
  readonly port: number;
  readonly program: Program;
  asked(): readonly string[];
  /** The names about which it may be asked. */
  readonly known: readonly string[];
}

/** The name server, when it answers. */
async function answering({ port, program, asked, known }: Running): Promise<NameServer> {
  const resolver = `127.0.0.1:${port}`;
  const question = { resolver, name: READY, type: 'A' } as const;
  await until(async () => (await lookUp(question, 200)).outcome === 'records', program.said);
  const own = () => asked().filter((one) => !one.endsWith(READY));
  const mayAsk = new Set(known.map((name) => name.toLowerCase()));
  const isExpected = (question: string) => {
    const [type = '', name = ''] = question.split(' ');
    return ['SRV', 'A', 'AAAA', 'CNAME'].includes(type) && mayAsk.has(name.toLowerCase());
  };
  open.add(() => own().filter((one) => !isExpected(one)));
  return { resolver, stop: program.stop, asked: own };
}

const open = new Set<() => readonly string[]>();

/** What name servers were asked that nobody expected, for the end of a file of tests: records that are none of a zone, nor `besides`. */
export function unexpected(): readonly string[] {
  const all = [...open].flatMap((asked) => asked());
  open.clear();
  return all;
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
