import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type DetailedPeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import { faultOf } from './fault.ts';
import type { Fault, Visit } from './recording.generated.ts';
import { optionsOf } from './sip.ts';
import { spoken } from './spoken.ts';
import { until } from './until.ts';
import type { VisitQuestion } from './world.ts';
import { offersTls } from './xmpp.ts';

/** How servers are spoken to. */
export interface Manner {
  /** How long each step is waited for, in milliseconds. */
  readonly patience: number;
  /** Versions, roots, and the client certificate where there is one. */
  readonly context: SecureContext;
  /** The domain in whose name we come. */
  readonly from: string;
  readonly sip: boolean;
}

/** Connects to a server, secures the connection, and tells all that was seen on the way. */
export async function visit(question: VisitQuestion, manner: Manner): Promise<Visit> {
  const { protocol, domain, address, port } = question;
  const socket = connectTcp({ host: address, port });
  try {
    const closed = await happening(socket, 'connect', manner.patience);
    if (closed) return { ...question, reached: 'nothing', fault: closed };
    if (protocol === 'sip') return await secured({ question, socket, manner, reached: 'connection' });
    const refused = await offersTls(socket, { to: domain, from: manner.from, patience: manner.patience });
    if (refused) return { ...question, reached: 'connection', fault: refused };
    return await secured({ question, socket, manner, reached: 'stream' });
  } finally {
    socket.destroy();
  }
}

interface Connected {
  readonly question: VisitQuestion;
  readonly socket: Socket;
  readonly manner: Manner;
  readonly reached: 'connection' | 'stream';
}

async function secured({ question, socket, manner, reached }: Connected): Promise<Visit> {
  const { patience, context, sip } = manner;
  const { host, protocol, domain } = question;
  // In XMPP it is the domain that a certificate is for, and that a server tells its certificates apart by.
  const name = protocol === 'xmpp' ? domain : host;
  const tls = connectTls({
    socket,
    secureContext: context,
    rejectUnauthorized: false,
    // Names are looked at by who knows for what they are; here a wrong one would hide what else is wrong.
    checkServerIdentity: () => undefined,
    ...(isIP(name) === 0 && { servername: name }),
  });
  try {
    const fault = await happening(tls, 'secureConnect', patience);
    if (fault) return { ...question, reached, fault, ...shownBy(tls) };
    const seen = { ...question, reached: 'handshake', ...shownBy(tls) } as const;
    if (sip && protocol === 'sip')
      return { ...seen, ...(await spoken(tls, optionsOf(question, manner.from), patience)) };
    // Over TLS 1.3 a server looks at our certificate, or at its absence, when the handshake is over for us.
    const refusal = seen.asks === false ? undefined : await happening(tls, 'data', Math.min(patience, LINGER));
    return { ...seen, ...(refusal && refusal.is !== 'silent' && { refusal }) };
  } finally {
    tls.destroy();
  }
}

const LINGER = 500;

/** What a server has shown, which may be much although it ends the handshake. */
function shownBy(tls: TLSSocket): Pick<Visit, 'version' | 'cipher' | 'asks' | 'trust' | 'certificates'> {
  const certificates = chainOf(tls);
  if (certificates.length === 0) return {};
  const version = tls.getProtocol() ?? '';
  const asks = asksForCertificate(tls, version);
  const isDone = tls.getCipher()?.standardName !== undefined && !tls.connecting;
  return {
    ...(/^TLSv1(?:\.[1-3])?$/.test(version) && { version }),
    ...(isDone && { cipher: tls.getCipher().standardName }),
    ...(asks !== undefined && { asks }),
    // Before the end of a handshake nobody has looked.
    ...(tls.authorized || tls.authorizationError
      ? { trust: tls.authorized ? 'trusted' : String(tls.authorizationError) }
      : {}),
    certificates,
  };
}

/**
 * A server that asks for a certificate says which signatures it takes, and OpenSSL keeps those that both sides know. It says so from
 * TLS 1.2 on, and BoringSSL, in the desktop of VS Code, keeps nothing.
 */
function asksForCertificate(tls: TLSSocket, version: string): boolean | undefined {
  const isTold = version === 'TLSv1.2' || version === 'TLSv1.3';
  const isKept = !('electron' in process.versions) && !Reflect.get(process.features, 'openssl_is_boringssl');
  return isTold && isKept ? tls.getSharedSigalgs().length > 0 : undefined;
}

/** As the server sent it, with the root that is known here; the newer way to ask hands on its own certificate without the others. */
function chainOf(tls: TLSSocket): string[] {
  const chain: string[] = [];
  let next: DetailedPeerCertificate | undefined = tls.getPeerCertificate(true);
  while (next?.raw !== undefined && chain.length < LONGEST) {
    const der = next.raw.toString('base64');
    if (chain.includes(der)) break;
    chain.push(der);
    next = next.issuerCertificate;
  }
  return chain;
}

const LONGEST = 10;

/** Waits for something to happen to a connection; tells what happened instead. */
function happening(socket: Socket, event: string, patience: number): Promise<Fault | undefined> {
  return until<Fault | undefined>(socket, {
    patience,
    late: () => ({ is: 'silent' }),
    hear: (end) => ({
      error: (error: NodeJS.ErrnoException) => end(faultOf(error)),
      end: () => end({ is: 'ended' }),
      close: () => end({ is: 'ended' }),
      [event]: () => end(undefined),
    }),
  });
}
