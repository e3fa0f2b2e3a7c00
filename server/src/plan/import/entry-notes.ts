import { codes, inEnglish, type Message, say } from '../../text/message.ts';
import type { SpecEntry } from './entry.ts';
import { type FoundObject, sourceLine } from './found.ts';
import { titleOf } from './left-notes.ts';

/** An object, and what it is in the spec. */
export interface ReadEntry {
  readonly entry: SpecEntry;
  readonly object: FoundObject;
}

/** What of objects is no part of the spec; what is true of several in a file is said once. */
export function entryNotes(read: readonly ReadEntry[]): readonly Message[] {
  const alike = new Map<string, Alike>();
  const add = (object: FoundObject, name: string, what: Pick<Alike, 'reason' | 'plumbing'>) => {
    const key = [
      object.source,
      what.reason && inEnglish(what.reason),
      ...(what.plumbing ?? [name.replace(/^.* /, '')]),
    ].join(' ');
    const before = alike.get(key);
    if (before) before.names.push(name);
    else alike.set(key, { ...what, first: object, names: [name] });
  };
  for (const { entry, object } of read) {
    const title = titleOf(object);
    for (const { property, reason } of entry.left) add(object, `${title} ${property}`, { reason });
    if (entry.plumbing.length > 0) add(object, title, { plumbing: entry.plumbing });
  }
  return [...alike.values()].map(noteOn);
}

interface Alike {
  readonly first: FoundObject;
  readonly names: string[];
  /** Why a property is no part of the spec; absent where PowerShell added some. */
  readonly reason?: Message;
  readonly plumbing?: readonly string[];
}

function noteOn({ first, names, reason, plumbing = [] }: Alike): Message {
  const [place, isOne] = [sourceLine(first), names.length === 1];
  if (reason === undefined)
    return isOne
      ? say`${place}: ${codes(names)} goes without ${codes(plumbing)}, which PowerShell adds to it.`
      : say`${place}: ${codes(names)} go without ${codes(plumbing)}, which PowerShell adds to them.`;
  return isOne
    ? say`${place}: ${codes(names)} is kept as a comment. ${reason}`
    : say`${place}: ${codes(names)} are kept as comments. ${reason}`;
}
