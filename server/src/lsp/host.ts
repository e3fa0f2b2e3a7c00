import type { Connection } from 'vscode-languageserver';
import type { Language } from '../../../protocol/locale.ts';
import type { ReadScript } from '../cmdlets/script.ts';
import type { CertificateFile } from '../deployment/certificate-files.ts';
import type { Bundle } from '../text/message.ts';
import { attempt } from './guard.ts';

/** What the process lends to the server: the only clock, files, and a way to do something when the next message was handled. */
export interface Host {
  today(): string;
  /** Loads the grammar of PowerShell. */
  powerShell(): Promise<ReadScript>;
  /**
   * Loads the texts of a language that is not English.
   * @param said the first words of the client, which may be anything
   */
  texts(language: Language, said: unknown): Promise<Bundle>;
  readonly readFile: ReadFile;
  /** Reads files of certificates by their names from a folder, out of which none of them leads; absent where nobody looks at them. */
  readonly certificateFiles?: (
    folder: string,
    names: readonly string[],
  ) => Promise<ReadonlyMap<string, CertificateFile>>;
  /** The files below a folder that are sought by their names, as URIs. */
  findFiles(folder: string): Promise<readonly string[]>;
  defer(run: Deferred): void;
  /** Does something when nothing has been typed for a while, or after so many milliseconds. */
  later(run: Deferred, after?: number): void;
}

type Deferred = () => void | Promise<void>;

/** A host as a platform makes it: nothing that is put off may fail. */
export interface Platform extends Host {
  defer(run: () => void): void;
  later(run: () => void, after?: number): void;
}

/** The host on a platform: when something that was put off fails, that is logged. */
export function hostOn(platform: Platform, connection: Connection): Host {
  return {
    ...platform,
    defer: (run) => platform.defer(() => attempt(connection, 'what was deferred', run)),
    later: (run, after) => platform.later(() => attempt(connection, 'what was to come later', run), after),
  };
}

/**
 * Reads the bytes of a file by its URI.
 * @param folders whose links lead nowhere else, as URIs: files of a stranger may lie in them
 * @throws LedAway for a file in one of them that a link leads out of all of them
 */
export type ReadFile = (uri: string, folders: readonly string[]) => Promise<Uint8Array>;
