import { createSecureContext, rootCertificates } from 'node:tls';
import { lookUp } from './lookup.ts';
import { visit } from './visit.ts';
import type { World } from './world.ts';

/** How the network is asked. */
export interface Reach {
  /** How long each step is waited for, in milliseconds. */
  readonly patience: number;
  readonly sip: boolean;
  /** The domain in whose name we come. */
  readonly from: string;
  /** Certificate and key to be shown to servers that ask for one, in PEM. */
  readonly client: { readonly certificate: string; readonly key: string } | undefined;
  /** Roots that are trusted beside those that Node comes with, in PEM. */
  readonly roots: readonly string[];
}

/**
 * The world as it is. This, and what stands below it, is all of the product that touches the network.
 * @throws Error where certificate and key cannot be read, or do not belong together
 */
export function network({ patience, sip, from, client, roots }: Reach): World {
  const context = createSecureContext({
    // What a server speaks is to be seen, also where nobody should speak it any more.
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
    ...(roots.length > 0 && { ca: [...rootCertificates, ...roots] }),
    ...(client && { cert: client.certificate, key: client.key }),
  });
  return {
    lookUp: (question) => lookUp(question, patience),
    visit: (question) => visit(question, { patience, context, from, sip }),
  };
}
