import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './name-servers.ts';
import type { Made } from './pki.ts';
import { folder, type Program, started, until } from './programs.ts';

/** A server of SIP or XMPP on this machine. */
export interface ChatServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Kamailio, a server of SIP over TLS that answers a message with no hop left as RFC 3261 has it. */
export async function kamailio(made: Made, { clientsOf }: { readonly clientsOf?: string } = {}): Promise<ChatServer> {
  const home = folder();
  const port = await freePort();
  const demands = [`"ca_list", "${clientsOf}"`, '"verify_certificate", 1', '"require_certificate", 1'];
  const tls = [
    '"tls_method", "TLSv1.2+"',
    `"certificate", "${made.chain}"`,
    `"private_key", "${made.key}"`,
    ...(clientsOf === undefined ? [] : demands),
  ];
  const text = [
    ...['log_stderror=yes', 'enable_tls=yes', 'children=1', 'tcp_children=1', `listen=tls:127.0.0.1:${port}`],
    ...['tls', 'sl', 'siputils', 'maxfwd', 'pv'].map((name) => `loadmodule "${name}.so"`),
    ...tls.map((one) => `modparam("tls", ${one})`),
    'request_route {',
    '  if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }',
    '  sl_send_reply("200", "OK");',
    '}',
  ];
  writeFileSync(join(home, 'kamailio.cfg'), `${text.join('\n')}\n`);
  const args = ['-DD', '-E', '-f', join(home, 'kamailio.cfg'), '-w', home, '-Y', home, '-P', join(home, 'pid')];
  return listening(started('kamailio', args, { from: 'kamailio kamailio-tls-modules' }), port);
}

/** Prosody, a server of XMPP for one domain, with TLS where it has a certificate. */
export async function prosody(domain: string, made: Made | undefined): Promise<ChatServer> {
  const home = folder();
  const port = await freePort();
  mkdirSync(join(home, 'certs'));
  const text = [
    `pidfile = "${join(home, 'pid')}"`,
    `data_path = "${home}"`,
    'run_as_root = true',
    'log = { { levels = { min = "info" }, to = "console" } }',
    'interfaces = { "127.0.0.1" }',
    'c2s_ports = {}',
    `s2s_ports = { ${port} }`,
    's2s_direct_tls_ports = {}',
    `modules_enabled = { ${made ? '"tls", ' : ''}"s2s", "dialback" }`,
    `modules_disabled = { "c2s"${made ? '' : ', "tls"'} }`,
    `VirtualHost "${domain}"`,
    ...(made ? [`ssl = { certificate = "${made.chain}", key = "${made.key}" }`] : []),
  ];
  writeFileSync(join(home, 'prosody.cfg.lua'), `${text.join('\n')}\n`);
  const args = ['-F', '--config', join(home, 'prosody.cfg.lua')];
  return listening(started('prosody', args, { from: 'prosody' }), port);
}

async function listening(program: Program, port: number): Promise<ChatServer> {
  const isThere = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  await until(isThere, program.said);
  return { port, stop: program.stop };
}
