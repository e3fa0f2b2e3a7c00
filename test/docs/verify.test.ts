import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { korean } from '../../scripts/l10n/korean.ts';
import { ENGLISH, inEnglish, textOf } from '../../server/src/text/message.ts';
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

it.each(Object.entries(CHECKS))('has a page for %s, with its steps and when each outcome is', (check, { steps }) => {
  const page = readFileSync(`docs/checks/${check}.md`, 'utf8');
  const chapters = page.split(/^### /m).slice(1);
  const titles = chapters.map((chapter) => chapter.split('\n', 1)[0]);
  expect(titles).toEqual(Object.values(steps).map((asks, i) => `${i + 1}. ${inEnglish(asks)}`));
  const outcomes = chapters.map((chapter) => [...chapter.matchAll(/^- ([a-z ]+): \S/gm)].map(([, one]) => one));
  expect(outcomes).toEqual(titles.map(() => ['passed', 'failed', 'not applicable', 'not tested']));
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
