import type { Range } from '../text/range.ts';
import { DOUBLE, isQuote } from './characters.ts';
import { behindBlanks, hereTextAt, quotedAt, type Source, type Token, tokenAt, type Word } from './tokens.ts';

/** Something that is open, closed too often or too deep, for which a whole text is not read. */
export interface Slip {
  readonly kind: 'quote' | 'bracket' | 'closing' | 'pipe' | 'comma' | 'ampersand' | 'depth';
  readonly at: Range;
}

/** A command as its tokens, whose first is its name. */
export interface WrittenCommand {
  /** The call operator, if there is one, else the name. */
  readonly start: number;
  /** Called by `&` or `.`, which take a name in quotes. */
  readonly called: boolean;
  readonly tokens: readonly Token[];
  /** Takes its input from what stands before it in a pipeline. */
  readonly piped: boolean;
  /** Runs only sometimes, or more than once. */
  readonly nested: boolean;
  /** The names of all commands of its pipeline, its own included. */
  readonly pipeline: readonly string[];
}

export interface Statements {
  /** In order, also those inside of brackets. */
  readonly commands: readonly WrittenCommand[];
  readonly slips: readonly Slip[];
}

/** The commands of a PowerShell text, read in one go as PowerShell reads it, and what does not add up in it. */
export function readStatements(text: string): Statements {
  return statementsAs(text, (command) => command);
}

/** The same with each command as what is made of it at once: the tokens of all commands together take many times the room of the text. */
export function statementsAs<T>(
  text: string,
  make: (command: WrittenCommand) => T | undefined,
): { readonly commands: readonly T[]; readonly slips: readonly Slip[] } {
  const made: { readonly start: number; readonly one: T }[] = [];
  const reader = new Reader(text, text.length, (command) => {
    const one = make(command);
    if (one !== undefined) made.push({ start: command.start, one });
  });
  const slips = reader.slips();
  return { commands: made.sort((a, b) => a.start - b.start).map(({ one }) => one), slips };
}

/** The tokens of a part of a text, by the rules for the arguments of a command. */
export function tokens(text: string, from = 0, to = text.length): readonly Token[] {
  const source = new Reader(text, to, () => {});
  const found: Token[] = [];
  for (let at = behindBlanks(source, from); at < to; ) {
    const token = tokenAt(source, at);
    found.push(token);
    at = token.kind === 'comma' ? behindLines(source, token.at.end) : behindBlanks(source, token.at.end);
  }
  return found;
}

/** Brackets within one another past which PowerShell is not read: people write ten, and a machine has limits, too. */
export const DEEPEST = 100;

/** Past so many characters, protected quotes are taken for what they are in brackets by themselves: an empty text. */
const MOST_COPIED = 100_000_000;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
const BRACKET = /[@$]?\(|@?\{|\[/y;

/** Words that open a statement with blocks of its own. */
const KEYWORD =
  /(?:if|elseif|else|switch|foreach|for|while|do|until|function|filter|workflow|try|catch|finally|trap|data|parallel|sequence|inlinescript|configuration|class|enum|using|param|dynamicparam|begin|process|end|clean)(?![^\s({])/iy;
/** Words before a pipeline. */
const LEAVING = /(?:return|throw|exit|break|continue)(?![^\s;|&(){},])/iy;
const LABEL = /:[A-Za-z_]\w*\s+/y;
const ASSIGNMENT = /(?:[-+*/%]|\?\?)?=/y;
const MERGING = /[*1-6]?>&[12]/y;
/** `foreach ($one in Get-CsPool)` */
const IN = /in(?![\p{L}\d_])/iuy;
/** What attributes may stand before. */
const DECLARING = /(?:param|function|filter|workflow|configuration|class|enum)(?=[\s(])/iy;
const NAME = /\$\{[^}]{0,300}\}|[$@]?[\p{L}_][\p{L}\d_]*/uy;

class Reader implements Source {
  text: string;
  to: number;
  readonly #keep: (command: WrittenCommand) => void;
  readonly #slips: Slip[] = [];
  /** What the brackets that are open will be closed with, the innermost last. */
  #open: string[] = [];
  #depth = 0;
  #nested = false;
  /** An expression ended where the statement begins that it is assigned. */
  #isAssigned = false;
  /** The first text in quotes that goes over a line's end: the likely place of a quote that is missing. */
  #longText: number | undefined;
  #openText: number | undefined;
  #tooDeep: number | undefined;
  /** Characters that were copied for the sake of quotes within texts. */
  #copied = 0;

  /** @param keep takes each command when its pipeline is read, those within brackets before what is around them */
  constructor(text: string, to: number, keep: (command: WrittenCommand) => void) {
    this.text = text;
    this.to = to;
    this.#keep = keep;
  }

  /** Reads all of it, and tells what does not add up. */
  slips(): readonly Slip[] {
    this.#block(0);
    return this.#slipsInOrder();
  }

  #slipsInOrder(): readonly Slip[] {
    if (this.#tooDeep !== undefined) return [slip('depth', this.#tooDeep)];
    const inOrder = this.#slips.toSorted((a, b) => a.at.start - b.at.start);
    const quote = this.#openText;
    if (quote === undefined) return inOrder;
    // Behind a quote that is left open nothing is known.
    return [...inOrder.filter(({ kind, at }) => kind !== 'bracket' && at.start < quote), slip('quote', quote)];
  }

  sawText({ start, end }: Range, isClosed: boolean): void {
    if (!isClosed) this.#openText ??= this.#longText ?? start;
    else if (this.#longText === undefined && this.text.slice(start, end).includes('\n')) this.#longText = start;
  }

  inBracket(start: number): number {
    const opening = this.#match(BRACKET, start) ?? '';
    const bracket = start + opening.length - 1;
    const close = CLOSING[this.text[bracket] ?? ''] ?? '';
    const inside = bracket + 1;
    this.#open.push(close);
    const end = this.#deeper(bracket, opening === '{' || opening === '$(', () => {
      if (opening === '@{') return this.#table(inside);
      return opening === '[' ? this.#index(inside) : this.#block(inside);
    });
    this.#open.pop();
    return this.#is(close, end) ? end + 1 : this.#unexpected('bracket', bracket, end);
  }

  /**
   * In a text PowerShell looks for the end of a command first, by its brackets alone, and then reads it without what
   * protects its double quotes from that text.
   */
  inText(start: number, isHere: boolean): number {
    const { text, to } = this;
    const open = this.#open;
    const end = bracketEnd(text, start + 1, to);
    if (end !== undefined && !isHere && this.#copied < MOST_COPIED) {
      this.text = withPlainQuotes(text, start + 2, end);
      if (this.text !== text) this.#copied += text.length;
    }
    this.to = end ?? to;
    this.#open = [];
    this.#deeper(start + 1, true, () => this.#block(start + 2));
    this.#open = open;
    this.text = text;
    this.to = to;
    return end === undefined ? this.#unexpected('bracket', start + 1, to) : end + 1;
  }

  #deeper(bracket: number, nested: boolean, read: () => number): number {
    if (this.#depth >= DEEPEST) {
      this.#tooDeep ??= bracket;
      return this.to;
    }
    const before = this.#nested;
    this.#nested ||= nested;
    this.#depth++;
    const end = read();
    this.#depth--;
    this.#nested = before;
    return end;
  }

  /** Statements up to the bracket that closes them. */
  #block(from: number): number {
    for (let at = from; ; ) {
      at = this.#behindEnds(at);
      if (this.#closes(at)) return at;
      at = this.#isClosing(at) ? this.#unexpected('closing', at) : this.#statement(at);
    }
  }

  /** `@{ key = statement; … }` up to its end. */
  #table(from: number): number {
    for (let at = from; ; ) {
      at = this.#behindEnds(at);
      if (this.#closes(at)) return at;
      if (this.#isClosing(at)) at = this.#unexpected('closing', at);
      else {
        at = this.#key(at);
        if (this.text[at] !== '=') continue;
        at = behindLines(this, at + 1);
        while (!this.#ends(at)) at = this.#statement(at);
      }
    }
  }

  #key(from: number): number {
    let at = from;
    while (at < this.to && !/[=;\r\n)}\]]/.test(this.text[at] ?? '')) at = this.#piece(at);
    return at;
  }

  /** Ends where the next statement or a closing bracket may stand, also behind `$x =`; always goes on. */
  #statement(from: number): number {
    const at = from + (this.#match(LABEL, from)?.length ?? 0);
    const keyword = this.#match(KEYWORD, at);
    if (keyword !== undefined) return this.#blocks(keyword.toLowerCase(), at + keyword.length);
    const leaving = this.#match(LEAVING, at);
    if (leaving === undefined) return this.#pipeline(at);
    const next = behindBlanks(this, at + leaving.length);
    return this.#ends(next) ? next : this.#pipeline(next);
  }

  /** What belongs to a word such as `if` or `function`: conditions and names, up to the end of a block. */
  #blocks(keyword: string, from: number): number {
    for (let at = from; ; ) {
      at = behindBlanks(this, at);
      if (this.#is('\r\n', at)) {
        const next = behindLines(this, at);
        if (!/[({]/.test(this.text[next] ?? '')) return at;
        at = next;
      }
      if (this.#ends(at) || this.#is('&', at)) return at;
      const isBlock = this.text[at] === '{';
      if (isBlock || this.text[at] === '(') {
        at = this.#condition(keyword, at);
        if (isBlock || keyword === 'param' || keyword === 'until') return at;
      } else at = tokenAt(this, at).at.end;
    }
  }

  #condition(keyword: string, start: number): number {
    const before = this.#nested;
    this.#nested ||= keyword !== 'param';
    const end = this.inBracket(start);
    this.#nested = before;
    return end;
  }

  #pipeline(from: number): number {
    const commands: Omit<WrittenCommand, 'pipeline'>[] = [];
    const end = this.#elements(from, commands);
    const pipeline = commands.map(({ tokens: [name] }) => (name?.kind === 'word' ? name.text : ''));
    for (const command of commands) this.#keep({ ...command, pipeline });
    return end;
  }

  #elements(from: number, commands: Omit<WrittenCommand, 'pipeline'>[]): number {
    for (let at = from, piped = false; ; piped = true) {
      if (this.#is('|', at)) return this.#unexpected('pipe', at);
      at = this.#element(at, piped, commands);
      if (this.#isAssigned) {
        this.#isAssigned = false;
        return at;
      }
      const pipe = this.#pipeBehind(at);
      if (pipe === undefined) return this.#chained(at);
      at = behindLines(this, pipe + 1);
      if (this.#ends(at)) return this.#unexpected('pipe', pipe, at);
    }
  }

  /** The pipe that goes on with a pipeline; PowerShell 7 takes it at the start of a line, too. */
  #pipeBehind(at: number): number | undefined {
    const next = this.#is('\r\n', at) ? behindLines(this, at) : at;
    return this.#is('|', next) && this.text[next + 1] !== '|' ? next : undefined;
  }

  /** Behind what separates a pipeline from the next one on its line. */
  #chained(at: number): number {
    if (!this.#is('&', at) && !this.#is('|', at)) return at;
    if (this.text[at + 1] === this.text[at]) return behindLines(this, at + 2);
    return !this.#ends(behindBlanks(this, at + 1)) ? this.#unexpected('ampersand', at) : at + 1;
  }

  #element(at: number, piped: boolean, commands: Omit<WrittenCommand, 'pipeline'>[]): number {
    const isExpression = /[$@({[\d!+,-]/.test(this.text[at] ?? '') || isQuote(this.text[at] ?? '');
    return isExpression ? this.#expression(at) : this.#command(at, piped, commands);
  }

  #command(start: number, piped: boolean, commands: Omit<WrittenCommand, 'pipeline'>[]): number {
    const called = /^(?:&|\.[\s$({'"])/.test(this.text.slice(start, start + 2));
    const found: Token[] = [];
    let at = behindBlanks(this, called ? start + 1 : start);
    while (at < this.to) {
      const token = tokenAt(this, at);
      if (token.kind === 'pipe' || token.kind === 'end') break;
      found.push(token);
      at = token.kind === 'comma' ? this.#behindComma(at) : behindBlanks(this, token.at.end);
      if (token.kind === 'word' && token.form === 'bare' && token.text === '--%') {
        const verbatim = this.#verbatim(at);
        if (verbatim.at.start < verbatim.at.end) found.push(verbatim);
        at = verbatim.at.end;
      }
    }
    const [name] = found;
    if (name?.kind === 'word') commands.push({ start, called, tokens: found, piped, nested: this.#nested });
    return Math.max(at, start + 1);
  }

  /** The rest of a line behind `--%`, which nobody reads. */
  #verbatim(start: number): Word {
    const rest = /^(?:"[^"\r\n]*"?|(?!&&)[^|"\r\n])*/.exec(this.text.slice(start, this.to))?.[0] ?? '';
    return { kind: 'word', form: 'bare', text: rest, at: { start, end: start + rest.length } };
  }

  /** An expression: of interest are only the brackets in it, and what is assigned. */
  #expression(from: number): number {
    for (let at = from; ; ) {
      at = behindBlanks(this, at);
      const merging = this.#match(MERGING, at);
      const assignment = this.#match(ASSIGNMENT, at);
      if (merging !== undefined) at += merging.length;
      else if (this.#ends(at) || this.#is('&', at)) return at;
      else if (assignment !== undefined) return this.#assigned(at + assignment.length);
      else if (/[\s)]/.test(this.text[at - 1] ?? '') && this.#match(IN, at)) return this.#assigned(at + 2);
      else if (this.text[at] === ',') at = this.#behindComma(at);
      else if (this.text[at - 1] !== '.' && this.#match(DECLARING, at)) return at;
      else at = this.#piece(at);
    }
  }

  #assigned(from: number): number {
    this.#isAssigned = true;
    return behindLines(this, from);
  }

  /** One piece of an expression: a text, a name, all of a bracket. */
  #piece(at: number): number {
    if (this.#match(BRACKET, at)) return this.inBracket(at);
    if (isQuote(this.text[at] ?? '')) return quotedAt(this, at).end;
    return hereTextAt(this, at)?.end ?? at + (this.#match(NAME, at)?.length ?? 1);
  }

  /** What stands between `[` and `]`. */
  #index(from: number): number {
    for (let at = from; ; ) {
      at = behindLines(this, at);
      if (this.#closes(at) || this.#is(';', at)) return at;
      at = this.#isClosing(at) ? this.#unexpected('closing', at) : this.#piece(at);
    }
  }

  #behindComma(at: number): number {
    const next = behindLines(this, at + 1);
    return next >= this.to || this.#is('|;)}', next) ? this.#unexpected('comma', at, next) : next;
  }

  #behindEnds(from: number): number {
    let at = behindLines(this, from);
    while (this.#is(';', at)) at = behindLines(this, at + 1);
    return at;
  }

  /** Whether what is read ends here; a bracket that belongs to one farther out leaves the inner ones open. */
  #closes(at: number): boolean {
    return at >= this.to || this.#open.includes(this.text[at] ?? '');
  }

  #isClosing(at: number): boolean {
    return this.#is(')}]', at);
  }

  #ends(at: number): boolean {
    return at >= this.to || this.#is('\r\n;|)}]', at);
  }

  #is(chars: string, at: number): boolean {
    return at < this.to && chars.includes(this.text[at] ?? '');
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(this.text)?.[0];
    return found === undefined || at + found.length > this.to ? undefined : found;
  }

  #unexpected(kind: Slip['kind'], at: number, next = at + 1): number {
    this.#slips.push(slip(kind, at));
    return next;
  }
}

/** The place of the `)` that belongs to a `(`, whatever stands between them. */
function bracketEnd(text: string, start: number, to: number): number | undefined {
  let depth = 0;
  for (let at = start; at < to; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return undefined;
}

/** The text with `""` and `\`"` in a part of it as one quote and a blank outside of what that quotes; no place moves. */
function withPlainQuotes(text: string, from: number, to: number): string {
  const part = text.slice(from, to);
  // An odd one is more likely an empty text.
  if ((part.match(PROTECTED)?.length ?? 1) % 2 === 1) return text;
  let isOpen = false;
  const plain = part.replace(PROTECTED, ([, quote]) => {
    isOpen = !isOpen;
    return isOpen ? ` ${quote}` : `${quote} `;
  });
  return text.slice(0, from) + plain + text.slice(to);
}

const PROTECTED = new RegExp(`(?:${DOUBLE.source}|\`)${DOUBLE.source}`, 'g');

/** The place behind blanks, comments and line ends. */
function behindLines(source: Source, from: number): number {
  let at = behindBlanks(source, from);
  while (at < source.to && /[\r\n]/.test(source.text[at] ?? '')) at = behindBlanks(source, at + 1);
  return at;
}

function slip(kind: Slip['kind'], start: number): Slip {
  return { kind, at: { start, end: start + 1 } };
}
