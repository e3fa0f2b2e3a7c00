import { spawn } from 'node:child_process';

const TICK = `
  const [what, every] = process.argv.slice(1);
  let ticks = 0;
  setInterval(() => console.log('setup: still at it, after ' + (++ticks * every) / 1000 + ' s: ' + what), every);
  process.stdin.on('end', () => process.exit()).resume();
`;

/** Does something that nobody can look into while it lasts; another process says each half minute that it goes on, and goes with this one. */
export function ticking(what, act, every = 30_000) {
  const ticker = spawn(process.execPath, ['--eval', TICK, what, String(every)], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  try {
    return act();
  } finally {
    ticker.kill();
  }
}
