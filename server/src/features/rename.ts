import type { Analysis } from '../analyze.ts';
import { refusal } from '../cmdlets/command.ts';
import { GLOBAL } from '../cmdlets/effect.ts';
import { objectKey } from '../spec/names.ts';
import type { TextEdit } from '../text/edit.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { renamed } from './renamed.ts';
import { bareName, entriesOf, isOfOneDocument, mentionAt, type ObjectName } from './runbook/objects.ts';
import { type Document, homeOf, type Naming, namersOf, specsOf } from './workspace.ts';

/** A name that can be given anew. */
export interface Renameable {
  readonly at: Range;
  readonly name: string;
}

/** What changes in a document. */
export interface RenamedDocument<D extends Document = Document> {
  readonly document: D;
  readonly edits: readonly TextEdit[];
}

/** The name at an offset, where another one can be given; what everybody has cannot be called otherwise. */
export function renameable(analysis: Analysis, offset: number): Renameable | undefined {
  const found = mentionAt(analysis, offset);
  return found === undefined || found.key === GLOBAL ? undefined : { at: found.at, name: bareName(found.name) };
}

/**
 * The edits that give the object at an offset another name wherever its deployment names it: in its spec, in the runbook, and in the
 * scripts that are for it; in the specs of a family, which share files, as well. The document of the offset comes first. Or why it
 * cannot have that name.
 */
export function rename<D extends Document>(
  own: D,
  { offset, newName }: { readonly offset: number; readonly newName: string },
  others: readonly D[] = [],
  family: readonly D[] = [],
): readonly RenamedDocument<D>[] | Message {
  const object = mentionAt(own.analysis, offset);
  if (object === undefined || object.key === GLOBAL) return say`There is nothing here that can be renamed.`;
  const name = newName.trim();
  if (name === '') return say`A name cannot be empty.`;
  if (CONTROL.test(name)) return say`A name cannot hold line breaks or control characters.`;
  const unsayable = refusal({ cmdlet: '', parameters: { Identity: name } });
  if (unsayable) return unsayable.text;
  const deployment = deploymentOf(own, { others: isOfOneDocument(object) ? [] : others, family }, object);
  const taken = objectKey(name) !== object.key && deployment.find((one) => hasEntry(one, object, name));
  if (taken)
    return taken.document === own
      ? say`There is another entry named ${code(name)}.`
      : say`There is another entry named ${code(name)} in ${code(fileName(taken.document))}.`;
  return deployment.map(({ document, mentions }) => {
    return { document, edits: renamed(document.analysis, { object, mentions, name }) };
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** The documents that speak of the same object, not only of one with that name: a spec, and the scripts that are for it. */
function deploymentOf<D extends Document>(
  own: D,
  { others, family }: { readonly others: readonly D[]; readonly family: readonly D[] },
  object: ObjectName,
): readonly Naming<D>[] {
  const all = namersOf([...new Set([own, ...family, ...others])], object);
  const isSpec = own.analysis.kind === 'spec';
  const specs = specsOf(all.map(({ document }) => document));
  const home = isSpec ? own : homeOf(own, specs);
  return all.filter(({ document }) => {
    if (document === own || family.includes(document)) return true;
    if (document.analysis.kind !== 'script') return document === home;
    const itsHome = homeOf(document, specs);
    return itsHome !== undefined && (itsHome === home || family.includes(itsHome));
  });
}

function hasEntry<D extends Document>({ document }: Naming<D>, { noun }: ObjectName, name: string): boolean {
  const key = objectKey(name);
  return entriesOf(document.analysis.spec, noun).some((entry) => entry.key === key);
}

function fileName({ path }: Document): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
