import type { Tool } from '../../server/src/assist/tool.ts';
import { tools } from '../../server/src/assist/tools.ts';

// How tools are asked, from what they declare. Nothing here names a tool: one that is new is asked as the others are, and an argument that
// is new fails here until a good value for it is known.

export type Given = Readonly<Record<string, unknown>>;

/** Arguments that are words; all other texts name files. */
const WORDS: readonly string[] = ['name', 'partner'];

/** The arguments by which a tool takes files, and whether several at a time. */
function filesOf({ takes }: Tool): readonly (readonly [string, boolean])[] {
  return Object.entries(takes).flatMap(([key, { schema }]) => {
    const isText = schema.type === 'string' && schema.enum === undefined && schema.format === undefined;
    const isList = schema.type === 'array';
    return (isText || isList) && !WORDS.includes(key) ? [[key, isList]] : [];
  });
}

/** What a tool needs, and with all the files that it takes. */
export function usual(tool: Tool, good: Given): Given {
  const files = filesOf(tool).map(([key]) => key);
  const given = Object.entries(tool.takes).filter(([key, { isNeeded }]) => isNeeded || files.includes(key));
  return Object.fromEntries(
    given.map(([key]) => {
      if (good[key] === undefined) throw new Error(`${tool.name}: no good value is known for the argument ${key}`);
      return [key, good[key]];
    }),
  );
}

/** Each tool with a file in place of each one that it takes. */
export function about(file: string, good: Given): readonly (readonly [string, Given])[] {
  return tools.flatMap((tool) =>
    filesOf(tool).map(([key, isList]) => [tool.name, { ...usual(tool, good), [key]: isList ? [file] : file }] as const),
  );
}
