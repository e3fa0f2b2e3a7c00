import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repairAll } from '../../server/src/repair.ts';
import { isSoak } from '../runs.ts';

const specs = globSync(['test/fixtures/*/fires*.lync.yaml', 'test/field/*.lync.yaml', 'examples/*.lync.yaml'])
  .filter((path) => !path.includes('.fix-'))
  .toSorted();

// Years apart, so that fixes meet which one day alone does not bring together.
const DAYS = ['2014-07-02', '2026-01-01', '2012-01-01', '2019-09-01'];

// As of their own days the fixtures are all repaired where their rules are tested.
it.each(
  specs.flatMap((path, i) =>
    isSoak ? { path, days: DAYS } : i % 2 === 0 ? { path, days: [DAYS[(i / 2) % 4] ?? ''] } : [],
  ),
)('all fixes of $path go together, whatever the day', ({ path, days }) => {
  const text = readFileSync(path, 'utf8').replace(/^asOf: .*$/m, '# $&');
  for (const asOf of days) {
    const { text: after } = repairAll(text, { asOf }, { review: true });
    expect(repairAll(after, { asOf }, { review: true }).text).toBe(after);
  }
});

it('many mistakes in YAML are all repaired, also where each brings something else to light', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `    - a${i}: b: c\n`);
  const text = `lyncFederation: 1\ndomains:\n  allowed:\n${lines.join('')}`;
  const { text: after, done } = repairAll(text, { asOf: '2026-01-01' });
  expect(done).toHaveLength(1000);
  expect(after).toBe(text.replaceAll('b: c', "'b: c'"));
});
