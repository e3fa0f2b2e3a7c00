import { type DeclaredNoun, isNaming } from '../cmdlets/declared-objects.ts';
import { GLOBAL, type SettingValue } from '../cmdlets/effect.ts';
import { isList } from '../spec/noun-sections.ts';
import { isPartlyUnreadable } from '../spec/unreadable.ts';
import { nearest } from '../text/near.ts';
import type { Contradictions, UndeclaredObject } from './contradictions.ts';
import type { GroundsWithFaults } from './grounds.ts';
import { readScope } from './policies.ts';

/** Whether an object could stand in the list of its kind: there is one, and all of it could be read. */
export function mayBeDeclared(
  key: string,
  { section, place, complete }: DeclaredNoun,
  { faults }: Pick<GroundsWithFaults, 'faults'>,
): boolean {
  const { path } = section;
  if (!isList(place) || !complete || key === GLOBAL || readScope(key).kind === 'other') return false;
  return !isPartlyUnreadable(faults, path);
}

/** The name in the spec that was meant. Of many names that nobody touches none was: the runbook is about others. */
export function meantName(name: string, { untouched }: Pick<Contradictions, 'untouched'>): string | undefined {
  const names = untouched();
  return names.length > FEW ? undefined : nearest(name, names);
}

const FEW = 20;

/** What the spec would declare of an object, by key; nothing where a command leaves to the shell what it is. */
export function declarable(
  { section }: DeclaredNoun,
  { name, settings }: { readonly name: string } & Pick<UndeclaredObject['end'], 'settings'>,
): Readonly<Record<string, Exclude<SettingValue, null>>> | undefined {
  const entry: Record<string, Exclude<SettingValue, null>> = {};
  for (const [key, parameterName] of section.parameters) {
    const setting = settings.get(parameterName);
    if (isNaming(parameterName)) entry[key] = name;
    else if (setting?.value === undefined && setting !== undefined) return undefined;
    else if (setting?.value !== undefined && setting.value !== null) entry[key] = setting.value;
  }
  return entry;
}
