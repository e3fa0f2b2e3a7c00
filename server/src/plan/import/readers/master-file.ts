/** A record of a DNS master file as it is written: RFC 1035, section 5. */
export interface ZoneRecord {
  /** Counted from one, as the last one is. */
  readonly line: number;
  readonly last: number;
  /** In full, without a dot at its end. */
  readonly name: string;
  readonly type: string;
  /** Names in it are in full where `fullName` was asked. */
  readonly data: readonly string[];
  /** What stands behind it. */
  readonly comment: string | undefined;
  /** Whether a comment above says that it is of the inner zone. */
  readonly isInner: boolean;
  /** Makes a name in the data full. */
  fullName(name: string): string;
}

/** What was made of all records of a text, and the directives nobody followed. */
export interface MasterFile<T> {
  readonly records: readonly T[];
  readonly unfollowed: readonly { readonly line: number; readonly text: string }[];
  /** The line of the first name that is not in full where nobody says below which domain. */
  readonly homeless: number | undefined;
}

/** Reads a text as a master file, `origin` being the domain that it does not name itself; of each record is kept what is made of it. */
export function readMasterFile<T>(
  text: string,
  origin: string | undefined,
  make: (record: ZoneRecord) => T | undefined,
): MasterFile<T> {
  const records: T[] = [];
  const unfollowed: { line: number; text: string }[] = [];
  let home = origin;
  let owner: string | undefined;
  let homeless: number | undefined;
  for (const { line, last, words, isIndented, comment, isInner } of entriesOf(text)) {
    const below = home;
    const fullName = (name: string): string => {
      if (name.endsWith('.')) return name.slice(0, -1);
      if (name === '@') return below ?? '';
      return below === undefined || below === '' ? name : `${name}.${below}`;
    };
    const [first = '', ...rest] = words;
    const owned = (name: string): string => {
      if (below === undefined && !name.endsWith('.')) homeless ??= line;
      return fullName(name);
    };
    const directive = first.toUpperCase();
    if (directive === '$ORIGIN') home = owned(rest[0] ?? '');
    else if (directive === '$INCLUDE' || directive === '$GENERATE') unfollowed.push({ line, text: words.join(' ') });
    else if (!directive.startsWith('$')) {
      if (!isIndented) owner = owned(first);
      const [type, ...data] = withoutTimes(isIndented ? words : rest);
      if (type === undefined || owner === undefined) continue;
      const record = make({ line, last, name: owner, type: type.toUpperCase(), data, comment, isInner, fullName });
      if (record !== undefined) records.push(record);
    }
  }
  return { records, unfollowed, homeless };
}

/** The words from the type on: time to live, class and the age that Windows notes may stand before it. */
function withoutTimes(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !/^(?:\d[\dsmhdw]*|IN|CH|HS|CS|\[AGE:\d+\])$/i.test(word));
  return start < 0 ? [] : words.slice(start);
}

interface Entry {
  readonly line: number;
  last: number;
  readonly words: string[];
  readonly isIndented: boolean;
  readonly isInner: boolean;
  comment: string | undefined;
}

/** A comment of its own line that tells which zone all below it are of. */
const VIEW = /^\s*view: (public|internal)\s*$/;

/** One word, a quoted text, a bracket, a comment, or the end of a line. */
const PART = /"((?:[^"\\\n]|\\.)*)"|([()])|;([^\n]*)|(\n)|((?:[^\s"();\\]|\\.)+)|[^\S\n]+|./gs;

/** Entries, each from its first word to the end of its line, or of the last line within brackets. */
function* entriesOf(text: string): Generator<Entry> {
  let line = 1;
  let depth = 0;
  let entry: Entry | undefined;
  let view = 'public';
  for (const part of text.matchAll(PART)) {
    const [whole, quoted, bracket, comment, lineEnd, bare] = part;
    const word = quoted ?? bare;
    if (bracket !== undefined) depth = Math.max(0, depth + (bracket === '(' ? 1 : -1));
    else if (lineEnd !== undefined) {
      line++;
      if (depth > 0) continue;
      if (entry !== undefined) yield entry;
      entry = undefined;
    } else if (word !== undefined) {
      entry ??= {
        line,
        last: line,
        words: [],
        isIndented: /[ \t]/.test(text[lineStart(text, part.index)] ?? ''),
        isInner: view === 'internal',
        comment: undefined,
      };
      entry.last = line;
      entry.words.push(word.replace(/\\(\d{3}|.)/gs, unescaped));
    } else if (comment !== undefined && entry !== undefined && depth === 0) entry.comment = comment.trim() || undefined;
    else if (comment !== undefined) view = VIEW.exec(comment)?.[1] ?? view;
    else line += whole.split('\n').length - 1;
  }
  if (entry !== undefined) yield entry;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function unescaped(_: string, digits: string): string {
  return digits.length === 3 ? String.fromCharCode(Number(digits)) : digits;
}
