import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverage, systems } from '../../scripts/generate/coverage.ts';
import { entries } from '../../server/src/explain/entries.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';

const topics = await coverage();

describe.each(topics.map(([topic, rows]) => ({ topic, rows })))('$topic', ({ rows }) => {
  it.each(Object.entries(rows))('%s names rules that exist, or a reason', (_, covered) => {
    if (typeof covered === 'string') expect(covered).toMatch(/^.{20,}\.$/s);
    else expect(covered.filter((id) => !ruleIds.some((known) => known === id))).toEqual([]);
  });
});

describe.each(Object.entries(await systems()))('%s', (_, { word, shownBy, rules, explain }) => {
  it.each(shownBy)('stands in %s', (file) => {
    expect(readFileSync(file, 'utf8')).toContain(word);
  });

  it('is judged by rules that exist', () => {
    expect(rules.filter((id) => !ruleIds.some((known) => known === id))).toEqual([]);
  });

  it.runIf(explain)('is told of by `explain`', () => {
    const found = entries.find(({ names }) => names.some((name) => name.toLowerCase() === explain?.toLowerCase()));
    expect(found?.card('2014-03-01', { bundle: {} })).toMatch(
      /^### .*\n[\s\S]*\nSources, last confirmed on \d{4}-\d\d-\d\d: /,
    );
  });
});

it('mentions every rule that is about federation', () => {
  const named = new Set(
    topics.flatMap(([, rows]) => Object.values(rows)).flatMap((row) => (typeof row === 'string' ? [] : row)),
  );
  const general = [
    'yaml-syntax',
    'duplicate-key',
    'extended-file-unusable',
    'unknown-key',
    'missing-key',
    'wrong-type',
    'unknown-value',
    'placeholder-left',
    'unused-suppression',
    'suppression-without-reason',
    'expired-suppression',
  ];
  const finished = rules.filter(({ draft }) => !draft).map(({ id }) => id);
  expect(finished.filter((id) => !named.has(id) && !general.includes(id))).toEqual([]);
});
