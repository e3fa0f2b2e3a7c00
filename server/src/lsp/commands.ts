import type { ApplyWorkspaceEditResult } from 'vscode-languageserver';
import { SERVER_COMMANDS } from '../../../protocol/commands.ts';
import { isDate } from '../catalog/dates.ts';
import { setAsOf } from '../features/as-of.ts';
import { commandsOf, repair } from '../repair.ts';
import type { TextEdit } from '../text/edit.ts';
import { code, type Message, say, textOf } from '../text/message.ts';
import { toWorkspaceEdit } from './convert-edits.ts';
import { attempt, logFailure } from './guard.ts';
import type { Opened } from './opened.ts';
import { placesOf } from './places.ts';
import type { Session } from './session.ts';

/** Carries out a command on a document: whether it changed anything. What stands in the way is told to the user. */
export async function execute(command: string, [uri, ...rest]: readonly unknown[], session: Session): Promise<boolean> {
  const { connection, documents, client, env } = session;
  const opened = typeof uri === 'string' ? await documents.newest(uri) : undefined;
  if (opened !== undefined && command === SERVER_COMMANDS.lookAs && isDay(rest[0])) {
    documents.lookAs(opened.uri, rest[0] || undefined);
    return true;
  }
  const planned =
    opened === undefined ? say`${code(String(uri))} is not open in the editor.` : plan(command, opened, rest);
  if (opened === undefined || 'template' in planned) {
    if ('template' in planned)
      attempt(connection, command, () => connection.window.showInformationMessage(textOf(planned, env.bundle)));
    return false;
  }
  const edit = toWorkspaceEdit(planned.edits, placesOf(opened), client);
  // Not every client answers as it should.
  const answer: ApplyWorkspaceEditResult | null = await connection.workspace.applyEdit(edit).catch((error: unknown) => {
    logFailure(connection, command, error);
    return null;
  });
  return answer?.applied === true;
}

/** A day, or none: an empty text. */
function isDay(date: unknown): date is string {
  return typeof date === 'string' && (date === '' || isDate(date));
}

/** The edits of a command, or why there are none. */
function plan(
  command: string,
  { analysis }: Opened,
  [date]: readonly unknown[],
): { readonly edits: readonly TextEdit[] } | Message {
  switch (command) {
    case SERVER_COMMANDS.insertCmdlets: {
      const edits = repair(analysis, [commandsOf(analysis.problems)]);
      return edits.length > 0
        ? { edits }
        : say`No problem in this file has a cmdlet that is missing from ${code('cmdlets')}.`;
    }
    case SERVER_COMMANDS.lookAs:
    case SERVER_COMMANDS.setAsOf: {
      if (!isDay(date)) return say`${code(String(date))} is not a date; write one such as ${code('2014-06-30')}.`;
      const edits = setAsOf(analysis, date);
      return edits.length > 0 || date === ''
        ? { edits }
        : say`This file cannot be read as a federation spec, so it has no place for ${code('asOf')}.`;
    }
    default:
      return say`There is no command ${code(command)}.`;
  }
}
