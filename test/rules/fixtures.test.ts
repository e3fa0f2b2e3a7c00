import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/src/problem.ts';
import { repair, repairAll } from '../../server/src/repair.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { differences, examine, examineFile } from './fixture.ts';

const files = globSync(['test/fixtures/*/*.lync.yaml', 'test/fixtures/*/*.ps1'])
  .filter((file) => !file.includes('.fix-'))
  .toSorted();

describe.each(files)('%s', (file) => {
  const rule = basename(dirname(file));

  it('has exactly the problems it marks', () => {
    const { analysis, fixture } = examineFile(file);
    expect(differences(fixture, analysis)).toEqual([]);
  });

  it(`${basename(file).startsWith('near') ? 'does not fire' : 'fires'}`, () => {
    const { analysis } = examineFile(file);
    const fired = analysis.problems.some((problem) => problem.rule === rule);
    expect(fired).toBe(!basename(file).startsWith('near'));
  });

  it('has ranges within the text', () => {
    const {
      fixture: { text },
      analysis,
    } = examineFile(file);
    for (const { at, related = [] } of analysis.problems) {
      for (const range of [at, ...related.map((other) => other.at)]) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it('has fixes that cure', () => {
    const {
      fixture: { text },
      analysis,
      options,
    } = examineFile(file);
    for (const problem of analysis.problems) {
      for (const fix of problem.fixes ?? []) {
        const after = applyEdits(text, repair(analysis, [fix]));
        expect(after, inEnglish(fix.title)).not.toBe(text);
        expect(count(examine(after, options).problems, problem), `${inEnglish(fix.title)}\n${after}`).toBeLessThan(
          count(analysis.problems, problem),
        );
      }
    }
  });

  it('is repaired once and for all', () => {
    const {
      fixture: { text },
      options,
    } = examineFile(file);
    const once = repairAll(text, options, { review: true });
    expect(repairAll(once.text, options, { review: true }).text).toBe(once.text);
  });

  it('is the same with CRLF and a byte order mark', () => {
    const {
      fixture: { text },
      analysis,
      options,
    } = examineFile(file);
    const plain = analysis.problems.map((problem) => [
      problem.rule,
      inEnglish(problem.message),
      analysis.lines.position(problem.at.start),
    ]);
    const other = examine(`\ufeff${text.replaceAll('\n', '\r\n')}`, options);
    const found = other.problems.map((problem) => {
      const { line, column } = other.lines.position(problem.at.start);
      return [
        problem.rule,
        inEnglish(problem.message),
        { line, column: line === 0 && column > 0 ? column - 1 : column },
      ];
    });
    expect(found).toEqual(plain);
  });

  // `fires.fix-1.lync.yaml` is `fires.lync.yaml` after the first fix of each problem of the rule, and so on.
  it.each([1, 2, 3].filter((n) => existsSync(fixPath(file, n))))('is as expected after fix %i', (n) => {
    const {
      fixture: { text },
      analysis,
    } = examineFile(file);
    const fixes = analysis.problems
      .filter((problem) => problem.rule === rule)
      .flatMap(({ fixes = [] }) => fixes[n - 1] ?? []);
    expect(applyEdits(text, repair(analysis, fixes))).toBe(readFileSync(fixPath(file, n), 'utf8'));
  });

  it('shows the outcome of each fix', () => {
    const { analysis } = examineFile(file);
    const most = Math.max(
      0,
      ...analysis.problems.filter((problem) => problem.rule === rule).map(({ fixes = [] }) => fixes.length),
    );
    const shown = [1, 2, 3].filter((n) => existsSync(fixPath(file, n)));
    const inSiblings = files
      .filter((other) => dirname(other) === dirname(file))
      .flatMap((other) => [1, 2, 3].filter((n) => existsSync(fixPath(other, n))));
    for (let n = 1; n <= most; n++) expect([...shown, ...inSiblings], `fix ${n}`).toContain(n);
  });
});

describe.each(ruleIds)('%s', (id) => {
  const own = files.filter((file) => basename(dirname(file)) === id).map((file) => basename(file));

  it('has a fixture that fires and one that nearly fires', () => {
    expect(own.some((name) => name.startsWith('fires'))).toBe(true);
    expect(own.some((name) => name.startsWith('near'))).toBe(true);
  });
});

function fixPath(file: string, n: number): string {
  return file.replace(/(?:\.lync\.yaml|\.ps1)$/, `.fix-${n}$&`);
}

function count(problems: readonly Problem[], like: Problem): number {
  return problems.filter(({ rule, message }) => rule === like.rule && inEnglish(message) === inEnglish(like.message))
    .length;
}
