import { randomBytes } from 'node:crypto';
import type { Visit } from './recording.generated.ts';
import type { VisitQuestion } from './world.ts';

/** Asks a server what it can do; with no hop left, it answers itself. Nothing in it is about a person. */
export function optionsOf({ domain }: Pick<VisitQuestion, 'domain'>, from: string): string {
  const token = () => randomBytes(8).toString('hex');
  return [
    `OPTIONS sip:${domain} SIP/2.0`,
    `Via: SIP/2.0/TLS ${from};branch=z9hG4bK${token()}`,
    `From: <sip:${from}>;tag=${token()}`,
    `To: <sip:${domain}>`,
    `Call-ID: ${token()}`,
    'CSeq: 1 OPTIONS',
    'Max-Forwards: 0',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

/** What begins with these bytes; nothing as long as the first lines are not all there. */
export function answerIn(text: string): Visit['answer'] | undefined {
  if (!/^(?:SIP\/2\.0 |HTTP\/)/.test(text)) return text.length >= 'SIP/2.0 '.length ? { is: 'other' } : undefined;
  const head = /^([\s\S]*?)\r?\n\r?\n/.exec(text)?.[1];
  if (head === undefined) return undefined;
  const [, protocol, status] = /^(SIP|HTTP)\/\S+ ([1-6]\d\d)(?!\d)/.exec(head) ?? [];
  if (protocol === undefined) return { is: 'other' };
  const server = /^(?:Server|User-Agent):[ \t]*(\S[^\r\n]*)/im.exec(head)?.[1];
  return {
    is: protocol === 'SIP' ? 'sip' : 'http',
    status: Number(status),
    ...(server !== undefined && { server: server.slice(0, 200) }),
  };
}
