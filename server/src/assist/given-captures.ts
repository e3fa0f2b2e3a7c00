import { captureCalled, captureFrom, toolsFor } from '../machine/captures.ts';
import { readAs } from '../machine/legible.ts';
import { withinBounds } from '../machine/sizes.ts';
import type { NamedText, Tools } from '../plan/import/readers/reader.ts';
import { Refusal } from '../text/refusal.ts';
import type { Ground } from './ground.ts';

/**
 * Captures as they are read together.
 * @throws Refusal for the first that cannot be read
 */
export async function givenCaptures(
  names: readonly string[],
  ground: Ground,
): Promise<{ readonly files: readonly NamedText[]; readonly tools: Tools }> {
  const files: NamedText[] = [];
  const excess = withinBounds();
  for (const name of names) {
    const wanted = captureCalled(name);
    const { path, bytes } = await ground.file(name, wanted.limit);
    const decoded = readAs(wanted, path, bytes);
    const read = 'template' in decoded ? decoded : captureFrom(path, decoded);
    const hindered = 'template' in read ? read : excess(read);
    if (hindered) throw new Refusal(hindered);
    if ('text' in read) files.push(read);
  }
  return { files, tools: await toolsFor(files) };
}
