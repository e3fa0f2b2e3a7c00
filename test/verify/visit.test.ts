import { readFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { createServer as createPlain, type Server, type Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { network } from '../../server/src/verify/network.ts';
import type { Visit } from '../../server/src/verify/recording.generated.ts';
import { freePort } from './name-servers.ts';
import { Authority, type Made, type Wish } from './pki.ts';
import { type Program, started, until } from './programs.ts';

let authority: Authority;
beforeAll(() => {
  authority = new Authority();
});

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

interface Coming {
  readonly sip?: true;
  readonly client?: Made;
  readonly protocol?: 'sip' | 'xmpp';
  readonly patience?: number;
  readonly address?: string;
}

/** What is seen of a server, but for the certificates. */
async function seen(
  port: number,
  { sip, client, protocol = 'sip', patience = 2000, address = '127.0.0.1' }: Coming = {},
): Promise<Partial<Visit>> {
  const world = network({
    patience,
    sip: sip === true,
    from: 'contoso.com',
    client: client && { certificate: readFileSync(client.chain, 'utf8'), key: readFileSync(client.key, 'utf8') },
    roots: [authority.root],
  });
  const asked = { protocol, domain: 'fabrikam.com', host: 'sip.fabrikam.com', address, port } as const;
  const {
    protocol: _p,
    domain: _d,
    host: _h,
    address: _a,
    port: _o,
    certificates,
    cipher: _c,
    ...rest
  } = await world.visit(asked);
  return { ...rest, ...(certificates && { certificates: certificates.map(() => '…') }) };
}

const FABRIKAM: Wish = { names: ['sip.fabrikam.com'] };

/** OpenSSL as a server, with these arguments beside those of its certificate. */
async function openssl(made: Made, ...args: readonly string[]): Promise<number> {
  const port = await freePort();
  const whole = ['-cert', made.certificate, '-cert_chain', made.chain, '-key', made.key];
  const given = args.includes('-alone') ? ['-cert', made.certificate, '-key', made.key] : whole;
  const program: Program = started(
    'openssl',
    [
      's_server',
      '-accept',
      `127.0.0.1:${port}`,
      ...given,
      '-CAfile',
      authority.rootFile,
      ...args.filter((one) => one !== '-alone'),
    ],
    { from: 'openssl' },
  );
  open.push(program.stop);
  await until(() => program.said().includes('ACCEPT'), program.said);
  return port;
}

/** A server of Node on any port. */
async function node(server: Server, address = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const at = server.address();
  return typeof at === 'object' && at !== null ? at.port : 0;
}

const pem = ({ chain, key }: Made) => ({ cert: readFileSync(chain), key: readFileSync(key) });

describe('OpenSSL', () => {
  it('is one-sided unless it asks for a certificate', async () => {
    const port = await openssl(authority.make(FABRIKAM));
    expect(await seen(port)).toEqual({
      reached: 'handshake',
      version: 'TLSv1.3',
      asks: false,
      trust: 'trusted',
      certificates: ['…', '…', '…'],
    });
  });

  it.each([
    ['-tls1_2', 'TLSv1.2'],
    ['-tls1_3', 'TLSv1.3'],
  ])('is mutual over %s where it asks, and takes a certificate of a client', async (flag, version) => {
    const port = await openssl(authority.make(FABRIKAM), '-Verify', '3', '-verify_return_error', flag);
    const client = authority.make({ names: ['sip.contoso.com'] });
    expect(await seen(port, { client })).toMatchObject({ reached: 'handshake', version, asks: true, trust: 'trusted' });
    expect((await seen(port, { client })).refusal).toBeUndefined();
  });

  it('refuses a client without a certificate, and shows its own all the same', async () => {
    const made = authority.make(FABRIKAM);
    const before = await seen(await openssl(made, '-Verify', '3', '-verify_return_error', '-tls1_2'));
    expect(before).toMatchObject({ reached: 'connection', asks: true, version: 'TLSv1.2', fault: { is: 'alert' } });
    expect(before.certificates?.length).toBeGreaterThan(0);
    const after = await seen(await openssl(made, '-Verify', '3', '-verify_return_error', '-tls1_3'));
    expect(after).toMatchObject({ reached: 'handshake', asks: true, refusal: { is: 'alert' } });
  });

  it('refuses a client whose certificate is for servers, or of nobody it knows', async () => {
    const port = await openssl(authority.make(FABRIKAM), '-Verify', '3', '-verify_return_error');
    const client = authority.make({ names: ['sip.contoso.com'], usages: ['serverAuth'] });
    const refused = await seen(port, { client });
    expect(refused.refusal?.code).toMatch(/ALERT_UNSUPPORTED_CERTIFICATE$/);
    const stranger = await seen(port, { client: authority.make({ names: ['sip.contoso.com'], isOwn: true }) });
    expect(stranger.refusal?.code).toMatch(/ALERT_UNKNOWN_CA$/);
  });

  it.each([
    ['a certificate for clients', { usages: ['clientAuth'] }, [], 'INVALID_PURPOSE'],
    ['a certificate for servers', { usages: ['serverAuth'] }, [], 'trusted'],
    ['a certificate for any use', { usages: ['anyExtendedKeyUsage'] }, [], 'INVALID_PURPOSE'],
    ['a certificate that does not say for what', { usages: [] }, [], 'trusted'],
    ['an expired certificate', { from: '20200101', to: '20210101' }, [], 'CERT_HAS_EXPIRED'],
    ['a certificate of the future', { from: '20390101', to: '20400101' }, [], 'CERT_NOT_YET_VALID'],
    ['a certificate of its own', { isOwn: true }, [], 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['a chain without its middle', {}, ['-alone'], 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('shows %s', async (_, wish, args, trust) => {
    expect(await seen(await openssl(authority.make({ ...FABRIKAM, ...wish }), ...args))).toMatchObject({
      reached: 'handshake',
      trust,
    });
  });

  it.each([
    ['-tls1', 'TLSv1'],
    ['-tls1_1', 'TLSv1.1'],
  ])('speaks only what is old, by %s', async (flag, version) => {
    const port = await openssl(authority.make(FABRIKAM), flag, '-cipher', 'ALL:@SECLEVEL=0');
    const told = await seen(port);
    expect([told.reached, told.version, told.asks]).toEqual(['handshake', version, undefined]);
  });

  it('tells its certificates apart by the name that it is asked for', async () => {
    const [first, second] = [authority.make({ names: ['www.fabrikam.com'] }), authority.make(FABRIKAM)];
    const port = await openssl(
      first,
      '-servername',
      'sip.fabrikam.com',
      '-cert2',
      second.certificate,
      '-key2',
      second.key,
    );
    expect((await seen(port)).trust).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });
});

describe('Node', () => {
  it('does not listen', async () => {
    expect(await seen(await freePort())).toEqual({ reached: 'nothing', fault: { is: 'closed', code: 'ECONNREFUSED' } });
  });

  it('takes a connection and says nothing', async () => {
    expect(await seen(await node(createPlain()), { patience: 200 })).toEqual({
      reached: 'connection',
      fault: { is: 'silent' },
    });
  });

  it('resets a connection, or ends it', async () => {
    const reset = await node(createPlain((socket) => socket.once('data', () => socket.resetAndDestroy())));
    expect(await seen(reset)).toEqual({ reached: 'connection', fault: { is: 'reset', code: 'ECONNRESET' } });
    const end = await node(createPlain((socket) => socket.once('data', () => socket.end())));
    expect((await seen(end)).fault?.is).toMatch(/^(?:ended|reset)$/);
  });

  it('speaks no version of TLS that is spoken here', async () => {
    // The alert `protocol version`, as it is written down in RFC 5246.
    const alert = Buffer.from([0x15, 3, 0, 0, 2, 2, 70]);
    const port = await node(createPlain((socket) => socket.once('data', () => socket.end(alert))));
    expect(await seen(port)).toMatchObject({ reached: 'connection', fault: { is: 'old-version' } });
  });

  it('does not speak TLS', async () => {
    const port = await node(createPlain((socket) => socket.end('220 mail.fabrikam.com ESMTP\r\n')));
    expect(await seen(port)).toMatchObject({ reached: 'connection', fault: { is: 'not-tls' } });
  });

  it('speaks SIP, the web, something else, or nothing behind TLS', async () => {
    const made = pem(authority.make(FABRIKAM));
    const answer = async (text: string | undefined) => {
      const port = await node(createTls(made, (socket) => socket.once('data', () => text && socket.end(text))));
      return (await seen(port, { sip: true, patience: 500 })).answer;
    };
    const head = 'Via: SIP/2.0/TLS contoso.com\r\nServer: RTC/6.0\r\nContent-Length: 0\r\n\r\n';
    expect(await answer(`SIP/2.0 200 OK\r\n${head}`)).toEqual({ is: 'sip', status: 200, server: 'RTC/6.0' });
    expect(await answer('SIP/2.0 504 Server time-out\r\n\r\n')).toEqual({ is: 'sip', status: 504 });
    expect(await answer('220 mail.fabrikam.com\r\n')).toEqual({ is: 'other' });
    expect(await answer('SIP/2.0 abc\r\n\r\n')).toEqual({ is: 'other' });
    expect(await answer(undefined)).toEqual({ is: 'nothing' });
    const web = await node(createHttps(made));
    expect((await seen(web, { sip: true, patience: 500 })).answer).toEqual({ is: 'http', status: 400 });
  });

  it('asks in the words of SIP, with nothing of a person', async () => {
    let text = '';
    const port = await node(
      createTls(pem(authority.make(FABRIKAM)), (socket) =>
        socket.once('data', (bytes) => {
          text = bytes.toString();
          socket.end('SIP/2.0 200 OK\r\n\r\n');
        }),
      ),
    );
    await seen(port, { sip: true });
    expect(text.replace(/[0-9a-f]{16}/g, '…')).toBe(
      [
        'OPTIONS sip:fabrikam.com SIP/2.0',
        'Via: SIP/2.0/TLS contoso.com;branch=z9hG4bK…',
        'From: <sip:contoso.com>;tag=…',
        'To: <sip:fabrikam.com>',
        'Call-ID: …',
        'CSeq: 1 OPTIONS',
        'Max-Forwards: 0',
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it('is looked for by IPv6 as well', async () => {
    const port = await node(createTls(pem(authority.make(FABRIKAM))), '::1');
    expect(await seen(port, { address: '::1' })).toMatchObject({ reached: 'handshake', trust: 'trusted' });
  });
});

describe('XMPP', () => {
  const STREAM =
    "<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'>";
  const says = (first: string, then = '') =>
    createPlain((socket) =>
      socket.once('data', () => {
        socket.write(first);
        socket.once('data', () => socket.write(then));
      }),
    );
  const at = (port: number) => seen(port, { protocol: 'xmpp', patience: 500 });

  it('offers TLS, and shows its certificate', async () => {
    const tls = createTls(pem(authority.make({ names: ['fabrikam.com'] })));
    const server = createPlain((socket) => {
      socket.once('data', () => {
        socket.write(
          `${STREAM}<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>`,
        );
        socket.once('data', () => {
          socket.write("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
          tls.emit('connection', socket);
        });
      });
    });
    expect(await at(await node(server))).toMatchObject({ reached: 'handshake', trust: 'trusted', asks: false });
  });

  it.each([
    ['offers none', `${STREAM}<stream:features/>`, '', 'no-starttls'],
    [
      'refuses after all',
      `${STREAM}<stream:features><starttls/></stream:features>`,
      '<failure/></stream:stream>',
      'no-starttls',
    ],
    ['ends the stream without a reason', `${STREAM}<stream:error></stream:error>`, '', 'stream-error'],
    ['is a server of the web', 'HTTP/1.1 400 Bad Request\r\n\r\n', '', 'not-xmpp'],
    ['stops in the middle', STREAM, '', 'silent'],
  ])('%s', async (_, first, then, is) => {
    expect(await at(await node(says(first, then)))).toEqual({ reached: 'connection', fault: { is } });
  });
});
