import type { Range } from '../text/range.ts';

/** A command line of the runbook as written, with places counted from the start of the line. */
export interface CommandLine {
  readonly cmdlet: string;
  readonly at: Range;
  readonly parameters: readonly Parameter[];
}

/** A parameter as written; `value` is absent for a switch, and for what only the shell could compute. */
export interface Parameter {
  /** Without its dash; empty for an argument given by position. */
  readonly name: string;
  readonly at: Range;
  readonly value: string | readonly string[] | undefined;
  readonly valueAt: Range | undefined;
}

/** The `*-Cs*` commands of one line, in order; a pipeline or `;` holds several. Other text is passed over. */
export function readCommands(line: string): readonly CommandLine[] {
  const commands: CommandLine[] = [];
  let current: Token[] = [];
  const end = () => {
    const command = toCommand(current);
    if (command) commands.push(command);
    current = [];
  };
  for (const token of tokens(line)) {
    if (token.kind === 'end') end();
    else current.push(token);
  }
  end();
  return commands;
}

/** The value of a parameter by name, case-insensitive; `Identity` may also stand first without its name. */
export function argument(command: CommandLine, name: string): Parameter | undefined {
  const named = command.parameters.find((parameter) => parameter.name.toLowerCase() === name.toLowerCase());
  return named ?? (name === 'Identity' ? command.parameters.find((parameter) => parameter.name === '') : undefined);
}

/** Whether a value means true to the shell: `$true`, or a number other than zero. */
export function isTrue(value: Parameter['value']): boolean {
  return typeof value === 'string' && (value.toLowerCase() === '$true' || (/^\d+$/.test(value) && Number(value) !== 0));
}

interface Token {
  readonly kind: 'word' | 'name' | 'end';
  readonly text: string;
  readonly at: Range;
  /** The token that follows continues a list: `a,b`. */
  readonly comma?: boolean;
}

const NOUN = /^[A-Za-z]+-Cs[A-Za-z]+$/i;

function toCommand(tokens: readonly Token[]): CommandLine | undefined {
  const [head, ...rest] = tokens;
  if (head?.kind !== 'word' || !NOUN.test(head.text)) return undefined;
  const parameters: Parameter[] = [];
  for (let i = 0; i < rest.length; i++) {
    const token = rest[i];
    if (token === undefined) break;
    const isName = token.kind === 'name';
    const first = isName ? rest[i + 1] : token;
    if (isName && first?.kind !== 'word') {
      parameters.push({ name: token.text, at: token.at, value: undefined, valueAt: undefined });
      continue;
    }
    const values: Token[] = [];
    let next = isName ? i + 1 : i;
    for (let value = rest[next]; value?.kind === 'word'; value = rest[++next]) {
      values.push(value);
      if (!value.comma) break;
    }
    i = next;
    const texts = values.map((value) => value.text);
    parameters.push({
      name: isName ? token.text : '',
      at: token.at,
      value: texts.length === 1 ? texts[0] : texts,
      valueAt: { start: values[0]?.at.start ?? token.at.start, end: values.at(-1)?.at.end ?? token.at.end },
    });
  }
  return { cmdlet: head.text, at: head.at, parameters };
}

const TOKEN =
  /\s+|#.*|(?<end>[;|&(){}])|-(?<name>[A-Za-z][A-Za-z0-9]*):?|(?<single>'(?:[^']|'')*')|(?<double>"(?:[^"`]|`.|"")*")|(?<bare>[^\s;|&(){},'"]+)|(?<comma>,)|./gsu;

function tokens(line: string): Token[] {
  const found: Token[] = [];
  for (const match of line.matchAll(TOKEN)) {
    const { end, name, single, double, bare, comma } = match.groups ?? {};
    const at = { start: match.index, end: match.index + match[0].length };
    if (end !== undefined) found.push({ kind: 'end', text: end, at });
    else if (name !== undefined) found.push({ kind: 'name', text: name, at });
    else if (single !== undefined) found.push({ kind: 'word', text: single.slice(1, -1).replaceAll("''", "'"), at });
    else if (double !== undefined) found.push({ kind: 'word', text: unescaped(double.slice(1, -1)), at });
    else if (bare !== undefined) found.push({ kind: 'word', text: bare, at });
    else if (comma !== undefined) markComma(found);
  }
  return found;
}

function markComma(found: Token[]): void {
  const last = found.pop();
  if (last) found.push({ ...last, comma: true });
}

function unescaped(text: string): string {
  return text.replace(/`(.)|""/gs, (_, escaped) => escaped ?? '"');
}
