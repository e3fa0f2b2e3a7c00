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
import type { Extension } from '../../spec/extended.ts';
import type { Fault } from '../../spec/faults.ts';
import { firstOfEach, groupedBy } from '../../text/grouped.ts';
import { code, type Message, say, textOf } from '../../text/message.ts';
import type { Client } from '../capabilities.ts';
import { toOffset, toRange } from '../convert.ts';
import { pathOf } from '../names.ts';
import { familyOf, othersThan, throughUsers } from '../navigation.ts';
import type { Opened } from '../opened.ts';
import { placesOf } from '../places.ts';
import { onDocument } from './request.ts';

/** The name at a place that can be given anew. */
export const preparedRenames = onDocument(PrepareRenameRequest.type, {
  scripts: true,
  answer({ analysis, own: { lines } }, { position }) {
    const found = renameable(analysis, toOffset(lines, position));
    return found === undefined ? null : { range: toRange(lines, found.at), placeholder: found.name };
  },
});

/** Another name for what is named at a place, wherever its deployment names it. The client shows why it cannot have that name. */
export const renames = onDocument(RenameRequest.type, {
  scripts: true,
  advertise: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  async answer(opened, { position, newName }, { client, documents, env }, token) {
    const start = toOffset(opened.own.lines, position);
    // Of a file that specs extend, each of them knows more.
    const [user] = await throughUsers(opened, { start, end: start }, documents);
    const { opened: own, at } = user ?? { opened, at: { start, end: start } };
    const object = mentionAt(own.analysis, at.start);
    const isAlone = object === undefined || isOfOneDocument(object);
    const all = isAlone ? [] : await othersThan(own, documents, token);
    const family = await familyOf([own], documents);
    const unread = family.flatMap(({ analysis: { faults } }) => faults).find(isUnread);
    const others = all.filter(({ path }) => documents.shared.usersOf(path) === undefined);
    const renamed = unread ? refused(unread) : rename(own, { offset: at.start, newName }, others, family);
    if ('template' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, textOf(renamed, env.bundle));
    return toEdit(opened, renamed, { client, env });
  },
});

/** What is known to be twice in a spec, or in a circle, was read. */
function isUnread(fault: Fault): fault is Extension {
  return fault.kind === 'extension' && fault.why !== 'twice' && fault.why !== 'cycle';
}

function refused({ name }: Extension): Message {
  return say`${code(name)}, which is extended here, is not read. A name in it would stay as it is; see to that file first.`;
}

const ELSEWHERE = 'other-files';

function toEdit(
  own: Opened,
  renamed: readonly RenamedDocument<Opened>[],
  { client, env }: { readonly client: Client; readonly env: Env },
): WorkspaceEdit {
  const placed = renamed.flatMap(({ document, edits }) => {
    const placeOf = placesOf(document);
    return edits.map(({ at, insert }) => ({ ...placeOf(at), insert }));
  });
  const byFile = [...groupedBy(placed, ({ document }) => pathOf(document.uri))];
  const isMarked = client.renameAnnotations && byFile.some(([path]) => path !== own.path);
  const changes = byFile.flatMap(([path, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    const { uri, version } = first.document;
    const mark = isMarked && path !== own.path ? { annotationId: ELSEWHERE } : {};
    const edits = found.map(({ lines, at, insert }): TextEdit => {
      return { range: toRange(lines, at), newText: insert, ...mark };
    });
    // What several specs share is named by each of them.
    const once = firstOfEach(edits, (edit) => JSON.stringify(edit));
    return { textDocument: { uri, version }, edits: [...once] };
  });
  if (!client.documentChanges)
    return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
  const label = textOf(say`In other files`, env.bundle);
  const description = textOf(say`Scripts and specs that speak of the same deployment`, env.bundle);
  const changeAnnotations = { [ELSEWHERE]: { label, description, needsConfirmation: true } };
  return { documentChanges: changes, ...(isMarked && { changeAnnotations }) };
}
