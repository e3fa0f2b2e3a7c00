import {
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  type CodeAction as LspCodeAction,
} from 'vscode-languageserver';
import { ACTION_KINDS, LENS_COMMANDS } from '../../../protocol/commands.ts';
import { changedLines } from '../features/changed-lines.ts';
import { type CodeAction, codeActions, fixAll } from '../features/code-actions.ts';
import { reviewAll } from '../features/review-all.ts';
import type { Problem } from '../problem.ts';
import type { Failure } from '../text/failure.ts';
import { code, say, textOf } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import { toOffset, toRange } from './convert.ts';
import { toFixEdit, toQuickFix, toReviewedEdit, toWorkspaceEdit } from './convert-edits.ts';
import { driftActionsFor } from './drift-actions.ts';
import { logFailure } from './guard.ts';
import type { Opened } from './opened.ts';
import { toProjectEdit } from './project-edit.ts';
import type { Session } from './session.ts';

/** The quick fixes for a range, and what repairs the whole document where it is asked for. */
export async function actionsFor(
  opened: Opened,
  { range, context }: CodeActionParams,
  session: Session,
): Promise<LspCodeAction[]> {
  const { client, env } = session;
  if (!client.codeActionLiterals) return [];
  const { lines } = opened.analysis;
  const actions: LspCodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const at = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
    const failures: Failure[] = [];
    const offered = codeActions(opened.analysis, at, { ...env, failures, isMeant: isMeant(opened, context) });
    for (const { check, error } of failures)
      logFailure(session.connection, `The repair of ${check} in ${opened.uri}`, error);
    for (const action of offered) {
      const diagnostics = diagnosticsOf(action.problem, opened, context);
      const fix = toQuickFix(action, toFixEdit(action.edits, lines, opened, client), diagnostics, client);
      actions.push(action.disables ? fix : { ...fix, ...tellingOf(action, opened, client) });
      if (action.disables !== 'file' || opened.kind === 'project') continue;
      const edit = await toProjectEdit(action.problem.rule, opened, session);
      const title = textOf(say`Disable ${code(action.problem.rule)} in this project`, env.bundle);
      if (edit !== undefined) actions.push(toQuickFix({ ...action, title }, edit, diagnostics, client));
    }
    if (opened.kind === 'spec') actions.push(...(await driftActionsFor(opened, at, context, session)));
  }
  if (wantsAll(context, ACTION_KINDS.fixAll)) {
    const edit = fixAll(opened.analysis, opened.options);
    const title = textOf(say`Fix all safe problems in this file`, env.bundle);
    if (edit !== undefined)
      actions.push({ title, kind: ACTION_KINDS.fixAll, edit: toWorkspaceEdit([edit], lines, opened, client) });
  }
  if (wantsAll(context, ACTION_KINDS.reviewAll) && client.changeAnnotations) {
    const changes = reviewAll(opened.analysis, env);
    const title = textOf(say`Fix all problems in this file, with a look at each change`, env.bundle);
    if (changes.length > 0)
      actions.push({ title, kind: ACTION_KINDS.reviewAll, edit: toReviewedEdit(changes, lines, opened) });
  }
  return actions;
}

/** Has a client tell what a fix has changed where nobody looks. */
function tellingOf({ title, edits }: CodeAction, { uri, analysis }: Opened, { commands }: Client) {
  const command = LENS_COMMANDS.tellChanged;
  if (edits.length < 2 || !commands.includes(command)) return {};
  return { command: { title, command, arguments: [uri, changedLines(analysis.text, edits)] } };
}

function wants({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** Only where it is asked for by its kind: to fix all takes several analyses. */
function wantsAll(context: CodeActionContext, kind: string): boolean {
  return context.only !== undefined && wants(context, kind);
}

/** Kate asks about the whole document for the one diagnostic that it names; where none is known here, all of the range are meant. */
function isMeant(opened: Opened, context: CodeActionContext): (problem: Problem) => boolean {
  const isNamed = (problem: Problem) => diagnosticsOf(problem, opened, context).length > 0;
  return opened.analysis.problems.some(isNamed) ? isNamed : () => true;
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
