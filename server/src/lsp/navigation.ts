import { type CancellationToken, type Location, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Place } from '../features/workspace.ts';
import { toLocation } from './convert-commands.ts';
import type { Documents } from './documents.ts';
import type { Opened } from './opened.ts';

/**
 * All documents of the workspace but one, opened or not.
 * @throws ResponseError when nobody waits for the answer any more.
 */
export async function othersThan(
  { path }: Opened,
  documents: Documents,
  token: CancellationToken,
): Promise<readonly Opened[]> {
  const all = await documents.all(token);
  refuseCancelled(token);
  return all.filter((one) => one.path !== path);
}

/** @throws ResponseError when nobody waits for the answer any more. */
export function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** A place of a document as the client names it. */
export function locate({ document: { uri, analysis }, at }: Place<Opened>): Location {
  return toLocation(at, uri, analysis.lines);
}
