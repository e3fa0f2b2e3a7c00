import { code, say } from '../text/message.ts';
import { Complaint } from './exit.ts';
import { gather, type Input } from './files.ts';
import type { Shell } from './shell.ts';

/**
 * The one spec that a word names.
 * @throws Complaint where it cannot be read, and where the word names several
 */
export async function oneSpec(word: string, shell: Pick<Shell, 'cwd' | 'input' | 'tell'>): Promise<Input> {
  const { inputs, complaints } = await gather([word], shell);
  const [complaint] = complaints;
  if (complaint !== undefined) throw new Complaint(complaint);
  const [spec, ...others] = inputs;
  if (spec === undefined || others.length > 0)
    throw new Complaint(say`${code(word)} holds several specs; name one of them.`);
  return spec;
}
