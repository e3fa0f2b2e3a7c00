import type { Command } from '../cmdlets/command.ts';
import { type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { TreeEdit } from '../yaml/edit.ts';

/** A repair as data. `safe` ones may run unasked; `review` ones need a person. */
export interface Fix {
  readonly title: Message;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly SpecEdit[];
}

/** What a fix does, with word of the commands that it puts into the runbook: none of them runs. */
export function titleOf({ title, edits }: Pick<Fix, 'title' | 'edits'>): Message {
  const commands = edits.filter(({ edit }) => edit === 'run');
  if (commands.length === 0) return title;
  return commands.length === 1
    ? say`${title}, and add the command to the runbook`
    : say`${title}, and add the commands to the runbook`;
}

/** A change to the spec, a command that belongs into its runbook, or a change to plain text such as a comment. */
export type SpecEdit =
  | TreeEdit
  | { readonly edit: 'run'; readonly command: Command }
  | { readonly edit: 'text'; readonly at: Range; readonly insert: string };

/** Puts a command into the runbook, where its order wants it. */
export function run(command: Command): SpecEdit {
  return { edit: 'run', command };
}

/** A repair where there are edits for it, else none. */
export function offered(
  title: Message | undefined,
  edits: readonly SpecEdit[] | undefined,
  safety: Fix['safety'] = 'review',
): readonly Fix[] {
  return title && edits ? [{ title, safety, edits }] : [];
}
