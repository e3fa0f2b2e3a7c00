import { plainLine } from '../text/visible.ts';
import type { Progress } from './shell.ts';

/** A bar on one line of a terminal, which is gone when the work is done. */
export function progressBar(name: string, write: (text: string) => void): Progress {
  const shown = plainLine(name).slice(-30);
  let percent = -1;
  return {
    at(part) {
      const now = Math.min(100, Math.floor(part * 100));
      if (now === percent) return;
      percent = now;
      const full = Math.floor(now / 5);
      write(`\r${shown} [${'#'.repeat(full)}${'.'.repeat(20 - full)}] ${now} %`);
    },
    done() {
      if (percent >= 0) write('\r\x1b[2K');
    },
  };
}
