import { inWords, type Shown } from '../deployment/certificate-files.ts';
import type { Certificate, ReadCertificates } from '../text/pem.ts';
import type { Recording, Visit } from './recording.generated.ts';

/** Reads what servers have shown, each certificate once: many servers may have one. */
export class ShownCertificates {
  readonly #read: ReadCertificates;
  readonly #known = new Map<string, Certificate | undefined>();

  constructor(read: ReadCertificates) {
    this.#read = read;
  }

  /** The certificate of the server itself; nothing where it showed none that can be read. */
  of({ certificates: [own] = [] }: Visit): Certificate | undefined {
    if (own === undefined) return undefined;
    if (!this.#known.has(own)) this.#known.set(own, this.#read(asPem(own))?.[0]);
    return this.#known.get(own);
  }
}

/** A certificate in the words of the format. A root that everybody has makes its issuer public; one that was named may be of either kind. */
export function asEntry(certificate: Certificate, { trust }: Visit, { roots }: Pick<Recording, 'roots'>): Shown {
  const shown = inWords([certificate]) ?? {};
  return trust === 'trusted' && !roots ? { ...shown, issuer: 'public' } : shown;
}

function asPem(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}
