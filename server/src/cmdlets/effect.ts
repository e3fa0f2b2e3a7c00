import { cmdlet } from '../catalog/cmdlets.ts';
import { choose } from '../catalog/value-rules.ts';
import { objectKey } from '../spec/names.ts';
import { type Noted, noteAll, noting } from '../spec/noting.ts';
import { HiddenField } from '../text/hidden-field.ts';
import type { Range } from '../text/range.ts';
import { isTrue } from './read.ts';
import {
  type Argument,
  argumentFor,
  type BoundArgument,
  boundArguments,
  isSplatted,
  isUndone,
  type ResolvedCommand,
} from './resolved.ts';
import type { RunbookCommand } from './runbook.ts';
import { fitsWildcard, isWildcard } from './wildcard.ts';

/** What a command does to an object of the server. */
export interface Effect {
  readonly command: RunbookCommand;
  readonly action: 'create' | 'change' | 'remove';
  /** As the reference writes it: `CsPublicProvider`. */
  readonly noun: string;
  /** The object as names compare; undefined where only a running shell knows which one it is, or whether it is reached at all. */
  readonly key: string | undefined;
  /** The object as people call it, and where a finding about it stands. */
  readonly name: string;
  readonly nameAt: Range;
  /** The command does the same to all that a pipeline hands it. */
  readonly isSweep: boolean;
  /** The parameter that names the object; undefined for the one object there is. */
  readonly naming: Argument | undefined;
  readonly settings: readonly Setting[];
}

/** A parameter that a command gives a value. */
export interface Setting {
  readonly name: string;
  /** Undefined where only a running shell knows it. */
  readonly value: SettingValue | undefined;
  /** The value, or the parameter or cmdlet that stands for it. */
  readonly at: Range;
  /** As it is written; undefined where the cmdlet itself says it. */
  readonly written: Argument | undefined;
}

/** What a parameter is set to; `null` clears it. */
export type SettingValue = string | number | boolean | readonly string[] | null;

/** A value as messages show it. */
export function shownSetting(value: SettingValue): string {
  return value === null ? '$null' : String([value].flat().join(', '));
}

/** Objects that may be there before any command runs, by noun and by key. */
export interface Present {
  get(noun: string): { readonly objects: PresentObjects } | undefined;
}

interface PresentObjects extends Iterable<readonly [string, { readonly name: string | undefined }]> {
  readonly size: number;
}

/**
 * What commands do to objects, in their order. Commands that change nothing, or nothing of ours, are left out. One that takes
 * its objects from a pipeline acts on each that is present or was touched before, as far as it fits.
 */
export function effectsOf(commands: readonly RunbookCommand[], present: Present = NOTHING): readonly Effect[] {
  const known = effects.get(commands) ?? new WeakMap<Present, Noted<readonly Effect[]>>();
  effects.set(commands, known);
  const found = known.get(present) ?? noting(() => effectsOn(present, commands));
  known.set(present, found);
  noteAll(found.notes);
  return found.value;
}

// Each of several rules asks for them.
const effects = new HiddenField<readonly RunbookCommand[], WeakMap<Present, Noted<readonly Effect[]>>>();
const NOTHING: Present = new Map();

/** What commands that act on several objects may come to: each of them looks at all there are. What follows is not told apart. */
const MOST_SWEPT = 200_000;

function effectsOn(present: Present, commands: readonly RunbookCommand[]): readonly Effect[] {
  let looks = 0;
  const touched = new Map<string, Map<string, Effect>>();
  return commands.flatMap((command) => {
    const effect = effectOf(command);
    if (effect === undefined) return [];
    const ofNoun = touched.get(effect.noun) ?? new Map<string, Effect>();
    touched.set(effect.noun, ofNoun);
    if (isSweeping(effect)) looks += ofNoun.size + (present.get(effect.noun)?.objects.size ?? 0);
    const reached = looks > MOST_SWEPT && isSweeping(effect) ? [effect] : swept(effect, { present, ofNoun });
    for (const one of reached) if (one.key !== undefined) ofNoun.set(one.key, one);
    return reached;
  });
}

/** Whether a command acts on all that fit what a pipeline hands it, and not on one by its name. */
function isSweeping({ action, command }: Effect): boolean {
  return action !== 'create' && namesHanded(command)?.every(isWildcard) === true;
}

/** A command of a pipeline as it acts on each of the objects that reach it. */
function swept(
  effect: Effect,
  { present, ofNoun }: { readonly present: Present; readonly ofNoun: ReadonlyMap<string, Effect> },
): readonly Effect[] {
  const { action, command, noun } = effect;
  const names = action === 'create' ? undefined : namesHanded(command);
  if (names === undefined) return [effect];
  const exact = names.find((name) => !isWildcard(name));
  const objects = new Map<string, string>(exact === undefined ? [] : [[objectKey(exact), exact]]);
  if (exact === undefined) {
    if (action === 'change' && isAlwaysThere(noun)) objects.set(GLOBAL, GLOBAL);
    for (const [key, { name }] of present.get(noun)?.objects ?? []) objects.set(key, name ?? GLOBAL);
    for (const [key, one] of ofNoun) {
      if (one.action === 'remove') objects.delete(key);
      else objects.set(key, one.name);
    }
  }
  const isSweep = exact === undefined;
  const reached = [...objects].flatMap(([key, name]): readonly Effect[] =>
    isHanded(names, key) ? [{ ...effect, key, name, naming: undefined, nameAt: command.at, isSweep }] : [],
  );
  return reached.length > 0 || !isSweep ? reached : [effect];
}

/** Wildcards for the names of what a pipeline or loop surely hands to a command; undefined where that cannot be told. */
export function namesHanded(command: ResolvedCommand): readonly string[] | undefined {
  const { noun, input } = command;
  const isSure = input?.noun === noun && input.always && input.assigning === undefined && !isSplatted(command);
  return isSure ? input.names : undefined;
}

/** Whether an object is among those. */
export function isHanded(names: readonly string[], key: string): boolean {
  return names.every((name) => fitsWildcard(key, objectKey(name)));
}

/** Whether the global object of a noun can be changed without being made. */
export function isAlwaysThere(noun: string): boolean {
  const removal = cmdlet(`New-${noun}`) && cmdlet(`Remove-${noun}`);
  return removal === undefined || removal.constraints?.some(({ kind }) => kind === 'removeResets') === true;
}

/** The key of a configuration or policy that a command without an identity is about. */
export const GLOBAL = 'global';

const ACTIONS: Readonly<Record<string, Effect['action']>> = {
  New: 'create',
  Set: 'change',
  Enable: 'change',
  Disable: 'change',
  Remove: 'remove',
};

/** `Enable-` and `Disable-` set this alone. */
const SWITCHED: Readonly<Record<string, boolean>> = { Enable: true, Disable: false };

function effectOf(command: RunbookCommand): Effect | undefined {
  const { known, verb, noun } = command;
  const action = known && ACTIONS[verb];
  if (action === undefined || isUndone(command)) return undefined;
  const naming = NAMING.map((name) => argumentFor(command, name)).find((given) => given !== undefined);
  const settings = boundArguments(command).flatMap((given) =>
    given.parameter.shared || given === naming ? [] : [settingOf(given)],
  );
  const enabled = SWITCHED[verb];
  const switched: readonly Setting[] =
    enabled === undefined ? [] : [{ name: 'Enabled', value: enabled, at: command.at, written: undefined }];
  return {
    command,
    action,
    noun,
    naming,
    key: isCertain(command) ? namedKey(naming, action) : undefined,
    name: typeof naming?.value === 'string' ? naming.value : GLOBAL,
    nameAt: naming?.valueAt ?? command.at,
    isSweep: false,
    settings: [...settings, ...switched],
  };
}

/** Parameters that say which object a command is about. */
const NAMING = ['Identity', 'Domain'] as const;

/** Whether a command acts once, on the object it names itself. */
function isCertain(command: RunbookCommand): boolean {
  const hasOther = isSplatted(command) || argumentFor(command, 'Instance') !== undefined;
  return !command.nested && !command.piped && !hasOther;
}

function namedKey(naming: Argument | undefined, action: Effect['action']): string | undefined {
  if (naming === undefined) return action === 'change' ? GLOBAL : undefined;
  return typeof naming.value === 'string' ? objectKey(naming.value) : undefined;
}

function settingOf(given: BoundArgument): Setting {
  const { parameter, valueAt, at } = given;
  return { name: parameter.name, value: settingValue(given), at: valueAt ?? at, written: given };
}

/** A value as the parameter takes it; what cannot be told, or is no value of it, is nothing. */
function settingValue(given: BoundArgument): SettingValue | undefined {
  const { value, forms, changes, rule } = given;
  if (rule.kind === 'switch' && forms.length === 0) return true;
  if (rule.list === 'list-modifier' && changes?.replace) return changes.replace;
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return value;
  if (forms[0] === 'variable' && value.toLowerCase() === '$null') return null;
  if (rule.kind === 'boolean' || rule.kind === 'switch') return booleanOf(given);
  if (rule.kind === 'number') return /^\d+$/.test(value) ? Number(value) : undefined;
  if (rule.kind === 'enum') {
    const choice = choose(rule, value);
    return choice.match === 'exact' || choice.match === 'prefix' ? choice.value : undefined;
  }
  if (rule.list === undefined) return value;
  return value.split(rule.list === 'comma-string' ? /(?<!\s)\s*,\s*/ : '\0').filter((part) => part !== '');
}

function booleanOf({ value, forms }: Argument): boolean | undefined {
  const text = String(value).toLowerCase();
  if (forms[0] !== 'variable' && !/^\d+$/.test(text)) return undefined;
  return isTrue(text);
}
