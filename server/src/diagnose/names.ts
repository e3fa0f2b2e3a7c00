import { hostKey } from '../text/host.ts';

/** What can be the name of a server or domain; addresses of people and other text are none. */
const HOST =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?\.)+(?:\p{L}[\p{L}\p{N}-]{0,61})\.?$/u;

/** A name of a server or domain as names compare, its port left out; undefined for anything else, addresses included. */
export function hostIn(text: string): string | undefined {
  const name = text.trim().replace(/:\d{1,5}$/, '');
  if (!HOST.test(name)) return undefined;
  try {
    return hostKey(name);
  } catch {
    return undefined;
  }
}

/** The address in a header of SIP, `<sip:amy@contoso.com;transport=tls>` or `sip:amy@contoso.com`. */
export function addressIn(header: string): string | undefined {
  const [, whole] = /\b(?:sips?|im|pres):([^\s<>;?"]{1,320})/i.exec(header) ?? [];
  return whole;
}

/** The domain of an address, or of a server that stands for itself. */
export function domainOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : hostIn(address.slice(address.lastIndexOf('@') + 1));
}

/** The servers that a text names in quotes, brackets or between blanks, in order; not those of an address of a person. */
export function hostsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, name = ''] of text.matchAll(
    /(?<![\w@.%-])((?:[\w-]{1,63}\.){1,10}[A-Za-z][\w-]{1,30})(?![\w@-]|\.\w)/g,
  )) {
    const host = hostIn(name);
    if (host !== undefined && !/\.(?:exe|dll|cpp|log|xml|ps1|txt|cer|rtc)$/.test(host)) found.add(host);
    if (found.size === MOST) break;
  }
  return [...found];
}

const MOST = 20;
