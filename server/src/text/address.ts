/** Whether a text is an address and no name: an IPv4 address, also a mistyped one, or an IPv6 address. */
export function isAddress(text: string): boolean {
  return /^\d+(?:\.\d+)+\.?$/.test(text) || (/^\[?[\da-f:.]+\]?$/i.test(text) && /:.*:/.test(text));
}

/** The addresses under a prefix such as `10.0.0.0/8`: how many bits they have, and with which these begin. */
export interface Network {
  readonly size: number;
  readonly begin: string;
}

/** @throws TypeError for what is no prefix */
export function network(prefix: string): Network {
  const [address = '', length = ''] = prefix.split('/');
  const bits = bitsOf(address);
  if (bits === undefined) throw new TypeError(`${prefix} is no prefix of addresses`);
  return { size: bits.length, begin: bits.slice(0, Number(length)) };
}

/** The bits of an address, 32 or 128 of them; nothing for what is none. */
export function bitsOf(address: string): string | undefined {
  return address.includes(':') ? bitsOfV6(address) : bitsOfV4(address);
}

function bitsOfV4(address: string): string | undefined {
  const bytes = address.split('.').map(Number);
  return bytes.length === 4 && bytes.every((byte) => byte >= 0 && byte < 256) ? bits(bytes, 8) : undefined;
}

function bitsOfV6(address: string): string | undefined {
  const last = address.slice(address.lastIndexOf(':') + 1);
  const embedded = last.includes('.') ? last : undefined;
  const tail = embedded === undefined ? '' : (bitsOfV4(embedded) ?? '');
  const [head = '', rest] = (embedded === undefined ? address : address.slice(0, -embedded.length)).split('::');
  const [before, after] = [groups(head), groups(rest ?? '') + tail];
  if (rest === undefined) return before.length + after.length === 128 ? before + after : undefined;
  return before + '0'.repeat(Math.max(0, 128 - before.length - after.length)) + after;
}

function groups(text: string): string {
  const numbers = text.split(':').filter((group) => group !== '');
  return bits(
    numbers.map((group) => Number.parseInt(group, 16)),
    16,
  );
}

function bits(numbers: readonly number[], each: number): string {
  return numbers.map((number) => number.toString(2).padStart(each, '0')).join('');
}
