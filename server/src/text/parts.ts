/** A text, and those of the files that it extends: one behind the other, so that a place in any of them is a place in all of it. */
export interface TextPart {
  /** Of the file, with forward slashes; '' where nobody looked for others. */
  readonly path: string;
  /** Where it stands in the whole. */
  readonly start: number;
  readonly text: string;
  /** Why there is no text. */
  readonly fault?: PartFault;
}

/** Why a file that a spec extends is none. */
export type PartFault = (typeof partFaults)[number];

/** What whoever reads files can say of one. */
export const partFaults = ['missing', 'outside', 'unreadable', 'too-large', 'too-many', 'cycle'] as const;

/** Stands in no text that a person writes. */
const MARK = '\0';

/** Whether a text has others behind it. */
export function hasParts(text: string): boolean {
  return text.includes(MARK);
}

/** Where the text begins, as far as it matters, in which a place lies. */
export function partAt(whole: string, offset: number): number {
  return whole.lastIndexOf(MARK, offset);
}

/** One text of a file with others behind it. */
export function joined(text: string, path: string, parts: readonly Omit<TextPart, 'start'>[]): string {
  const all = [...parts, { path, text: '', fault: 'cycle' } as const];
  return text + all.map((part) => `\n${MARK}${part.fault ?? ''} ${part.path}\n${part.text}`).join('');
}

/** The text, and those behind it. */
export function split(whole: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let head: Pick<TextPart, 'path' | 'fault'> = { path: '' };
  let start = 0;
  for (const match of whole.matchAll(HEAD)) {
    parts.push({ ...head, start, text: whole.slice(start, match.index) });
    const [line, why = '', path = ''] = match;
    const fault = partFaults.find((known) => known === why);
    head = { path, ...(fault && { fault }) };
    start = match.index + line.length;
  }
  parts.push({ ...head, start, text: whole.slice(start) });
  const [first] = parts;
  const own = parts.at(-1);
  // What leads back to the first one says what that is called.
  if (first && own?.fault === 'cycle') parts[0] = { ...first, path: own.path };
  return parts;
}

const HEAD = /\r?\n\0([a-z-]*) ([^\r\n]*)\r?\n/g;
