/**
 * A text of code page 949, or undefined where it is none. `TextDecoder` of Node knows only the 2,350 syllables of its older part,
 * KS X 1001; the other 8,822 follow each other in it as they do in Unicode, in the cells that the older part leaves free.
 */
export function korean(bytes: Uint8Array): string | undefined {
  const older = new Map<number, string>();
  const decoder = new TextDecoder('euc-kr');
  const parts: string[] = [];
  let [usual, seldom] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      parts.push(String.fromCharCode(lead));
      continue;
    }
    const cell = lead * 256 + (bytes[++at] ?? 0);
    const isOlder = lead >= 0xa1 && (cell & 0xff) >= 0xa1;
    const char = isOlder ? (older.get(cell) ?? decoder.decode(bytes.subarray(at - 1, at + 1))) : later().get(cell);
    if (char === undefined || char.length > 1 || char === '\ufffd') return undefined;
    if (isOlder) older.set(cell, char);
    if (SYLLABLE.test(char)) isOlder ? usual++ : seldom++;
    parts.push(char);
  }
  // Letters of other code pages before a Latin one look like the later syllables, which are rare.
  return usual > 0 && usual >= 4 * seldom ? parts.join('') : undefined;
}

const SYLLABLE = /[\uac00-\ud7a3]/;

let made: ReadonlyMap<number, string> | undefined;

/** The syllables of the later part, by their two bytes; they are worked out once, for the first text that has one. */
function later(): ReadonlyMap<number, string> {
  made ??= syllables();
  return made;
}

function syllables(): ReadonlyMap<number, string> {
  const decoder = new TextDecoder('euc-kr');
  const older = new Set(
    range(0xb0, 0xc8).flatMap((lead) => range(0xa1, 0xfe).map((trail) => decoder.decode(Uint8Array.of(lead, trail)))),
  );
  const free = range(0xac00, 0xd7a3)
    .map((code) => String.fromCharCode(code))
    .filter((one) => !older.has(one));
  const cells = range(0x81, 0xc6).flatMap((lead) =>
    [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...range(0x81, lead < 0xa1 ? 0xfe : 0xa0)].map(
      (trail) => lead * 256 + trail,
    ),
  );
  return new Map(free.map((char, i) => [cells[i] ?? 0, char]));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
