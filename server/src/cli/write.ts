import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, chown, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Replaces a file's text in one step, so that nobody ever sees half of it; mode, owner and links stay as they are. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const file = await realpath(path);
  // A rename would replace a file that must not be written.
  await access(file, constants.W_OK);
  const before = await stat(file);
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    await writeFile(temporary, text, { mode: before.mode, flag: 'wx' });
    const made = await stat(temporary);
    if (made.uid !== before.uid || made.gid !== before.gid) await chown(temporary, before.uid, before.gid);
    await chmod(temporary, before.mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
