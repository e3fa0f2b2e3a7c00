import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { inEnglish } from '../../server/src/text/message.ts';
import { CHECKS, type CheckId } from '../../server/src/verify/checks.ts';
import { cli, workspace } from '../cli/cli.ts';

const PAGE = 'docs/verify.md';

/** A fenced block, or the steps of a check. */
const PART = /^```(\w+)(.*)\n([\s\S]*?)^```$|^<!-- steps: (\w+) -->\n(?:\n(?:\d+\. .*\n)+)?/gm;

// The page is written anew from what its commands print and what checks ask, and has to be the same.
it('says what its commands print, and which steps a check has', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const cwd = workspace({});
  for (const file of globSync('docs/verify/*')) copyFileSync(file, join(cwd, basename(file)));
  writeFileSync(join(cwd, 'old.json'), '{ "lyncFederationRecording": 9 }');
  let written = '';
  let end = 0;
  for (const { index, 0: whole, 1: language = '', 2: rest = '', 3: body = '', 4: check } of page.matchAll(PART)) {
    const made = check === undefined ? await block({ language, rest, body }, cwd) : stepsOf(check);
    written += page.slice(end, index) + made;
    end = index + whole.length;
  }
  await expect(written + page.slice(end)).toMatchFileSnapshot(`../../${PAGE}`);
});

it('has a chapter for each check', () => {
  const titles = [...readFileSync(PAGE, 'utf8').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
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

async function block({ language, rest, body }: Block, cwd: string): Promise<string> {
  const fenced = (content: string) => `\`\`\`${language}${rest}\n${content}\`\`\``;
  if (language === 'yaml') return fenced(readFileSync(join(cwd, /file=(\S+)/.exec(rest)?.[1] ?? ''), 'utf8'));
  const [command = ''] = body.split('\n', 1);
  const { stdout, stderr } = await cli(command.replace('$ lync-federation ', '').split(' '), { cwd });
  return fenced(`${command}\n${stdout}${stderr}`);
}

function stepsOf(check: string): string {
  const steps = Object.values(isCheck(check) ? CHECKS[check].steps : {});
  const lines = steps.map((asks, i) => `${i + 1}. ${inEnglish(asks)}\n`);
  return `<!-- steps: ${check} -->\n\n${lines.join('')}`;
}

function isCheck(check: string): check is CheckId {
  return check in CHECKS;
}
