import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesAmong } from '../../server/src/spec/names.ts';
import { carriedEach, exchanged } from '../../server/src/text/carried.ts';
import { runs } from '../runs.ts';

const place = { at: { start: 0, end: 0 }, keyAt: undefined, path: [] };
const items = ['a', 'A', 'b', 'c', 'd', undefined].map((name) => ({
  ...place,
  ...(name !== undefined && { domain: { ...place, value: `${name}.example`, verbatimAt: 0 } }),
}));

/** Lists one after the other, of which each has much of the one before; an item may stand in a list several times. */
const histories = fc.array(
  fc.record({
    at: fc.nat(8),
    gone: fc.nat(3),
    come: fc.array(fc.constantFrom(...items), { maxLength: 3 }),
    isRead: fc.boolean(),
  }),
  { maxLength: 12 },
);

function* versions(history: typeof histories extends fc.Arbitrary<infer T> ? T : never) {
  let list: readonly (typeof items)[number][] = [];
  for (const { at, gone, come, isRead } of history) {
    list = list.toSpliced(at, gone, ...come);
    if (isRead) yield list;
  }
}

it('tells where two lists differ', () => {
  expect(exchanged([1, 2, 3, 4], [1, 5, 4])).toEqual({ from: 1, to: 3, end: 2 });
  expect(exchanged([1, 2, 2], [1, 2, 2, 2])).toEqual({ from: 3, to: 3, end: 4 });
  expect(exchanged([], [])).toEqual({ from: 0, to: 0, end: 0 });
});

it('makes of each item what it would make of it in a list that is new, and makes it once', () => {
  fc.assert(
    fc.property(histories, (history) => {
      let made = 0;
      const doubled = carriedEach((item: (typeof items)[number]) => {
        made++;
        return { item };
      });
      for (const list of versions(history)) {
        expect(doubled(list).map(({ item }) => item)).toEqual(list);
        const before = made;
        doubled(list);
        expect(made).toBe(before);
      }
    }),
    runs(300),
  );
});

it('knows the names of a list as if it had never seen another', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const list of versions(history)) {
        const keys = list.flatMap((item) => item.domain?.value.toLowerCase() ?? []);
        const names = namesAmong(list);
        expect(new Set(names.keys)).toEqual(new Set(keys));
        expect(names.size).toBe(new Set(keys).size);
        expect(names.isSomeRepeated).toBe(new Set(keys).size < keys.length);
        expect(names.isEachNamed).toBe(keys.length === list.length);
        for (const key of keys) expect(names.withKey(key)).toHaveLength(keys.filter((other) => other === key).length);
      }
    }),
    runs(300),
  );
});
