import type { LinkedLine, LinkedText, PlaceInSpec } from '../../../protocol/methods.ts';
import { unmarked } from '../text/markdown.ts';
import { code, type Value } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { toRange } from './convert.ts';
import { fileNameOf } from './names.ts';
import type { Opened } from './opened.ts';

/** A card about a document as text, in which the places of the document that it names are links. */
export function linkedText(
  { uri, analysis: { lines } }: Pick<Opened, 'uri' | 'analysis'>,
  card: (inSpec: (at: Range) => Value) => string,
): LinkedText {
  const places = new Map<string, PlaceInSpec>();
  const file = fileNameOf(uri);
  const markdown = card((at) => {
    const { start } = toRange(lines, at);
    const name = `${file}:${start.line + 1}:${start.character + 1}`;
    places.set(name, start);
    return code(name);
  });
  return {
    lines: unmarked(markdown)
      .split('\n')
      .map((text) => linked(text, file, places)),
  };
}

/** A line names one place, if any; what looks like another one in what a document says is no link. */
function linked(text: string, file: string, places: ReadonlyMap<string, PlaceInSpec>): LinkedLine {
  const start = text.indexOf(`${file}:`);
  const name = start < 0 ? undefined : /^.*?:\d+:\d+/.exec(text.slice(start))?.[0];
  const to = name && places.get(name);
  return name && to ? { text, link: { start, end: start + name.length, to } } : { text };
}
