import {
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Env } from '../../features/env.ts';
import { type RenamedDocument, rename, renameable } from '../../features/rename.ts';
import { isOfOneDocument, mentionAt } from '../../features/runbook/objects.ts';
import { say, textOf } from '../../text/message.ts';
import type { Client } from '../capabilities.ts';
import { toOffset, toRange } from '../convert.ts';
import { othersThan } from '../navigation.ts';
import type { Opened } from '../opened.ts';
import { onDocument } from './request.ts';

/** The name at a place that can be given anew. */
export const preparedRenames = onDocument(PrepareRenameRequest.type, {
  scripts: true,
  answer({ analysis }, { position }) {
    const { lines } = analysis;
    const found = renameable(analysis, toOffset(lines, position));
    return found === undefined ? null : { range: toRange(lines, found.at), placeholder: found.name };
  },
});

/** Another name for what is named at a place, wherever its deployment names it. The client shows why it cannot have that name. */
export const renames = onDocument(RenameRequest.type, {
  scripts: true,
  advertise: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  async answer(opened, { position, newName }, { client, documents, env }, token) {
    const offset = toOffset(opened.analysis.lines, position);
    const object = mentionAt(opened.analysis, offset);
    const isAlone = object === undefined || isOfOneDocument(object);
    const others = isAlone ? [] : await othersThan(opened, documents, token);
    const renamed = rename(opened, { offset, newName }, others);
    if ('template' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, textOf(renamed, env.bundle));
    return toEdit(opened, renamed, { client, env });
  },
});

const ELSEWHERE = 'other-files';

function toEdit(
  own: Opened,
  renamed: readonly RenamedDocument<Opened>[],
  { client, env }: { readonly client: Client; readonly env: Env },
): WorkspaceEdit {
  const changed = renamed.filter(({ edits }) => edits.length > 0);
  const isMarked = client.renameAnnotations && changed.some(({ document }) => document !== own);
  const changes = changed.map(({ document, edits }) => {
    const { uri, version, analysis } = document;
    const mark = isMarked && document !== own ? { annotationId: ELSEWHERE } : {};
    const marked = edits.map(({ at, insert }): TextEdit => {
      return { range: toRange(analysis.lines, at), newText: insert, ...mark };
    });
    return { textDocument: { uri, version }, edits: marked };
  });
  if (!client.documentChanges)
    return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
  const label = textOf(say`In other files`, env.bundle);
  const description = textOf(say`Scripts and specs that speak of the same deployment`, env.bundle);
  const changeAnnotations = { [ELSEWHERE]: { label, description, needsConfirmation: true } };
  return { documentChanges: changes, ...(isMarked && { changeAnnotations }) };
}
