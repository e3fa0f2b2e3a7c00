import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { repair, repairAll } from '../../server/src/repair.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const options = { asOf: '2014-07-01' };

/** Analyses, and fails where the engine did: an exception, a failed rule, a place outside the text, a fix that contradicts itself. */
function survives(text: string): Analysis {
  const analysis = analyze(text, options);
  expect(analysis.failures).toEqual([]);
  for (const { at, related = [], fixes = [] } of analysis.problems) {
    for (const range of [at, ...related.map((other) => other.at)]) {
      expect(range.start >= 0 && range.start <= range.end && range.end <= text.length).toBe(true);
    }
    for (const fix of fixes) {
      const after = applyEdits(text, repair(analysis, [fix]));
      if (isReadable(analysis)) expect(isReadable(analyze(after, options)), after).toBe(true);
    }
  }
  return analysis;
}

function isReadable({ problems }: Analysis): boolean {
  return problems.every(({ rule }) => rule !== 'yaml-syntax');
}

describe.each(globSync('examples/*.lync.yaml').toSorted())('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('can be cut off anywhere', () => {
    for (let end = 0; end < text.length; end += 37) survives(text.slice(0, end));
  });

  it('can lose any line', () => {
    const lines = text.split('\n');
    for (const i of lines.keys()) survives(lines.toSpliced(i, 1).join('\n'));
  });

  it('can gain any character anywhere', () => {
    const characters = [':', '-', '"', "'", '{', ']', '&', '*', '#', '\t', '|', '\u0000', '한', '😀', '\n'];
    for (let i = 0; i < 150; i++) {
      const at = Math.floor((i * text.length) / 150);
      survives(text.slice(0, at) + characters[i % characters.length] + text.slice(at));
    }
  });

  it('comes to rest when everything is repaired', () => {
    const { text: repaired } = repairAll(text, options, { review: true });
    survives(repaired);
    expect(repairAll(repaired, options, { review: true }).text).toBe(repaired);
  });
});

it('keeps the rules for the parts that can be read', () => {
  const { problems } = survives(
    'lyncFederation: 1\nproviders:\n  public:\n    - identity: AOL\n      enabled: true\ndomains:\n  sip: [contoso.com\n',
  );
  expect(problems.map(({ rule }) => rule)).toContain('retired-provider');
  expect(problems.map(({ rule }) => rule)).toContain('yaml-syntax');
});

it('bounds aliases of aliases', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(10).fill(`*x${i}`).join(', ')}]`);
  const { problems } = survives(['lyncFederation: 1', 'x0: &x0 [a]', ...levels, ''].join('\n'));
  expect(problems.filter(({ rule }) => rule === 'yaml-syntax')).toHaveLength(1);
});

it('reads two thousand equal keys', () => {
  const { problems } = analyze(`lyncFederation: 1\n${'asOf: 2014-01-01\n'.repeat(2000)}`, options);
  expect(problems.filter(({ rule }) => rule === 'duplicate-key')).toHaveLength(1999);
});
