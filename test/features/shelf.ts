import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { type Mention, mentionAt } from '../../server/src/features/runbook/objects.ts';
import type { Document, Place } from '../../server/src/features/workspace.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';

/** Several documents, and a cursor in one of them. */
export interface Shelf {
  readonly own: Document;
  readonly others: readonly Document[];
  readonly offset: number;
  /** What is named at the cursor. */
  readonly object: Mention | undefined;
}

/** Documents by their paths, with the cursor where `<|>` stands in a text of one of them. */
export function shelf(files: Readonly<Record<string, string>>, path: string, place: string): Shelf {
  const start = files[path]?.indexOf(place.replace('<|>', '')) ?? -1;
  if (start < 0 || !place.includes('<|>')) throw new Error(`${path} has no ${place}`);
  const offset = start + place.indexOf('<|>');
  const documents = Object.entries(files).map(([name, text]) => ({ path: name, analysis: read(name, text) }));
  const own = documents.find((one) => one.path === path);
  if (own === undefined) throw new Error(`there is no ${path}`);
  return { own, others: documents.filter((one) => one !== own), offset, object: mentionAt(own.analysis, offset) };
}

/** Places as `file line: text`. */
export function shown(places: readonly Place[]): readonly string[] {
  return places.map(({ document, at }) => {
    const { text, lines } = document.analysis;
    return `${document.path} ${lines.lineAt(at.start) + 1}: ${text.slice(at.start, at.end)}`;
  });
}

function read(path: string, text: string): Analysis {
  return analyze(text, path.endsWith('.ps1') ? SCRIPT : WITH_GRAMMAR);
}
