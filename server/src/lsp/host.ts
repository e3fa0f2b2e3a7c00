import type { ReadScript } from '../cmdlets/script.ts';

/** What the process lends to the server: the only clock, files, and a way to do something when the next message was handled. */
export interface Host {
  today(): string;
  /** Loads the grammar of PowerShell. */
  powerShell(): Promise<ReadScript>;
  /** Reads a file by its URI. */
  readonly readFile: ReadFile;
  /** The files below a folder that have one of the names, as URIs; `*` in a name stands for any letters. */
  findFiles(folder: string, names: readonly string[]): Promise<readonly string[]>;
  defer(run: () => void): void;
  /** Does something when nothing has been typed for a while. */
  later(run: () => void): void;
}

/** Reads the bytes of a file by its URI. */
export type ReadFile = (uri: string) => Promise<Uint8Array>;

/** The text of a file. Windows PowerShell writes UTF-16 where nobody tells it otherwise. */
export function decoded(bytes: Uint8Array): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}
