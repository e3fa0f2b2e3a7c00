import type { Analysis } from '../analyze.ts';
import { type CertificateFiles, filesNamed } from '../deployment/certificate-files.ts';
import type { Host } from './host.ts';
import { folderOf } from './names.ts';
import type { Opened } from './opened.ts';

interface Seen {
  readonly names: readonly string[];
  readonly files: CertificateFiles;
}

/** The files that a document names: of one at rest, it costs to ask. */
const named = new WeakMap<Analysis, readonly string[]>();

/** The files of certificates beside specs, as they were when last looked at. */
export class BesideCertificates {
  readonly #host: Pick<Host, 'certificateFiles'>;
  /** By the paths of specs. */
  readonly #seen = new Map<string, Seen>();

  constructor(host: Pick<Host, 'certificateFiles'>) {
    this.#host = host;
  }

  /** What is known of the files of a spec; nothing where the workspace is not trusted. */
  of({ path, settings }: Pick<Opened, 'path' | 'settings'>): CertificateFiles | undefined {
    return settings.trusted === false ? undefined : this.#seen.get(path)?.files;
  }

  /** Whether a spec names a file that nobody has looked at yet, and somebody can. */
  lacks(opened: Opened): boolean {
    const seen = this.#seen.get(opened.path)?.names;
    return this.#wanted(opened).some((name) => seen?.includes(name) !== true);
  }

  /** Looks at the files of a spec; tells whether one is another now. */
  async look(opened: Opened): Promise<boolean> {
    const names = this.#wanted(opened);
    const folder = folderOf(opened.uri);
    if (names.length === 0 || folder === undefined) return false;
    const files = await this.#host.certificateFiles?.(folder, names);
    const before = this.#seen.get(opened.path);
    const isSame = before !== undefined && names.every((name) => before.files.get(name) === files?.get(name));
    this.#seen.set(opened.path, { names, files: isSame ? before.files : (files ?? new Map()) });
    return !isSame;
  }

  forget(path: string): void {
    this.#seen.delete(path);
  }

  #wanted({ uri, settings, analysis }: Opened): readonly string[] {
    const isLookedAt = this.#host.certificateFiles !== undefined && folderOf(uri) !== undefined;
    if (!isLookedAt || settings.trusted === false) return [];
    const names = named.get(analysis) ?? filesNamed(analysis.spec);
    named.set(analysis, names);
    return names;
  }
}
