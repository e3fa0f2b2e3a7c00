import { applyEdits, inOrder, type TextEdit } from '../text/edit.ts';
import { LineTable } from '../text/lines.ts';

/** A line that edits have changed, counted from zero, and what stands on it now; nothing where something was taken out. */
export interface ChangedLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a text that edits change, as they are afterwards, each once. */
export function changedLines(text: string, edits: readonly TextEdit[]): readonly ChangedLine[] {
  const lines = new LineTable(applyEdits(text, edits));
  const found = new Map<number, ChangedLine>();
  let shift = 0;
  for (const { at, insert } of inOrder(edits)) {
    const lead = LEAD.exec(insert)?.[0].length ?? 0;
    const isRemoval = lead === insert.length;
    const line = lines.lineAt(at.start + shift + (isRemoval ? 0 : lead));
    shift += insert.length - (at.end - at.start);
    found.set(line, { line, text: isRemoval ? '' : lines.line(line).trim() });
  }
  return [...found.values()];
}

/** What comes before what is worth showing: white space, and the key of a section that begins. */
const LEAD = /^\s*(?:[\w.]+:\s*\n\s*)?/;
