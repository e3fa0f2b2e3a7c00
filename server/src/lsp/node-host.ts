import { readFile, stat } from 'node:fs/promises';
import { SOUGHT_NAMES } from '../../../protocol/names.ts';
import { powerShell } from '../grammar/node.ts';
import { CertificateReader } from '../machine/certificate-files.ts';
import { today } from '../machine/clock.ts';
import { LedAway } from '../machine/links.ts';
import { readTexts } from '../machine/texts.ts';
import { wayOut } from '../machine/way-out.ts';
import type { Platform } from './host.ts';
import { filePathOf, uriWithin } from './names.ts';

/**
 * What a process lends to the server.
 * @param placeOf where a file lies on this machine; undefined for what is no file
 */
export function nodeHost(placeOf = filePathOf): Platform {
  /** @throws Error for what is no file */
  const onDisk = (uri: string): string => {
    const place = placeOf(uri);
    if (place === undefined) throw new Error(`${uri} is no file`);
    return place;
  };
  const certificates = new CertificateReader();
  return {
    today,
    powerShell: () => powerShell(),
    texts: readTexts,
    // also what is no file has to fail as a promise
    async readFile(uri, folders) {
      const place = onDisk(uri);
      const away = await wayOut(
        place,
        folders.flatMap((folder) => placeOf(folder) ?? []),
      );
      if (away !== undefined) throw new LedAway(away);
      const found = await stat(place);
      // A device never ends, and what is so large is none of ours.
      if (!found.isFile() || found.size > LARGEST) throw new Error(`${uri} is no file that can be read`);
      return readFile(place);
    },
    async certificateFiles(folder, names) {
      const place = placeOf(folder);
      return place === undefined ? new Map() : certificates.read(place, names);
    },
    async findFiles(folder) {
      const { search } = await import('../machine/search.ts');
      const files = await search(
        SOUGHT_NAMES.map((name) => `**/${name}`),
        { folder: onDisk(folder) },
      );
      return files.map((file) => uriWithin(folder, file));
    },
    defer(run) {
      setImmediate(run);
    },
    later(run, after = 500) {
      setTimeout(run, after);
    },
  };
}

/** Bytes past which a file is neither a spec nor a capture. */
const LARGEST = 32 * 1024 * 1024;
