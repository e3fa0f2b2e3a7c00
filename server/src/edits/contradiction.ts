import type { Command } from '../cmdlets/command.ts';
import type { SpecEdit } from './fix.ts';

/** Whether two edits cannot both be meant: one parameter with two values, or a key that is written by both. */
export function contradict(a: SpecEdit, b: SpecEdit): boolean {
  if (a.edit === 'run' && b.edit === 'run') return commandsContradict(a.command, b.command);
  if (a.edit === 'run' || b.edit === 'run') return isInRunbook(a) || isInRunbook(b);
  return writesInto(a, b) || writesInto(b, a);
}

/** Whether an edit changes lines of the runbook, among which a command would have to find its place at the same time. */
function isInRunbook(edit: SpecEdit): boolean {
  return 'path' in edit && edit.path[0] === 'cmdlets';
}

/** Whether one edit gives a key its name, and the other one writes below that name. */
function writesInto(renamed: SpecEdit, other: SpecEdit): boolean {
  if (renamed.edit !== 'rename' || (other.edit !== 'set' && other.edit !== 'insert')) return false;
  const path = [...renamed.path.slice(0, -1), renamed.key];
  return path.every((step, i) => other.path[i] === step);
}

function commandsContradict(a: Command, b: Command): boolean {
  const [one, other] = [a.parameters, b.parameters];
  if (a.cmdlet !== b.cmdlet || String(one.Identity).toLowerCase() !== String(other.Identity).toLowerCase())
    return false;
  return Object.keys(one).some((name) => name in other && JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
