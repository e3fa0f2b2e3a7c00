import { hostKey } from '../text/host.ts';

/** Whether nobody can register the name, so that no public DNS server answers for it. */
export function isPrivateName(name: string): boolean {
  const labels = hostKey(name).split('.');
  return labels.length === 1 || PRIVATE_TOP_LEVEL.has(labels.at(-1) ?? '');
}

/** Whether the address is reached on the inner network alone. */
export function isPrivateAddress(address: string): boolean {
  return (address.includes(':') ? PRIVATE_V6 : PRIVATE_V4).test(address);
}

/** Reserved by RFC 6761, 6762 and 9476, by ICANN (`internal`), or held back because of their use inside (SAC 113, RFC 6762 appendix G). */
const PRIVATE_TOP_LEVEL = new Set([
  'alt',
  'corp',
  'home',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'mail',
  'private',
]);

/** RFC 1918, loopback and link-local. */
const PRIVATE_V4 = /^(?:10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.)/;

/** RFC 4193, loopback and link-local. */
const PRIVATE_V6 = /^(?:f[cd]|fe[89ab]|::1$)/i;
