import { inOrder, type TextEdit } from '../text/edit.ts';
import type { LineTable } from '../text/lines.ts';
import { placeholdersIn } from '../text/placeholder.ts';

/** The edits as snippets: each placeholder is a place to type at, and equal ones are typed at once. */
export function withTabStops(edits: readonly TextEdit[], lines: LineTable): readonly TextEdit[] {
  const stops = new Map<string, number>();
  return fromLineStarts(edits, lines).map(({ at, insert }) => ({ at, insert: snippet(insert, stops) }));
}

function snippet(text: string, stops: Map<string, number>): string {
  let result = '';
  let done = 0;
  for (const { start, end } of placeholdersIn(text)) {
    const words = text.slice(start, end);
    const stop = stops.get(words) ?? stops.size + 1;
    stops.set(words, stop);
    result += `${escaped(text.slice(done, start))}\${${stop}:${words}}`;
    done = end;
  }
  return result + escaped(text.slice(done));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * Clients indent the further lines of a snippet like the text before its place. Several lines therefore begin where no
 * text is before them, at the start of a line; edits that meet by that become one.
 */
function fromLineStarts(edits: readonly TextEdit[], lines: LineTable): readonly TextEdit[] {
  const done: TextEdit[] = [];
  for (const { at, insert } of inOrder(edits)) {
    let start = insert.includes('\n') ? lines.startOf(lines.lineAt(at.start)) : at.start;
    let from = at.start;
    let text = insert;
    for (let last = done.at(-1); last !== undefined && last.at.end > start; last = done.at(-1)) {
      text = last.insert + lines.text.slice(last.at.end, from) + text;
      from = last.at.start;
      start = Math.min(start, from);
      done.pop();
    }
    done.push({ at: { start, end: at.end }, insert: lines.text.slice(start, from) + text });
  }
  return done;
}
