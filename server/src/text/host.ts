import { toASCII } from 'punycode/punycode.es6.js';

/** A host or domain name in the form in which names compare: without case and trailing dot, IDN as punycode. */
export function hostKey(name: string): string {
  if (isKey(name)) return name;
  const lower = name.toLowerCase();
  const absolute = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  const isPlain = /^[\0-\x7f]*$/.test(absolute) || absolute.length > LONGEST_NAME;
  return isPlain ? absolute : toASCII(absolute.normalize('NFC'));
}

/** Characters of a name. To make punycode of more, or to look for all the domains above it, takes time by their square. */
const LONGEST_NAME = 255;

/** Whether a name stands in that form already, as nearly all do: each rule asks this of each name. */
function isKey(name: string): boolean {
  let last = 0;
  for (let i = 0; i < name.length; i++) {
    last = name.charCodeAt(i);
    if (last > 0x7f || (last >= 0x41 && last <= 0x5a)) return false;
  }
  return last !== 0x2e;
}

/** Whether two names mean the same host or domain. */
export function sameHost(a: string, b: string): boolean {
  return hostKey(a) === hostKey(b);
}

/** The domain that a host stands directly under: `contoso.com` for `sip.contoso.com`; `''` where there is none. */
export function parentOf(host: string): string {
  const key = hostKey(host);
  const dot = key.indexOf('.');
  return dot < 0 || key.length > LONGEST_NAME ? '' : key.slice(dot + 1);
}

/** The closest domain above a host that is among the known ones, as names compare; `''` where none is. */
export function closestAbove(host: string, known: Pick<ReadonlySet<string>, 'has'>): string {
  let above = parentOf(host);
  while (above !== '' && !known.has(above)) above = parentOf(above);
  return above;
}
