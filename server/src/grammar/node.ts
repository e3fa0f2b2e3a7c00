import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type ReadScript, toScript } from '../cmdlets/script.ts';
import { ENGINE, GRAMMAR } from './files.ts';
import { unloaded } from './unloaded.ts';

let loading: Promise<ReadScript> | undefined;
let loaded: ReadScript | undefined;

/** The reader of PowerShell, loaded once from the files beside the bundle (or from another folder). */
export function powerShell(folder: string = dirname(fileURLToPath(import.meta.url))): Promise<ReadScript> {
  loading ??= load(folder);
  return loading;
}

/**
 * Makes something that reads PowerShell. The grammar is a second opinion that most texts never ask for: it is loaded for the first that
 * does, of which all is made once more.
 */
export async function withSecondOpinion<T>(make: (readScript: ReadScript) => T): Promise<T> {
  if (loaded === undefined) {
    let isAsked = false;
    const made = make((text) =>
      toScript(text, () => {
        isAsked = true;
        return false;
      }),
    );
    if (!isAsked) return made;
  }
  return make(loaded ?? (await powerShell().catch(unloaded)));
}

async function load(folder: string): Promise<ReadScript> {
  // Optimizing the tables of the grammar takes V8 over a gigabyte and saves no time.
  setFlagsFromString('--liftoff-only --no-wasm-tier-up --no-wasm-dynamic-tiering');
  const [engine, grammar] = await Promise.all([readFile(join(folder, ENGINE)), readFile(join(folder, GRAMMAR))]);
  // The engine is code that a spec without commands never needs.
  const { loadPowerShell } = await import('./load.ts');
  loaded = await loadPowerShell({ engine, grammar });
  return loaded;
}
