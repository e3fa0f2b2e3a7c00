import { cmdlet as reference } from '../catalog/cmdlets.ts';
import { commandPlace, type Deed, phaseOf } from '../catalog/order.ts';
import { type Command, verbAndNoun } from './command.ts';
import { isTrue } from './read.ts';
import { type BoundArgument, boundArguments, isOn, type ResolvedCommand } from './resolved.ts';

/** The rank of a command in the order in which commands run; undefined for one that has no place in it. */
export function rankOf({ cmdlet, parameters }: Command): number | undefined {
  const { verb, noun } = verbAndNoun(reference(cmdlet)?.name ?? cmdlet);
  const does = DEEDS[verb];
  if (does === undefined) return undefined;
  if (does === 'grant') return commandPlace(parameters.PolicyName === null ? 'ungrant' : 'grant', noun).rank;
  if (does !== 'change') return commandPlace(does, noun).rank;
  const switched = verb === 'Set' ? [] : [['Enabled', verb === 'Enable'] as const];
  const phases = [...Object.entries(parameters), ...switched].map(([name, to]) => phaseOf(noun, name, to));
  // What one command shuts can wait until it opens.
  const moved = (['open', 'close'] as const).find((phase) => phases.includes(phase));
  return commandPlace(does, noun, moved ?? 'between').rank;
}

/** The rank of a command of a runbook. */
export function rankOfResolved(command: ResolvedCommand): number | undefined {
  const parameters = boundArguments(command).map((one) => [one.parameter.name, meant(one)] as const);
  return rankOf({ cmdlet: command.cmdlet, parameters: Object.fromEntries(parameters) });
}

/** The rank of what is removed only to be made anew, and of what makes it. */
export function rankOfReplacement({ cmdlet }: Command): number {
  return commandPlace('replace', verbAndNoun(cmdlet).noun).rank;
}

const DEEDS: Readonly<Record<string, Deed>> = {
  New: 'make',
  Set: 'change',
  Enable: 'change',
  Disable: 'change',
  Remove: 'remove',
  Grant: 'grant',
};

/** A value as a gate has it: open, shut, or none of both. */
function meant(given: BoundArgument): Command['parameters'][string] {
  const { value } = given;
  if (isOn(given) || isTrue(value)) return true;
  const text = String(value).toLowerCase();
  if (text === '$null') return null;
  return text === '$false' || text === '0' ? false : value;
}
