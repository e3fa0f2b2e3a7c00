/**
 * The text that a terminal shows: without the sequences that colour it, move in it, or name its window, as PowerShell 7 writes them
 * around names of properties and heads of tables; and without what is left of colours where the escapes before them were lost.
 */
export function withoutColours(text: string): string {
  const plain = ESCAPED.test(text) ? text.replace(SEQUENCES, '') : text;
  return plain.includes(RESET) && LOST.test(plain) ? plain.replace(WITHOUT_ESCAPES, '') : plain;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ESCAPED = /[\x1b\x9b]/;

/** Those that begin with `ESC [` or its one character, with `ESC ]` up to a bell or `ESC \`, those that choose letters, and the rest of any other. */
const SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\r\n]*(?:\x07|\x1b\\)|\x1b[()][0-9A-Z]|[\x1b\x9b]/g;

const RESET = '[0m';
/** As PowerShell begins a name. */
const LOST = /^\[\d{1,3}(?:;\d{1,3})+m\S/m;
const WITHOUT_ESCAPES = /\[(?:0|\d{1,3}(?:;\d{1,3})+)m/g;
