import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Blocks, readYaml } from '../../server/src/yaml/blocks.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { PATIENCE, runs } from '../runs.ts';
import { SPECS, versions } from './edits.ts';

/** Reads a text as it is read in one go; `toEqual` would take longer than all the reading. */
function agrees(text: string, before: Blocks): Blocks {
  const { blocks, ...read } = readYaml(text, before);
  if (!isDeepStrictEqual(read, parseYaml(text))) expect(read).toEqual(parseYaml(text));
  return blocks;
}

it(
  'a text is read block by block as in one go, whatever stood there before',
  () => {
    const property = fc.property(versions(SPECS), (texts) => {
      texts.reduce<Blocks>((before, text) => agrees(text, before), new Map());
      agrees(texts.at(-1) ?? '', new Map());
    });
    fc.assert(property, runs(600));
  },
  PATIENCE,
);
