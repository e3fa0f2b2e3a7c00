import fc from 'fast-check';
import { it } from 'vitest';
import type { Blocks } from '../../server/src/yaml/edited.ts';
import { asInOneGo } from '../in-one-go.ts';
import { PATIENCE, runs } from '../runs.ts';
import { SPECS, versions } from './edits.ts';

it(
  'a text is read block by block as in one go, whatever stood there before',
  () => {
    const property = fc.property(versions(SPECS), (texts) => {
      texts.reduce<Blocks | undefined>((before, text) => asInOneGo(text, before).blocks, undefined);
    });
    fc.assert(property, runs(600));
  },
  PATIENCE,
);
