import { each, type Leaf, type List, type Place, type Spec } from './model.ts';
import { fieldOf, isList, isPlace } from './noun-sections.ts';
import { rootSchema, type Schema } from './schema.ts';

/** A text of the spec whose schema says more of it than its form. */
export interface AnnotatedText {
  readonly leaf: Leaf<string>;
  readonly schema: Schema;
  /** The mapping that holds it, or the list it stands in. */
  readonly holder: Place;
}

/** The texts of a spec that name an entry elsewhere, in the order of the format. */
export function referringTexts(spec: Spec): readonly AnnotatedText[] {
  return textsBelow(spec, REFERRING);
}

/** The texts of a spec that are names in DNS, in the order of the format; of lists, the items that are chosen. */
export function dnsNames(spec: Spec, itemsOf: Items): readonly AnnotatedText[] {
  return textsBelow(spec, NAMING, itemsOf);
}

/** What is looked at of a list: each item, or one by one. */
export type Items = (list: List<unknown>) => readonly unknown[];

/** The texts at the end of a way through mappings and lists, told by its keys: `edge.pools.fqdn`. */
export function textsAt(spec: Spec, way: string): readonly Leaf<string>[] {
  const steps = way.split('.');
  return steps
    .reduce<readonly Place[]>((places, key) => places.flatMap((place) => itemsOf(fieldOf(place, key))), [spec])
    .filter(isText);
}

/** The part of the schema that leads to what is annotated. */
interface Way {
  readonly schema: Schema;
  readonly isAnnotated: boolean;
  readonly below: ReadonlyMap<string, Way>;
  readonly items: Way | undefined;
}

const REFERRING = wayTo(rootSchema, 'x-refers-to');
const NAMING = wayTo(rootSchema, 'x-name');

function wayTo(schema: Schema, annotation: 'x-refers-to' | 'x-name'): Way | undefined {
  const below = new Map(
    Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
      const way = wayTo(child, annotation);
      return way ? [[key, way] as const] : [];
    }),
  );
  const items = schema.items && wayTo(schema.items, annotation);
  const isAnnotated = schema[annotation] !== undefined;
  return isAnnotated || items || below.size > 0 ? { schema, isAnnotated, below, items } : undefined;
}

function textsBelow(spec: Spec, root: Way | undefined, items: Items = each): readonly AnnotatedText[] {
  const found: AnnotatedText[] = [];
  const gather = (place: Place, way: Way, holder: Place) => {
    if (way.isAnnotated && isText(place)) found.push({ leaf: place, schema: way.schema, holder });
    if (way.items && isList(place)) for (const item of items(place).filter(isPlace)) gather(item, way.items, place);
    for (const [key, child] of way.below) {
      const field = fieldOf(place, key);
      if (field) gather(field, child, place);
    }
  };
  if (root) gather(spec, root, spec);
  return found;
}

function itemsOf(place: Place | undefined): readonly Place[] {
  if (place === undefined) return [];
  return isList(place) ? place.items.filter(isPlace) : [place];
}

function isText(place: Place): place is Leaf<string> {
  return 'value' in place && typeof place.value === 'string';
}
