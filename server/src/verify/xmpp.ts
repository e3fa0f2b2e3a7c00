import type { Socket } from 'node:net';
import { faultOf } from './fault.ts';
import type { Fault } from './recording.generated.ts';
import { until } from './until.ts';

/** Between whom a stream is opened. */
export interface Parties {
  readonly to: string;
  readonly from: string;
  /** In milliseconds. */
  readonly patience: number;
}

/** Opens a stream of XMPP servers and has TLS begin; tells what came in between. */
export function offersTls(socket: Socket, { to, from, patience }: Parties): Promise<Fault | undefined> {
  let text = '';
  let isAsked = false;
  socket.write(
    `<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' from='${inXml(from)}' to='${inXml(to)}' version='1.0'>`,
  );
  return until<Fault | undefined>(socket, {
    patience,
    late: () => ({ is: 'silent' }),
    hear: (end) => ({
      error: (error: NodeJS.ErrnoException) => end(faultOf(error)),
      end: () => end({ is: isXmpp(text) ? 'no-starttls' : text === '' ? 'ended' : 'not-xmpp' }),
      data(bytes: Buffer) {
        text += bytes.toString('latin1');
        if (text.length > MOST || !couldBeXmpp(text)) end({ is: 'not-xmpp' });
        else if (/<proceed[\s/>]/.test(text)) end(undefined);
        else if (/<\/stream:error>/.test(text)) end({ is: 'stream-error', ...conditionIn(text) });
        else if (/<failure[\s/>]/.test(text)) end({ is: 'no-starttls' });
        else if (!isAsked && /<starttls[\s/>]/.test(text)) {
          isAsked = true;
          socket.write("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        } else if (!isAsked && /<\/stream:features>|<stream:features\s*\/>/.test(text)) end({ is: 'no-starttls' });
      },
    }),
  });
}

const MOST = 64 * 1024;

function isXmpp(text: string): boolean {
  return /<stream:stream[\s>]/.test(text);
}

/** Why a server ends a stream, as RFC 6120 names the condition. */
function conditionIn(text: string): Pick<Fault, 'code'> {
  const [, code] = /<stream:error[^<>]*>\s*<([a-z-]{1,60})[\s/>]/.exec(text) ?? [];
  return code === undefined ? {} : { code };
}

/** XML that begins with a declaration or a stream. */
function couldBeXmpp(text: string): boolean {
  const start = text.trimStart().slice(0, 5);
  return '<?xml'.startsWith(start) || '<stream'.startsWith(start);
}

function inXml(name: string): string {
  return name.replace(/[&<>'"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
