import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A copy of the tree as it is, with what git does not keep but the checks would make; the packages are those of the tree. */
export function copiedTree(): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'lync-federation-tree-')));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
  for (const path of [...listed.filter(Boolean), ...globSync('server/src/**/*.generated.*'), '.derived.json']) {
    // What is deleted is listed until that is committed.
    if (!existsSync(path)) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    copyFileSync(path, join(copy, path));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}
