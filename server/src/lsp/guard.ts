import { type CancellationToken, type Connection, ResponseError } from 'vscode-languageserver';

// The one place where what goes wrong in the server ends: it is logged, and the server lives on.

/**
 * Wraps the handler of a request: when it throws, there is another answer. A `ResponseError` is an answer: it tells the user why there
 * is no other.
 */
export function guard(connection: Connection) {
  return <P, R, F>(
    name: string,
    handle: (params: P, token: CancellationToken) => R | Promise<R>,
    otherwise: (error: unknown) => F,
  ) =>
    async (params: P, token: CancellationToken): Promise<R | F> => {
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        logFailure(connection, name, error);
        return otherwise(error);
      }
    };
}

/** Does something whose end nobody waits for: a request to the client, what follows from a notification, what was put off. */
export function attempt(connection: Connection, name: string, run: () => unknown): void {
  new Promise((done) => done(run())).catch((error: unknown) => logFailure(connection, name, error));
}

/** Says in the log of the client what failed, and why. */
export function logFailure(connection: Connection, name: string, error: unknown): void {
  connection.console.error(`${name} failed: ${reason(error)}`);
}

/** What went wrong, with the place in the code where that is known. */
export function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
