import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { shown } from '../features/shown.ts';
import { PATIENCE, runs } from '../runs.ts';
import { live, steering } from './readers.ts';
import { EVERY_KEY, HOSTILE, hostileSpecs, rekeyed, replaced, specOf, TURNS, texts } from './values.ts';

const env = { bundle: {} };
const ways = texts(EVERY_KEY);

function expectText(spec: string): void {
  const analysis = analyze(spec, { asOf: '2014-07-01', persona: 'auditor' });
  expect(analysis.failures).toEqual([]);
  const { markdown, plain } = shown(analysis, env);
  for (const text of new Set(markdown)) expect(live(text), text).toEqual([]);
  for (const text of new Set([...markdown, ...plain])) expect(steering(text), text).toEqual([]);
  // Reviews and comments show messages as Markdown.
  for (const { message } of analysis.problems) expect(live(inEnglish(message)), inEnglish(message)).toEqual([]);
}

describe.each(TURNS)('hostile words, from number %i on, stay text in every feature', (turn) => {
  const { every, behind } = hostileSpecs(EVERY_KEY, ways, turn);

  it('where every value is one', () => {
    expectText(every);
  });

  it('behind what each value is', () => {
    expectText(behind);
  });
});

it(
  'hostile values and keys stay text in every feature, wherever they stand',
  () => {
    const property = fc.property(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(...HOSTILE),
      fc.subarray([...ways], { minLength: 1, maxLength: 3 }),
      fc.option(fc.constantFrom(...ways), { nil: undefined }),
      (words, key, some, renamed) => {
        const data = replaced(EVERY_KEY, some, () => words);
        expectText(specOf(renamed ? rekeyed(data, renamed, key) : data, words));
      },
    );
    fc.assert(property, runs(20));
  },
  PATIENCE,
);
