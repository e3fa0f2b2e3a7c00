import type { Lacking, NotGreater, WithoutNeeded } from '../cmdlets/constraints.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { code, codes, say } from '../text/message.ts';
import type { Document } from './command-edits.ts';
import { type Fix, offered } from './fix.ts';
import { withoutParameter, withParameters, withTexts } from './parameter-edits.ts';

/** Adds the parameters that one lacks, or takes it out, unless it is all that the command is for. */
export function completedOrRemoved(
  { value, missing }: Lacking,
  command: RunbookCommand,
  document: Document,
): readonly Fix[] {
  const shown = codes(missing.map((name) => `-${name}`));
  const { name: parameter } = value.parameter;
  const name = code(`-${parameter}`);
  const removal = command.names.length > 1 ? withoutParameter(document, command, value) : undefined;
  return [
    ...offered(say`Add ${shown}`, withParameters(document, command, missing)),
    ...offered(say`Remove ${name}`, removal),
  ];
}

/** Turns a setting on that another one needs, or that one off. */
export function turnedTogether(
  { value, other, needed }: WithoutNeeded,
  command: RunbookCommand,
  document: Document,
): readonly Fix[] {
  const { name: parameter } = value.parameter;
  const [name, wanted] = [code(`-${parameter}`), code(`-${needed}`)];
  return [
    ...offered(say`Turn ${wanted} on`, withTexts(document, command, [[other, '$true']])),
    ...offered(say`Turn ${name} off`, withTexts(document, command, [[value, '$false']])),
  ];
}

/** Gives two numbers of a command each other's place; nothing where one is not written, or both are equal. */
export function swapped(
  { greater, less, value, other }: NotGreater,
  command: RunbookCommand,
  document: Document,
): readonly Fix[] {
  if (!value || !other || greater === less) return [];
  const edits = withTexts(document, command, [
    [value, String(less)],
    [other, String(greater)],
  ]);
  return offered(say`Swap the two values`, edits);
}
