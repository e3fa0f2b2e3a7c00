import {
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type CodeAction as LspCodeAction,
} from 'vscode-languageserver';
import type { Problem } from '../analyze.ts';
import { codeActions, fixAll } from '../features/code-actions.ts';
import type { Env } from '../features/env.ts';
import { say, textOf } from '../text/message.ts';
import { type Client, FIX_ALL } from './capabilities.ts';
import { toOffset, toRange } from './convert.ts';
import { toFixAll, toFixEdit, toQuickFix, toWorkspaceEdit } from './convert-edits.ts';
import type { Opened } from './opened.ts';

/** The quick fixes for a range, and the fix of all that is safe where it is asked for. */
export function actionsFor(
  opened: Opened,
  { range, context }: CodeActionParams,
  { client, env }: { client: Client; env: Env },
): LspCodeAction[] {
  if (!client.codeActionLiterals) return [];
  const { lines } = opened.analysis;
  const actions: LspCodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const at = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
    for (const action of codeActions(opened.analysis, at, env)) {
      const diagnostics = diagnosticsOf(action.problem, opened, context);
      actions.push(toQuickFix(action, toFixEdit(action.edits, lines, opened, client), diagnostics, client));
    }
  }
  if (wantsAll(context)) {
    const edit = fixAll(opened.analysis, opened.options);
    const title = textOf(say`Fix all safe problems in this file`, env.bundle);
    if (edit !== undefined) actions.push(toFixAll(title, toWorkspaceEdit([edit], lines, opened, client)));
  }
  return actions;
}

function wants({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** Not while the cursor merely moves: to fix all takes several analyses. */
function wantsAll(context: CodeActionContext): boolean {
  return (
    wants(context, FIX_ALL) && (context.only !== undefined || context.triggerKind !== CodeActionTriggerKind.Automatic)
  );
}

/** The client's own diagnostics for a problem. */
function diagnosticsOf({ rule, at }: Problem, { analysis }: Opened, { diagnostics }: CodeActionContext) {
  const { start, end } = toRange(analysis.lines, at);
  return diagnostics.filter(
    ({ code, range }) =>
      code === rule &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character,
  );
}
