import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cli, workspace } from '../cli/cli.ts';

/** A fenced block: its language, what stands behind it, and its lines. */
const BLOCK = /^```(\w+)(.*)\n([\s\S]*?)^```$/gm;

/** A page of the docs written anew from what its commands print, in its language, and the files of a folder hold. */
export async function writtenAnew(page: string, files: string): Promise<string> {
  const locale = page.startsWith('docs/ko/') ? 'ko' : 'en';
  const text = readFileSync(page, 'utf8');
  const cwd = workspace({});
  for (const file of globSync(files)) copyFileSync(file, join(cwd, basename(file)));
  let written = '';
  let end = 0;
  for (const { index, 0: whole, 1: language = '', 2: rest = '', 3: body = '' } of text.matchAll(BLOCK)) {
    written += text.slice(end, index) + (await run({ language, rest, body }, cwd, locale));
    end = index + whole.length;
  }
  return written + text.slice(end);
}

interface Block {
  readonly language: string;
  readonly rest: string;
  readonly body: string;
}

async function run({ language, rest, body }: Block, cwd: string, locale: string): Promise<string> {
  const file = join(cwd, /file=(\S+)/.exec(rest)?.[1] ?? '');
  const fenced = (content: string) => `\`\`\`${language}${rest}\n${content}\`\`\``;
  if (language === 'yaml') return fenced(readFileSync(file, 'utf8'));
  if (language === 'diff') {
    writeFileSync(file, patched(readFileSync(file, 'utf8'), body));
    return fenced(body);
  }
  const [command = ''] = body.split('\n', 1);
  const typed = command.replace('$ lync-federation ', '').split(' ');
  const { stdout, stderr } = await cli([...typed, '--locale', locale], { cwd });
  return fenced(`${command}\n${stderr}${stdout}`);
}

/** The text with the lines of a hunk changed; it finds its place by its context. */
function patched(text: string, hunk: string): string {
  const lines = hunk.trimEnd().split('\n');
  const side = (other: string) => lines.flatMap((line) => (line.startsWith(other) ? [] : [line.slice(1)])).join('\n');
  if (!text.includes(side('+'))) throw new Error(`the lines of the hunk are not there:\n${side('+')}`);
  return text.replace(side('+'), side('-'));
}
