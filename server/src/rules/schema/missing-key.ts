import type { Catalog } from '../../catalog/catalog.generated.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import { asked } from '../../edits/asked.ts';
import type { Fix } from '../../edits/fix.ts';
import { each, type Spec } from '../../spec/model.ts';
import { type Schema, schemaAt } from '../../spec/schema.ts';
import { code, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const missingKey: Rule = {
  id: 'missing-key',
  summary: say`A mapping without a key that the format requires.`,
  severity: 'error',
  facts: [],
  projects: true,

  *check(spec, { catalog, faults, schema: root }) {
    for (const fault of faults) {
      if (fault.kind !== 'missing-key') continue;
      const { at, path, key } = fault;
      const schema = schemaAt([...path, key], root);
      const message = say`${code(key)} (${prose(schema?.title ?? key)}) is required here and missing. Add it.`;
      yield { at, about: key, message, fixes: [adding(key, schema, { path: [...path, key], spec, catalog })] };
    }
  },
};

interface Missing {
  readonly path: Path;
  readonly spec: Spec;
  readonly catalog: Catalog;
}

/** Only what can have one value is added unasked; the administrator alone knows the rest. */
function adding(key: string, schema: Schema | undefined, { path, spec, catalog }: Missing): Fix {
  const only = schema?.const ?? portOf(path, spec, catalog);
  if (only === undefined)
    return { title: say`Add ${code(key)}`, safety: 'review', edits: [set(path, asked(schema, key))] };
  const safety = schema?.const === undefined ? 'review' : 'safe';
  return { title: say`Add ${code(`${key}: ${only}`)}`, safety, edits: [set(path, only)] };
}

/** A service that the catalog holds has one port. */
function portOf(path: Path, spec: Spec, catalog: Catalog): number | undefined {
  const [section, list, index, key] = path;
  if (section !== 'dns' || list !== 'srv' || key !== 'port') return undefined;
  const name = each(spec.dns?.srv).find((record) => record.path.at(-1) === index)?.name;
  return name && readSrvName(catalog, name.value)?.record.port;
}
