import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Taken } from '../../server/src/text/taken.ts';
import { runs } from '../runs.ts';

const edit = fc
  .tuple(fc.nat(20), fc.nat(4))
  .map(([start, length]) => ({ at: { start, end: start + length }, insert: 'x' }));

it('insertions stand beside each other and beside what is replaced, and nothing shares a character', () => {
  const property = fc.property(fc.array(edit, { maxLength: 12 }), edit, (there, one) => {
    const isInside = (place: number, { at }: typeof one) => at.start < place && place < at.end;
    const collides = there.some((other) => {
      if (one.at.start === one.at.end) return isInside(one.at.start, other);
      if (other.at.start === other.at.end) return isInside(other.at.start, one);
      return one.at.start < other.at.end && other.at.start < one.at.end;
    });
    const taken = new Taken();
    for (const other of there) taken.add([other]);
    expect(taken.isFree([one])).toBe(!collides);
  });
  fc.assert(property, runs(500));
});
