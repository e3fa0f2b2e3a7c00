import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The command that starts the server to compare with: a command line as it is, or that of a commit, which is built in a folder of its
 * own with the packages that are installed here, and goes at the end.
 */
export function otherServer(against: string): readonly string[] {
  if (/\s/.test(against)) return against.split(' ');
  const place = mkdtempSync(join(tmpdir(), 'lync-federation-bench-'));
  const folder = join(place, 'checkout');
  const git = (...args: readonly string[]) => execFileSync('git', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  git('worktree', 'add', '--detach', folder, against);
  process.on('exit', () => {
    rmSync(join(folder, 'node_modules'));
    git('worktree', 'remove', '--force', folder);
    rmSync(place, { recursive: true });
  });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  execFileSync(process.execPath, ['scripts/build.ts', '--minify'], { cwd: folder, stdio: 'inherit' });
  return [process.execPath, join(folder, 'dist', 'server.js'), '--stdio'];
}
