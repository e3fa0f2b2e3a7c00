import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { korean } from '../../scripts/l10n/korean.ts';
import { ENGLISH, textOf } from '../../server/src/text/message.ts';
import { CHECKS, type CheckId } from '../../server/src/verify/checks.ts';
import { cli, workspace } from '../cli/cli.ts';

const PAGES = ['docs/verify.md', 'docs/ko/verify.md'];

/** A fenced block, or the steps of a check. */
const PART = /^```(\w+)(.*)\n([\s\S]*?)^```$|^<!-- steps: (\w+) -->\n(?:\n(?:\d+\. .*\n)+)?/gm;

// The page is written anew from what its commands print and what checks ask, and has to be the same.
it.each(PAGES)('%s says what its commands print, and which steps a check has', async (path) => {
  const page = readFileSync(path, 'utf8');
  const locale = path.startsWith('docs/ko/') ? 'ko' : 'en';
  const cwd = workspace({});
  for (const file of globSync('docs/verify/*')) copyFileSync(file, join(cwd, basename(file)));
  writeFileSync(join(cwd, 'old.json'), '{ "lyncFederationRecording": 9 }');
  let written = '';
  let end = 0;
  for (const { index, 0: whole, 1: language = '', 2: rest = '', 3: body = '', 4: check } of page.matchAll(PART)) {
    const made = check === undefined ? await block({ language, rest, body }, cwd, locale) : stepsOf(check, locale);
    written += page.slice(end, index) + made;
    end = index + whole.length;
  }
  await expect(written + page.slice(end)).toMatchFileSnapshot(`../../${path}`);
});

it.each(PAGES)('%s has a chapter for each check', (path) => {
  const titles = [...readFileSync(path, 'utf8').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(titles).toEqual(expect.arrayContaining([...Object.keys(CHECKS), 'drift']));
});

const LANGUAGES = [
  { folder: 'docs/checks', texts: ENGLISH, marks: ['passed', 'failed', 'not applicable', 'not tested'] },
  { folder: 'docs/ko/checks', texts: korean(), marks: ['통과', '실패', '해당 없음', '확인 안 함'] },
];
const ofChecks = Object.entries(CHECKS).flatMap(([check, { steps }]) =>
  LANGUAGES.map(({ folder, ...language }) => ({ page: `${folder}/${check}.md`, steps, ...language })),
);

it.each(ofChecks)('has $page, with its steps and when each outcome is', ({ page, steps, texts, marks }) => {
  const chapters = readFileSync(page, 'utf8').split(/^### /m).slice(1);
  const titles = chapters.map((chapter) => chapter.split('\n', 1)[0]);
  expect(titles).toEqual(Object.values(steps).map((asks, i) => `${i + 1}. ${textOf(asks, texts)}`));
  const outcomes = chapters.map((chapter) => [...chapter.matchAll(/^- ([^:]+): \S/gm)].map(([, one]) => one));
  expect(outcomes).toEqual(titles.map(() => marks));
});

interface Block {
  readonly language: string;
  readonly rest: string;
  readonly body: string;
}

async function block({ language, rest, body }: Block, cwd: string, locale: string): Promise<string> {
  const fenced = (content: string) => `\`\`\`${language}${rest}\n${content}\`\`\``;
  if (language === 'yaml') return fenced(readFileSync(join(cwd, /file=(\S+)/.exec(rest)?.[1] ?? ''), 'utf8'));
  const [command = ''] = body.split('\n', 1);
  const typed = command.replace('$ lync-federation ', '').split(' ');
  const { stdout, stderr } = await cli([...typed, '--locale', locale], { cwd });
  return fenced(`${command}\n${stdout}${stderr}`);
}

function stepsOf(check: string, locale: string): string {
  const texts = locale === 'ko' ? korean() : ENGLISH;
  const steps = Object.values(isCheck(check) ? CHECKS[check].steps : {});
  const lines = steps.map((asks, i) => `${i + 1}. ${textOf(asks, texts)}\n`);
  return `<!-- steps: ${check} -->\n\n${lines.join('')}`;
}

function isCheck(check: string): check is CheckId {
  return check in CHECKS;
}
