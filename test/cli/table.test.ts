import { expect, it } from 'vitest';
import { table } from '../../server/src/cli/table.ts';

it('columns stand below each other by what letters take on a terminal', () => {
  const rows = [
    ['name', 'place'],
    ['콘토소', 'a'],
    ['😀👨‍👩‍👧', 'b'],
    ['e\u0301', 'c'],
  ];
  expect(table(rows, '  ')).toBe('  name    place\n  콘토소  a\n  😀👨‍👩‍👧    b\n  e\u0301       c\n');
});
