/** Text that is safe to show: what would steer a terminal, or break or turn a line for its reader, becomes visible; tabs and line feeds stay. */
export function visible(text: string): string {
  return text.replace(STEERING, (char) => (char === '\t' || char === '\n' ? char : picture(char)));
}

/** The same on one line. */
export function plainLine(text: string): string {
  return text.replace(STEERING, picture);
}

/** The same in a difference of two texts, in which also line breaks of Windows stay. */
export function visiblePatch(patch: string): string {
  return patch
    .replace(STEERING, (char, at: number) => (LINE_BREAK.test(char + patch.charAt(at + 1)) ? char : picture(char)))
    .replace(COMMAND_LINE, '$1\ufffd');
}

/** The text without what the log of a build takes for a command in any place of a line; every place stays where it is. */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND, '\ufffd');
}

/** Data as JSON in which nothing steers a terminal or the log of a build; a reader gets it as it is. */
export function jsonOf(data: unknown, space?: number): string {
  return JSON.stringify(data, undefined, space).replace(STEERING, (char) => (char === '\n' ? char : escaped(char)));
}

/** Text on one line with the number of each such character in its place, so that nothing is lost; tabs are blanks. */
export function escapedLine(text: string): string {
  return text.replaceAll('\t', ' ').replace(STEERING, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function picture(char: string): string {
  const at = char.charCodeAt(0);
  if (at < 0x20) return String.fromCharCode(0x2400 + at);
  return at === 0x7f ? '\u2421' : '\ufffd';
}

/** The second `#` of what Azure Pipelines, GitHub and TeamCity take for a command: `##vso[`, `##[`. */
const COMMAND = /(?<=#)#(?=\w*\[)/g;

/** Controls, what ends lines or turns the direction of writing, marks and halves of characters, and the mark of a command. */
const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}|(?<=#)#(?=\w*\[)/gu;

const LINE_BREAK = /^(?:[\t\n]|\r\n)/;

/** A line that GitHub takes for a command, once what stands before it is trimmed. */
const COMMAND_LINE = /^([^\S\r\n\u2028\u2029]*):(?=:\w)/gm;
