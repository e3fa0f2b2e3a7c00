import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNode } from '../../server/src/yaml/parse.ts';
import { readSimple } from '../../server/src/yaml/simple.ts';
import { PATIENCE, runs } from '../runs.ts';
import { SPECS, versions } from './edits.ts';

/** Reads a text as the library does, or not at all. */
function agrees(text: string, start: number): boolean {
  const node = readSimple(text, start);
  if (node === undefined) return false;
  const read = parseNode(text, { start, most: 100 });
  if (!isDeepStrictEqual({ node, faults: [] }, read)) expect({ node, faults: [] }, text).toEqual(read);
  return true;
}

/** The parts of a text that begin with a line of some indentation, each up to the next such line. */
function partsOf(text: string): readonly string[] {
  return text.split(/(?<=\n)(?=\S| {2}\S| {4}- )/);
}

it(
  'what is simple is read as by the library, wherever it was edited',
  () => {
    let simple = 0;
    let all = 0;
    const property = fc.property(versions(SPECS), fc.nat(1000), (texts, start) => {
      for (const text of [...texts, ...texts.flatMap(partsOf)]) {
        all++;
        if (agrees(text, start)) simple++;
      }
    });
    fc.assert(property, runs(300));
    expect(simple / all).toBeGreaterThan(0.3);
  },
  PATIENCE,
);
