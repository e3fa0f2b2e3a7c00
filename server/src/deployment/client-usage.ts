import type { Catalog, ClientUsage } from '../catalog/catalog.generated.ts';
import type { Grounds } from './grounds.ts';

/** Everybody who decides about the client usage in public certificates, or asks for it; what is disputed is left out. */
export function clientUsage(catalog: Catalog): readonly ClientUsage[] {
  return Object.values(catalog.usages).filter(({ verified }) => verified !== false);
}

/** Whether some public authority may put the client usage into a certificate that it issues on the day. */
export function isClientUsageIssued({ catalog }: Grounds, day: string): boolean {
  return day < catalog.milestones['public-certificates-changed-2027'].date;
}

/** Whether a public authority leaves the client usage out by itself. */
export function isClientUsageLeaving({ catalog, asOf }: Grounds): boolean {
  return asOf >= catalog.milestones['client-usage-left-out'].date;
}
