import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { PATIENCE } from '../runs.ts';

/** Judges versions of a spec one after the other, and tells the bytes that minor collections leave of each. */
const PROGRAM = `
const { analyze } = await import('./server/src/analyze.ts');
const { makeSpec } = await import('./test/bench/spec.ts');
const { text } = makeSpec(500);
const held = { version: undefined };
const next = (i) => {
  const before = held.version;
  held.version = undefined;
  held.version = analyze(text.replace('Contoso', 'Contoso' + (i % 2)), { asOf: '2019-03-22' }, before);
};
for (let i = 0; i < 60; i++) next(i);
gc();
const before = process.memoryUsage().heapUsed;
for (let round = 0; round < 10; round++) {
  for (let i = 0; i < 20; i++) next(i);
  await new Promise((done) => setImmediate(done));
  gc({ type: 'minor' });
}
console.log((process.memoryUsage().heapUsed - before) / 200);
`;

// What outlives its version makes an edit slower, and the memory of a server twice as much.
it('nothing of a version of a text outlives it', { timeout: PATIENCE }, () => {
  const kept = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', PROGRAM]);
  expect(Number(kept)).toBeLessThan(40_000);
});
