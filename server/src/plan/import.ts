import type { ProductId } from '../catalog/catalog.generated.ts';
import { type Bundle, code, ENGLISH, inEnglish, type Message, say } from '../text/message.ts';
import type { Path } from '../yaml/tree.ts';
import { assemble } from './import/assemble.ts';
import { shownAs } from './import/entry.ts';
import { type Found, type FoundObject, type Origin, sourceLine, type Unread } from './import/found.ts';
import { titleOf } from './import/left-notes.ts';
import { originAt } from './import/origins.ts';
import type { Remark } from './import/remark.ts';
import { type RepeatedLine, repeatedLines } from './import/repeated-lines.ts';
import { untoldIn } from './import/untold.ts';
import { specText } from './import/write.ts';

/** A spec made of what was found. */
export interface Imported {
  readonly text: string;
  /** How many sections and entries of lists it has, and how many objects and lines are left in it as comments. */
  readonly entries: number;
  readonly leftovers: number;
  /** What did not become part of it, or not as it was found. */
  readonly notes: readonly Message[];
  /** Where what stands at a path of it was found; nothing where that cannot be told. */
  originAt(path: Path): Origin | undefined;
  /** What nobody was shown: sections, keys of entries, records of names. */
  readonly untold: readonly Path[];
}

/** Writes the spec of a deployment. What the format cannot say stands in comments. */
export function importSpec(found: Found, product?: ProductId, bundle: Bundle = ENGLISH): Imported {
  const { draft, left, notes } = assemble(found, product);
  const sources = [...new Set([...found.objects, ...found.unread].map(({ source }) => source))];
  const top = [importedFrom(sources.join(', '), found.captured), ...found.comments];
  // A list of which it is known that it is empty says as much as an entry.
  const entries = [...draft.values()].reduce((all, list) => all + Math.max(list.length, 1), 0);
  return {
    text: specText(draft, { top, bottom: bottomOf(left, found.unread), bundle }),
    entries,
    leftovers: left.length + found.unread.length,
    notes: [...(found.notes ?? []), ...notes, ...repeatedLines(found.unread).map(unreadNote)],
    originAt: (path) => originAt(draft, path),
    untold: untoldIn(found, draft),
  };
}

/** How the spec says where it comes from. */
function importedFrom(sources: string, captured: string | undefined): Message {
  if (sources === '') return captured === undefined ? say`Imported` : say`Imported, captured ${captured}`;
  return captured === undefined ? say`Imported from ${sources}` : say`Imported from ${sources}, captured ${captured}`;
}

/** What there is to tell of an import, each sentence once: one may be true of many lines. */
export function once(notes: readonly Message[]): readonly Message[] {
  return [...new Map(notes.map((note) => [inEnglish(note), note])).values()];
}

/** What became of all that was found. */
export function outcomeOf({ entries, leftovers }: Pick<Imported, 'entries' | 'leftovers'>): Message {
  const all = entries === 1 ? say`The spec has 1 entry` : say`The spec has ${entries} entries`;
  if (leftovers === 0) return say`${all}.`;
  return leftovers === 1
    ? say`${all}; 1 object or line stands in it as a comment.`
    : say`${all}; ${leftovers} objects and lines stand in it as comments.`;
}

function unreadNote({ text, reason, times, ...origin }: RepeatedLine): Message {
  const [place, line] = [sourceLine(origin), code(shortened(text))];
  return times === 1
    ? say`${place}: ${line} is kept as a comment. ${reason}`
    : say`${place}: ${line}, which the file has ${times} times, is kept as a comment. ${reason}`;
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function bottomOf(left: readonly FoundObject[], unread: readonly Unread[]): readonly Remark[] {
  const objects = left.flatMap((object) => [
    '',
    `${titleOf(object)} (${sourceLine(object)})`,
    ...Object.entries(object.properties)
      .filter(([name, value]) => name !== 'Identity' && value !== null && value !== '')
      .map(([name, value]) => `  ${name}: ${shownAs(value)}`),
  ]);
  const lines = repeatedLines(unread).flatMap(({ text, reason, times, ...origin }) => [
    '',
    [sourceLine(origin), times === 1 ? '' : say` (${times} times)`, ': ', reason],
    ...text.split(/\r?\n/).map((line) => `  ${line}`),
  ]);
  return [
    ...(objects.length > 0 ? [say`A spec has no place for these:`, ...objects] : []),
    ...(objects.length > 0 && lines.length > 0 ? [''] : []),
    ...(lines.length > 0 ? [say`These could not be read, or not for certain:`, ...lines] : []),
  ];
}
