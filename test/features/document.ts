import { type Analysis, analyze, type Options } from '../../server/src/analyze.ts';
import type { Completion } from '../../server/src/features/completion/item.ts';
import { completion } from '../../server/src/features/completion.ts';
import type { Env } from '../../server/src/features/env.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { Range } from '../../server/src/text/range.ts';

/** A document with the cursor where `<|>` stood. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
  readonly analysis: Analysis;
}

export const ENGLISH: Env = { bundle: {} };

/** Reads a document with a cursor mark `<|>`. */
export function marked(source: string, options: Options = { asOf: '2014-05-01' }): Marked {
  const offset = source.indexOf('<|>');
  if (offset < 0) throw new Error('the document has no cursor mark <|>');
  const text = source.replace('<|>', '');
  return { text, offset, analysis: analyze(text, options) };
}

/** Everything that is offered at the cursor. */
export function offered(source: string, options?: Options): readonly Completion[] {
  const { analysis, offset } = marked(source, options);
  return completion(analysis, offset, ENGLISH);
}

/** The labels of what is offered at the cursor, in order. */
export function labels(source: string): readonly string[] {
  return offered(source).map(({ label }) => label);
}

/** The document after the completion of that label was taken; places to type stay as the snippet writes them. */
export function taken(source: string, label: string, options?: Options): string {
  const { text } = marked(source, options);
  const found = offered(source, options).filter((one) => one.label === label);
  if (found[0] === undefined) throw new Error(`${label} is not offered, but ${labels(source).join(', ')}`);
  return applyEdits(text, found.slice(0, 1));
}

/** The part of a text that a range covers. */
export function excerpt(text: string, at: Range | undefined): string | undefined {
  return at && text.slice(at.start, at.end);
}
