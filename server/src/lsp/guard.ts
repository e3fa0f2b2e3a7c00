import { type CancellationToken, type Connection, ResponseError } from 'vscode-languageserver';

/**
 * Wraps the handler of a request: when it throws, that is logged and the answer is `null`; the server lives on. A `ResponseError`
 * is an answer: it tells the user why there is no other.
 */
export function guard(connection: Connection) {
  return <P, R>(name: string, handle: (params: P, token: CancellationToken) => R | Promise<R>) =>
    async (params: P, token: CancellationToken): Promise<R | null> => {
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(`${name} failed: ${reason(error)}`);
        return null;
      }
    };
}

/** What went wrong, with the place in the code where that is known. */
export function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
