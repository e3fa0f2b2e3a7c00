import type { Catalog, ShellProductId } from '../catalog/catalog.generated.ts';
import { cmdlet, type NamedCmdlet, parameter, supports } from '../catalog/cmdlets.ts';
import { valueRule } from '../catalog/value-rules.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import { GLOBAL } from '../cmdlets/effect.ts';
import { objectKey } from '../spec/names.ts';
import { type NounSection, nounSections } from '../spec/noun-sections.ts';
import type { Server, ServerObject } from './state.ts';
import { documentedDefault, isFreeText, isText, type RuledParameter, typed } from './values.ts';

/** One kind of object: its section of the format, and the cmdlets that make, change and remove it. */
export interface Kind {
  readonly noun: string;
  readonly section: NounSection;
  readonly make: Writer | undefined;
  readonly change: Writer | undefined;
  readonly remove: NamedCmdlet | undefined;
  readonly grant: NamedCmdlet | undefined;
}

/** A cmdlet that gives objects values. */
export interface Writer extends NamedCmdlet {
  /** By the names that the format has keys for; read once, for they are asked for at each value of each object. */
  readonly takes: ReadonlyMap<string, RuledParameter>;
}

/** All kinds of objects that a spec can declare, in the order of the format. */
export const kinds: readonly Kind[] = nounSections.map((section) => ({
  noun: section.noun,
  section,
  make: writer(`New-${section.noun}`, section),
  change: writer(`Set-${section.noun}`, section),
  remove: cmdlet(`Remove-${section.noun}`),
  grant: cmdlet(`Grant-${section.noun}`),
}));

/** The kind of a noun, whatever the case; undefined for one that no section stands for. */
export function kindOf(noun: string): Kind | undefined {
  return kindsByNoun.get(noun.toLowerCase());
}

/** What decides how an object is written: the facts, and the server where it is known. */
export interface Setting {
  readonly catalog: Catalog;
  readonly server: Server | undefined;
}

/** Whether an object is always there: it can be changed, but neither made nor removed. */
export function isFixed({ make, remove }: Kind, identity: string): boolean {
  if (make === undefined || remove === undefined) return true;
  return objectKey(identity) === GLOBAL && remove.constraints?.some(({ kind }) => kind === 'removeResets') === true;
}

/** Whether there is only one object of the kind, which no identity has to name. */
export function isSingle({ make, change }: Kind): boolean {
  return make === undefined || change?.constraints?.some(({ kind }) => kind === 'singleton') === true;
}

/** The cmdlet's parameter as the server takes it; undefined where it has none, or not yet. */
export function parameterOf(
  of: Writer | undefined,
  name: string,
  { catalog, server }: Setting,
): RuledParameter | undefined {
  const found = of?.takes.get(name);
  if (found === undefined || found.common || found.shared || server === undefined) return found;
  const what = { product: server.product, installedUpdate: server.installedUpdate };
  return supports(catalog, found, what) === 'yes' ? found : undefined;
}

/** The parameter as the cmdlets that write the kind have it, whatever the server. */
export function writtenBy({ make, change }: Kind, name: string): readonly RuledParameter[] {
  return [make, change].flatMap((one) => one?.takes.get(name) ?? []);
}

/** Whether the server has a cmdlet that gives objects of the kind this parameter. */
export function isWritten({ make, change }: Kind, name: string, setting: Setting): boolean {
  return [make, change].some((one) => parameterOf(one, name, setting) !== undefined);
}

/** What a value is that nobody states; undefined where it is not known, so that it is left as it is. */
export function defaultOf(
  kind: Kind,
  object: Pick<ServerObject, 'identity'>,
  name: string,
  { catalog, server }: Setting,
): CommandValue | null | undefined {
  const parameters = writtenBy(kind, name);
  const value = documentedDefault(parameters, shellOf(catalog, server));
  if (value !== undefined) return value;
  const [first] = parameters;
  if (first?.type === 'SwitchParameter') return false;
  if (first === undefined || isFixed(kind, object.identity) || first.mandatory === true) return undefined;
  return isText(first) ? null : undefined;
}

/** Whether the kind's Set cmdlet can give an object that is there this value. */
export function canChange(kind: Kind, name: string, value: CommandValue | null, setting: Setting): boolean {
  const found = parameterOf(kind.change, name, setting);
  if (found === undefined) return false;
  return value !== null || found.nullable === true || isFreeText(found);
}

/** Whether the kind's Set cmdlet refuses a value: there is always a default SIP domain, which only another one ends. */
export function isForbidden({ change }: Kind, name: string, value: CommandValue | null): boolean {
  return (change?.constraints ?? []).some(
    (one) =>
      one.kind === 'forbiddenValue' && one.parameter === name && one.values.some((forbidden) => forbidden === value),
  );
}

/** A value in the form a spec would have it, whichever cmdlet of the kind says what it is. */
export function typedFor(kind: Kind, name: string, value: CommandValue | null): CommandValue | null {
  const [first] = writtenBy(kind, name);
  return first === undefined ? value : typed(first, value);
}

function writer(name: string, { parameters }: NounSection): Writer | undefined {
  const found = cmdlet(name);
  if (found === undefined) return undefined;
  const takes = [...parameters.values()].flatMap((name) => {
    const taken = parameter(found, name);
    return taken === undefined ? [] : [[name, { ...taken, rule: valueRule(taken) }] as const];
  });
  return { ...found, takes: new Map(takes) };
}

function shellOf(catalog: Catalog, server: Server | undefined): ShellProductId | undefined {
  return server && catalog.products[server.product].parametersOf;
}

const kindsByNoun: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.noun.toLowerCase(), kind]));
