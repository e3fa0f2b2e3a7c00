import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { cmdletReference } from '../../server/src/catalog/cmdlets.generated.ts';
import { symptomReference } from '../../server/src/catalog/symptoms.generated.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { rootSchema, type Schema } from '../../server/src/spec/schema.ts';

/** What is the same in every language: names of rules, of commands, their parameters and values, of keys, and of documents. */
export const NAMES: ReadonlySet<string> = new Set([
  ...ruleIds,
  ...Object.keys(cmdletReference.cmdlets).flatMap((name) => [name, name.replace(/^.*-/, '')]),
  ...[cmdletReference.common, ...Object.values(cmdletReference.cmdlets).map((one) => one.parameters)].flatMap((some) =>
    Object.entries(some).flatMap(([name, { type }]) => [name, type.replace('[]', '')]),
  ),
  ...keysBelow(rootSchema),
  ...['true', 'false', '_sipfederationtls._tcp', 'PSObject'],
  ...[...Object.values(catalog.sources), ...Object.values(symptomReference.sources)].map(({ title }) => title),
]);

/** The keys of the format, and the values it lists. */
function keysBelow({ properties = {}, items, enum: values = [] }: Schema): readonly string[] {
  const below = Object.entries(properties).flatMap(([key, schema]) => [key, ...keysBelow(schema)]);
  return [...below, ...(items ? keysBelow(items) : []), ...values.map(String)];
}
