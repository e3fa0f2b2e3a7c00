import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { setAsOf } from '../../server/src/features/as-of.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

it('takes the date away', () => {
  const text = 'lyncFederation: 1\nasOf: 2014-01-01 # why\nserver: {}\n';
  expect(applyEdits(text, setAsOf(analyze(text, { asOf: '2014-05-01' }), ''))).toBe('lyncFederation: 1\nserver: {}\n');
});

it.each([
  [
    'replaces the date',
    'lyncFederation: 1\nasOf: "2014-01-01" # why\n',
    'lyncFederation: 1\nasOf: "2015-02-03" # why\n',
  ],
  [
    'inserts the key behind the first one',
    'lyncFederation: 1\nserver: {}\n',
    'lyncFederation: 1\nasOf: 2015-02-03\nserver: {}\n',
  ],
  ['begins an empty document', '', 'lyncFederation: 1\nasOf: 2015-02-03\n'],
  ['leaves alone what is no spec', '- a\n', '- a\n'],
])('%s', (_, text, expected) => {
  expect(applyEdits(text, setAsOf(analyze(text, { asOf: '2014-05-01' }), '2015-02-03'))).toBe(expected);
});
