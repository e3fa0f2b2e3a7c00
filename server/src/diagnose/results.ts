import { symptoms } from './symptoms.ts';

/** Codes of TLS, Windows and the SIP stack in a text, as the catalog writes them: by number in any form, and by name. */
export function resultsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, hex, decimal, name, socket] of text.matchAll(FORMS)) {
    const number = hex === undefined ? decimal && hexOf(Number(decimal)) : `0x${hex.toUpperCase()}`;
    const code = number ?? BY_NAME.get((name ?? socket ?? '').toLowerCase());
    if (code !== undefined) found.add(code);
  }
  return [...found];
}

/** `0x80090325`, the same without its mark, as a signed or unsigned number, by name, or as a number of Winsock beside its name. */
const FORMS =
  /(?<![\w.])(?:0x)?(8009[0-9a-f]{4}|800b[0-9a-f]{4}|8007[0-9a-f]{4}|c3[ef][0-9a-f]{5})(?![\w])|(?<![\w.])(-2\d{9}|2148\d{6}|328[67]\d{6})(?![\w.])|(?<!\w)((?:SEC|CERT|CRYPT|SIP|SIPPROXY)_E_[A-Z_]{3,60}|MSG_INCOMPATIBLE_TRAFFIC_TYPE|WSAE[A-Z]{3,20})(?!\w)|(?<![\w.:])(100(?:54|60|61))(?=\s?[(,:]|\.(?!\d)|\s*$)/gi;

function hexOf(number: number): string {
  return `0x${(number >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

const BY_NAME: ReadonlyMap<string, string> = new Map(
  symptoms
    .filter(({ kind }) => kind === 'result')
    .flatMap(({ id, code = id, names = [] }) => [code, ...names].map((name) => [name.toLowerCase(), code])),
);
