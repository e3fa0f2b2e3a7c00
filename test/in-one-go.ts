import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { type BlockDocument, readYaml } from '../server/src/yaml/blocks.ts';
import type { Blocks } from '../server/src/yaml/edited.ts';
import { parseYaml, type YamlDocument } from '../server/src/yaml/parse.ts';

/**
 * Reads a text block by block, and fails where that is not what it says in one go. Where something is wrong, both have to say so;
 * by blocks a mistake spoils less.
 */
export function asInOneGo(text: string, before?: Blocks): BlockDocument {
  const read = readYaml(text, before);
  const { blocks, ...said } = read;
  const { blocks: _, ...fresh } = readYaml(text, undefined);
  same(said, fresh);
  const whole = parseYaml(text);
  if (isRead(said) || isRead(whole)) same(inOrder(said), inOrder(whole));
  return read;
}

/** Whether YAML can read it all; a key may stand there twice. */
function isRead({ faults }: YamlDocument): boolean {
  return faults.every(({ kind }) => kind === 'duplicate-key');
}

function inOrder({ root, faults }: YamlDocument): YamlDocument {
  return { root, faults: faults.toSorted((a, b) => a.at.start - b.at.start) };
}

/** `toEqual` by itself would take longer than all the reading. */
function same(read: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(read, expected)) expect(read).toEqual(expected);
}
