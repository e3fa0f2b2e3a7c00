import type {
  CancellationToken,
  ProtocolRequestType,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Client } from '../capabilities.ts';
import { guard } from '../guard.ts';
import type { Opened } from '../opened.ts';
import type { Session } from '../session.ts';

/** One request of the protocol: what the server says of it at the start, and how it listens for it. */
export interface Request {
  readonly method: string;
  /** What is advertised for it to this client; nothing to one that cannot take the answers. */
  advertise(client: Client): ServerCapabilities;
  listen(session: Session): void;
}

interface Answering<P, R> {
  readonly advertise?: (client: Client) => ServerCapabilities;
  readonly answer: (params: P, session: Session, token: CancellationToken) => R | Promise<R>;
  /** The answer where that one throws; `null` for most. */
  readonly otherwise?: (error: unknown, session: Session) => R;
}

/** A request about whatever its parameters name. When its answer throws, that is logged. */
export function request<P, R, PR, E, RO>(
  { method }: ProtocolRequestType<P, R, PR, E, RO>,
  { advertise = () => ({}), answer, otherwise = () => null }: Answering<P, R | null>,
): Request {
  return {
    method,
    advertise,
    listen(session) {
      const guarded = guard(session.connection);
      session.connection.onRequest(
        method,
        guarded(
          method,
          (params: P, token: CancellationToken) => answer(params, session, token),
          (error) => otherwise(error, session),
        ),
      );
    },
  };
}

interface AnsweringAbout<P, R> {
  readonly advertise?: (client: Client) => ServerCapabilities;
  /** Scripts have an answer, too. */
  readonly scripts?: true;
  /** Project files have one, too. */
  readonly projects?: true;
  readonly answer: (opened: Opened, params: P, session: Session, token: CancellationToken) => R | Promise<R>;
}

/** A request about an open document as it is now; `null` when it is not open, or of a kind that has no answer. */
export function onDocument<P extends { textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>,
  { scripts, projects, answer, ...rest }: AnsweringAbout<P, R | null>,
): Request {
  return request(type, {
    ...rest,
    async answer(params, session, token) {
      const opened = await session.documents.newest(params.textDocument.uri);
      const kinds = { spec: true, script: scripts, project: projects };
      if (opened === undefined || !kinds[opened.kind]) return null;
      return answer(opened, params, session, token);
    },
  });
}
