import { usableAsServer } from '../deployment/certificate-files.ts';
import { parentOf } from '../text/host.ts';
import { code, codes, say } from '../text/message.ts';
import type { Certificate } from '../text/pem.ts';
import { type Check, checked, failed, notApplicable, notTested, passed, type Told } from './checks.ts';
import { brokenOff, chainFault, faultShown } from './fault-words.ts';
import type { Station } from './needed.ts';
import type { Fault, Visit } from './recording.generated.ts';
import { stationShown } from './world.ts';

/** What is to be known of a server beside what was seen of it. */
export interface Around {
  readonly asOf: string;
  /** On which partners connect. */
  readonly federationPort: number;
  readonly certificate: Certificate | undefined;
  readonly names: readonly string[];
  /** We had a certificate to show. */
  readonly hasClient: boolean;
  /** The certificate that the spec has for it, and what of that is otherwise. */
  readonly declared: { readonly name: string; readonly differsIn: readonly string[] } | undefined;
}

/** How a server stands at one of its addresses. */
export function tlsCheck({ subject, question }: Station, visit: Visit, around: Around): Check {
  const about = { about: stationShown(question), at: subject.at };
  const offered = question.protocol === 'xmpp' ? offer(visit) : notApplicable(say`SIP begins with TLS.`);
  const connected = connection(visit);
  if (visit.reached === 'nothing') return checked('tls', about, { connected });
  if (question.protocol === 'xmpp' && visit.reached === 'connection')
    return checked('tls', about, { connected, offered });
  const demands = !around.hasClient && visit.asks === true && visit.fault !== undefined;
  const secured = demands
    ? notTested(
        say`The server ends it, as one does that demands a certificate of its client. Name yours: ${code('--client-certificate')}.`,
      )
    : visit.fault
      ? failed(brokenOff(visit.fault))
      : passed(say`${code(visit.version ?? 'TLS')}, ${code(visit.cipher ?? 'no cipher')}`);
  const { certificate } = around;
  if (certificate === undefined) return checked('tls', about, { connected, offered, secured });
  return checked('tls', about, {
    connected,
    offered,
    secured,
    named: naming(question.protocol === 'xmpp' ? question.domain : question.host, around.names),
    timely: timing(certificate, around.asOf),
    usable: usableAsServer(certificate)
      ? passed(say`It says so, or nothing at all.`)
      : failed(say`It is not made for servers: its usages do not have server authentication.`),
    trusted: trusting(visit, certificate),
    modern: modernity(visit),
    mutual: mutuality(visit, question.port === around.federationPort),
    taken: taking(visit, around.hasClient),
    declared: declaration(around),
  });
}

/** Why nobody looked at a server. */
export function untested({ subject, question }: Station, why: 'port' | 'private' | 'recording'): Check {
  const about = { about: stationShown(question), at: subject.at };
  return checked('tls', about, { connected: notTested(say`${WHY[why]}`) });
}

const WHY = {
  port: say`The record names a port on which no partner connects.`,
  private: say`From outside nobody reaches this address; ${code('--private-addresses')} connects all the same.`,
  recording: say`The recording does not tell of it.`,
};

function connection({ reached, fault }: Visit): Told {
  if (reached !== 'nothing' || fault === undefined) return passed(say`It answers.`);
  return fault.is === 'unreachable' ? notTested(faultShown(fault)) : failed(faultShown(fault));
}

function offer({ reached, fault }: Visit): Told {
  return reached === 'connection' && fault ? failed(faultShown(fault)) : passed(say`It does.`);
}

function naming(name: string, names: readonly string[]): Told {
  const has = names.includes(name) || names.includes(`*.${parentOf(name)}`);
  if (has) return passed(say`${code(name)} is among ${codes(names)}.`);
  return failed(
    names.length === 0
      ? say`It has no name, so not ${code(name)} either.`
      : say`It is for ${codes(names)}, not for ${code(name)}.`,
  );
}

function timing({ notBefore, notAfter }: Certificate, asOf: string): Told {
  if (asOf > notAfter) return failed(say`It expired on ${code(notAfter)}.`);
  if (asOf < notBefore) return failed(say`It is valid from ${code(notBefore)} on.`);
  return passed(say`From ${code(notBefore)} to ${code(notAfter)}.`);
}

function trusting({ trust, certificates = [] }: Visit, certificate: Certificate): Told {
  if (trust === undefined) return notTested(say`The handshake ended before anybody looked.`);
  if (trust === 'trusted') return passed(say`It was issued by ${code(certificate.issuer)}.`);
  return chainFault(trust, { issuer: certificate.issuer, isAlone: certificates.length === 1 });
}

function modernity({ version }: Visit): Told {
  if (version === undefined) return notTested(say`It was not agreed on.`);
  if (OLD.includes(version))
    return failed(say`${code(version)} is the newest that it speaks; others have turned it off.`);
  return passed(say`${code(version)}`);
}

const OLD = ['TLSv1', 'TLSv1.1'];

/** Clients sign in with passwords, and XMPP servers may prove themselves in another way. */
function mutuality({ asks, protocol }: Visit, isFederationPort: boolean): Told {
  if (asks === undefined)
    return notTested(say`Nobody can see that here: it takes TLS 1.2 or later, and Node with OpenSSL.`);
  if (asks) return passed(say`It does.`);
  return protocol === 'sip' && isFederationPort
    ? failed(say`It asks for no certificate, so it does not know who comes: that is no Access Edge for partners.`)
    : notApplicable(say`It does not, and need not.`);
}

function taking({ refusal, fault, asks, answer }: Visit, hasClient: boolean): Told {
  const ended: Fault | undefined = refusal ?? fault;
  if (asks === false) return notApplicable(say`It asks for none.`);
  if (!hasClient) return notTested(say`We have none to show: ${code('--client-certificate')} names one.`);
  if (ended) return failed(brokenOff(ended));
  if (answer?.is === 'sip') return passed(say`It answers in SIP.`);
  return notTested(say`It did not refuse it. Only an answer proves that it was taken: ${code('--sip')}.`);
}

function declaration({ declared }: Around): Told {
  if (declared === undefined) return notApplicable(say`The spec does not say what it is.`);
  const { name, differsIn } = declared;
  return differsIn.length === 0
    ? passed(say`It is ${code(name)}.`)
    : failed(say`It is another one than ${code(name)}: it differs in ${codes(differsIn)}.`);
}
