import { expect, it } from 'vitest';
import { lenses } from '../../server/src/features/lenses.ts';
import { ENGLISH, excerpt, marked } from './document.ts';

it('a lens stands on each provider of the catalog', () => {
  const source = 'providers:\n  public:\n    - identity: AIM<|>\n    - identity: Skype\n    - identity: Other\n';
  const { analysis, text } = marked(source, { asOf: '2014-05-01' });
  expect(lenses(analysis, ENGLISH).map(({ at, title }) => [excerpt(text, at), title])).toEqual([
    ['AIM', 'On 2014-05-01: about to end; 2014-06-30 is the last day.'],
    ['Skype', 'On 2014-05-01: available, until 2025-05-04.'],
  ]);
});
