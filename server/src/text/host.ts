import { toASCII } from 'punycode/punycode.es6.js';

/** A host or domain name in the form in which names compare: without case and trailing dot, IDN as punycode. */
export function hostKey(name: string): string {
  const lower = name.toLowerCase();
  const absolute = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  return /^[\0-\x7f]*$/.test(absolute) ? absolute : toASCII(absolute.normalize('NFC'));
}

/** Whether two names mean the same host or domain. */
export function sameHost(a: string, b: string): boolean {
  return hostKey(a) === hostKey(b);
}

/** The domain that a host stands directly under: `contoso.com` for `sip.contoso.com`. */
export function parentOf(host: string): string {
  const key = hostKey(host);
  const dot = key.indexOf('.');
  return dot < 0 ? '' : key.slice(dot + 1);
}
