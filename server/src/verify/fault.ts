import type { Fault } from './recording.generated.ts';

/** What a failed connection or handshake means. Of codes only the ends count: their beginnings are other ones in each version of OpenSSL. */
export function faultOf(error: NodeJS.ErrnoException): Fault {
  const { code = '' } = error;
  const [, is = 'other'] = KINDS.find(([pattern]) => pattern.test(code)) ?? [];
  return { is, ...(code !== '' && { code: code.slice(0, 120).replace(/[^A-Za-z0-9_/ ]/g, '_') }) };
}

const KINDS: readonly (readonly [RegExp, Fault['is']])[] = [
  [/^ECONNREFUSED$/, 'closed'],
  [/^ETIMEDOUT$/, 'silent'],
  [/^(?:ECONNRESET|EPIPE)$/, 'reset'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT|EACCES|EPERM|EINVAL)$/, 'unreachable'],
  [/(?:ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE)$/, 'old-version'],
  [/ALERT_/, 'alert'],
  [/(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNEXPECTED_MESSAGE|RECORD_LAYER_FAILURE)$/, 'not-tls'],
];
