import { code, codes, type Message, say } from '../../text/message.ts';
import { hasPlaceholder } from '../../text/placeholder.ts';
import type { Value } from '../../yaml/edit.ts';
import { isList } from '../../yaml/write.ts';
import type { Setting } from '../kinds.ts';
import type { DraftEntry } from './draft.ts';
import { type SpecEntry, toEntry } from './entry.ts';
import { entryNotes, type ReadEntry } from './entry-notes.ts';
import { type FoundObject, sourceLine } from './found.ts';
import { titleOf } from './left-notes.ts';
import type { NounPlace } from './nouns.ts';
import { text } from './properties.ts';
import { distinct } from './remark.ts';

/** What is found of one noun. */
interface Settings {
  readonly entries: readonly DraftEntry[];
  readonly left: readonly FoundObject[];
  readonly notes: readonly Message[];
}

/** The entries of one noun; one that two files describe is there once. */
export function settingsOf(objects: readonly FoundObject[], place: NounPlace, setting: Setting): Settings {
  const byIdentity = new Map<string, ReadEntry>();
  const left: FoundObject[] = [];
  const notes: Message[] = [];
  const read: ReadEntry[] = [];
  for (const object of objects) {
    const entry = toEntry(object, place, setting);
    const identity = String(entry.value.domain ?? entry.value.identity ?? '').toLowerCase();
    const [another] = place.isList ? [] : byIdentity.keys();
    const isNameless = place.isList && identity === '';
    const isSecond = another !== undefined && another !== identity && identity !== '' && identity !== 'global';
    if (isNameless || isSecond || !hasOneScope(object, place)) {
      left.push(object);
      continue;
    }
    const before = byIdentity.get(identity);
    if (before && differs(before.entry.value, entry.value))
      notes.push(
        say`${sourceLine(object)}: ${code(titleOf(object))} was found before in ${sourceLine(before.object)} with other values; the later ones stand.`,
      );
    const value = before ? bothTold(before.entry.value, entry.value) : entry.value;
    const untold = entry.untold.filter((property) => before?.entry.untold.includes(property) !== false);
    const unknown = entry.unknown.filter((key) => before?.entry.unknown.includes(key) !== false);
    const comments = distinct([...(before?.entry.comments ?? []), ...entry.comments]);
    const origins = new Map([...(before?.entry.origins ?? []), ...entry.origins]);
    byIdentity.set(identity, { entry: { ...entry, value, untold, unknown, comments, origins }, object });
    read.push({ entry, object });
  }
  const told = [...byIdentity.values()];
  return {
    entries: told.map(({ entry }) => withUntold(entry)),
    left,
    notes: [...notes, ...entryNotes(read), ...told.flatMap(({ entry, object }) => untoldNote(entry, object))],
  };
}

/** What is told later stands; what is to be filled in stands only where neither tells it. */
function bothTold(before: SpecEntry['value'], after: SpecEntry['value']): SpecEntry['value'] {
  const [first, second] = [before, after].map((value) => Object.entries(value).filter(([, one]) => !isToFill(one)));
  const isToldOnce = [before, after].some((value) => !Object.values(value).some(isToFill));
  return { ...(isToldOnce ? {} : before), ...Object.fromEntries([...(first ?? []), ...(second ?? [])]) };
}

function isToFill(value: Value): boolean {
  return isList(value) ? value.some(hasPlaceholder) : hasPlaceholder(value);
}

function withUntold({ untold, ...entry }: SpecEntry): DraftEntry {
  return untold.length === 0
    ? entry
    : { ...entry, comments: [...entry.comments, [say`Not shown:`, ` ${untold.join(', ')}`]] };
}

function untoldNote({ untold }: SpecEntry, object: FoundObject): readonly Message[] {
  if (untold.length === 0) return [];
  return [
    say`${sourceLine(object)}: ${code(titleOf(object))} does not show ${codes(untold)}: what that is set to is not known, and no default.`,
  ];
}

/** Whether the object is the only one of its kind, where a spec has room for one alone and no key for which. */
function hasOneScope(object: FoundObject, { isList, schema }: NounPlace): boolean {
  return isList || schema.properties?.identity !== undefined || /^global$/i.test(text(object, 'Identity') ?? 'global');
}

function differs(before: Readonly<Record<string, Value>>, after: Readonly<Record<string, Value>>): boolean {
  return Object.entries(after).some(
    ([key, value]) => before[key] !== undefined && JSON.stringify(before[key]) !== JSON.stringify(value),
  );
}
