import { code, type Message, say } from '../text/message.ts';
import { failed, notTested, type Told } from './checks.ts';
import type { Fault } from './recording.generated.ts';

/** Why nobody answers, or not as he should. */
export function faultShown(fault: Fault): Message {
  switch (fault.is) {
    case 'closed':
      return say`The port is closed.`;
    case 'silent':
      return say`Nothing came back in time: nobody is there, or a firewall keeps it back.`;
    case 'reset':
      return say`The connection was reset.`;
    case 'unreachable':
      return say`There is no way from here to this address.`;
    case 'not-xmpp':
      return say`What answers does not speak XMPP.`;
    case 'no-starttls':
      return say`The server speaks XMPP and offers no TLS.`;
    case 'stream-error':
      return fault.code === 'host-unknown'
        ? say`The server is not there for this domain: it ends the stream with ${code(fault.code)}.`
        : say`The server ends the stream: ${code(fault.code ?? fault.is)}.`;
    default:
      return brokenOff(fault);
  }
}

/** How a handshake ended before its time, or a connection after it. */
export function brokenOff({ is, code: name = '' }: Fault): Message {
  switch (is) {
    case 'alert':
      return say`The server ended it with the alert ${code(alertIn(name))}.`;
    case 'old-version':
      return say`The server speaks no version of TLS that can be spoken here.`;
    case 'not-tls':
      return say`What answers does not speak TLS.`;
    case 'silent':
      return say`The server said nothing more in time.`;
    case 'reset':
      return say`The server reset the connection.`;
    case 'ended':
      return say`The server ended the connection without a word.`;
    default:
      return say`It failed: ${code(name || is)}.`;
  }
}

/** What follows the word in the code of Node. */
function alertIn(name: string): string {
  return /ALERT_(\w+)$/.exec(name)?.[1]?.toLowerCase().replaceAll('_', ' ') ?? name;
}

/** Why a chain is not trusted, by the reason that OpenSSL gives. */
export function chainFault(
  trust: string,
  { issuer, isAlone }: { readonly issuer: string; readonly isAlone: boolean },
): Told {
  switch (trust) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return failed(say`It was issued by nobody but itself.`);
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return failed(
        isAlone
          ? say`The server does not send the certificate of its issuer ${code(issuer)}, and it is no root that is known here.`
          : say`The chain ends at an issuer that is not known here.`,
      );
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return failed(say`The chain ends at a root that is not known here; ${code('--root')} names one that you trust.`);
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
    case 'INVALID_PURPOSE':
      return notTested(say`What was found before keeps the chain from being looked at.`);
    default:
      return failed(say`OpenSSL does not trust it: ${code(trust)}.`);
  }
}
