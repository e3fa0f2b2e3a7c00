import fc from 'fast-check';
import picomatch from 'picomatch/posix.js';
import { describe, expect, it } from 'vitest';
import { glob } from '../../server/src/text/glob.ts';
import { PATIENCE, runs } from '../runs.ts';

describe('a pattern', () => {
  it.each([
    ['edge/**/b.yaml', ['edge/b.yaml', 'edge/a/b.yaml', 'edge/a/c/b.yaml'], ['edgeb.yaml', 'b.yaml', 'edge/ab.yaml']],
    ['{a,{b,c}d}/x', ['a/x', 'bd/x', 'cd/x'], ['b/x', 'ad/x']],
    ['{**/a,b}/c', ['a/c', 'x/a/c', 'b/c'], ['x/b/c', 'xa/c']],
    ['{a}', ['{a}'], ['a']],
    ['{a,b', ['{a,b'], ['a', 'b']],
    ['[!a]b', ['xb'], ['ab', '/b']],
    ['a?c', ['abc', 'a한c', 'a😀c'], ['ac', 'a/c']],
    ['contoso (1)+@[a].yaml', ['contoso (1)+@a.yaml'], ['contoso 1a.yaml']],
    ['', [], ['', 'a']],
  ])('%s', (pattern, fitting, others) => {
    const fits = glob(pattern);
    expect([...fitting, ...others].filter(fits)).toEqual(fitting);
  });

  it('may leave what begins with a dot to those that name it', () => {
    const paths = ['a', '.a', '.b/a', 'b/.a', 'b/a', '.b/.a'];
    const fits = (pattern: string, shy: boolean) => paths.filter(glob(pattern, { shy }));
    expect(fits('**', true)).toEqual(['a', 'b/a']);
    expect(fits('**', false)).toEqual(paths);
    expect(fits('**/a', true)).toEqual(['a', 'b/a']);
    expect(fits('**/.a', true)).toEqual(['.a', 'b/.a']);
    expect(fits('.b/*', true)).toEqual(['.b/a']);
    expect(fits('?[a]', true)).toEqual([]);
    expect(fits('[.]a', true)).toEqual([]);
  });

  it('may take letters for the same in both cases', () => {
    expect(['EDGE/B.yaml', 'edge/C.yaml'].filter(glob('Edge/[A-B].YAML', { anyCase: true }))).toEqual(['EDGE/B.yaml']);
  });
});

const letter = fc.constantFrom('a', 'b', '1');
const part = fc.constantFrom('a', 'b', '1', '*', '?', '[ab]', '{a,b}', '{a,b1}');
const someOf = (one: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom('', '', '.'), fc.array(one, { minLength: 1, maxLength: 4 }))
    .map(([dot, parts]) => dot + parts.join('').replace(/\*{2,}/g, '*'));
const pathOf = (name: fc.Arbitrary<string>) =>
  fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const pattern = pathOf(fc.oneof(someOf(part), fc.constant('**'))).filter((one) => !one.endsWith('/**'));

it(
  'fits the same paths as with the usual library, which may take for ever',
  () => {
    const paths = fc.array(pathOf(someOf(letter)), { minLength: 10 });
    fc.assert(
      fc.property(pattern, paths, fc.boolean(), (one, all, shy) => {
        const fits = picomatch(one, { dot: !shy });
        // It takes a second argument, too.
        expect(all.filter(glob(one, { shy }))).toEqual(all.filter((path) => fits(path)));
      }),
      runs(2000),
    );
  },
  PATIENCE,
);

it('comes to an end however odd it is', () => {
  const path = `${'a'.repeat(200)}b`;
  for (const odd of [
    '*a'.repeat(400),
    '{,'.repeat(500),
    `${'{a,'.repeat(300)}${'}'.repeat(300)}`,
    '[z-a]',
    '['.repeat(1000),
  ])
    expect(glob(odd)(path)).toBe(false);
  expect(glob('{a,b,*}'.repeat(100))(path)).toBe(true);
  expect(glob('**/'.repeat(300))('a/'.repeat(200))).toBe(true);
});
