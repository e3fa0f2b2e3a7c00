import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpecName } from '../../../protocol/names.ts';
import { EXIT, type ExitCode } from '../cli/exit.ts';
import { failed, shellOf } from '../cli/host.ts';
import { run } from '../cli/run.ts';
import { today } from '../machine/clock.ts';
import { readRulePages } from '../machine/rule-pages.ts';
import { readTexts } from '../machine/texts.ts';
import { reasonOf } from '../text/failure.ts';
import { escaped } from '../text/markup.ts';
import { plainLine } from '../text/visible.ts';
import { comment } from './comment.ts';
import { addSummary, inputOf, type RunnerEnv, setOutput } from './runner.ts';

/** Inputs that are options of `check` by the same name. */
const OPTIONS = ['as-of', 'persona', 'product', 'baseline', 'max-warnings', 'category'];

/** GitHub draws no larger flowchart: https://github.com/mermaid-js/mermaid (maxTextSize). */
const LONGEST_MAP = 50_000;

/** Checks, and shows it where a runner shows things; the exit code is that of `check`. */
export async function runAction(env: RunnerEnv, cwd: string): Promise<ExitCode> {
  const given = (name: string) => inputOf(env, name);
  const locale = given('locale') || 'en';
  const shellWith = (writeOutput: (text: string | Uint8Array) => void, writeError: (text: string) => void) =>
    shellOf({
      ...{ cwd, today: today(), env, locale, texts: readTexts, rulePages: readRulePages },
      ...{ isTerminal: false, input: nothing, writeOutput, writeError },
    });
  const out = (text: string | Uint8Array) => void process.stdout.write(text);
  const err = (text: string) => void process.stderr.write(text);
  const shell = await shellWith(out, err);
  const shown = (words: readonly string[]) => run(words, shell).catch((error: unknown) => failed(error, shell));
  /** What a command prints; what it complains of, the first run has said already. */
  const printed = async (words: readonly string[]) => {
    let text = '';
    const quiet = await shellWith(
      (part) => (text += typeof part === 'string' ? part : Buffer.from(part).toString()),
      () => {},
    );
    await run(words, quiet).catch(() => {});
    return text;
  };

  const paths = given('paths')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const options = OPTIONS.flatMap((name) => (given(name) === '' ? [] : [`--${name}=${given(name)}`]));
  const check = (format: string) => ['check', `--format=${format}`, ...options, '--', ...paths];
  const asOf = given('as-of') === '' ? [] : [`--as-of=${given('as-of')}`];

  const sarif = given('sarif-file');
  if (sarif !== '') {
    writeFileSync(join(cwd, sarif), await printed(check('sarif')));
    setOutput(env, 'sarif-file', sarif);
  }
  const code = await shown(check(given('format') || 'github'));
  setOutput(env, 'exit-code', String(code));
  if (code === EXIT.failure) return code;

  const within = given('within') === '' ? [] : [`--within=${given('within')}`];
  const ends = await printed(['upcoming', '--format=markdown', ...within, ...asOf, '--', ...paths]);
  setOutput(env, 'upcoming', ends);
  const maps = await mapsOf(await specsIn(printed, check('json')), { printed, folder: given('map-folder'), asOf, cwd });
  const title = (text: string) => `## ${text}\n\n`;
  if (given('summary') !== 'false')
    addSummary(env, `${title('Lync Federation')}${await printed(check('markdown'))}\n${ends}\n${maps.join('\n')}\n`);
  if (given('comment') === 'true') {
    await comment(env, given('token'), `${title('Lync Federation')}${ends}`).catch((error: unknown) => {
      // Of a fork the token may not write; what was found stands all the same.
      out(`::warning title=lync-federation::The comment could not be written: ${reasonOf(error)}\n`);
    });
  }
  return code;
}

type Printed = (words: readonly string[]) => Promise<string>;

async function specsIn(printed: Printed, words: readonly string[]): Promise<readonly string[]> {
  const { files }: { files: readonly { readonly path: string }[] } = JSON.parse(await printed(words));
  return files.map(({ path }) => path).filter((path) => isSpecName(path));
}

interface Mapping {
  readonly printed: Printed;
  /** Where pictures are wanted. */
  readonly folder: string;
  readonly asOf: readonly string[];
  readonly cwd: string;
}

/** Maps as GitHub draws them: a summary shows no SVG, so those go into files. */
async function mapsOf(specs: readonly string[], { printed, folder, asOf, cwd }: Mapping): Promise<readonly string[]> {
  const maps: string[] = [];
  if (folder !== '') mkdirSync(join(cwd, folder), { recursive: true });
  for (const spec of specs) {
    const map = (format: string) => printed(['map', `--format=${format}`, ...asOf, '--', spec]);
    if (folder !== '') writeFileSync(join(cwd, folder, `${spec.replace(/[/\\:]+/g, '-')}.svg`), await map('svg'));
    const chart = await map('mermaid');
    if (chart === '' || chart.length > LONGEST_MAP) continue;
    maps.push(
      `<details><summary>${escaped(plainLine(spec))}</summary>\n\n\`\`\`mermaid\n${chart}\`\`\`\n\n</details>\n`,
    );
  }
  return maps;
}

async function* nothing(): AsyncIterable<Uint8Array> {}
