import { type CancellationToken, type Location, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Place } from '../features/workspace.ts';
import { firstOfEach } from '../text/grouped.ts';
import type { Range } from '../text/range.ts';
import type { Documents } from './documents.ts';
import { pathOf } from './names.ts';
import type { Opened } from './opened.ts';
import { placesOf, toLocation } from './places.ts';

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

/** A document, and a place in all that is known of it. */
export interface InWhole {
  readonly opened: Opened;
  readonly at: Range;
}

/** The specs that extend a document, as they are now, and a place of it there. */
export async function throughUsers({ path }: Opened, at: Range, documents: Documents): Promise<readonly InWhole[]> {
  const users = await Promise.all(documents.usersOf(path).map(({ uri }) => documents.known(uri)));
  return users.flatMap((user) => {
    const part = user?.analysis.parts?.find((one) => pathOf(user.extended?.get(one.path)?.uri ?? '') === path);
    return user && part ? { opened: user, at: { start: part.start + at.start, end: part.start + at.end } } : [];
  });
}

/** The specs that share a file with one of some, and these. */
export async function familyOf(some: readonly Opened[], documents: Documents): Promise<readonly Opened[]> {
  const files = new Set(some.flatMap(({ path, extended }) => [path, ...urisIn(extended).map(pathOf)]));
  const users = [...files].flatMap((file) => documents.usersOf(file));
  const known = new Set(some.map(({ path }) => path));
  const others = users.filter(({ path }) => !known.has(path) && known.add(path));
  const now = await Promise.all(others.map(({ uri }) => documents.known(uri)));
  const found = now.flatMap((one) => one ?? []);
  return found.length === 0 ? some : familyOf([...some, ...found], documents);
}

function urisIn(extended: Opened['extended']): readonly string[] {
  return [...(extended?.values() ?? [])].map(({ uri }) => uri);
}

/** @throws ResponseError when nobody waits for the answer any more. */
export function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Places of documents as the client names them; one that several documents share comes once. */
export function locate(places: readonly Place<Opened>[]): readonly Location[] {
  const found = places.map(({ document, at }) => toLocation(placesOf(document)(at)));
  return firstOfEach(found, (one) => JSON.stringify(one));
}
