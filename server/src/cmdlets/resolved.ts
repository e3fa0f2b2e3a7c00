import { cmdlet, isAliasOf, type NamedCmdlet, type NamedParameter } from '../catalog/cmdlets.ts';
import { type Resolution, resolveParameter } from '../catalog/parameter-names.ts';
import { mixedParameters, positionalParameters } from '../catalog/parameter-sets.ts';
import { type ValueRule, valueRule } from '../catalog/value-rules.ts';
import type { Range } from '../text/range.ts';
import { verbAndNoun } from './command.ts';
import { type CommandLine, isTrue, type Parameter } from './read.ts';
import type { Word } from './tokens.ts';

/** A command as the shell understands it: which cmdlet it runs, and to which parameter each of its values goes. */
export interface ResolvedCommand extends Omit<CommandLine, 'parameters'> {
  /** The cmdlet; undefined for one that the reference lacks. */
  readonly known: NamedCmdlet | undefined;
  /** The two halves of the name as the reference writes it: `New` and `CsPublicProvider`. */
  readonly verb: string;
  readonly noun: string;
  /** All that stands behind the name, in order. */
  readonly parameters: readonly Argument[];
  /** Full names of the parameters that could be told: those given by name, then those by place. */
  readonly names: readonly string[];
  /** What its pipeline or the loop around it looks up for it. */
  readonly input?: Input;
}

/** The objects that a pipeline or a loop hands to a command. */
export interface Input {
  /** Of the command that looks them up. */
  readonly noun: string;
  /** All of that command. */
  readonly source: Range;
  /** Wildcards that the name of each of them fits: none where all there are come; undefined where nobody can tell which. */
  readonly names: readonly string[] | undefined;
  /** The `=` of a filter that gives each object a value instead of comparing it. */
  readonly assigning?: Range;
  /** The command runs for each of them, under no condition. */
  readonly always: boolean;
}

/** A parameter with its value, a switch, or a value without a name. */
export interface Argument extends Parameter {
  /** `surplus`: a value that no parameter is left for. `splat`: what only a running shell takes apart. */
  readonly role: 'named' | 'placed' | 'surplus' | 'splat';
  /** What the shell makes of the name; undefined without a name, and where the reference lacks the cmdlet. */
  readonly resolution: Resolution | undefined;
  /** The parameter that it goes to, and how its values are written; undefined where that cannot be told. */
  readonly parameter: NamedParameter | undefined;
  readonly rule: ValueRule | undefined;
  /** What its variable holds, where the text says it: each of several in a loop. */
  readonly said?: readonly Word[];
}

/** An argument of which it is known what it goes to. */
export interface BoundArgument extends Argument {
  readonly parameter: NamedParameter;
  readonly rule: ValueRule;
}

/** A command whose cmdlet the reference holds. */
export interface KnownCommand extends ResolvedCommand {
  readonly known: NamedCmdlet;
}

/** Decides what commands mean. One for all commands of a text asks the reference once for each name. */
export function resolver(): (command: CommandLine) => ResolvedCommand {
  const references = new Map<string, Reference>();
  return (command) => {
    const folded = command.cmdlet.toLowerCase();
    const reference = references.get(folded) ?? { known: cmdlet(folded), named: new Map() };
    references.set(folded, reference);
    const { known } = reference;
    const parameters = bind(command.parameters, reference);
    const { verb, noun } = verbAndNoun(known?.name ?? command.cmdlet);
    return { ...command, verb, noun, known, parameters, names: namesOf(parameters) };
  };
}

export function isKnown<C extends ResolvedCommand>(command: C): command is C & KnownCommand {
  return command.known !== undefined;
}

/** The arguments of which it is known what they go to. */
export function boundArguments({ parameters }: ResolvedCommand): readonly BoundArgument[] {
  return parameters.filter((one): one is BoundArgument => one.parameter !== undefined && one.rule !== undefined);
}

/** What a command gives the parameter of a full name, in whichever way; the first, where it does so twice. */
export function argumentFor({ known, parameters }: ResolvedCommand, name: string): Argument | undefined {
  const folded = name.toLowerCase();
  const found = parameters.find((one) => nameInFull(one).toLowerCase() === folded);
  if (found !== undefined || known !== undefined) return found;
  // Of a cmdlet that the reference lacks, only the name that is asked for is known.
  const begun = parameters.find(
    (one) => (one.name.length > 1 && folded.startsWith(one.name.toLowerCase())) || isAliasOf(name, one.name),
  );
  return begun ?? (name === 'Identity' ? parameters.find(({ role }) => role === 'surplus') : undefined);
}

/** The text that a command gives a parameter; undefined for none, for a list, and for what only a running shell knows. */
export function textFor(command: ResolvedCommand, name: string): string | undefined {
  const value = argumentFor(command, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** A text that a parameter gets, and where it stands. */
export interface GivenText {
  readonly text: string;
  readonly at: Range;
}

/** The texts that an argument has: the one behind it, or those that its variable holds, one after the other in a loop. */
export function textsOf(given: Argument | undefined): readonly GivenText[] {
  if (given === undefined) return [];
  const { value, valueAt, at, said = [] } = given;
  return typeof value === 'string' ? [{ text: value, at: valueAt ?? at }] : said;
}

/** The full name of the parameter that an argument goes to; where that cannot be told, the name as it is written. */
export function nameInFull({ parameter, name }: Argument): string {
  return parameter?.name ?? name;
}

/** Whether a switch is given, and not turned off again by `-Name:$false`. */
export function isOn(written: Parameter | undefined): boolean {
  return written !== undefined && (written.valueAt === undefined || isTrue(written.value));
}

/** The switch by which a command only shows what it would do, or makes an object that is stored nowhere. */
export function undoneBy(command: ResolvedCommand): string | undefined {
  return ['WhatIf', 'InMemory'].find((name) => isOn(argumentFor(command, name)));
}

/** Whether a command leaves everything as it is. */
export function isUndone(command: ResolvedCommand): boolean {
  return undoneBy(command) !== undefined;
}

/** Whether a command may have parameters that only the running shell knows. */
export function isSplatted({ parameters }: ResolvedCommand): boolean {
  return parameters.some(({ role }) => role === 'splat');
}

/** Whether each part of a command was understood, so that what is not there is surely missing. */
export function isUnderstood({ known, parameters, names }: KnownCommand): boolean {
  return parameters.every(({ parameter }) => parameter !== undefined) && mixedParameters(known, names) === undefined;
}

type Meaning = Pick<Argument, 'resolution' | 'parameter' | 'rule'>;

/** A cmdlet, and what was asked of it so far. */
interface Reference {
  readonly known: NamedCmdlet | undefined;
  readonly named: Map<string, Meaning>;
}

const MEANS_NOTHING: Meaning = { resolution: undefined, parameter: undefined, rule: undefined };

/** Finds for each value the parameter that it goes to: first by the names, then, beside these, by place. */
function bind(written: readonly Parameter[], reference: Reference): readonly Argument[] {
  const { known } = reference;
  const all = written.flatMap((one) => apart(one, reference));
  // What follows `--%` the shell does not take apart; in quotes it is a text.
  const verbatim = all.findIndex(({ value, forms }) => value === '--%' && forms[0] === 'bare');
  const bound = all.map((one, i): Argument => {
    if (verbatim >= 0 && i >= verbatim) return { ...one, ...MEANS_NOTHING, role: 'splat' };
    if (one.name !== '') return { ...one, ...meaningOf(one.name, reference), role: 'named' };
    return { ...one, ...MEANS_NOTHING, role: one.forms.includes('splat') ? 'splat' : 'surplus' };
  });
  if (known === undefined || !bound.some(({ role }) => role === 'surplus')) return bound;
  const places = positionalParameters(known, namesOf(bound)).values();
  return bound.map((one) => {
    const next = one.role === 'surplus' ? places.next().value : undefined;
    return next === undefined ? one : { ...one, ...meaningOf(next, reference), resolution: undefined, role: 'placed' };
  });
}

function meaningOf(name: string, { known, named }: Reference): Meaning {
  const before = named.get(name);
  if (before !== undefined) return before;
  const resolution = known && resolveParameter(known, name);
  const parameter = resolution && 'parameter' in resolution ? resolution.parameter : undefined;
  const meaning = { resolution, parameter, rule: parameter && valueRule(parameter) };
  named.set(name, meaning);
  return meaning;
}

/** What follows a switch is a value of its own, unless a colon joins them or it is meant for the switch. */
function apart(written: Parameter, reference: Reference): readonly Parameter[] {
  const { name, at, value, valueAt, colon } = written;
  if (name === '' || valueAt === undefined || colon) return [written];
  const isSwitch = meaningOf(name, reference).rule?.kind === 'switch';
  if (!isSwitch || (typeof value === 'string' && /^\$(?:true|false)$/i.test(value))) return [written];
  return [
    { name, at, value: undefined, valueAt: undefined, forms: [] },
    { ...written, name: '', at: valueAt },
  ];
}

function namesOf(parameters: readonly Argument[]): readonly string[] {
  const of = (wanted: Argument['role']) =>
    parameters.flatMap(({ role, parameter }) => (role === wanted && parameter ? parameter.name : []));
  return of('named').concat(of('placed'));
}
