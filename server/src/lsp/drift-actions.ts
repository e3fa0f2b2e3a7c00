import { type CodeActionContext, CodeActionKind, type CodeAction as LspCodeAction } from 'vscode-languageserver';
import { LENS_COMMANDS } from '../../../protocol/commands.ts';
import { attempt, type Failure } from '../text/failure.ts';
import { textOf } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { toRange } from './convert.ts';
import { toWorkspaceEdit } from './convert-edits.ts';
import { logFailure } from './guard.ts';
import { DRIFT } from './live.ts';
import type { Opened } from './opened.ts';
import { placesOf } from './places.ts';
import type { Session } from './session.ts';

/** What can be done about drift. Only where the client shows some is the capture looked at, and what compares with it loaded. */
export async function driftActionsFor(
  opened: Opened,
  range: Range,
  { diagnostics }: CodeActionContext,
  { connection, client, env, live }: Session,
): Promise<readonly LspCodeAction[]> {
  const shown = diagnostics.filter(({ code }) => code === DRIFT);
  const capture = shown.length > 0 ? (await live.of(opened))?.capture : undefined;
  if (capture === undefined) return [];
  const { driftActions } = await import('../features/drift-actions.ts');
  const { analysis } = opened;
  const failures: Failure[] = [];
  const found = attempt(DRIFT, failures, () => driftActions(analysis, capture.state, range)) ?? [];
  for (const { error } of failures) logFailure(connection, `The repair of ${DRIFT} in ${opened.uri}`, error);
  return found.flatMap(({ title, findings, edits }): readonly LspCodeAction[] => {
    const told = findings.map(({ at, message }) => ({
      message: textOf(message, env.bundle),
      line: toRange(analysis.lines, at).start.line,
    }));
    const about = {
      title: textOf(title, env.bundle),
      kind: CodeActionKind.QuickFix,
      diagnostics: shown.filter((one) =>
        told.some(({ message, line }) => one.message === message && one.range.start.line === line),
      ),
    };
    if (edits) return [{ ...about, edit: toWorkspaceEdit(edits, placesOf(opened), client) }];
    const command = LENS_COMMANDS.previewPlan;
    return client.commands.includes(command) ? [{ ...about, command: { title: about.title, command } }] : [];
  });
}
