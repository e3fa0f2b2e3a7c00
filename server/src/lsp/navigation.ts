import {
  type Location,
  LSPErrorCodes,
  type Range as LspRange,
  type Position,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { definitions } from '../features/definition.ts';
import type { Env } from '../features/env.ts';
import { references } from '../features/references.ts';
import { rename, renameable } from '../features/rename.ts';
import { mentionAt } from '../features/runbook/objects.ts';
import { textOf } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import { toOffset, toRange } from './convert.ts';
import { toLocation } from './convert-commands.ts';
import { toWorkspaceEdit } from './convert-edits.ts';
import type { Documents } from './documents.ts';
import type { Opened } from './opened.ts';

/** Where the object at a position comes from; for a script also the entries of the specs that are open. */
export async function definitionsFor(
  opened: Opened,
  { position }: { readonly position: Position },
  documents: Documents,
): Promise<Location[]> {
  const { analysis, kind } = opened;
  const object = mentionAt(analysis, toOffset(analysis.lines, position));
  if (object === undefined) return [];
  const placesIn = (one: Opened) => definitions(one.analysis, object).map((at) => locate(one, at));
  const entries = kind === 'script' ? (await documents.beside(opened)).flatMap(placesIn) : [];
  return entries.length > 0 ? entries : placesIn(opened);
}

/** Where the object at a position is named, also in the scripts beside a spec and the specs beside a script. */
export async function referencesFor(
  opened: Opened,
  { position, context }: ReferenceParams,
  documents: Documents,
): Promise<Location[]> {
  const object = mentionAt(opened.analysis, toOffset(opened.analysis.lines, position));
  if (object === undefined) return [];
  const declaration = context.includeDeclaration;
  return [opened, ...(await documents.beside(opened))].flatMap((one) =>
    references(one.analysis, object, { declaration }).map((at) => locate(one, at)),
  );
}

/** The name at a position that can be given anew. */
export function prepareRename(
  { analysis }: Opened,
  { position }: { readonly position: Position },
): { range: LspRange; placeholder: string } | null {
  const found = renameable(analysis, toOffset(analysis.lines, position));
  return found === undefined ? null : { range: toRange(analysis.lines, found.at), placeholder: found.name };
}

/** @throws ResponseError where the object cannot have that name; the client shows why. */
export function renameFor(
  opened: Opened,
  { position, newName }: RenameParams,
  { client, env }: { readonly client: Client; readonly env: Env },
): WorkspaceEdit {
  const { analysis } = opened;
  const renamed = rename(analysis, toOffset(analysis.lines, position), newName);
  if ('template' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, textOf(renamed, env.bundle));
  return toWorkspaceEdit(renamed.edits, analysis.lines, opened, client);
}

function locate({ uri, analysis }: Opened, at: { readonly start: number; readonly end: number }): Location {
  return toLocation(at, uri, analysis.lines);
}
