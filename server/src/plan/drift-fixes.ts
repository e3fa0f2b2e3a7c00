import { catalog } from '../catalog/catalog.generated.ts';
import { OPEN } from '../catalog/tenant.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import type { SpecEdit } from '../edits/fix.ts';
import { remove, set, type Value } from '../yaml/edit.ts';
import { nodeAt } from '../yaml/node-at.ts';
import type { Mapping, Path } from '../yaml/tree.ts';
import type { Surplus } from './compare.ts';
import type { DriftFinding } from './drift.ts';
import { keyValue, toEntry } from './import/entry.ts';
import { nounPlace } from './import/nouns.ts';
import type { Server, ServerObject } from './state.ts';

/** What the edits of a spec are told for. */
interface Into {
  readonly root: Mapping | undefined;
  readonly server: Server | undefined;
}

/**
 * The changes of a spec that make it say what the servers hold, for one difference or several; undefined where that cannot be said. Lists
 * stay lists: of one that loses all its entries it is known that it is empty.
 */
export function takenOver(findings: readonly DriftFinding[], into: Into): readonly SpecEdit[] | undefined {
  const edits: SpecEdit[] = [];
  const lists = new Map<string, { readonly path: Path; readonly gone: Path[]; readonly come: Value[] }>();
  const listAt = (path: Path) => {
    const key = path.join('.');
    const known = lists.get(key) ?? { path, gone: [], come: [] };
    lists.set(key, known);
    return known;
  };
  for (const finding of findings) {
    const { is, kind } = finding.of;
    const { path } = kind.section;
    if (is === 'missing') {
      const entry = finding.of.wanted.path;
      if (entry === undefined) return undefined;
      listAt(path).gone.push(entry);
    } else if (is === 'surplus') {
      const entry = entryOf(finding.of, into.server);
      if (entry === undefined) return undefined;
      listAt(path).come.push(entry);
    } else {
      const edit = valueTaken(finding);
      if (edit === undefined) return undefined;
      edits.push(edit);
    }
  }
  return [...edits, ...[...lists.values()].flatMap((list) => listEdits(list, into))];
}

function listEdits(
  { path, gone, come }: { readonly path: Path; readonly gone: readonly Path[]; readonly come: readonly Value[] },
  { root }: Into,
): readonly SpecEdit[] {
  const list = nodeAt(root, path);
  if (list?.kind === 'sequence' && gone.length === list.items.length) return [set(path, come)];
  return [...gone.map(remove), ...come.map((value) => ({ edit: 'insert', path, value }) as const)];
}

/** An object of the servers as an entry of the spec. */
function entryOf({ held, kind }: Surplus, server: Server | undefined): Value | undefined {
  const place = nounPlace(kind.noun);
  if (place === undefined || isStrange(held)) return undefined;
  const { identity, values, grantedTo } = held;
  const properties = {
    Identity: identity,
    ...values,
    ...(grantedTo !== undefined && grantedTo.length > 0 && { GrantedTo: grantedTo }),
  };
  const found = { noun: kind.noun, properties, comments: [], doubts: {}, isMade: true, source: '' } as const;
  const { value } = toEntry(found, place, { catalog, server });
  const shorthand = place.schema['x-shorthand'];
  const keys = Object.keys(value);
  return shorthand !== undefined && keys.length === 1 && keys[0] === shorthand ? value[shorthand] : value;
}

/** Whether a property is shown in a way nobody could read. What is not shown at all an entry may leave out. */
function isStrange({ unread = [], aside = {} }: ServerObject): boolean {
  const shown = new Set(Object.keys(aside).map((name) => name.toLowerCase().replace(/asalist$/, '')));
  return unread.some((parameter) => shown.has(parameter.toLowerCase()));
}

/** The value that the servers have in place of the one that is declared. */
function valueTaken({ of, difference: { setting, live } }: DriftFinding): SpecEdit | undefined {
  const entry = of.is === 'surplus' ? undefined : of.wanted.path;
  if (entry === undefined) return undefined;
  if (of.is === 'granted')
    return live == null ? undefined : set([...entry, 'grantedTo'], Array.isArray(live) ? live : String(live));
  const key = [...of.kind.section.parameters].find(([, parameter]) => parameter === setting)?.[0];
  if (key === undefined) return undefined;
  const path = [...entry, key];
  // That all domains are allowed the format says by no list.
  if (isNothing(live) || live === OPEN) return remove(path);
  const value = keyValue(nounPlace(of.kind.noun)?.schema.properties?.[key] ?? {}, live);
  return value === undefined ? undefined : set(path, value);
}

/** Whether the servers have no value, or the capture shows none. */
export function isNothing(live: CommandValue | null | undefined): live is null | undefined | readonly [] {
  return live === null || live === undefined || (Array.isArray(live) && live.length === 0);
}
