import { defaultOn, type NamedParameter, parameter, cmdlet as reference } from '../catalog/cmdlets.ts';
import { mixedParameters } from '../catalog/parameter-sets.ts';
import { sameValue } from '../catalog/same-value.ts';
import { valueRule } from '../catalog/value-rules.ts';
import {
  type DeclaredNoun,
  type DeclaredObject,
  declaredObjects,
  isNaming,
  isNote,
} from '../cmdlets/declared-objects.ts';
import { type Effect, effectsOf, type SettingValue } from '../cmdlets/effect.ts';
import { lateRemovals } from '../cmdlets/late-removals.ts';
import { type LastSetting, type ObjectOutcome, outcomesOf } from '../cmdlets/outcome.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import type { Place, Spec } from '../spec/model.ts';
import { fieldOf, plainValue } from '../spec/noun-sections.ts';
import type { Grounds } from './grounds.ts';
import { isOfEndedProvider } from './public-providers.ts';
import { type ServerVersion, shellServer, versionGap } from './version-gap.ts';

/** Where a runbook leaves the objects of one noun otherwise than the spec declares them. */
export interface Contradictions {
  readonly declared: DeclaredNoun;
  /** Objects that the spec does not have. */
  readonly undeclared: readonly UndeclaredObject[];
  /** Declared objects that are gone in the end; what one command does to several of them stands together. */
  readonly removed: readonly Several<RemovedObject>[];
  /** Values that commands give, likewise. */
  readonly different: readonly Several<DifferentValue>[];
  /** Values that nobody gives to an object that is made. */
  readonly leftOut: readonly LeftOut[];
  /** Switches that another switch turns off. */
  readonly excluded: readonly ExcludedSwitch[];
  /** Names of declared objects that no command touches. */
  readonly untouched: () => readonly string[];
}

export type Several<T> = readonly [T, ...T[]];

export interface UndeclaredObject {
  readonly key: string;
  readonly end: ObjectOutcome;
}

export interface RemovedObject {
  readonly by: Effect;
  readonly object: DeclaredObject;
}

export interface DifferentValue {
  readonly declared: DeclaredValue;
  readonly last: LastSetting;
  readonly object: DeclaredObject;
}

export interface LeftOut {
  readonly by: Effect;
  readonly values: readonly DeclaredValue[];
}

export interface ExcludedSwitch {
  readonly declared: DeclaredValue;
  /** The switch that rules it out. */
  readonly by: LastSetting;
}

/** A value of the spec with the parameter that it is for. */
export interface DeclaredValue {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  readonly value: Exclude<SettingValue, null>;
}

/** What contradicts the spec after all commands have run, noun by noun. */
export function contradictions(
  spec: Spec,
  context: Grounds & { readonly runbook: readonly RunbookCommand[] },
): readonly Contradictions[] {
  const { catalog, runbook } = context;
  if (runbook.length === 0) return [];
  const objects = declaredObjects(spec);
  const effects = effectsOf(runbook, objects);
  // Those have a rule of their own, as providers have whose service ends.
  const late = new Set(lateRemovals(effects, catalog).map(({ removal }) => removal));
  const server = shellServer(spec, catalog);
  return [...outcomesOf(effects)].flatMap(([noun, outcome]) => {
    const declared = objects.get(noun);
    if (declared === undefined) return [];
    const undeclared: UndeclaredObject[] = [];
    const removed: RemovedObject[] = [];
    const found: Found = { different: [], leftOut: [], excluded: [] };
    for (const [key, end] of outcome.objects) {
      const object = declared.objects.get(key);
      const isOfEnded = end.by !== undefined && isOfEndedProvider(end.by, context);
      if (object === undefined) {
        if (!isOfEnded) undeclared.push({ key, end });
      } else if (end.by?.action !== 'remove') compare(end, object, { declared, catalog, server, found });
      else if (!late.has(end.by) && !isOfEnded) removed.push({ by: end.by, object });
    }
    return {
      ...found,
      declared,
      undeclared,
      removed: byCommand(removed, ({ by }) => by),
      different: byCommand(
        found.different,
        ({ last }) => last.effect,
        ({ declared: { name } }) => name,
      ),
      untouched: () =>
        [...declared.objects].flatMap(([key, { name }]) => (outcome.objects.has(key) ? [] : (name ?? []))),
    };
  });
}

/** The parameter by which an object of the noun gets a value when it is made. */
export function creationParameter(noun: string, name: string): NamedParameter | undefined {
  const of = reference(`New-${noun}`);
  return of && parameter(of, name);
}

function byCommand<T>(all: readonly T[], effectOf: (one: T) => Effect, partOf: (one: T) => string = () => '') {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const { command, key, isSweep } = effectOf(one);
    const id = `${command.at.start} ${isSweep ? '' : key} ${partOf(one)}`;
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return [...groups.values()];
}

interface Found {
  readonly different: DifferentValue[];
  readonly leftOut: LeftOut[];
  readonly excluded: ExcludedSwitch[];
}

interface Comparison extends Pick<Grounds, 'catalog'> {
  readonly declared: DeclaredNoun;
  readonly server: ServerVersion | undefined;
  readonly found: Found;
}

/** Holds the values of a declared object against those it gets, also by default. */
function compare(end: ObjectOutcome, object: DeclaredObject, comparison: Comparison): void {
  const { declared, found } = comparison;
  const values: DeclaredValue[] = [];
  for (const [key, name] of declared.section.parameters) {
    const place = isNaming(name) || isNote(name) ? undefined : fieldOf(object.place, key);
    const value = place && plainValue(place);
    if (place === undefined || value === undefined) continue;
    const wanted = { key, name, place, value };
    const last = end.settings.get(name);
    if (last === undefined) {
      if (isLeftOut(wanted, end, comparison)) values.push(wanted);
      else found.excluded.push(...excluded(wanted, end));
    } else if (last.value !== undefined && !isSame(wanted, last)) {
      found.different.push({ declared: wanted, last, object });
    }
  }
  if (end.by && values.length > 0) found.leftOut.push({ by: end.by, values });
}

function isSame({ name, value }: DeclaredValue, { effect, value: given }: LastSetting): boolean {
  const of = reference(`Set-${effect.noun}`) ?? effect.command.known;
  const known = of && (parameter(of, name) ?? creationParameter(effect.noun, name));
  return known === undefined || sameValue(valueRule(known), value, given);
}

/** Whether an object that the runbook makes surely gets another value, because no command gives it the declared one. */
function isLeftOut(
  { name, value }: DeclaredValue,
  { by }: ObjectOutcome,
  { catalog, server }: Pick<Comparison, 'catalog' | 'server'>,
): boolean {
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

/** A declared switch that the runbook turns off by turning on another one, with which it never goes. */
function excluded(declared: DeclaredValue, { settings }: ObjectOutcome): readonly ExcludedSwitch[] {
  if (declared.value !== true) return [];
  return [...settings.values()].flatMap((by) => {
    const { known } = by.effect.command;
    if (by.value !== true || known === undefined) return [];
    const isSwitch = (name: string) => parameter(known, name)?.type === 'SwitchParameter';
    if (!isSwitch(by.name) || !isSwitch(declared.name)) return [];
    return mixedParameters(known, [declared.name, by.name]) ? [{ declared, by }] : [];
  });
}
