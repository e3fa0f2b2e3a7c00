import { isIPv4, isIPv6 } from 'node:net';

/** Where a name server listens. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53` or `[2001:db8::53]:5353`; nothing for anything else. */
export function endpointOf(typed: string): Endpoint | undefined {
  if (isIPv6(typed)) return { address: typed, port: DNS_PORT };
  const [, address = '', port] = /^\[?([^\]]*?)\]?(?::(\d{1,5}))?$/.exec(typed) ?? [];
  const number = port === undefined ? DNS_PORT : Number(port);
  const isKnown = typed.startsWith('[') ? isIPv6(address) && typed.includes(']') : isIPv4(address);
  return isKnown && number > 0 && number < 65536 ? { address, port: number } : undefined;
}

/** A name server as recordings and messages write it: always with its port. */
export function shownEndpoint({ address, port }: Endpoint): string {
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

const DNS_PORT = 53;
