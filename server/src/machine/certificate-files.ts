import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CertificateFile, FileFault } from '../deployment/certificate-files.ts';
import { holdsPrivateKey } from '../text/pem.ts';
import { isAbsence } from './absence.ts';
import { asPem, loadCertificates } from './certificates.ts';
import { decodeScript } from './encoding.ts';
import { MOST_BYTES } from './sizes.ts';
import { isWithin, wayOut } from './way-out.ts';

interface Known {
  readonly stamp: string;
  readonly file: CertificateFile;
}

/** Reads the files of certificates beside specs, and one that was read again only where it is another. */
export class CertificateReader {
  readonly #known = new Map<string, Known>();

  /** The files of these names, which lie in the folder or below it: what leads out of it is not read. */
  async read(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, CertificateFile>> {
    const files = await Promise.all(names.map((name) => this.#file(folder, name)));
    return new Map(names.flatMap((name, i) => (files[i] ? [[name, files[i]]] : [])));
  }

  async #file(folder: string, name: string): Promise<CertificateFile> {
    const place = resolve(folder, name.trim().replaceAll('\\', '/'));
    if (!isWithin(folder, place)) return FAULTS.outside;
    try {
      if ((await wayOut(place, [folder])) !== undefined) return FAULTS.outside;
      const found = await stat(place);
      // A device never ends.
      if (!found.isFile()) return FAULTS.unreadable;
      if (found.size > MOST_BYTES.certificate) return FAULTS['too-large'];
      const stamp = `${found.ino} ${found.size} ${found.mtimeMs}`;
      const known = this.#known.get(place);
      if (known?.stamp === stamp) return known.file;
      const file = await certificatesIn(await readFile(place));
      this.#known.set(place, { stamp, file });
      return file;
    } catch (error) {
      return isAbsence(error) ? FAULTS.missing : FAULTS.unreadable;
    }
  }
}

/** What bytes are; of a private key nothing is kept. */
async function certificatesIn(bytes: Uint8Array): Promise<CertificateFile> {
  const text = asPem(bytes) ?? textOf(bytes);
  if (holdsPrivateKey(text)) return FAULTS['private-key'];
  const readCertificates = await loadCertificates();
  const certificates = readCertificates(text) ?? [];
  return certificates.length === 0 ? FAULTS['no-certificate'] : { certificates };
}

function textOf(bytes: Uint8Array): string {
  // What stands around PEM may be written in any way.
  const decoded = decodeScript(bytes);
  return 'text' in decoded ? decoded.text : '';
}

/** The same each time, so that who compares sees that nothing has changed. */
const FAULTS = {
  missing: { fault: 'missing' },
  outside: { fault: 'outside' },
  unreadable: { fault: 'unreadable' },
  'too-large': { fault: 'too-large' },
  'no-certificate': { fault: 'no-certificate' },
  'private-key': { fault: 'private-key' },
} as const satisfies { readonly [F in FileFault]: { readonly fault: F } };
