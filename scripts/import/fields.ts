/** A record of a harvest, whose fields are looked at one by one. */
export type Fields = Readonly<Record<string, unknown>>;

/** The records of a mapping, by name; none for what is no mapping. */
export function entries(value: unknown): readonly (readonly [string, Fields])[] {
  return Object.entries(Object(value));
}

/** A field where there is a value for it, to be spread into a record. */
export function given(key: string, value: unknown): Fields {
  return value === undefined ? {} : { [key]: value };
}

/** The list, where it holds something. */
export function nonEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

/** The records of a list; none for what is no list. */
export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value : [];
}

/** The names of a list; none for what is no list. */
export function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
