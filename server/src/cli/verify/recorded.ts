import { resolve } from 'node:path';
import { MOST_BYTES } from '../../machine/sizes.ts';
import { say } from '../../text/message.ts';
import type { Recording } from '../../verify/recording.generated.ts';
import { Complaint } from '../exit.ts';
import { STDIN } from '../find.ts';
import { nameOf, read } from '../read.ts';
import type { Shell } from '../shell.ts';

/**
 * The recording in a file.
 * @throws Complaint where it cannot be read, or is none
 */
export async function recordingIn(file: string, shell: Shell): Promise<Recording> {
  const decoded = await read(file === STDIN ? file : resolve(shell.cwd, file), shell, {
    as: say`a recording`,
    limit: MOST_BYTES.capture,
  });
  if ('template' in decoded) throw new Complaint(decoded);
  const { readRecording } = await import('../../verify/recording.ts');
  const recording = readRecording(file === STDIN ? nameOf(file, shell.cwd) : file, decoded.text);
  if ('template' in recording) throw new Complaint(recording);
  return recording;
}
