import type { ReadScript } from '../cmdlets/script.ts';
import { reasonOf } from '../text/failure.ts';

/** Stands for a grammar that could not be loaded: each text that needs it learns why it cannot be read. */
export function unloaded(error: unknown): ReadScript {
  const failure = new Error(`The grammar of PowerShell could not be loaded: ${reasonOf(error)}`, { cause: error });
  return () => {
    throw failure;
  };
}
