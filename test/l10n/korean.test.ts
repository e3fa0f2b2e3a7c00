import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templatesOfRules } from '../../scripts/generate/rule-messages.ts';
import { faulty, missing } from '../../scripts/l10n/compared.ts';
import { doubleParticles, faultsOf, isTitle } from '../../scripts/l10n/faults.ts';
import { korean } from '../../scripts/l10n/korean.ts';
import { widthOf } from '../../server/src/cli/cells.ts';
import { jsonParts } from '../../server/src/cli/reports/json.ts';
import { reported } from '../../server/src/cli/reports/reported.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import type { Bundle } from '../../server/src/text/message.ts';
import { cli } from '../cli/cli.ts';
import { examineFile } from '../rules/fixture.ts';

const texts = korean();

describe('the Korean texts', () => {
  it.each(Object.entries(missing()))('lack nothing of %s', (_, lacking) => {
    expect(Object.keys(lacking)).toEqual([]);
  });

  it('have no fault that a machine can tell, and say nothing that nobody says', () => {
    expect(faulty()).toEqual([]);
  });

  it('have few particles in both forms', () => {
    expect(Object.values(texts).reduce((sum, text) => sum + doubleParticles(text), 0)).toBeLessThanOrEqual(5);
  });

  it('have nouns as titles of repairs', () => {
    const titles = templatesOfRules().flatMap(([, said]) =>
      said.flatMap(({ kind, key }) => (kind === 'fix' ? [key] : [])),
    );
    expect(titles.filter((title) => !isTitle(texts[title] ?? ''))).toEqual([]);
  });
});

describe('a fault of a Korean text is told', () => {
  it.each([
    ['Remove {0}', '제거', 'values differ'],
    ['Set {0} to {0}', '{0} 설정', 'values differ'],
    ['Use `a.b`', '`a.c` 사용', 'code spans differ'],
    ['See https://a.example/', 'https://b.example/ 참조', 'addresses differ'],
    ['$(info) Help', '$(정보) 도움말', 'icons differ'],
    ['See `#a.b#`', '`#a.c#` 참조', 'code spans differ'],
    ['**Help**', '도움말', 'asterisks differ'],
    ['One\nTwo', '하나 둘', 'line breaks differ'],
    ['Remove {0}', '{0}을 제거', 'a particle that depends on the sound of a value'],
    ['Change {0} and {1}', '{0}을(를) {1}(으)로 변경', 'more than one double particle'],
    ['A licence', '라이센스', 'not used here: 라이센스'],
    ['It works.', '동작합니다.', 'not used here: 동작'],
    ['Remove {0}', '{0} 공급자를 삭제', 'not used here: 공급자를 삭제'],
    ['Ask {0}', '{0} 서버에 조회', 'not used here: 서버에 조회'],
    ['Ends.', '끝', 'ends in no mark'],
    ['It ends.', '끝.', 'a sentence ends in 다, 요 or 까'],
    ['Nothing', '', 'empty'],
    ['Federation', '페더레이션'.normalize('NFD'), 'not in NFC'],
  ])('%s: %s', (english, text, fault) => {
    expect(faultsOf(english, text)).toContain(fault);
  });

  it('and of one that is right nothing is', () => {
    expect(faultsOf('Set {0} to `a`.', '{0} 값을 `a`로 설정하세요.')).toEqual([]);
  });
});

describe('in Korean the same is found, at the same places, with the same repairs', () => {
  it.each(globSync('test/fixtures/*/fires.{lync.yaml,ps1}').toSorted())('%s', (file) => {
    const { analysis } = examineFile(file);
    const [english, translated] = [{}, texts].map((bundle: Bundle) => {
      const { found } = reported({ path: file, analysis }, { withEdits: true, bundle });
      const offered = analysis.problems.flatMap(({ at }) => codeActions(analysis, at, { bundle }));
      return {
        found: found.map(jsonParts).map(({ rule, severity, range, related, fixes, fingerprint }) => ({
          ...{ rule, severity, range, fingerprint },
          related: related.map((other) => other.range),
          fixes: fixes.map(({ safety, edits }) => ({ safety, edits })),
        })),
        said: found.map(({ message }) => message),
        // What is to be put into a comment stands there in the language of who puts it there.
        offered: offered.map(({ edits }) => edits.map(({ at, insert }) => [at, insert.replace(/#.*/g, '#')])),
      };
    });
    expect({ ...translated, said: [] }).toEqual({ ...english, said: [] });
    for (const said of translated?.said ?? []) expect(said).toMatch(/[가-힣]/);
  });
});

describe('on a terminal', () => {
  it.each(['check', 'plan', 'verify'])('the help of %s is aligned', async (command) => {
    const { stdout } = await cli([command, '--help', '--locale=ko']);
    const starts = stdout.split('\n').flatMap((line) => {
      const [left] = /^ {2}--\w.*? {2,}(?=\S)/.exec(line) ?? [];
      return left === undefined ? [] : [widthOf(left)];
    });
    expect(starts.length).toBeGreaterThan(5);
    expect(new Set(starts).size).toBe(1);
  });
});
