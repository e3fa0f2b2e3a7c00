import { cmdlet as reference } from '../catalog/cmdlets.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import { type Command, render, verbAndNoun } from './command.ts';
import { type LineEdit, Lines, objectOf, type Placed } from './lines.ts';
import { rankOf, rankOfReplacement } from './place.ts';
import { type Argument, nameInFull, type ResolvedCommand } from './resolved.ts';

/**
 * Finds a place in the runbook for each command: a line that says the same already is left alone, one that does
 * something else to the same object is replaced or completed, else the command goes where its order wants it.
 */
export function enlist(lines: readonly string[], commands: readonly Command[]): readonly LineEdit[] {
  const runbook = new Lines(lines);
  const objects = (verb: string) =>
    new Set(commands.filter(({ cmdlet }) => verbAndNoun(cmdlet).verb === verb).map(objectOf));
  const [removed, made] = [objects('Remove'), objects('New')];
  for (const command of commands) {
    const again = made.has(objectOf(command)) && removed.has(objectOf(command));
    enlistOne(runbook, command, again);
  }
  return runbook.edits();
}

/** `again`: the object is removed only to be made anew by a command of the same batch. */
function enlistOne(runbook: Lines, command: Command, again: boolean): void {
  const { verb } = verbAndNoun(command.cmdlet);
  const same = runbook.about(command);
  const wanted = normal(runbook.read(render(command))[0]);
  if (same.some((placed) => normal(placed.command) === wanted)) return;
  const rank = again ? rankOfReplacement(command) : rankOf(command);
  const isPiped = ({ command: { input } }: Placed) => input !== undefined;
  const target =
    verb === 'Remove'
      ? same[0]
      : same.findLast((placed) =>
          verb === 'Set' ? /^(?:New|Set)$/.test(placed.command.verb) : placed.command.verb === verb && !isPiped(placed),
        );
  if (target === undefined) runbook.insert(command, rank);
  else if (verb === 'Remove' && again) runbook.insertBefore(target.line, command);
  else if (verb === 'Remove') removeInstead(runbook, same, { command, rank });
  else if (verb === 'Set') runbook.edit(target.line, completing(target, command));
  else replace(runbook, target, command);
}

/** A removal stands in place of all that would make or keep the object; what takes it from a pipeline stays. */
function removeInstead(
  runbook: Lines,
  same: readonly Placed[],
  { command, rank }: { readonly command: Command; readonly rank: number | undefined },
): void {
  const isRemoved = same.some(({ command: { verb } }) => verb === 'Remove');
  const keeping = same.filter(({ command: { verb, input } }) => verb !== 'Remove' && input === undefined);
  if (!isRemoved && keeping.length === 0) runbook.insert(command, rank);
  // From the last to the first, so that the places of those before stay what they are.
  for (const placed of keeping.toReversed()) {
    if (placed !== keeping[0] || isRemoved) runbook.drop(placed);
    else replace(runbook, placed, command);
  }
}

/** Writes a command in place of another one, with its line where nothing else stands there. */
function replace(runbook: Lines, { line, command: { whole } }: Placed, command: Command): void {
  const at = line.commands.length === 1 ? { start: 0, end: line.text.length } : whole;
  runbook.edit(line, [{ at, insert: render(command) }]);
}

/**
 * Sets the wanted parameters in a command of the user. Everything else of it stays as written, but for parameters that the
 * shell refuses beside the wanted ones.
 */
function completing(
  { line: { text }, command: { parameters, whole, input } }: Placed,
  command: Command,
): readonly TextEdit[] {
  const added: Record<string, Command['parameters'][string]> = {};
  const edits: TextEdit[] = [];
  for (const [name, value] of Object.entries(command.parameters)) {
    const [present, ...again] = parameters.filter((one) => nameInFull(one).toLowerCase() === name.toLowerCase());
    if (name === 'Identity' && (present || input)) continue;
    if (present === undefined) added[name] = value;
    else {
      edits.push({ at: wholeOf(present), insert: written(name, value, present) });
      edits.push(...again.map((one) => ({ at: withBlank(text, wholeOf(one)), insert: '' })));
    }
  }
  const refused = parameters.filter((one) => one.role === 'named' && isRefused(nameInFull(one), command));
  edits.push(...refused.map((one) => ({ at: withBlank(text, wholeOf(one)), insert: '' })));
  const end = { start: whole.end, end: whole.end };
  return [...edits, { at: end, insert: render({ cmdlet: '', parameters: added }) }];
}

/** A parameter with its value in place of one that is there, which may stand without its name. */
function written(name: string, value: Command['parameters'][string], { role }: Argument): string {
  const rendered = render({ cmdlet: '', parameters: { [name]: value } }).trimStart();
  return role === 'placed' ? rendered.slice(name.length + 2) : rendered;
}

function wholeOf({ at, valueAt }: Argument): Range {
  return { start: at.start, end: valueAt?.end ?? at.end };
}

/** A place with the blanks and joined lines before it. */
function withBlank(text: string, { start, end }: Range): Range {
  return { start: text.slice(0, start).replace(/(?<!\s|`(?=\s))(?:\s|`(?=\s))+$/, '').length, end };
}

/** Whether the cmdlet knows a parameter, but in no parameter set together with those of the command. */
function isRefused(name: string, command: Command): boolean {
  const sets = reference(command.cmdlet)?.sets ?? [];
  const wanted = Object.keys(command.parameters).filter((key) => key !== 'Identity');
  const having = (list: typeof sets, parameter: string) =>
    list.filter(({ parameters }) => parameters.some((known) => known.toLowerCase() === parameter.toLowerCase()));
  const fitting = wanted.reduce(having, sets);
  return fitting.length > 0 && having(sets, name).length > 0 && having(fitting, name).length === 0;
}

/** What a command says, regardless of case, quotes and the way in which its parameters are given. */
function normal(command: ResolvedCommand | undefined): string {
  const given = command?.parameters.map((one) => `${nameInFull(one)}=${[one.value ?? ''].flat().join(',')}`) ?? [];
  return [command?.cmdlet, ...given.toSorted()].join(' ').toLowerCase();
}
