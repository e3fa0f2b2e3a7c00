import type { LinkedLine, LinkedText, PlaceInSpec } from '../../../protocol/methods.ts';
import { placesIn } from '../spec/placed.ts';
import { unmarked } from '../text/markdown.ts';
import { code, type Value } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { fileNameOf } from './names.ts';
import type { Opened } from './opened.ts';
import { toPlaceInSpec } from './places.ts';

/** A card about a document as text, in which the places of the document that it names are links. */
export function linkedText(
  opened: Pick<Opened, 'uri' | 'version' | 'extended' | 'analysis'>,
  card: (inSpec: (at: Range) => Value) => string,
): LinkedText {
  const places = new Map<string, PlaceInSpec>();
  const files = new Set<string>();
  const fileOf = placesIn(fileNameOf(opened.uri), opened.analysis.text);
  const markdown = card((at) => {
    const place = toPlaceInSpec(opened, at);
    const { path } = fileOf(at);
    const name = `${path}:${place.line + 1}:${place.character + 1}`;
    files.add(path);
    places.set(name, place);
    return code(name);
  });
  // The name of one may end as that of another.
  const byLength = [...files].toSorted((a, b) => b.length - a.length);
  return {
    lines: unmarked(markdown)
      .split('\n')
      .map((text) => linked(text, byLength, places)),
  };
}

/** A line names one place, if any; what looks like another one in what a document says is no link. */
function linked(text: string, files: readonly string[], places: ReadonlyMap<string, PlaceInSpec>): LinkedLine {
  for (const file of files) {
    const start = text.indexOf(`${file}:`);
    const name = start < 0 ? undefined : /^.*?:\d+:\d+/.exec(text.slice(start))?.[0];
    const to = name && places.get(name);
    if (name && to) return { text, link: { start, end: start + name.length, to } };
  }
  return { text };
}
