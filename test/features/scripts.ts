import { readFile } from 'node:fs/promises';
import { wasm } from '../../scripts/command-line.ts';
import type { Options } from '../../server/src/analyze.ts';
import { loadPowerShell } from '../../server/src/grammar/load.ts';

const [engine, grammar] = await Promise.all(wasm.map((file) => readFile(file)));
if (engine === undefined || grammar === undefined) throw new Error('the parser of PowerShell has two files');
const readScript = await loadPowerShell({ engine, grammar });

/** How a spec is analysed once the grammar is loaded. */
export const WITH_GRAMMAR: Options = { asOf: '2014-05-01', readScript };

/** How a script that stands alone is analysed. */
export const SCRIPT: Options = { ...WITH_GRAMMAR, script: {} };
