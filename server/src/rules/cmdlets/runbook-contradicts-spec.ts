import { defaultOn, type NamedParameter, parameter, cmdlet as reference } from '../../catalog/cmdlets.ts';
import { mixedParameters } from '../../catalog/parameter-sets.ts';
import { providerOnServer, serviceStatus } from '../../catalog/providers.ts';
import { sameValue } from '../../catalog/same-value.ts';
import { valueRule } from '../../catalog/value-rules.ts';
import { type CommandValue, refusal, render } from '../../cmdlets/command.ts';
import {
  type DeclaredNoun,
  type DeclaredObject,
  declaredObjects,
  isNaming,
  isNote,
} from '../../cmdlets/declared-objects.ts';
import { type Effect, effectsOf, GLOBAL, type SettingValue } from '../../cmdlets/effect.ts';
import { lateRemovals } from '../../cmdlets/late-removals.ts';
import { type LastSetting, type ObjectOutcome, outcomesOf } from '../../cmdlets/outcome.ts';
import type { Parameter } from '../../cmdlets/read.ts';
import { readScope } from '../../deployment/policies.ts';
import { type ServerVersion, shellServer, versionGap } from '../../deployment/version-gap.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix, SpecEdit } from '../../edits/fix.ts';
import { withoutLine } from '../../edits/own-line.ts';
import type { Place } from '../../spec/model.ts';
import { fieldOf, isList, plainValue } from '../../spec/noun-sections.ts';
import { schemaAt } from '../../spec/schema.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { append, remove, set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const runbookContradictsSpec: Rule = {
  id: 'runbook-contradicts-spec',
  summary: say`A runbook that leaves the server otherwise than the spec declares it.`,
  severity: 'warning',
  facts: ['providers', 'sources.set-access-edge-configuration'],

  *check(spec, context) {
    if (context.runbook.length === 0) return;
    const declared = declaredObjects(spec);
    const effects = effectsOf(context.runbook, declared);
    const late = new Set(lateRemovals(effects, context.catalog).map(({ removal }) => removal));
    const server = shellServer(spec, context.catalog);
    for (const [noun, outcome] of outcomesOf(effects)) {
      const section = declared.get(noun);
      if (section === undefined) continue;
      const about = { ...context, spec, section, server, free: freeNames(section, outcome.objects) };
      const removals: Removal[] = [];
      const differences: Difference[] = [];
      for (const [key, end] of outcome.objects) {
        const object = section.objects.get(key);
        if (object === undefined) yield* undeclared(end, key, about);
        else if (end.by?.action !== 'remove') differences.push(...(yield* differing(end, object, about)));
        else if (!late.has(end.by) && !isEnded(end.by, about)) removals.push({ by: end.by, object });
      }
      for (const [first, ...others] of byCommand(removals, ({ by }) => by)) yield removed(first, others, about);
      for (const [first, ...others] of byCommand(
        differences,
        ({ last }) => last.effect,
        ({ declared: { name } }) => name,
      ))
        yield others.length === 0 ? different(first, about) : allDifferent([first, ...others]);
    }
  },
};

interface About extends Context, Document {
  readonly section: DeclaredNoun;
  readonly server: ServerVersion | undefined;
  /** Names of declared objects that no command touches. */
  readonly free: readonly string[];
}

/** Of many names that nobody touches none was meant: the runbook is about others. */
function freeNames({ objects }: DeclaredNoun, touched: ReadonlyMap<string, ObjectOutcome>): readonly string[] {
  const free = [...objects].flatMap(([key, object]) => (touched.has(key) ? [] : (object.name ?? [])));
  return free.length > 20 ? [] : free;
}

/** An object that is made although the spec lists those of its kind, and not this one. */
function* undeclared({ by, settings }: ObjectOutcome, key: string, about: About): Iterable<Finding> {
  const { section, free } = about;
  if (by?.action !== 'create' || !mayBeDeclared(key, about) || isEnded(by, about)) return;
  const name = code(by.name);
  const list = section.section.path.join('.');
  const meant = nearest(by.name, free);
  const renamed = meant === undefined ? undefined : changed(about, by, by.naming, meant);
  yield {
    at: by.nameAt,
    message: meant
      ? say`${name} is made here, and ${code(list)} does not have it. Did you mean ${code(meant)}?`
      : say`${name} is made here, and ${code(list)} does not have it. Enter it there, or leave the command out.`,
    related: [{ at: section.place.keyAt ?? section.place.at, message: say`The spec lists those it wants here.` }],
    fixes: [
      ...fix(meant === undefined ? undefined : say`Change it to ${code(meant)}`, renamed),
      ...fix(say`Leave the command out`, withoutLine(about, by.command)),
      ...fix(say`Enter ${name} in ${code(list)}`, entered(section, by.name, settings)),
    ],
  };
}

function mayBeDeclared(key: string, { faults, section }: About): boolean {
  const { path } = section.section;
  if (!isList(section.place) || !section.complete || key === GLOBAL) return false;
  const { kind } = readScope(key);
  if (kind === 'other') return false;
  return !faults.some((fault) => fault.kind === 'syntax' || path.every((step, i) => fault.path[i] === step));
}

/** The object as an entry of the spec; nothing where a command leaves to the shell what it is. */
function entered(
  { section }: DeclaredNoun,
  name: string,
  settings: ReadonlyMap<string, LastSetting>,
): readonly SpecEdit[] | undefined {
  const entry: Record<string, Exclude<SettingValue, null>> = {};
  for (const [key, parameterName] of section.parameters) {
    const setting = settings.get(parameterName);
    if (isNaming(parameterName)) entry[key] = name;
    else if (setting?.value === undefined && setting !== undefined) return undefined;
    else if (setting?.value !== undefined && setting.value !== null) entry[key] = setting.value;
  }
  const shorthand = schemaAt([...section.path, 0])?.['x-shorthand'];
  const isBare = shorthand !== undefined && Object.keys(entry).every((key) => key === shorthand);
  return [append(section.path, isBare ? name : entry)];
}

/** A declared object that the runbook removes. */
interface Removal {
  readonly by: Effect;
  readonly object: DeclaredObject;
}

/** What one command does to several objects is told once. */
function byCommand<T>(
  found: readonly T[],
  effectOf: (one: T) => Effect,
  partOf: (one: T) => string = () => '',
): Iterable<readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of found) {
    const { command, key } = effectOf(one);
    const { isSweep } = effectOf(one);
    const id = `${command.at.start} ${isSweep ? '' : key} ${partOf(one)}`;
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return groups.values();
}

function removed({ by, object }: Removal, others: readonly Removal[], about: About): Finding {
  const name = code(by.name);
  const all = [object, ...others.map((one) => one.object)];
  return {
    at: by.nameAt,
    message:
      others.length === 0
        ? say`${name} is removed here, and the spec declares it. Leave the command out, or take ${name} out of the spec.`
        : say`${name} and ${others.length} more are removed here, and the spec declares them. Leave the command out, or take them out of the spec.`,
    related: all.slice(0, MOST).map(({ at }) => ({ at, message: say`The spec declares it here.` })),
    fixes: [
      ...fix(say`Leave the command out`, withoutLine(about, by.command)),
      ...fix(
        others.length === 0 ? say`Take ${name} out of the spec` : say`Take all of them out of the spec`,
        all.map(({ place }) => remove(place.path)),
      ),
    ],
  };
}

/** As many places as a person looks at. */
const MOST = 5;

/** Values of a declared object that are others than the spec declares, and those it gets by default. */
function* differing(
  end: ObjectOutcome,
  object: DeclaredObject,
  about: About,
): Generator<Finding, readonly Difference[]> {
  const missing: Declared[] = [];
  const differences: Difference[] = [];
  for (const [key, name] of about.section.section.parameters) {
    const place = isNaming(name) || isNote(name) ? undefined : fieldOf(object.place, key);
    const value = place && plainValue(place);
    if (place === undefined || value === undefined) continue;
    const declared = { key, name, place, value };
    const last = end.settings.get(name);
    if (last === undefined) {
      if (isLeftOut(declared, end, about)) missing.push(declared);
      else yield* excluded(declared, end);
    } else if (last.value !== undefined && !isSame(declared, last)) differences.push({ declared, last, object });
  }
  if (end.by && missing.length > 0) yield incomplete(end.by, missing, about);
  return differences;
}

interface Declared {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  readonly value: Exclude<SettingValue, null>;
}

function isSame({ name, value }: Declared, { effect, value: given }: LastSetting): boolean {
  const of = reference(`Set-${effect.noun}`) ?? reference(effect.command.cmdlet);
  const about = of && (parameter(of, name) ?? creationParameter(effect.noun, name));
  return about === undefined || sameValue(valueRule(about), value, given);
}

function creationParameter(noun: string, name: string): NamedParameter | undefined {
  const of = reference(`New-${noun}`);
  return of && parameter(of, name);
}

/** A value that the runbook leaves otherwise than the spec declares it. */
interface Difference {
  readonly declared: Declared;
  readonly last: LastSetting;
  readonly object: DeclaredObject;
}

function different({ declared: { key, name, place, value }, last, object }: Difference, about: About): Finding {
  const { effect, written } = last;
  const is = code(shown(last.value ?? null));
  const wants = code(shown(value));
  const setting = code(`-${name}`);
  const { verb, noun } = effect.command;
  const other = `${verb === 'Enable' ? 'Disable' : 'Enable'}-${noun}`;
  const edits = written
    ? changed(about, effect, written, joined(effect.noun, name, value))
    : rewritten(about, effect.command, [{ at: effect.command.at, insert: other }]);
  return {
    at: last.at,
    message: object.name
      ? say`The runbook leaves ${setting} of ${code(object.name)} at ${is}, and the spec declares ${wants}. Change one of them.`
      : say`The runbook leaves ${setting} at ${is}, and the spec declares ${wants}. Change one of them.`,
    related: [{ at: place.at, message: say`The spec declares ${wants} here.` }],
    fixes: [
      ...fix(say`Change the command to what the spec declares`, edits),
      last.value === null || last.value === undefined
        ? { title: say`Remove ${code(key)} from the spec`, safety: 'review', edits: [remove(place.path)] }
        : { title: say`Change the spec to ${is}`, safety: 'review', edits: [set(place.path, last.value)] },
    ],
  };
}

/** The same value of several objects. What is right for one of them may be wrong for the next, so the command stays as it is. */
function allDifferent(differences: readonly [Difference, ...Difference[]]): Finding {
  const [{ declared, last, object }, ...others] = differences;
  const value = last.value ?? undefined;
  const is = code(shown(value ?? null));
  const setting = code(`-${declared.name}`);
  const edits = differences.map(({ declared: { place } }) =>
    value === undefined ? remove(place.path) : set(place.path, value),
  );
  return {
    at: last.at,
    message: say`The runbook leaves ${setting} of ${code(object.name ?? GLOBAL)} and ${others.length} more at ${is}, and the spec declares another value. Change one of them.`,
    related: differences
      .slice(0, MOST)
      .map(({ declared: { place } }) => ({ at: place.at, message: say`The spec declares another value here.` })),
    fixes: [{ title: say`Change the spec for all of them`, safety: 'review', edits }],
  };
}

/** Whether an object that the runbook makes surely gets another value, because no command gives it the declared one. */
function isLeftOut({ name, value }: Declared, { by }: ObjectOutcome, { catalog, server }: About): boolean {
  if (by?.action !== 'create') return false;
  const known = creationParameter(by.noun, name);
  if (known === undefined || known.mandatory !== undefined || known.disputed?.includes('default')) return false;
  if (server && versionGap(catalog, [known], server)) return false;
  const rule = valueRule(known);
  const shell = server && catalog.products[server.product].parametersOf;
  const usual = shell ? defaultOn(known, shell) : known.default;
  if (usual !== undefined) return !sameValue(rule, value, usual);
  return rule.kind === 'text' && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function incomplete(by: Effect, missing: readonly Declared[], about: About): Finding {
  const names = codes(missing.map(({ name }) => `-${name}`));
  const values = missing.map(({ name, value }) => [name, joined(by.noun, name, value)] as const);
  const rest = { cmdlet: '', parameters: Object.fromEntries(values) };
  const end = by.command.whole.end;
  const completed = refusal(rest)
    ? undefined
    : rewritten(about, by.command, [{ at: { start: end, end }, insert: render(rest) }]);
  return {
    at: by.nameAt,
    message: say`${code(by.name)} is made without ${names}, and no later command gives what the spec declares. Complete the command, or change the spec.`,
    related: missing
      .slice(0, 5)
      .map(({ place, key }) => ({ at: place.at, message: say`The spec declares ${code(key)} here.` })),
    fixes: [
      ...fix(say`Complete the command`, completed),
      ...fix(
        say`Remove ${codes(missing.map(({ key }) => key))} from the spec`,
        missing.map(({ place }) => remove(place.path)),
      ),
    ],
  };
}

/** A declared switch that the runbook turns off by turning on another one, with which it never goes. */
function* excluded({ name, key, place, value }: Declared, { settings }: ObjectOutcome): Iterable<Finding> {
  if (value !== true) return;
  for (const [other, { effect, value: given, at }] of settings) {
    const of = reference(effect.command.cmdlet);
    const isSwitch = (one: string) => of !== undefined && parameter(of, one)?.type === 'SwitchParameter';
    if (given !== true || !isSwitch(other) || !isSwitch(name)) continue;
    if (of === undefined || mixedParameters(of, [name, other]) === undefined) continue;
    yield {
      at,
      message: say`${code(`-${other}`)} rules out ${code(key)}, which the spec declares. Change one of them.`,
      related: [{ at: place.at, message: say`The spec declares ${code(key)} here.` }],
      fixes: [{ title: say`Change the spec to ${code(false)}`, safety: 'review', edits: [set(place.path, false)] }],
    };
  }
}

/** Gives a parameter of a command another value; nothing where that cannot be said. */
function changed(
  about: About,
  { command }: Effect,
  written: Parameter | undefined,
  value: CommandValue,
): readonly SpecEdit[] | undefined {
  const parameters = { Value: value };
  if (written === undefined || refusal({ cmdlet: '', parameters })) return undefined;
  const insert = render({ cmdlet: '', parameters }).replace(' -Value ', '');
  const { at, valueAt } = written;
  // A switch takes its value only after a colon.
  const edit = valueAt ? { at: valueAt, insert } : { at: { start: at.end, end: at.end }, insert: `:${insert}` };
  return rewritten(about, command, [edit]);
}

/** A list as the parameter takes it: some want one text. */
function joined(noun: string, name: string, value: CommandValue): CommandValue {
  const known = creationParameter(noun, name);
  return Array.isArray(value) && known && valueRule(known).list === 'comma-string' ? value.join(',') : value;
}

function shown(value: SettingValue): string {
  return value === null ? '$null' : String([value].flat().join(', '));
}

/** What is about a provider that has to go has a rule of its own. */
function isEnded({ noun, naming, settings }: Effect, { catalog, asOf }: About): boolean {
  if (noun !== 'CsPublicProvider' || typeof naming?.value !== 'string') return false;
  const proxy = settings.find(({ name }) => name === 'ProxyFqdn')?.value;
  const names = { identity: naming.value, proxyFqdn: typeof proxy === 'string' ? proxy : undefined };
  const id = providerOnServer(catalog, names, asOf);
  return id !== undefined && /^end/.test(serviceStatus(catalog, catalog.providers[id], asOf));
}

function fix(title: Message | undefined, edits: readonly SpecEdit[] | undefined): readonly Fix[] {
  return title && edits ? [{ title, safety: 'review', edits }] : [];
}
