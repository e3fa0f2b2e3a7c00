import {
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  type CodeAction as LspCodeAction,
} from 'vscode-languageserver';
import { ACTION_KINDS, LENS_COMMANDS } from '../../../protocol/commands.ts';
import { changedLines } from '../features/changed-lines.ts';
import { type CodeAction, codeActions, fixAll } from '../features/code-actions.ts';
import { isOwn } from '../features/own-part.ts';
import { reviewAll } from '../features/review-all.ts';
import type { Problem } from '../problem.ts';
import type { Failure } from '../text/failure.ts';
import { code, say, textOf } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import { toOffset } from './convert.ts';
import { toFixEdit, toQuickFix, toReviewedEdit, toWorkspaceEdit } from './convert-edits.ts';
import { driftActionsFor } from './drift-actions.ts';
import { logFailure } from './guard.ts';
import { type InWhole, throughUsers } from './navigation.ts';
import type { Opened } from './opened.ts';
import { placesOf, toLocation } from './places.ts';
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
  const { own, analysis } = opened;
  const placeOf = placesOf(opened);
  const actions: LspCodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const at = { start: toOffset(own.lines, range.start), end: toOffset(own.lines, range.end) };
    const asked = [{ opened, at }, ...(await throughUsers(opened, at, session.documents))];
    actions.push(...(await quickFixes(asked, context, session)));
    if (opened.kind === 'spec') actions.push(...(await driftActionsFor(opened, at, context, session)));
  }
  if (wantsAll(context, ACTION_KINDS.fixAll)) {
    const edits = fixAll(analysis, opened.options);
    const title = textOf(say`Fix all safe problems in this file`, env.bundle);
    if (edits.length > 0)
      actions.push({ title, kind: ACTION_KINDS.fixAll, edit: toWorkspaceEdit(edits, placeOf, client) });
  }
  if (wantsAll(context, ACTION_KINDS.reviewAll) && client.changeAnnotations) {
    const changes = reviewAll(analysis, env);
    const title = textOf(say`Fix all problems in this file, with a look at each change`, env.bundle);
    if (changes.length > 0)
      actions.push({ title, kind: ACTION_KINDS.reviewAll, edit: toReviewedEdit(changes, placeOf) });
  }
  return actions;
}

/** What repairs the problems at a place: of a document, and of those that extend it what it does not tell itself. */
async function quickFixes(
  asked: readonly InWhole[],
  context: CodeActionContext,
  session: Session,
): Promise<LspCodeAction[]> {
  const { client, env } = session;
  const actions: LspCodeAction[] = [];
  const told = new Set<string>();
  for (const { opened, at } of asked) {
    const failures: Failure[] = [];
    const placeOf = placesOf(opened);
    const keyOf = (problem: Problem) => JSON.stringify([problem.rule, placeOf(problem.at).at, problem.message]);
    const isNamed = isMeant(opened, context);
    const isNew = (problem: Problem) => isNamed(problem) && !told.has(keyOf(problem));
    const offered = codeActions(opened.analysis, at, { ...env, failures, isMeant: isNew });
    for (const { problem } of offered) told.add(keyOf(problem));
    for (const { check, error } of failures)
      logFailure(session.connection, `The repair of ${check} in ${opened.uri}`, error);
    for (const action of offered) {
      const diagnostics = diagnosticsOf(action.problem, opened, context);
      const fix = toQuickFix(action, toFixEdit(action.edits, placeOf, client), diagnostics, client);
      actions.push(action.disables ? fix : { ...fix, ...tellingOf(action, opened, client) });
      if (action.disables !== 'file' || opened.kind === 'project') continue;
      const edit = await toProjectEdit(action.problem.rule, opened, session);
      const title = textOf(say`Disable ${code(action.problem.rule)} in this project`, env.bundle);
      if (edit !== undefined) actions.push(toQuickFix({ ...action, title }, edit, diagnostics, client));
    }
  }
  return actions;
}

/** Has a client tell what a fix has changed where nobody looks. */
function tellingOf({ title, edits }: CodeAction, { uri, own }: Opened, { commands }: Client) {
  const command = LENS_COMMANDS.tellChanged;
  const here = edits.filter(({ at }) => isOwn(own, at));
  if (edits.length < 2 || here.length === 0 || !commands.includes(command)) return {};
  return { command: { title, command, arguments: [uri, changedLines(own.text, here)] } };
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
function diagnosticsOf({ rule, at }: Problem, opened: Opened, { diagnostics }: CodeActionContext) {
  const { start, end } = toLocation(placesOf(opened)(at)).range;
  return diagnostics.filter(
    ({ code, range }) =>
      code === rule &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character,
  );
}
