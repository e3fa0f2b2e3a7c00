import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readSpec } from '../../server/src/spec/read.ts';
import { makeSpec } from '../bench/spec.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes that are held. */
function held(): number {
  for (let i = 0; i < 3; i++) collect();
  return process.memoryUsage().heapUsed;
}

it('a spec holds nothing of the versions before it, wherever it was edited', () => {
  const lines = makeSpec(1000).text.split('\n');
  const places = lines.flatMap((line, i) => (line.includes('- domain: partner-') ? i : []));
  let spec = readSpec(lines.join('\n'));
  const type = (edits: readonly number[]) => {
    for (const place of edits) {
      lines[place] = `${lines[place]}x`;
      spec = readSpec(lines.join('\n'), spec);
    }
    return held();
  };
  const first = type(places.slice(0, 10));
  const last = type(places.slice(10, 70));
  // Sixty versions of the text would be twenty times as much.
  expect(last - first).toBeLessThan(3 * spec.text.length);
});
