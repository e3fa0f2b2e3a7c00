/** Keywords of the schema that are for people and for the product, and validate nothing. */
export const ANNOTATIONS = [
  'x-cmdlet',
  'x-parameter',
  'x-shorthand',
  'x-form',
  'x-well-formed',
  'x-refers-to',
  'x-name',
  'x-public',
  'x-on-edge',
  'enumDescriptions',
];

const PROSE = new Set([...ANNOTATIONS, 'title', 'description', 'examples', 'default']);

/** A JSON Schema with what validates and nothing else. Keys of the format that are called like prose stay. */
export function withoutProse<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema), function (this: unknown, key, value) {
    return PROSE.has(key) && isSchema(this) ? undefined : value;
  });
}

/** A mapping of property names is no schema: each of its values is one. */
function isSchema(holder: unknown): boolean {
  if (typeof holder !== 'object' || holder === null) return false;
  return ['type', '$ref', 'enum', 'const', '$schema'].some(
    (keyword) => keyword in holder && !isMapping(Object.entries(holder), keyword),
  );
}

function isMapping(entries: readonly (readonly [string, unknown])[], keyword: string): boolean {
  const value = entries.find(([key]) => key === keyword)?.[1];
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
