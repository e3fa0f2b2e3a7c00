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
import type { LineTable } from '../text/lines.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Client } from './capabilities.ts';
import { type Identified, toRange } from './convert.ts';
import { withTabStops } from './tab-stops.ts';

/** Text edits as one change of a document; of exactly this version where the client can say so. */
export function toWorkspaceEdit(
  edits: readonly TextEdit[],
  lines: LineTable,
  { uri, version }: Identified,
  client: Client,
): WorkspaceEdit {
  const changes = edits.map(({ at, insert }): LspTextEdit => ({ range: toRange(lines, at), newText: insert }));
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

/** Changes that are told apart, those for a person to be confirmed one by one. */
export function toReviewedEdit(
  changes: readonly Reviewed[],
  lines: LineTable,
  { uri, version }: Identified,
): WorkspaceEdit {
  const edits = changes.flatMap((change, i) =>
    change.edits.map(({ at, insert }): AnnotatedTextEdit => {
      return { range: toRange(lines, at), newText: insert, annotationId: String(i) };
    }),
  );
  const annotations = changes.map(({ title, about, review }, i): [string, ChangeAnnotation] => {
    return [String(i), { label: title, description: about, needsConfirmation: review }];
  });
  return {
    documentChanges: [{ textDocument: { uri, version }, edits }],
    changeAnnotations: Object.fromEntries(annotations),
  };
}

/** The edits of one fix: what only the administrator knows is typed in their places, where the client can lead there. */
export function toFixEdit(
  edits: readonly TextEdit[],
  lines: LineTable,
  document: Identified,
  client: Client,
): WorkspaceEdit {
  if (!client.snippetEdits || !edits.some(({ insert }) => hasPlaceholder(insert)))
    return toWorkspaceEdit(edits, lines, document, client);
  const snippets = withTabStops(edits, lines).map(({ at, insert }): SnippetTextEdit => {
    return { range: toRange(lines, at), snippet: { kind: 'snippet', value: insert } };
  });
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: snippets }] };
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
