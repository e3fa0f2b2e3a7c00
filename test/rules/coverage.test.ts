import { describe, expect, it } from 'vitest';
import { coverage } from '../../scripts/generate/coverage.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';

const topics = await coverage();

describe.each(topics.map(([topic, rows]) => ({ topic, rows })))('$topic', ({ rows }) => {
  it.each(Object.entries(rows))('%s names rules that exist, or a reason', (_, covered) => {
    if (typeof covered === 'string') expect(covered).toMatch(/^.{20,}\.$/s);
    else expect(covered.filter((id) => !ruleIds.some((known) => known === id))).toEqual([]);
  });
});

it('mentions every rule that is about federation', () => {
  const named = new Set(
    topics.flatMap(([, rows]) => Object.values(rows)).flatMap((row) => (typeof row === 'string' ? [] : row)),
  );
  const general = [
    'yaml-syntax',
    'duplicate-key',
    'unknown-key',
    'missing-key',
    'wrong-type',
    'unknown-value',
    'unused-suppression',
    'suppression-without-reason',
  ];
  expect(ruleIds.filter((id) => !named.has(id) && !general.includes(id))).toEqual([]);
});
