import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

export type Texts = Readonly<Record<string, string>>;

/** The Korean texts of the server and of the command line, by English template. */
export function korean(): Texts {
  return joined(serverFiles());
}

/** The Korean texts of the client, which VS Code reads. */
export function koreanOfClient(): Texts {
  return joined(clientFiles());
}

/** The Korean texts of the page of facts: its own, and those of the server. */
export function koreanOfFacts(): Texts {
  return { ...korean(), ...joined(factFiles()) };
}

/** The Korean texts of the manifest, by their keys. */
export function koreanManifest(): Texts {
  return read(MANIFEST);
}

export const MANIFEST = 'package.nls.ko.json';

export type Files = ReadonlyMap<string, Texts>;

/** A file for each area; only what all of them say together counts. */
export function serverFiles(): Files {
  return filesIn('l10n/ko/!(client|facts).json');
}

export function clientFiles(): Files {
  return filesIn('l10n/ko/client.json');
}

/** What the page of facts says of its own, which no program says. */
export function factFiles(): Files {
  return filesIn('l10n/ko/facts.json');
}

function filesIn(pattern: string): Files {
  return new Map(
    globSync(pattern)
      .toSorted()
      .map((file) => [basename(file), read(file)]),
  );
}

function joined(files: Files): Texts {
  return Object.assign({}, ...files.values());
}

export function read(file: string): Texts {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
