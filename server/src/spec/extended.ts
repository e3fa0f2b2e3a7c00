import { type PartFault, split, type TextPart } from '../text/parts.ts';
import type { Range } from '../text/range.ts';
import { readYaml } from '../yaml/blocks.ts';
import { moved, movedFault } from '../yaml/moved.ts';
import { nodeAt } from '../yaml/node-at.ts';
import type { YamlFault } from '../yaml/parse.ts';
import { type Entry, entryOf, type Mapping, type Node, type Path } from '../yaml/tree.ts';

/** Why what a spec extends is not in it. */
export type ExtensionFault = PartFault | 'absolute' | 'twice' | 'unread';

/** A file that is not read where a spec extends it. */
export interface Extension {
  readonly kind: 'extension';
  readonly at: Range;
  readonly path: Path;
  readonly name: string;
  readonly why: ExtensionFault;
}

/** One of the files that a spec consists of. */
export interface SpecPart extends TextPart {
  /** What it says by itself, at its places in the whole. */
  readonly root: Mapping | undefined;
  /** Where it is named; absent for the spec itself. */
  readonly namedAt?: Range;
}

/** What a spec says together with the files that it extends. */
export interface Extended {
  readonly root: Mapping | undefined;
  readonly faults: readonly (YamlFault | Extension)[];
  readonly parts: readonly SpecPart[];
}

/** The files that a text names as those which it extends. */
export function namedIn(
  root: Mapping | undefined,
): readonly { readonly name: string; readonly at: Range; readonly path: Path }[] {
  const list = nodeAt(root, ['extends']);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item, i) =>
    item.kind === 'scalar' && typeof item.value === 'string'
      ? [{ name: item.value, at: item.at, path: ['extends', i] }]
      : [],
  );
}

/** Where a file lies that another one names. Undefined for a name that is whole. */
export function placeNamed(from: string, name: string): string | undefined {
  if (/^[\\/]|^[a-z][a-z0-9+.-]*:|\p{Cc}/iu.test(name)) return undefined;
  const steps: string[] = [];
  for (const step of [...from.split('/').slice(0, -1), ...name.split(/[\\/]/)]) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return (from.startsWith('/') ? '/' : '') + steps.join('/');
}

/** Reads a text with those behind it as one spec. What it says itself comes before what they say, and the items of its lists behind theirs. */
export function readExtended(whole: string): Extended {
  const texts = split(whole);
  const byPath = new Map(texts.slice(1).map((one) => [one.path, one]));
  const parts: SpecPart[] = [];
  const faults: (YamlFault | Extension)[] = [];
  const read = (text: TextPart, way: readonly string[], namedAt?: Range): Mapping | undefined => {
    const { root, faults: ofYaml } = readYaml(text.text, undefined);
    const here = root && moved(root, text.start);
    parts.push({ ...text, root: here, ...(namedAt && { namedAt }) });
    faults.push(...ofYaml.map((fault) => movedFault(fault, text.start)));
    let base: Mapping | undefined;
    for (const { name, at, path } of namedIn(here)) {
      const place = placeNamed(text.path, name);
      const part = place === undefined ? undefined : byPath.get(place);
      const why =
        place === undefined
          ? 'absolute'
          : way.includes(place)
            ? 'cycle'
            : parts.some((one) => one.path === place)
              ? 'twice'
              : part === undefined
                ? 'unread'
                : part.fault;
      if (why !== undefined) faults.push({ kind: 'extension', at, path, name, why });
      else if (part !== undefined) base = over(base, read(part, [...way, place ?? ''], at));
    }
    return over(base, here);
  };
  const [own = { path: '', start: 0, text: whole }] = texts;
  const root = read(own, [own.path]);
  return { root, faults, parts };
}

/** What one mapping says over another one: a value comes before that of the other, items of a list behind those of the other. */
function over(base: Mapping | undefined, own: Mapping | undefined): Mapping | undefined {
  if (base === undefined || own === undefined) return own ?? base;
  const entries = own.entries.map((entry): Entry => {
    const below = entryOf(base, entry.key.value)?.value;
    return {
      ...entry,
      value: below === undefined || entry.key.value === 'extends' ? entry.value : both(below, entry.value),
    };
  });
  const added = base.entries.filter(({ key }) => entryOf(own, key.value) === undefined);
  return { ...own, entries: [...entries, ...added] };
}

function both(base: Node, own: Node): Node {
  if (base.kind === 'mapping' && own.kind === 'mapping') return over(base, own) ?? own;
  if (base.kind === 'sequence' && own.kind === 'sequence')
    return own.items.length === 0 ? base : { ...own, items: [...base.items, ...own.items] };
  return own;
}
