/** The ids of a collection of the catalog, in the order of its file. */
export function idsOf<Id extends string>(collection: Readonly<Record<Id, unknown>>): readonly Id[] {
  return Object.keys(collection).filter((id): id is Id => id in collection);
}

/** Whether the text is an id of the collection. */
export function isIdOf<Id extends string>(collection: Readonly<Record<Id, unknown>>, id: string): id is Id {
  return Object.hasOwn(collection, id);
}
