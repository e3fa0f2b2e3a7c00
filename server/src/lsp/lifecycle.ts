import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** How far a client has come: it introduces itself once, and asks for nothing more once it has said that it goes. */
type Phase = 'unknown' | 'introduced' | 'at work' | 'going';

/** Keeps the order in which the protocol wants a client to speak: what comes out of turn is refused, or not heard where it asks for nothing. */
export class Lifecycle {
  #phase: Phase = 'unknown';

  /** With which a connection has to be made. */
  readonly options: ConnectionOptions = {
    connectionStrategy: {
      // What the client takes back before its turn has come is not worked on.
      cancelUndispatched(message) {
        if (!Message.isRequest(message)) return undefined;
        const { id, jsonrpc } = message;
        return { id, jsonrpc, error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' } };
      },
    },
    messageStrategy: {
      handleMessage: (message, next) => {
        if (Message.isRequest(message))
          return next(this.#isInTurn(message) ? message : { ...message, method: REFUSED });
        if (!Message.isNotification(message) || this.#isHeard(message.method)) return next(message);
      },
    },
  };

  /** Answers what is asked out of turn. */
  listen(connection: Connection): void {
    connection.onRequest(REFUSED, (): ResponseError => {
      if (this.#phase === 'unknown')
        return new ResponseError(ErrorCodes.ServerNotInitialized, 'the first request has to be `initialize`');
      const why = this.#phase === 'going' ? 'nothing is answered after `shutdown`' : '`initialize` comes only once';
      return new ResponseError(ErrorCodes.InvalidRequest, why);
    });
  }

  #isInTurn({ method }: RequestMessage): boolean {
    if (this.#phase === 'going') return false;
    if ((method === 'initialize') !== (this.#phase === 'unknown')) return false;
    if (method === 'initialize') this.#phase = 'introduced';
    if (method === 'shutdown') this.#phase = 'going';
    return true;
  }

  #isHeard(method: string): boolean {
    if (method === 'exit') return true;
    if (method !== 'initialized') return this.#phase === 'introduced' || this.#phase === 'at work';
    if (this.#phase !== 'introduced') return false;
    this.#phase = 'at work';
    return true;
  }
}

/** The method under which requests are answered that come out of turn. */
const REFUSED = 'lyncFederation/refused';
