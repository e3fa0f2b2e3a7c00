import { written } from '../../edits/written.ts';
import { encode } from '../../machine/encoding.ts';
import { placesIn } from '../../spec/placed.ts';
import { applyEdits } from '../../text/edit.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { filesIn } from '../by-file.ts';
import type { Input } from '../files.ts';
import { whereabouts, whereaboutsIn } from '../reports/places.ts';
import type { Shell } from '../shell.ts';
import { rewriteNamed } from '../write.ts';
import type { Verification } from './reports.ts';

/**
 * Writes into a spec what was seen where it says otherwise; what a file beside it says stays.
 * @param place `LINE:COLUMN` of the differences that are taken over, with the file before it where that is extended; all of them without one
 * @throws Complaint where it cannot be written
 */
export async function takeOver(
  input: Input,
  { analysis, verdict }: Verification,
  { shell, place }: { readonly shell: Shell; readonly place: string | undefined },
): Promise<void> {
  const placeOf = placesIn(input.path, input.text);
  const isMeant = (at: Range) =>
    place === undefined || [whereaboutsIn(input.path, placeOf(at)), whereabouts(placeOf(at))].includes(place);
  const taken = verdict.differences.filter(({ isOfFile, at }) => !isOfFile && isMeant(at));
  const made = written(
    analysis,
    taken.map(({ edits }) => ({ edits })),
  );
  const text = applyEdits(input.text, made?.edits ?? []);
  if (text === input.text) {
    shell.tell(say`There is nothing to take over into ${code(input.path)}.`);
    return;
  }
  for (const { input: one, text: now } of filesIn(input, text)) {
    const { path, encoding, bom, file } = one;
    const after = encode({ text: now, encoding, bom });
    if (file === undefined) shell.print(after);
    else if (now !== one.text) await rewriteNamed(path, { before: encode(one), after }, shell);
  }
  shell.tell(
    taken.length === 1
      ? say`${code(input.path)}: 1 difference taken over`
      : say`${code(input.path)}: ${taken.length} differences taken over`,
  );
}
