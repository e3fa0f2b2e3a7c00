import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  CodeActionKind,
  type Diagnostic,
  type CodeAction as LspCodeAction,
  type TextEdit as LspTextEdit,
  type SnippetTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { CodeAction } from '../features/code-actions.ts';
import type { Reviewed } from '../features/review-all.ts';
import type { TextEdit } from '../text/edit.ts';
import { groupedBy } from '../text/grouped.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Client } from './capabilities.ts';
import { toRange } from './convert.ts';
import type { PlaceOf } from './places.ts';
import { withTabStops } from './tab-stops.ts';

/** Text edits as changes of their documents; each of exactly this version where the client can say so. */
export function toWorkspaceEdit(edits: readonly TextEdit[], placeOf: PlaceOf, client: Client): WorkspaceEdit {
  const changes = byDocument(edits, placeOf).map(({ document, edits: here }) => ({
    textDocument: { uri: document.uri, version: document.version },
    edits: here.map(({ range, insert }): LspTextEdit => ({ range, newText: insert })),
  }));
  return client.documentChanges
    ? { documentChanges: changes }
    : { changes: Object.fromEntries(changes.map(({ textDocument, edits: here }) => [textDocument.uri, here])) };
}

/** Changes that are told apart, those for a person to be confirmed one by one. */
export function toReviewedEdit(changes: readonly Reviewed[], placeOf: PlaceOf): WorkspaceEdit {
  const all = changes.flatMap((change, i) => change.edits.map((edit) => ({ ...edit, annotationId: String(i) })));
  const annotations = changes.map(({ title, about, review }, i): [string, ChangeAnnotation] => {
    return [String(i), { label: title, description: about, needsConfirmation: review }];
  });
  return {
    documentChanges: byDocument(all, placeOf).map(({ document, edits }) => ({
      textDocument: { uri: document.uri, version: document.version },
      edits: edits.map(({ range, insert, annotationId }): AnnotatedTextEdit => {
        return { range, newText: insert, annotationId };
      }),
    })),
    changeAnnotations: Object.fromEntries(annotations),
  };
}

/** The edits of one fix: what only the administrator knows is typed in their places, where the client can lead there. */
export function toFixEdit(edits: readonly TextEdit[], placeOf: PlaceOf, client: Client): WorkspaceEdit {
  if (!client.snippetEdits || !edits.some(({ insert }) => hasPlaceholder(insert)))
    return toWorkspaceEdit(edits, placeOf, client);
  return {
    documentChanges: inDocuments(edits, placeOf).map(({ document, lines, edits: here }) => ({
      textDocument: { uri: document.uri, version: document.version },
      edits: withTabStops(here, lines).map(({ at, insert }): SnippetTextEdit => {
        return { range: toRange(lines, at), snippet: { kind: 'snippet', value: insert } };
      }),
    })),
  };
}

/** Edits by the documents that they change, in the order in which these come first. */
function inDocuments<E extends TextEdit>(edits: readonly E[], placeOf: PlaceOf) {
  const placed = edits.map((edit) => ({ ...placeOf(edit.at), edit }));
  return [...groupedBy(placed, ({ document }) => document.uri).values()].flatMap((group) => {
    const [first] = group;
    return first ? { ...first, edits: group.map(({ at, edit }): E => ({ ...edit, at })) } : [];
  });
}

function byDocument<E extends TextEdit>(edits: readonly E[], placeOf: PlaceOf) {
  return inDocuments(edits, placeOf).map(({ document, lines, edits: here }) => ({
    document,
    edits: here.map((edit) => ({ ...edit, range: toRange(lines, edit.at) })),
  }));
}

/** A fix as a quick fix; `diagnostics` are those the client has for its problem. */
export function toQuickFix(
  { title, preferred }: CodeAction,
  edit: WorkspaceEdit,
  diagnostics: Diagnostic[],
  client: Client,
): LspCodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit,
    ...(preferred && client.preferred && { isPreferred: true }),
  };
}
