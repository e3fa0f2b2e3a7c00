/** What a pattern means beside what all patterns do. */
export interface GlobManner {
  /** Letters are the same in both cases. */
  readonly anyCase?: boolean;
  /** What stands for any text does not stand for a name that begins with a dot. */
  readonly shy?: boolean;
}

/**
 * Whether paths with forward slashes fit a pattern: `*` and `?` stand for text within a name, `**` for any folders, `[a-z]` for a
 * character, `{a,b}` for one of several, `{1..9}` for a number. All ways through a path are followed at once, so that no pattern
 * takes longer than the product of its length and that of the path.
 */
export function glob(pattern: string, { anyCase = false, shy = false }: GlobManner = {}): (path: string) => boolean {
  const cased = (text: string) => (anyCase ? text.toLowerCase() : text);
  const sequence = sequenceOf(cased(pattern));
  return (path) => sequence.length > 0 && new Way(cased(path), shy).through(sequence);
}

/** Characters past which a pattern is none that a person wrote. */
export const LONGEST_GLOB = 1024;

/** Parts of a pattern, one after the other: a piece of it, or a choice of sequences. */
type Sequence = readonly (string | readonly Sequence[])[];

/** Pieces that mean something; all others are one character, or one that a backslash makes stand for itself. */
const PIECE = /(?<![^/{,])\*\*\/|\/\*\*\/|\*+|\[(?:\\.|[^/\\\]])+\]|\{[+-]?\d{1,15}\.\.[+-]?\d{1,15}\}|\\.|./gsu;

function sequenceOf(pattern: string): Sequence {
  const pieces = [...pattern.matchAll(PIECE)].map(([piece]) => piece);
  const braces = bracesIn(pieces);
  const within = (from: number, to: number): Sequence => {
    const parts: (string | readonly Sequence[])[] = [];
    for (let i = from; i < to; i++) {
      const bounds = braces.get(i);
      if (bounds === undefined) parts.push(pieces[i] ?? '');
      else {
        parts.push(bounds.slice(1).map((bound, choice) => within((bounds[choice] ?? 0) + 1, bound)));
        i = bounds.at(-1) ?? i;
      }
    }
    return parts;
  };
  return within(0, pieces.length);
}

/** The places of the commas and the end of braces, by where they begin; those without a comma of their own stand for themselves. */
function bracesIn(pieces: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const open: number[][] = [];
  const found = new Map<number, readonly number[]>();
  for (const [i, piece] of pieces.entries()) {
    if (piece === '{') open.push([i]);
    else if (piece === ',') open.at(-1)?.push(i);
    else if (piece === '}') {
      const [start, ...commas] = open.pop() ?? [];
      if (start !== undefined && commas.length > 0) found.set(start, [start, ...commas, i]);
    }
  }
  return found;
}

type Places = ReadonlySet<number>;

/** The ways through one path. */
class Way {
  readonly #path: string;
  readonly #shy: boolean;

  constructor(path: string, shy: boolean) {
    this.#path = path;
    this.#shy = shy;
  }

  /** Whether a sequence stands for the whole path. */
  through(sequence: Sequence): boolean {
    return this.#behind(sequence, new Set([0])).has(this.#path.length);
  }

  /** Where a sequence may end that begins at one of these places. */
  #behind(sequence: Sequence, from: Places): Places {
    let places = from;
    for (const part of sequence) {
      if (places.size === 0) return places;
      if (typeof part === 'string') places = this.#behindPiece(part, places);
      else {
        const start = places;
        places = new Set(part.flatMap((choice) => [...this.#behind(choice, start)]));
      }
    }
    return places;
  }

  #behindPiece(piece: string, places: Places): Places {
    if (piece === '**/') return this.#behindFolders(places);
    if (piece === '/**/') return this.#behindFolders(this.#behindEach(places, '/'));
    if (piece.startsWith('*')) return this.#behindText(places, piece !== '*');
    const range = /^\{([^.]+)\.\.([^.]+)\}$/.exec(piece);
    if (range === null) return this.#behindEach(places, piece);
    const bounds = [Number(range[1]), Number(range[2])];
    return new Set([...places].flatMap((place) => this.#behindNumber(place, bounds)));
  }

  /** No folder, or some. */
  #behindFolders(places: Places): Places {
    const found = new Set(places);
    let isOpen = false;
    for (let at = 0; at < this.#path.length; at++) {
      isOpen = (isOpen || places.has(at)) && !this.#isHidden(at);
      if (isOpen && this.#path[at] === '/') found.add(at + 1);
    }
    return found;
  }

  /** Any text, within a name or over several. */
  #behindText(places: Places, overNames: boolean): Places {
    const found = new Set<number>();
    let isOpen = false;
    for (let at = 0; at <= this.#path.length; at++) {
      isOpen ||= places.has(at);
      if (isOpen) found.add(at);
      isOpen &&= (overNames || this.#path[at] !== '/') && !this.#isHidden(at);
    }
    return found;
  }

  /** One character. */
  #behindEach(places: Places, piece: string): Places {
    const found = new Set<number>();
    const isWild = piece === '?' || (piece.startsWith('[') && piece.length > 1);
    for (const place of places) {
      const character = String.fromCodePoint(this.#path.codePointAt(place) ?? 0);
      if (place >= this.#path.length || (isWild && this.#isHidden(place)) || !isMeant(piece, character)) continue;
      found.add(place + character.length);
    }
    return found;
  }

  /** A number with a zero before it is none that a range counts. */
  #behindNumber(place: number, bounds: readonly number[]): readonly number[] {
    const written = /^[+-]?(?:0(?!\d)|[1-9]\d*)/.exec(this.#path.slice(place))?.[0];
    const isWithin = Math.min(...bounds) <= Number(written) && Number(written) <= Math.max(...bounds);
    return written !== undefined && isWithin ? [place + written.length] : [];
  }

  /** Whether a name begins here that is passed over where nobody names it. */
  #isHidden(at: number): boolean {
    return this.#shy && this.#path[at] === '.' && (at === 0 || this.#path[at - 1] === '/');
  }
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
