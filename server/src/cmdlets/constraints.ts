import type {
  ForbiddenValueConstraint,
  GreaterThanConstraint,
  RequiresConstraint,
} from '../catalog/catalog.generated.ts';
import { type NamedParameter, parameter } from '../catalog/cmdlets.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { isTrue } from './read.ts';
import { type BoundArgument, isSplatted, isUnderstood, type KnownCommand } from './resolved.ts';

/** A command with its values by the full names of their parameters. */
export interface GivenValues<C extends KnownCommand = KnownCommand> {
  readonly command: C;
  readonly values: ReadonlyMap<string, BoundArgument>;
  /** Whether the server has a parameter; one that it lacks has a rule of its own. */
  isThere(about: NamedParameter): boolean;
}

/** A parameter, and those that it lacks in the same command. */
export interface Lacking {
  readonly value: BoundArgument;
  readonly missing: readonly string[];
  /** The reference says of switches that the command fails; another value may only be for nothing. */
  readonly fails: boolean;
}

/** A parameter without those that have to stand in the same command. */
export function lackingOthers(
  constraint: RequiresConstraint,
  { command, values, isThere }: GivenValues,
): Lacking | undefined {
  const value = values.get(constraint.parameter);
  if (value === undefined || !isGivenOn(value) || !isThere(value.parameter) || !isUnderstood(command)) return undefined;
  const missing = constraint.requires.filter((name) => {
    const about = parameter(command.known, name);
    return !command.names.includes(name) && about && isThere(about) && !(command.piped && about.pipeline);
  });
  return missing.length > 0 ? { value, missing, fails: value.rule.kind === 'switch' } : undefined;
}

/** What is said of it. */
export function lackingMessage({ missing, fails }: Lacking, constraint: RequiresConstraint): Message {
  const shown = codes(missing.map((name) => `-${name}`));
  const name = code(`-${constraint.parameter}`);
  if (constraint.soft)
    return say`The reference asks for ${shown} beside ${name}, and does not always keep to it. Add it to be sure.`;
  return fails
    ? say`${name} works only with ${shown} beside it, so the command fails. Add it.`
    : say`${name} is of use only with ${shown} beside it. Add it, or leave ${name} out.`;
}

/** A setting that is turned on, and another that it needs and that is turned off. */
export interface WithoutNeeded {
  readonly value: BoundArgument;
  readonly other: BoundArgument;
  readonly needed: string;
}

/** A setting that is turned on, with each that it needs and that is turned off. What the command leaves open may be on already. */
export function onWithoutNeeded(constraint: RequiresConstraint, { values }: GivenValues): readonly WithoutNeeded[] {
  const value = values.get(constraint.parameter);
  if (value === undefined || truth(value) !== true) return [];
  return constraint.requires.flatMap((needed) => {
    const other = values.get(needed);
    return other && truth(other) === false ? [{ value, other, needed }] : [];
  });
}

/** Two numbers of which the first has to be greater, and is not; a value is undefined where it is the usual one. */
export interface NotGreater {
  readonly greater: number;
  readonly less: number;
  readonly value: BoundArgument | undefined;
  readonly other: BoundArgument | undefined;
}

/** A number that is not greater than another. An object that is made has the usual number where none is given. */
export function notGreaterThan(constraint: GreaterThanConstraint, given: GivenValues): NotGreater | undefined {
  const [greater, less] = [constraint.parameter, constraint.than].map((name) => numberOf(name, given));
  if (greater === undefined || less === undefined || greater > less) return undefined;
  const { values } = given;
  return { greater, less, value: values.get(constraint.parameter), other: values.get(constraint.than) };
}

/** A switch that is turned to the side that is refused. */
export function refusedSide(
  constraint: ForbiddenValueConstraint,
  { values }: GivenValues,
): { readonly value: BoundArgument; readonly is: boolean } | undefined {
  const value = values.get(constraint.parameter);
  const is = value && truth(value);
  return value && is !== undefined && constraint.values.includes(is) ? { value, is } : undefined;
}

/** Where a value stands, or the switch without one. */
export function valuePlace({ at, valueAt }: BoundArgument): Range {
  return valueAt ?? at;
}

function numberOf(name: string, { command, values }: GivenValues): number | undefined {
  const value = values.get(name);
  if (value) return /^\d+$/.test(String(value.value)) ? Number(value.value) : undefined;
  const about = parameter(command.known, name);
  if (isSplatted(command) || command.verb !== 'New' || about?.defaultIn || about?.disputed?.includes('default'))
    return undefined;
  return typeof about?.default === 'number' ? about.default : undefined;
}

/** A switch that is not turned off, or a parameter with a value. */
function isGivenOn(value: BoundArgument): boolean {
  if (value.rule.kind !== 'switch') return true;
  return value.valueAt === undefined || truth(value) === true;
}

/** What is surely true or false; nothing for what only the shell knows. */
function truth({ value, forms }: BoundArgument): boolean | undefined {
  if (typeof value !== 'string' || forms[0] === 'single' || forms[0] === 'double') return undefined;
  if (isTrue(value)) return true;
  return /^(?:\$false|0+)$/i.test(value) ? false : undefined;
}
