import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, workspace } from '../cli/cli.ts';

const PAGE = 'docs/workflow.md';

/** A fenced block: its language, what stands behind it, and its lines. */
const BLOCK = /^```(\w+)(.*)\n([\s\S]*?)^```$/gm;

// The page is written anew from what its commands print and its files hold, and has to be the same.
it('says what its commands print', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const cwd = workspace({});
  for (const file of globSync('docs/workflow/*')) copyFileSync(file, join(cwd, basename(file)));
  let written = '';
  let end = 0;
  for (const { index, 0: whole, 1: language = '', 2: rest = '', 3: body = '' } of page.matchAll(BLOCK)) {
    written += page.slice(end, index) + (await run({ language, rest, body }, cwd));
    end = index + whole.length;
  }
  await expect(written + page.slice(end)).toMatchFileSnapshot(`../../${PAGE}`);
});

interface Block {
  readonly language: string;
  readonly rest: string;
  readonly body: string;
}

async function run({ language, rest, body }: Block, cwd: string): Promise<string> {
  const file = join(cwd, /file=(\S+)/.exec(rest)?.[1] ?? '');
  const fenced = (content: string) => `\`\`\`${language}${rest}\n${content}\`\`\``;
  if (language === 'yaml') return fenced(readFileSync(file, 'utf8'));
  if (language === 'diff') {
    writeFileSync(file, patched(readFileSync(file, 'utf8'), body));
    return fenced(body);
  }
  const [command = ''] = body.split('\n', 1);
  const { stdout, stderr } = await cli(command.replace('$ lync-federation ', '').split(' '), { cwd });
  return fenced(`${command}\n${stderr}${stdout}`);
}

/** The text with the lines of a hunk changed; it finds its place by its context. */
function patched(text: string, hunk: string): string {
  const lines = hunk.trimEnd().split('\n');
  const side = (other: string) => lines.flatMap((line) => (line.startsWith(other) ? [] : [line.slice(1)])).join('\n');
  if (!text.includes(side('+'))) throw new Error(`the lines of the hunk are not there:\n${side('+')}`);
  return text.replace(side('+'), side('-'));
}
