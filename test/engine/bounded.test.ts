import { describe, expect, it } from 'vitest';
import { type Analysis, analyze, type Options } from '../../server/src/analyze.ts';
import { repairAll } from '../../server/src/repair.ts';
import { MOST_TOLD } from '../../server/src/tally.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const HEAD = 'lyncFederation: 1\nasOf: 2016-01-01\nserver: { product: lync-2013, cumulativeUpdate: 5 }\n';
const options: Options = { asOf: '2016-01-01' };

function lines(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
}

function keys(count: number, behind = ''): string {
  return HEAD + lines(count, (i) => `key${i}: 1${behind}`);
}

/** What is told of a rule: how much, and the last of it. */
function told({ problems }: Pick<Analysis, 'problems'>, id = 'unknown-key') {
  const found = problems.filter(({ rule }) => rule === id);
  return { count: found.length, last: inEnglish(found.at(-1)?.message ?? { template: '', values: [] }) };
}

const IS_MORE = /^There are more than 1000 problems of `unknown-key` in this text/;

describe('problems of one rule', () => {
  it('are all told where they are not too many', () => {
    const analysis = analyze(keys(MOST_TOLD), options);
    expect(told(analysis)).toEqual({ count: MOST_TOLD, last: expect.stringMatching(/^`key999` is not a key/) });
    expect(analysis.unfinished.size).toBe(0);
  });

  it('are told as far as anybody reads them, and that there are more is told in place of the next', () => {
    const text = keys(MOST_TOLD + 500);
    const analysis = analyze(text, options);
    expect(told(analysis)).toEqual({ count: MOST_TOLD + 1, last: expect.stringMatching(IS_MORE) });
    expect([...analysis.unfinished]).toEqual(['unknown-key']);
    const rest = analysis.problems.findLast(({ rule }) => rule === 'unknown-key');
    expect(rest && text.slice(rest.at.start, rest.at.end)).toBe('key1000');
    expect(rest).toMatchObject({ severity: 'error' });
    expect(told(analyze(text, { ...options, severities: { 'unknown-key': 'info' } })).last).toMatch(IS_MORE);
  });

  it('leave those of other rules as they are', () => {
    const text = `${keys(MOST_TOLD + 500)}domains:\n  allowed: [a.example, a.example]\n`;
    expect(told(analyze(text, options), 'duplicate-domain').count).toBe(1);
  });

  it('do not count where a comment suppresses them, and no comment is without use because the rest is not told', () => {
    const silenced = keys(MOST_TOLD + 500, ' # lync-federation: ignore[unknown-key] why');
    expect(told(analyze(silenced, options))).toEqual({ count: 0, last: '' });
    expect(analyze(silenced, options).suppressed).toHaveLength(MOST_TOLD + 500);

    const behind = `${keys(MOST_TOLD + 500)}other: 1 # lync-federation: ignore[unknown-key] why\n`;
    expect(told(analyze(behind, options), 'unused-suppression').count).toBe(0);
    const needless = `${behind}organization: { name: a } # lync-federation: ignore[duplicate-domain] why\n`;
    expect(told(analyze(needless, options), 'unused-suppression').count).toBe(1);
  });

  it('do not count where they are known', () => {
    const text = keys(MOST_TOLD + 500);
    const isOld = { ...options, isKnown: ({ at }: { at: { start: number } }) => at.start < text.indexOf('key500:') };
    const analysis = analyze(text, isOld);
    expect(told(analysis)).toEqual({ count: MOST_TOLD + 500, last: expect.stringMatching(/^`key1499`/) });
  });

  it('are told once where an alias shows them again', () => {
    const aliases = '    - *it\n'.repeat(1200);
    const text = `${HEAD}domains:\n  allowed:\n    - &it { domain: a.example, colour: 1 }\n${aliases}`;
    expect(told(analyze(text, options)).count).toBe(1);
  });

  it('are told after an edit as of a text that was never seen', () => {
    const text = keys(MOST_TOLD + 500);
    const before = analyze(text, options);
    const fewer = text.replace(/^key(?:[6-9]\d\d|1[0-4]\d\d): 1\n/gm, '');
    const [after, anew] = [analyze(fewer, options, before), analyze(fewer, options)];
    expect(after.problems).toEqual(anew.problems);
    expect(told(after).count).toBe(600);
    expect(analyze(text, options, after).problems).toEqual(before.problems);
  });
});

describe('mistakes in YAML', () => {
  const broken = (count: number) => HEAD + lines(count, (i) => `k${i}: a: b`);

  it('are all told where they are not too many', () => {
    expect(told(analyze(broken(MOST_TOLD), options), 'yaml-syntax').count).toBe(MOST_TOLD);
  });

  it('are read as far as they are told, and nothing is held to be needless because of what was not read', () => {
    const comment = '# lync-federation: ignore[unknown-key] why';
    const text = `${broken(3 * MOST_TOLD)}other: a: b ${comment}\norganization: { name: a }\n`;
    const analysis = analyze(text, options);
    expect(told(analysis, 'yaml-syntax').count).toBe(MOST_TOLD + 1);
    expect(analysis.faults.length).toBeLessThan(MOST_TOLD + 200);
    expect(analysis.spec.organization?.name?.value).toBe('a');
    expect(told(analysis, 'unused-suppression').count).toBe(0);
  });

  it('are told after an edit as of a text that was never seen', () => {
    const [few, many] = [broken(MOST_TOLD - 200), broken(MOST_TOLD + 900)];
    const [before, wide] = [analyze(few, options), analyze(many, options)];
    expect(analyze(many, options, before).faults).toEqual(wide.faults);
    expect(analyze(few, options, wide).faults).toEqual(before.faults);
  });
});

describe('repairs', () => {
  it('are made of more than is told', () => {
    const { text, isUnfinished } = repairAll(keys(2 * MOST_TOLD), options, { review: true });
    expect({ text, isUnfinished }).toEqual({ text: HEAD, isUnfinished: false });
  });

  it('are made of many mistakes in YAML', () => {
    const text = HEAD + lines(1500, (i) => `k${i}: a: b`);
    const { text: after, isUnfinished } = repairAll(text, options);
    expect({ after, isUnfinished }).toEqual({ after: text.replaceAll('a: b', "'a: b'"), isUnfinished: false });
  });

  it('come to an end, and what is left is said', () => {
    const text = `${HEAD}domains:\n  allowed:\n${'    - a.example\n'.repeat(12_001)}`;
    const first = repairAll(text, options);
    expect([first.done.length, first.isUnfinished]).toEqual([10_000, true]);
    const second = repairAll(first.text, options);
    expect([second.done.length, second.isUnfinished]).toEqual([2000, false]);
    expect(second.text).toBe(`${HEAD}domains:\n  allowed:\n    - a.example\n`);
  });
});
