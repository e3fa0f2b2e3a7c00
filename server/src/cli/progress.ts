import { plainLine } from '../text/visible.ts';
import type { Progress } from './shell.ts';

/** A bar on one line of a terminal, which is gone when the work is done; nobody sees one of work that is done at once. */
export function progressBar(
  name: string,
  write: (text: string) => void,
  now: () => number = () => performance.now(),
): Progress {
  const shown = plainLine(name).slice(-30);
  const began = now();
  let percent = -1;
  return {
    at(part) {
      const reached = Math.min(100, Math.floor(part * 100));
      if (reached === percent || now() - began < PATIENCE) return;
      percent = reached;
      const full = Math.floor(reached / 5);
      write(`\r${shown} [${'#'.repeat(full)}${'.'.repeat(20 - full)}] ${reached} %`);
    },
    done() {
      if (percent >= 0) write('\r\x1b[2K');
    },
  };
}

/** Milliseconds in which nobody asks how long it will take. */
const PATIENCE = 300;
