import type { Contradictions, RemovedObject, Several, UndeclaredObject } from '../deployment/contradictions.ts';
import { declarable } from '../deployment/undeclared-objects.ts';
import { schemaAt } from '../spec/schema.ts';
import { code, say } from '../text/message.ts';
import { append, remove } from '../yaml/edit.ts';
import type { Document } from './command-edits.ts';
import { type Fix, offered, type SpecEdit } from './fix.ts';
import { withoutLine } from './own-line.ts';
import { withValue } from './parameter-edits.ts';

/** Names the object as the spec does where a name is near, leaves its command out, or enters it in the spec. */
export function declaredOrLeftOut(
  { end: { by, settings } }: UndeclaredObject,
  { declared, meant }: Pick<Contradictions, 'declared'> & { readonly meant: string | undefined },
  document: Document,
): readonly Fix[] {
  if (by === undefined) return [];
  const { command, naming } = by;
  const name = code(by.name);
  const renamed = meant && naming ? withValue(document, command, naming, meant) : undefined;
  const list = code(declared.section.path.join('.'));
  return [
    ...offered(meant === undefined ? undefined : say`Change it to ${code(meant)}`, renamed),
    ...offered(say`Leave the command out`, withoutLine(document, command)),
    ...offered(say`Enter ${name} in ${list}`, entered(declared, { name: by.name, settings })),
  ];
}

/** Leaves out the command that removes declared objects, or takes these out of the spec. */
export function leftOrUndeclared(objects: Several<RemovedObject>, document: Document): readonly Fix[] {
  const [{ by }, ...others] = objects;
  const name = code(by.name);
  return [
    ...offered(say`Leave the command out`, withoutLine(document, by.command)),
    ...offered(
      others.length === 0 ? say`Take ${name} out of the spec` : say`Take all of them out of the spec`,
      objects.map(({ object: { place } }) => remove(place.path)),
    ),
  ];
}

/** The object as an entry of its list. */
function entered(
  declared: Contradictions['declared'],
  object: Parameters<typeof declarable>[1],
): readonly SpecEdit[] | undefined {
  const entry = declarable(declared, object);
  if (entry === undefined) return undefined;
  const { path } = declared.section;
  const shorthand = schemaAt([...path, 0])?.['x-shorthand'];
  const isBare = shorthand !== undefined && Object.keys(entry).every((key) => key === shorthand);
  return [append(path, isBare ? object.name : entry)];
}
