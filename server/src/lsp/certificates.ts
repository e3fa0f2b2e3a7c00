import { type CertificateFiles, filesNamed } from '../deployment/certificate-files.ts';
import type { Host } from './host.ts';
import { folderOf } from './names.ts';
import type { Opened } from './opened.ts';

/** The files of certificates beside specs, looked at each time that one is asked for: few name any. */
export class BesideCertificates {
  readonly #host: Pick<Host, 'certificateFiles'>;

  constructor(host: Pick<Host, 'certificateFiles'>) {
    this.#host = host;
  }

  /** What the files that a spec names are: as it was judged, where none is another. Undefined where there is none to look at. */
  of({ uri, settings, options, analysis }: Opened): Promise<CertificateFiles | undefined> | undefined {
    const folder = folderOf(uri);
    const names = filesNamed(analysis.spec);
    const { certificateFiles: read } = this.#host;
    if (read === undefined || folder === undefined || names.length === 0 || settings.trusted === false)
      return undefined;
    return read(folder, names).then((files) => {
      const before = options.certificateFiles;
      return names.every((name) => before?.get(name) === files.get(name)) ? before : files;
    });
  }
}
