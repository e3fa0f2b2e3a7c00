import { cmdlet, type NamedCmdlet, type NamedParameter, parameter } from '../catalog/cmdlets.ts';
import { type Resolution, resolveParameter } from '../catalog/parameter-names.ts';
import { positionalParameters } from '../catalog/parameter-sets.ts';
import { type ValueRule, valueRule } from '../catalog/value-rules.ts';
import type { Parameter } from './read.ts';
import type { RunbookCommand } from './runbook.ts';

/** A command whose cmdlet the reference holds, with what the shell makes of its parameters. */
export interface GivenCommand {
  readonly command: RunbookCommand;
  readonly known: NamedCmdlet;
  readonly named: readonly GivenByName[];
  /** Values without a name, with the parameter that they go to. */
  readonly placed: readonly GivenByPlace[];
  /** Values without a name for which there is no parameter. */
  readonly surplus: readonly Parameter[];
  /** `@parameters` may give any parameter. */
  readonly splatted: boolean;
  /** Full names of all parameters that could be told. */
  readonly names: readonly string[];
}

export interface GivenByName {
  readonly written: Parameter;
  readonly resolution: Resolution;
}

export interface GivenByPlace {
  readonly written: Parameter;
  readonly parameter: NamedParameter;
}

/** A value with the parameter it is for. */
export interface GivenValue extends GivenByPlace {
  readonly rule: ValueRule;
}

/** The commands of a runbook or script whose cmdlets the reference holds. */
export function givenCommands(runbook: readonly RunbookCommand[]): readonly GivenCommand[] {
  return runbook.flatMap((command) => {
    const known = cmdlet(command.cmdlet);
    return known === undefined || isVerbatim(command) ? [] : [given(command, known)];
  });
}

/** The values of a command, by name and by place; parameters that the cmdlet lacks have none. */
export function givenValues({ named, placed }: GivenCommand): readonly GivenValue[] {
  const byName = named.flatMap(({ written, resolution }) =>
    'parameter' in resolution ? [{ written, parameter: resolution.parameter }] : [],
  );
  return [...byName, ...placed].map((one) => ({ ...one, rule: valueRule(one.parameter) }));
}

function given(command: RunbookCommand, known: NamedCmdlet): GivenCommand {
  const parameters = command.parameters.flatMap((written) => apart(written, known));
  const isSplat = ({ name, forms }: Parameter) => name === '' && forms.includes('splat');
  const named = parameters.flatMap((written) =>
    written.name === '' ? [] : [{ written, resolution: resolveParameter(known, written.name) }],
  );
  const names = named.flatMap(({ resolution }) => ('parameter' in resolution ? [resolution.parameter.name] : []));
  const values = withoutRedirections(parameters.filter((one) => one.name === '' && !isSplat(one)));
  const places = positionalParameters(known, names).flatMap((name) => parameter(known, name) ?? []);
  const placed = values.flatMap((written, i) => {
    const to = places[i];
    return to === undefined ? [] : [{ written, parameter: to }];
  });
  return {
    command,
    known,
    named,
    placed,
    surplus: values.slice(places.length),
    splatted: parameters.some(isSplat),
    names: [...names, ...placed.map((one) => one.parameter.name)],
  };
}

/** What follows a switch is a value of its own, unless a colon joins them or it is meant for the switch. */
function apart(written: Parameter, known: NamedCmdlet): readonly Parameter[] {
  const { name, value, valueAt, forms, colon } = written;
  if (name === '' || valueAt === undefined || colon) return [written];
  const resolution = resolveParameter(known, name);
  const isSwitch = 'parameter' in resolution && valueRule(resolution.parameter).kind === 'switch';
  if (!isSwitch || (typeof value === 'string' && /^\$(?:true|false)$/i.test(value))) return [written];
  return [
    { name, at: written.at, value: undefined, valueAt: undefined, forms: [] },
    { name: '', at: valueAt, value, valueAt, forms },
  ];
}

/** `>`, `2>` and the like with the file they write to. */
const REDIRECTION = /^[\d*]?>{1,2}/;

function withoutRedirections(values: readonly Parameter[]): readonly Parameter[] {
  const redirects = (one: Parameter | undefined) => one?.forms[0] === 'bare' && REDIRECTION.test(String(one.value));
  const isBare = (one: Parameter | undefined) => /^[\d*]?>{1,2}$/.test(String(one?.value));
  return values.filter((one, i) => !redirects(one) && !(redirects(values[i - 1]) && isBare(values[i - 1])));
}

/** What follows `--%` the shell does not read. */
function isVerbatim({ parameters }: RunbookCommand): boolean {
  return parameters.some(({ value }) => value === '--%');
}
