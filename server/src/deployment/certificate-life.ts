import type { Catalog, Lifetime } from '../catalog/catalog.generated.ts';
import { daysBetween } from '../catalog/dates.ts';
import type { EdgeCertificate } from './edge-certificates.ts';
import type { Grounds } from './grounds.ts';

/** How long a public authority lets a certificate live that it issues on a day; undefined before there was a limit. */
export function longestLife(catalog: Catalog, issued: string): Lifetime | undefined {
  return Object.values(catalog.lifetimes).findLast(({ from }) => from <= issued);
}

/** The days from the first to the last one of a certificate; undefined where the spec does not say both. */
export function lifeOf({ notBefore, notAfter }: EdgeCertificate): number | undefined {
  return notBefore && notAfter && daysBetween(notBefore.value, notAfter.value);
}

/** The days before its last one in which a certificate wants to be renewed: a share of its life, and a month at most. */
export function renewalNotice(certificate: EdgeCertificate, { catalog }: Grounds): number {
  const { 'certificate-renewal-notice': most, 'certificate-renewal-share': share } = catalog.limits;
  const life = lifeOf(certificate);
  return life === undefined ? most.value : Math.min(most.value, Math.floor((life * share.value) / 100));
}
