import { expect, it } from 'vitest';
import { fitting } from '../../server/src/map/fitting.ts';
import { Homes } from '../../server/src/map/homes.ts';

const at = (start: number, end: number) => ({ start, end });

it('a place belongs to the innermost range around it', () => {
  const homes = new Homes([
    { id: 'inner', at: at(20, 30) },
    { id: 'all', at: at(0, 100) },
    { id: 'first', at: at(10, 18) },
    { id: 'outer', at: at(19, 40) },
    { id: 'last', at: at(50, 60) },
  ]);
  const of = (start: number, end = start) => homes.of(at(start, end));
  expect([of(5), of(12, 16), of(18), of(19), of(25), of(30, 31), of(40), of(45), of(55), of(99, 100)]).toEqual([
    ...['all', 'first', 'first', 'outer', 'inner', 'outer', 'outer', 'all', 'last', 'all'],
  ]);
  expect(of(100, 101)).toBeUndefined();
  expect(new Homes([]).of(at(0, 1))).toBeUndefined();
});

it('a name is cut where there is no room for it, and letters of East Asia take two places', () => {
  expect(fitting('contoso.com', 11)).toEqual({ text: 'contoso.com', width: 11 });
  expect(fitting('contoso.com', 10)).toEqual({ text: 'contoso.c…', width: 10 });
  expect(fitting('콘토소', 6)).toEqual({ text: '콘토소', width: 6 });
  expect(fitting('콘토소', 5)).toEqual({ text: '콘토…', width: 5 });
  expect(fitting('')).toEqual({ text: '', width: 0 });
});
