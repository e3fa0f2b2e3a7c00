/** Whether a path, relative to the folder of an `.editorconfig`, is meant by the name of a section. */
export function matchesGlob(glob: string, path: string): boolean {
  // A longer one would take long to find out about; the format does not ask for it.
  if (glob.length > 1024 || (glob.match(/\*+/g)?.length ?? 0) > MOST_STARS) return false;
  const anchored = glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`;
  const { pattern, ranges } = translated(anchored);
  const match = new RegExp(`^${pattern}$`, 'su').exec(path);
  return match !== null && ranges.every(([least, most], i) => isWithin(match[i + 1], least, most));
}

const MOST_STARS = 8;

type NumberRange = readonly [least: number, most: number];

/** The pieces that mean something; all others stand for themselves. */
const PIECE = /^\*\*\/|\/\*\*\/|\*+|\?|\[[^/\]]+\]|\{([+-]?\d+)\.\.([+-]?\d+)\}|\\.|[{},]|./gsu;

function translated(glob: string): { readonly pattern: string; readonly ranges: readonly NumberRange[] } {
  const ranges: NumberRange[] = [];
  const pieces = [...glob.matchAll(PIECE)];
  const braces = bracesOf(pieces.map(([piece]) => piece));
  const pattern = pieces.map(([piece, from, to], i) => {
    if (from !== undefined && to !== undefined) {
      ranges.push([Math.min(Number(from), Number(to)), Math.max(Number(from), Number(to))]);
      return '([+-]?\\d+)';
    }
    return braces.get(i) ?? WILDCARDS[piece] ?? characters(piece);
  });
  return { pattern: pattern.join(''), ranges };
}

const WILDCARDS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '/**/': '/(?:.*/)?',
  '*': '[^/]*',
  '?': '[^/]',
};

function characters(piece: string): string {
  if (piece.startsWith('**')) return '.*';
  const set = /^\[(!?)(.+)\]$/su.exec(piece);
  if (set === null) return escaped(piece.replace(/^\\(?=.)/su, ''));
  return `[${set[1] ? '^/' : ''}${[...(set[2] ?? '').matchAll(MEMBER)].map(([all, from, to]) => member(all, from, to)).join('')}]`;
}

const MEMBER = /(.)-(.)|./gsu;

/** A character of a set or a range of them; one that runs backwards is three characters. */
function member(all: string, from: string | undefined, to: string | undefined): string {
  const isRange = from !== undefined && to !== undefined && (from.codePointAt(0) ?? 0) <= (to.codePointAt(0) ?? 0);
  return isRange ? `${escaped(from)}-${escaped(to)}` : escaped(all).replaceAll('-', '\\-');
}

/** Braces around a choice, and the commas between; others stand for themselves. */
function bracesOf(pieces: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece === '{') open.push({ at: i, commas: [] });
    else if (piece === ',') open.at(-1)?.commas.push(i);
    else if (piece === '}') {
      const { at, commas = [] } = open.pop() ?? {};
      if (at === undefined || commas.length === 0) continue;
      found.set(at, '(?:').set(i, ')');
      for (const comma of commas) found.set(comma, '|');
    }
  }
  return found;
}

function isWithin(written: string | undefined, least: number, most: number): boolean {
  return written !== undefined && least <= Number(written) && Number(written) <= most;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
