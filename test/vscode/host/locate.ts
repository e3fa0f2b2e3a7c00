import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from './host-error.ts';

/** What `scripts/setup.mjs` prepared for VS Code on this machine; `chromium` is absent where only the server was asked for. */
export interface Prepared {
  readonly version: string;
  readonly host: 'desktop' | 'server';
  /** The desktop program needs an X server and there is none. */
  readonly virtualDisplay: boolean;
  readonly chromium?: string;
  /** The folder of the VS Code server that holds `out/server-main.js` and the workbench. */
  readonly vscode: string;
  /** The Node program the server's native modules are built for. */
  readonly node: string;
}

/** The repository's root folder. */
export const repository = join(import.meta.dirname, '..', '..', '..');

/** Reads what setup has found and installed; exit code 69 where it has not run. */
export function locate(): Prepared {
  const file = join(repository, '.vscode-test', 'setup.json');
  if (!existsSync(file)) throw new HostError(69, 'VS Code is not prepared: run `node scripts/setup.mjs --vscode`.');
  const prepared: Prepared = JSON.parse(readFileSync(file, 'utf8'));
  return prepared;
}
