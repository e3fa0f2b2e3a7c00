import { type NamedCmdlet, type NamedParameter, cmdlet as reference } from '../catalog/cmdlets.ts';
import { resolveParameter } from '../catalog/parameter-names.ts';
import { positionalParameters } from '../catalog/parameter-sets.ts';
import { choose, valueRule } from '../catalog/value-rules.ts';
import { hostKey } from '../text/host.ts';
import type { Range } from '../text/range.ts';
import { verbAndNoun } from './command.ts';
import { isTrue, type Parameter } from './read.ts';
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
  readonly naming: Parameter | undefined;
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
  readonly written: Parameter | undefined;
}

/** What a parameter is set to; `null` clears it. */
export type SettingValue = string | number | boolean | readonly string[] | null;

/** What commands do to objects, in their order. Commands that change nothing, or nothing of ours, are left out. */
export function effectsOf(commands: readonly RunbookCommand[]): readonly Effect[] {
  const cmdlets = new Map<string, Known | undefined>();
  return commands.flatMap((command) => {
    const name = command.cmdlet.toLowerCase();
    const known = cmdlets.has(name) ? cmdlets.get(name) : knownCmdlet(name);
    cmdlets.set(name, known);
    return (known && effectOf(command, known)) ?? [];
  });
}

/** The parameters of a command by their full names; none where the cmdlet is not known. */
export function namedParameters(command: RunbookCommand): ReadonlyMap<string, Parameter> {
  const cmdlet = reference(command.cmdlet);
  const given = cmdlet ? givenTo(command, { cmdlet, parameters: new Map() }) : new Map<string, GivenParameter>();
  return new Map([...given].map(([name, { written }]) => [name, written]));
}

/** The name of an object in the form in which names compare; a tag may be written with its scope. */
export function objectKey(identity: string): string {
  return hostKey(identity.trim().replace(/^tag:/i, ''));
}

/** The key of a configuration or policy that a command without an identity is about. */
export const GLOBAL = 'global';

/** A cmdlet with its parameters by the names that were met so far. */
interface Reference {
  readonly cmdlet: NamedCmdlet;
  readonly parameters: Map<string, NamedParameter | undefined>;
}

/** A cmdlet that acts on objects. */
interface Known extends Reference {
  readonly action: Effect['action'];
  readonly noun: string;
  /** `Enable-` and `Disable-` set this alone. */
  readonly enabled: boolean | undefined;
}

const ACTIONS: Readonly<Record<string, Effect['action']>> = {
  New: 'create',
  Set: 'change',
  Enable: 'change',
  Disable: 'change',
  Remove: 'remove',
};

function knownCmdlet(name: string): Known | undefined {
  const cmdlet = reference(name);
  if (cmdlet === undefined) return undefined;
  const { verb, noun } = verbAndNoun(cmdlet.name);
  const action = ACTIONS[verb];
  const enabled = verb === 'Enable' ? true : verb === 'Disable' ? false : undefined;
  return action && { cmdlet, action, noun, enabled, parameters: new Map() };
}

function effectOf(command: RunbookCommand, known: Known): Effect | undefined {
  const { action, noun, enabled } = known;
  const given = givenTo(command, known);
  if (UNDONE.some((name) => isOn(given.get(name)?.written))) return undefined;
  const naming = NAMING.map((name) => given.get(name)?.written).find((written) => written !== undefined);
  const settings = [...given.values()].flatMap(({ parameter, written }) =>
    parameter.shared || written === naming ? [] : [settingOf(parameter, written)],
  );
  const switched: readonly Setting[] =
    enabled === undefined ? [] : [{ name: 'Enabled', value: enabled, at: command.at, written: undefined }];
  return {
    command,
    action,
    noun,
    naming,
    key: isCertain(command, given) ? keyOf(naming, action) : undefined,
    settings: [...settings, ...switched],
  };
}

/** Parameters that say which object a command is about. */
const NAMING = ['Identity', 'Domain'] as const;
/** With these a command only shows what it would do, or makes an object that is stored nowhere. */
const UNDONE = ['WhatIf', 'InMemory'] as const;

interface GivenParameter {
  readonly parameter: NamedParameter;
  readonly written: Parameter;
}

/** The parameters of a command under their full names, also those given by a start of their name, an alias or a position. */
function givenTo(command: RunbookCommand, known: Reference): ReadonlyMap<string, GivenParameter> {
  const given = new Map<string, GivenParameter>();
  for (const written of command.parameters) {
    const parameter = written.name === '' ? undefined : parameterOf(known, written.name);
    if (parameter) given.set(parameter.name, { parameter, written });
  }
  const unnamed = command.parameters.filter(({ name }) => name === '');
  if (unnamed.length === 0) return given;
  for (const [place, name] of positionalParameters(known.cmdlet, [...given.keys()]).entries()) {
    const written = unnamed[place];
    const parameter = parameterOf(known, name);
    if (written && parameter) given.set(parameter.name, { parameter, written });
  }
  return given;
}

function parameterOf({ cmdlet, parameters }: Reference, written: string): NamedParameter | undefined {
  if (!parameters.has(written)) {
    const found = resolveParameter(cmdlet, written);
    parameters.set(written, 'parameter' in found ? found.parameter : undefined);
  }
  return parameters.get(written);
}

/** Whether a command acts once, on the object it names itself. */
function isCertain(command: RunbookCommand, given: ReadonlyMap<string, GivenParameter>): boolean {
  const isSplatted = command.parameters.some(({ forms }) => forms.includes('splat'));
  return !command.nested && !command.piped && !isSplatted && !given.has('Instance');
}

function keyOf(naming: Parameter | undefined, action: Effect['action']): string | undefined {
  if (naming === undefined) return action === 'change' ? GLOBAL : undefined;
  return typeof naming.value === 'string' ? objectKey(naming.value) : undefined;
}

/** A switch is on by being there. */
function isOn(parameter: Parameter | undefined): boolean {
  return parameter !== undefined && (parameter.forms.length === 0 || isTrue(parameter.value));
}

function settingOf(parameter: NamedParameter, written: Parameter): Setting {
  return { name: parameter.name, value: settingValue(parameter, written), at: written.valueAt ?? written.at, written };
}

/** A value as the parameter takes it; what cannot be told, or is no value of it, is nothing. */
function settingValue(parameter: NamedParameter, written: Parameter): SettingValue | undefined {
  const { value, forms, changes } = written;
  const rule = valueRule(parameter);
  if (rule.kind === 'switch' && forms.length === 0) return true;
  if (rule.list === 'list-modifier' && changes?.replace) return changes.replace;
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return value;
  if (forms[0] === 'variable' && value.toLowerCase() === '$null') return null;
  if (rule.kind === 'boolean' || rule.kind === 'switch') return booleanOf(written);
  if (rule.kind === 'number') return /^\d+$/.test(value) ? Number(value) : undefined;
  if (rule.kind === 'enum') {
    const choice = choose(rule, value);
    return choice.match === 'exact' || choice.match === 'prefix' ? choice.value : undefined;
  }
  if (rule.list === undefined) return value;
  return value.split(rule.list === 'comma-string' ? /\s*,\s*/ : '\0').filter((part) => part !== '');
}

function booleanOf({ value, forms }: Parameter): boolean | undefined {
  const text = String(value).toLowerCase();
  if (forms[0] !== 'variable' && !/^\d+$/.test(text)) return undefined;
  return isTrue(text);
}
