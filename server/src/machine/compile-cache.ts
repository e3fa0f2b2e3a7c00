import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds after which a program that may be ended at any time has run through most of its code. */
const SETTLED = 10_000;

/**
 * Lets Node keep the compiled code of what is loaded from here on, so that the next start compiles nothing. The folder is the user's
 * own: what lies in one for temporary files, others may have written. `NODE_COMPILE_CACHE` names another one,
 * `NODE_DISABLE_COMPILE_CACHE` keeps Node from it; older versions do without.
 */
export function keepCompiled(): void {
  module.enableCompileCache?.(join(cacheFolder(process.platform, process.env), 'lync-federation'));
}

/** Writes what is compiled in good time: who is killed does not come to write it at the end. */
export function keepCompiledSoon(): void {
  setTimeout(() => module.flushCompileCache?.(), SETTLED).unref();
}

/** Where a user's programs keep what they can make again. */
function cacheFolder(platform: NodeJS.Platform, { XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
