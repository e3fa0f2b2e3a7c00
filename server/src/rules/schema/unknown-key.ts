import { moved, wayTo } from '../../edits/moved.ts';
import { keysOf, rootSchema, type Schema, schemaAt } from '../../spec/schema.ts';
import { type Code, code, codes, type Message, say } from '../../text/message.ts';
import { remove, rename } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const unknownKey: Rule = {
  id: 'unknown-key',
  summary: say`A key that the format does not know.`,
  severity: 'error',
  facts: [],
  projects: true,

  *check(_, context) {
    const { faults, schema } = context;
    for (const fault of faults) {
      if (fault.kind !== 'unknown-key') continue;
      const { at, path, key, meant, belongs } = fault;
      const known = keysOf(schemaAt(path.slice(0, -1), schema));
      if (key.trim() === '') {
        const message = say`A key is missing before this colon. Write it, or remove the line.`;
        yield { at, message, fixes: [{ title: say`Remove the entry`, safety: 'review', edits: [remove(path)] }] };
        continue;
      }
      const removal = { title: say`Remove ${code(key)}`, safety: 'review', edits: [remove(path)] } as const;
      if (belongs.length > 0) {
        const message = say`${code(key)} is not a key of ${owner(path, schema)}, so it has no effect. ${placeOf(belongs)}`;
        const meantHere = belongs.length > MOST_MOVES ? [] : belongs;
        const moves = meantHere.flatMap((place) => moved(path, place, context) ?? []);
        yield { at, message, fixes: [...moves, removal] };
        continue;
      }
      if (meant === undefined) {
        const message = say`${code(key)} is not a key of ${owner(path, schema)}, so it has no effect. Known keys: ${codes(known)}.`;
        yield { at, message, fixes: [removal] };
        continue;
      }
      const message = say`${code(key)} is not a key of ${owner(path, schema)}, so it has no effect. Did you mean ${code(meant)}?`;
      const renaming = {
        title: say`Rename ${code(key)} to ${code(meant)}`,
        safety: 'safe',
        edits: [rename(path, meant)],
      } as const;
      yield { at, message, fixes: [renaming, removal] };
    }
  },
};

function placeOf(belongs: readonly Path[]): Message {
  const ways = [...new Set(belongs.map(wayTo))];
  if (ways.length > 1) return say`Its place is one of ${codes(ways)}.`;
  return belongs[0]?.length === 1 ? say`It is a section of its own, at the left.` : say`Its place is ${codes(ways)}.`;
}

/** Past that nobody can tell what is meant. */
const MOST_MOVES = 3;

function owner(path: readonly (string | number)[], schema: Schema): Code | Message {
  const parents = path.slice(0, -1).filter((step) => typeof step === 'string');
  if (parents.length > 0) return code(parents.join('.'));
  return schema === rootSchema ? say`a federation spec` : say`a project file`;
}
