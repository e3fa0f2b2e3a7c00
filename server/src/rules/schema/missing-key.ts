import { schemaAt } from '../../spec/schema.ts';
import { code, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Fix, Rule } from '../rule.ts';

export const missingKey: Rule = {
  id: 'missing-key',
  summary: say`A key that the format requires is missing.`,
  severity: 'error',
  facts: [],

  *check(_, { faults }) {
    for (const fault of faults) {
      if (fault.kind !== 'missing-key') continue;
      const { at, path, key } = fault;
      const schema = schemaAt([...path, key]);
      const message = say`${code(key)} (${prose(schema?.title ?? key)}) is required here and missing. Add it.`;
      yield { at, message, fixes: fixes(key, [...path, key], schema?.const) };
    }
  },
};

/** Only what can have one value is added by itself; nobody but the administrator knows the rest. */
function fixes(
  key: string,
  path: readonly (string | number)[],
  value: string | number | boolean | undefined,
): readonly Fix[] {
  if (value === undefined) return [];
  return [{ title: say`Add ${code(`${key}: ${value}`)}`, safety: 'safe', edits: [set(path, value)] }];
}
