/** Text that is safe to show: what would steer a terminal, or break or turn a line for its reader, becomes visible; tabs and line feeds stay. */
export function visible(text: string): string {
  return text.replace(STEERING, (char) => (char === '\t' || char === '\n' ? char : picture(char)));
}

/** The same on one line. */
export function plainLine(text: string): string {
  return text.replace(STEERING, picture);
}

function picture(char: string): string {
  const at = char.charCodeAt(0);
  if (at < 0x20) return String.fromCharCode(0x2400 + at);
  return at === 0x7f ? '\u2421' : '\ufffd';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STEERING = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
