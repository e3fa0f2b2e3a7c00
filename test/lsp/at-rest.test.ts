import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type Analysis, analyze, type Options } from '../../server/src/analyze.ts';
import { AtRest } from '../../server/src/lsp/at-rest.ts';
import { makeSpec } from '../bench/spec.ts';
import { SCRIPT } from '../features/scripts.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const ONCE: Options = { asOf: '2019-01-01', once: true };

/** Whether what is said of something is still held when its turn is over. */
async function isHeld(one: WeakRef<object>): Promise<boolean> {
  await sleep(0);
  collect();
  return one.deref() !== undefined;
}

it.each<[string, string, Options]>([
  ['spec', makeSpec(20).text.replace('cumulativeUpdate', 'cumulativeUpdates'), ONCE],
  ['script', 'New-CsAllowedDoman -Identity a.example\n', { ...SCRIPT, once: true }],
  ['project file', 'rules: { retired-provider: of }\n', { ...ONCE, project: true }],
])('of a %s at rest the trees go, and come again as they were', async (_, text, options) => {
  const lay = () => {
    const analysis = analyze(text, options);
    // The engine may hold what it read last.
    analyze('', options);
    return {
      rested: new AtRest().lay(analysis),
      trees: new WeakRef(options.script ? analysis.runbook : analysis.spec),
    };
  };
  const { rested, trees } = lay();
  expect(await isHeld(trees)).toBe(false);
  const fresh = analyze(text, options);
  const said = ({ cleared: _, ...rest }: Analysis) => rest;
  expect(said(rested)).toEqual(said(fresh));
  expect(fresh.problems).not.toEqual([]);
});

it('those that were asked for last are kept, up to a million characters', async () => {
  const atRest = new AtRest();
  const specs = Array.from({ length: 12 }, (_, i) =>
    atRest.lay(analyze(`lyncFederation: 1\norganization: { name: n${i} }\n# ${'x'.repeat(100_000)}`, ONCE)),
  );
  const ask = (one: Analysis | undefined) => new WeakRef(one?.spec ?? {});
  const first = ask(specs[0]);
  expect(await isHeld(first)).toBe(true);
  const others = specs.slice(1).map(ask);
  expect(await isHeld(first)).toBe(false);
  expect(await Promise.all(others.slice(-8).map(isHeld))).not.toContain(false);
});
