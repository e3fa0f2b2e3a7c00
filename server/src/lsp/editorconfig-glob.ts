/** Whether a path, relative to the folder of an `.editorconfig`, is meant by the name of a section. */
export function matchesGlob(glob: string, path: string): boolean {
  if (glob.length > LONGEST) return false;
  const anchored = glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`;
  return choices(piecesOf(anchored)).some((pieces) => matches(pieces, path));
}

/** What a section may be named at the longest, and how many names its braces may stand for here. */
const LONGEST = 1024;
const MOST_CHOICES = 256;

/** The pieces that mean something; all others stand for themselves. */
function piecesOf(glob: string): readonly string[] {
  const pieces = glob.matchAll(/^\*\*\/|\/\*\*\/|\*+|\[(?:\\.|[^/\\\]])+\]|\{[+-]?\d+\.\.[+-]?\d+\}|\\.|./gsu);
  return [...pieces].map(([piece]) => piece);
}

/** What braces leave a choice of, as pieces without them; none where there are too many. */
function choices(pieces: readonly string[]): readonly (readonly string[])[] {
  let found = [pieces];
  for (;;) {
    const next = found.flatMap(chosen);
    if (next.length > MOST_CHOICES) return [];
    if (next.length === found.length) return found;
    found = next;
  }
}

/** The pieces with each choice of their first braces; braces with nothing to choose from stand for themselves. */
function chosen(pieces: readonly string[]): readonly (readonly string[])[] {
  const { from, commas, to } = firstBraces(pieces);
  if (from === undefined || to === undefined) return [pieces];
  const bounds = [from, ...commas, to];
  return bounds.slice(1).map((end, i) => {
    const inside = pieces.slice((bounds[i] ?? 0) + 1, end);
    return [...pieces.slice(0, from), ...inside, ...pieces.slice(to + 1)];
  });
}

interface Braces {
  readonly from?: number;
  readonly commas: readonly number[];
  readonly to?: number;
}

/** The first braces that have a comma of their own. */
function firstBraces(pieces: readonly string[]): Braces {
  const open: { readonly from: number; readonly commas: number[] }[] = [];
  const found: Braces[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece === '{') open.push({ from: i, commas: [] });
    else if (piece === ',') open.at(-1)?.commas.push(i);
    else if (piece === '}') {
      const braces = open.pop();
      if (braces && braces.commas.length > 0) found.push({ ...braces, to: i });
    }
  }
  return found.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))[0] ?? { commas: [] };
}

/** Follows all ways through a path at once, so that no pattern takes long. */
function matches(pieces: readonly string[], path: string): boolean {
  let places: ReadonlySet<number> = new Set([0]);
  for (const piece of pieces) places = new Set([...places].flatMap((place) => behind(piece, path, place)));
  return pieces.length > 0 && places.has(path.length);
}

/** The places that a piece leads to from a place. */
function behind(piece: string, path: string, place: number): readonly number[] {
  const range = /^\{([+-]?\d+)\.\.([+-]?\d+)\}$/.exec(piece);
  if (range) return behindNumber(path, place, [Number(range[1]), Number(range[2])]);
  const rest = Array.from({ length: path.length - place + 1 }, (_, i) => place + i);
  const behindFolders = rest.filter((at) => at > place && path[at - 1] === '/');
  if (piece === '**/') return [place, ...behindFolders];
  if (piece === '/**/') return path[place] === '/' ? behindFolders : [];
  if (piece.startsWith('**')) return rest;
  const slash = path.indexOf('/', place);
  if (piece === '*') return slash < 0 ? rest : rest.filter((at) => at <= slash);
  const character = String.fromCodePoint(path.codePointAt(place) ?? 0);
  return place < path.length && isMeant(piece, character) ? [place + character.length] : [];
}

/** A number with a zero before it is none that a range counts. */
function behindNumber(path: string, place: number, bounds: readonly number[]): readonly number[] {
  const written = /^[+-]?(?:0(?!\d)|[1-9]\d*)/.exec(path.slice(place))?.[0];
  const isWithin = Math.min(...bounds) <= Number(written) && Number(written) <= Math.max(...bounds);
  return written !== undefined && isWithin ? [place + written.length] : [];
}

/** Whether a piece that stands for one character stands for this one. */
function isMeant(piece: string, character: string): boolean {
  if (piece === '?') return character !== '/';
  const [set, not, members = ''] = /^\[(!?)(.+)\]$/su.exec(piece) ?? [];
  if (set === undefined) return character === piece.replace(/^\\(?=.)/su, '');
  const isMember = [...members.matchAll(/([^\\])-([^\\])|\\?(.)/gsu)].some(([, from, to, one]) =>
    from === undefined || to === undefined ? one === character : from <= character && character <= to,
  );
  return character !== '/' && isMember === (not === '');
}
