/** A header by which a server or client tells why something failed. */
export interface DiagnosticsHeader {
  readonly name: 'ms-diagnostics' | 'ms-diagnostics-public' | 'ms-client-diagnostics';
  readonly code: string;
  /** What else it says, by names in small letters. */
  readonly said: ReadonlyMap<string, string>;
}

/** All such headers in a text, in order: attributes in any order, some lines long, cut off or badly quoted. */
export function diagnosticsHeaders(text: string): readonly DiagnosticsHeader[] {
  const starts = [...text.matchAll(START)];
  return starts.flatMap((start, i) => {
    const [whole, name = '', wrapped, plain = ''] = start;
    const known = NAMES.find((one) => one === name.toLowerCase());
    if (known === undefined) return [];
    const end = start.index + whole.length;
    const rest = text.slice(end, Math.min(starts[i + 1]?.index ?? text.length, end + LONGEST));
    const code = (wrapped ?? plain).replace(/\s/g, '').replace(/^0+(?=\d)/, '');
    return [{ name: known, code, said: attributes(rest) }];
  });
}

const NAMES = ['ms-diagnostics', 'ms-diagnostics-public', 'ms-client-diagnostics'] as const;

/** A number may go on in the next line, where something stands behind it. */
const START =
  /\b(ms-(?:client-)?diagnostics(?:-public)?)[ \t]{0,8}[:=]\s{0,8}(?:(\d{1,5}(?:[ \t]{0,8}\r?\n[ \t]{0,80}\d{1,5}){1,2})(?=\s{0,8}[;.])|(\d{1,5})(?!\d))/gi;

/** More than any server writes into one header. */
const LONGEST = 4000;

/** What is written as `;name="value"`, with blanks and without quotes, too. */
function attributes(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = /^(?:\.\d{1,5})?/.exec(text)?.[0].length ?? 0;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const [whole, name = '', quoted, bare = ''] = ATTRIBUTE.exec(text) ?? [];
    if (whole === undefined) return found;
    const value = (quoted ?? bare).replace(/\s+/g, ' ').trim();
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
    at += whole.length;
  }
}

const ATTRIBUTE = /\s{0,80}[;,]\s{0,80}([A-Za-z][\w-]{0,40})\s{0,8}=\s{0,8}(?:"([^"]{0,1000})"?|([^";,\r\n]{0,300}))/y;
