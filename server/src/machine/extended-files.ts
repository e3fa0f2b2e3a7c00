import { namedIn, placeNamed } from '../spec/extended.ts';
import { derived } from '../text/derived.ts';
import { attempt } from '../text/failure.ts';
import { hasParts, joined, type PartFault } from '../text/parts.ts';
import { readYaml } from '../yaml/blocks.ts';
import { MOST_BYTES } from './sizes.ts';

/** A file as it is, or why it is none. */
export type ReadPart<Read> = (path: string) => Promise<Read | PartFault>;

/** A text with all that it extends. */
export interface WithExtended<Read> {
  readonly text: string;
  /** The files that were read, by their paths. */
  readonly files: ReadonlyMap<string, Read>;
}

/** Reads the files that the spec at a path extends, and those that these extend: each once, and no more than anybody shares. */
export async function withExtended<Read extends { readonly text: string }>(
  text: string,
  own: string,
  read: ReadPart<Read>,
): Promise<WithExtended<Read>> {
  const files = new Map<string, Read>();
  const named = text.includes('extends') && !hasParts(text) && !/\p{Cc}/u.test(own) ? namesIn({ text }) : [];
  if (named.length === 0) return { text, files };
  const found = new Map<string, Read | PartFault>();
  let size = text.length;
  const look = async (names: readonly string[], from: string): Promise<void> => {
    for (const path of names.flatMap((name) => placeNamed(from, name) ?? [])) {
      if (found.has(path) || path === own) continue;
      const one = found.size >= MOST_FILES ? 'too-many' : await read(path);
      if (typeof one === 'string') found.set(path, one);
      else if (hasParts(one.text)) found.set(path, 'unreadable');
      else if (size + one.text.length > MOST_BYTES.text) found.set(path, 'too-large');
      else {
        found.set(path, one);
        files.set(path, one);
        size += one.text.length;
        await look(namesIn(one), path);
      }
    }
  };
  await look(named, own);
  const parts = [...found].map(([path, one]) =>
    typeof one === 'string' ? { path, text: '', fault: one } : { path, text: one.text },
  );
  return { text: joined(text, own, parts), files };
}

/** The files that one names as those that it extends. One that is read again and again is looked through once. */
const namesIn = derived(({ text }: { readonly text: string }): readonly string[] => {
  if (!text.includes('extends')) return [];
  const named = attempt('yaml', [], () => namedIn(readYaml(text, undefined).root)) ?? [];
  return named.map(({ name }) => name);
});

/** Files past which nobody shares on purpose. */
const MOST_FILES = 32;
