import type { Catalog } from '../catalog/catalog.generated.ts';
import { hostKey } from '../text/host.ts';

/** Whether nobody can register the name, so that no public DNS server answers for it. */
export function isPrivateName(catalog: Catalog, name: string): boolean {
  const labels = hostKey(name).split('.');
  const reserved = Object.values(catalog.namespaces).flatMap(({ names }) => names);
  return labels.length === 1 || reserved.includes(labels.at(-1) ?? '');
}

/** Whether the address is reached on the inner network alone. */
export function isPrivateAddress(address: string): boolean {
  return (address.includes(':') ? PRIVATE_V6 : PRIVATE_V4).test(address);
}

/** RFC 1918, loopback and link-local. */
const PRIVATE_V4 = /^(?:10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.)/;

/** RFC 4193, loopback and link-local. */
const PRIVATE_V6 = /^(?:f[cd]|fe[89ab]|::1$)/i;
