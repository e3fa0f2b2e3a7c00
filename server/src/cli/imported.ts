import type { ProductId } from '../catalog/catalog.generated.ts';
import { toolsFor } from '../machine/captures.ts';
import type { Decoded } from '../machine/encoding.ts';
import { tooMuchOf } from '../machine/sizes.ts';
import { passedOverNote, readFound } from '../plan/import/read.ts';
import { importSpec, once } from '../plan/import.ts';
import type { Project } from '../project/project.ts';
import { attempt, type Failure } from '../text/failure.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import type { Sources } from './by-source.ts';
import { seenFrom } from './captures.ts';
import { failuresIn } from './failures.ts';
import type { ToldFile } from './form.ts';
import type { Shell } from './shell.ts';

/** A spec that stands in no file. */
export interface ImportedInput extends Decoded {
  readonly path: string;
  readonly file?: string;
  readonly project: Project;
  readonly imported: Sources;
}

/** What became of files in other forms. */
export interface Imported {
  readonly input?: ImportedInput;
  /** What could not be read of them. */
  readonly complaints: readonly Message[];
  /** Why there is nothing of them to judge. */
  readonly unjudged: readonly Message[];
}

/** What files say together, as the text of the spec that `import` would write; what becomes no part of it is told. */
export async function importedInput(
  files: readonly ToldFile[],
  { product, project }: { readonly product: ProductId | undefined; readonly project: Project },
  { cwd, tell }: Pick<Shell, 'cwd' | 'tell'>,
): Promise<Imported> {
  const texts = files.map(({ told }) => told);
  const { found, sources, complaints, passedOver } = readFound(texts, undefined, await toolsFor(texts));
  const read = files.filter(({ told }) => sources.includes(told.source));
  const [first] = read;
  const others = passedOverNote(passedOver);
  if (first === undefined) return unjudged([...complaints, ...others]);
  const named = codes(sources);
  const failures: Failure[] = [];
  const made = attempt('import', failures, () => importSpec(seenFrom('', found, cwd), product));
  if (made === undefined)
    return { complaints: [...complaints, ...failuresIn(sources.join(', '), failures)], unjudged: [] };
  const { text, notes, entries, originAt, untold } = made;
  for (const note of once([...notes, ...others])) tell(note);
  if (entries === 0) return unjudged(complaints.length > 0 ? complaints : [nothingOf(named)]);
  const excess = tooMuchOf(named, text);
  if (excess !== undefined) return { complaints: [...complaints, excess], unjudged: [] };
  tell(
    say`${named}: judged as it was read, and nothing is missed that it does not show; ${code('lync-federation import')} keeps it in a spec, which can be repaired.`,
  );
  const { file } = first;
  const imported = {
    files: read.map(({ told, file }) => ({ path: told.source, file, text: told.text })),
    originAt,
    untold,
  };
  const about = { path: first.told.source, ...(file !== undefined && { file }), project };
  return { input: { ...about, text, encoding: 'utf-8', bom: false, imported }, complaints, unjudged: [] };
}

function unjudged(why: readonly Message[]): Imported {
  return { complaints: [], unjudged: why };
}

function nothingOf(named: Message): Message {
  return say`Nothing of ${named} is part of a spec, so nothing is judged.`;
}
