import { choose } from '../catalog/value-rules.ts';
import { hostKey } from '../text/host.ts';
import type { Range } from '../text/range.ts';
import { isTrue } from './read.ts';
import { type Argument, argumentFor, type BoundArgument, boundArguments, isSplatted, isUndone } from './resolved.ts';
import type { RunbookCommand } from './runbook.ts';

/** What a command does to an object of the server. */
export interface Effect {
  readonly command: RunbookCommand;
  readonly action: 'create' | 'change' | 'remove';
  /** As the reference writes it: `CsPublicProvider`. */
  readonly noun: string;
  /** The object as names compare; undefined where only a running shell knows which one it is, or whether it is reached at all. */
  readonly key: string | undefined;
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

/** What commands do to objects, in their order. Commands that change nothing, or nothing of ours, are left out. */
export function effectsOf(commands: readonly RunbookCommand[]): readonly Effect[] {
  return commands.flatMap((command) => effectOf(command) ?? []);
}

/** The name of an object in the form in which names compare; a tag may be written with its scope. */
export function objectKey(identity: string): string {
  return hostKey(identity.trim().replace(/^tag:/i, ''));
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
    key: isCertain(command) ? keyOf(naming, action) : undefined,
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

function keyOf(naming: Argument | undefined, action: Effect['action']): string | undefined {
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
  return value.split(rule.list === 'comma-string' ? /\s*,\s*/ : '\0').filter((part) => part !== '');
}

function booleanOf({ value, forms }: Argument): boolean | undefined {
  const text = String(value).toLowerCase();
  if (forms[0] !== 'variable' && !/^\d+$/.test(text)) return undefined;
  return isTrue(text);
}
