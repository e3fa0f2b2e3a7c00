import module from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Milliseconds after which a program that may be ended at any time has run through most of its code. */
const SETTLED = 10_000;

/**
 * Lets Node keep the compiled code of what is loaded from here on, so that the next start compiles nothing. The folder is the user's
 * own: what lies in one for temporary files, others may have written. `NODE_COMPILE_CACHE` names another one,
 * `NODE_DISABLE_COMPILE_CACHE` keeps Node from it; older versions do without.
 */
export function keepCompiled(): void {
  const folder = cacheFolder(process.platform, process.env);
  if (folder !== undefined) module.enableCompileCache?.(join(folder, 'lync-federation'));
}

/** Writes what is compiled in good time: who is killed does not come to write it at the end. */
export function keepCompiledSoon(): void {
  setTimeout(() => module.flushCompileCache?.(), SETTLED).unref();
}

/** Where a user's programs keep what they can make again: never by the way from here, where a stranger's files may lie. */
function cacheFolder(
  platform: NodeJS.Platform,
  { XDG_CACHE_HOME = '', LOCALAPPDATA = '' }: NodeJS.ProcessEnv,
): string | undefined {
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (platform === 'win32' && isAbsolute(LOCALAPPDATA)) return LOCALAPPDATA;
  const home = homeFolder();
  return home && join(home, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
}

/** A user whom the system does not know, as in some containers, has none. */
function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}
