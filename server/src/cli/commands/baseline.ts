import { resolve } from 'node:path';
import { analyze } from '../../analyze.ts';
import { linkTo } from '../../machine/links.ts';
import { wayOut } from '../../machine/way-out.ts';
import type { Problem } from '../../problem.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import {
  BASELINE,
  baselineText,
  entryKey,
  entryOf,
  isForbidden,
  type KnownProblem,
  missingFiles,
  nameIn,
  readBaseline,
} from '../baseline.ts';
import { byFile } from '../by-file.ts';
import { bySource } from '../by-source.ts';
import type { Usage } from '../command.ts';
import { eachSpec } from '../each-spec.ts';
import { Complaint, EXIT } from '../exit.ts';
import { STDIN } from '../find.ts';
import { INTERNAL } from '../inner-zone.ts';
import { JUDGEMENT, PRODUCT } from '../judgement.ts';
import { text } from '../option.ts';
import { outcome } from '../output.ts';
import type { Checked } from '../reports/reported.ts';
import { lineOf, type Shell } from '../shell.ts';
import { writeNamed } from '../write.ts';

const FILE = text({ name: 'baseline', value: 'FILE', about: say`the baseline to write`, usual: BASELINE });
const REMEDY = say`Say what is to be done: ${code('lync-federation baseline update')}.`;

/** `baseline update`: what is wrong today becomes known, so that only what comes new is reported. */
export const baseline: Usage = {
  takes: {
    shown: 'update [FILE|DIR|GLOB ...]',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    known: () => ['update'],
    remedy: REMEDY,
  },
  options: [...JUDGEMENT, INTERNAL, FILE],
  examples: [
    { line: 'lync-federation baseline update', about: say`of all specs below this folder` },
    { line: `lync-federation check --baseline ${BASELINE}`, about: say`report what is not in it` },
    {
      line: 'lync-federation baseline update contoso.lync.yaml',
      about: say`of one spec; what is known of the others stays`,
    },
  ],

  async run(given, shell) {
    const [verb, ...words] = given.words;
    if (verb !== 'update') throw new Complaint(REMEDY);
    const inner = given.of(INTERNAL);
    if ([...words, ...inner].includes(STDIN))
      throw new Complaint(say`Standard input has no name by which a baseline could know it.`);
    const path = given.of(FILE) ?? (await usualFile(shell));
    const file = resolve(shell.cwd, path);
    const before = (await readBaseline(path, shell))?.entries ?? [];

    const captures = { product: given.of(PRODUCT), inner };
    const about = { given, shell, check: 'baseline', projects: true, captures } as const;
    const named = words.length + inner.length > 0 ? words : ['.'];
    const { made, unread, unjudged, failed } = await eachSpec(named, about, ({ input, options, failures }) => {
      const analysis = analyze(input.text, { ...options, most: Number.POSITIVE_INFINITY });
      failures.push(...analysis.failures);
      // What a rule that failed would have found is not known, so nothing of the file is touched.
      if (failures.length > 0) return undefined;
      const checked: Checked = { ...input, analysis };
      return input.imported ? bySource(checked, input.imported) : byFile(checked);
    });
    const files = made.flat();
    const complaints = [...unread, ...unjudged, ...failed];
    if (files.length > 0 || complaints.length === 0) {
      const after = await updated(file, before, files);
      await writeNamed(path, baselineText(after), shell);
      shell.print(lineOf(told(path, before, after), shell.people));
    }
    const refused = files.flatMap((one) => one.analysis.problems.filter((problem) => isForbidden(problem, one)));
    if (refused.length > 0) shell.complain(refusal(refused));
    return outcome(complaints, shell, refused.length > 0 ? EXIT.findings : EXIT.clean);
  },
};

/**
 * The baseline of the folder.
 * @throws Complaint where it is a link that came with the folder, and leads to a file that nobody means to write
 */
async function usualFile({ cwd }: Shell): Promise<string> {
  const place = await wayOut(resolve(cwd, BASELINE), [cwd]);
  if (place === undefined) return BASELINE;
  throw new Complaint(
    say`${linkTo(place, BASELINE)}, so it is not written. Name the baseline that you mean: ${code('--baseline FILE')}.`,
  );
}

/** What is found in the files that were looked at, and what is known of the others, as far as these are still there. */
async function updated(
  baseline: string,
  before: readonly KnownProblem[],
  files: readonly Checked[],
): Promise<readonly KnownProblem[]> {
  const looked = new Set(files.map(({ file = '' }) => nameIn(baseline, file)));
  const others = before.filter(({ file }) => !looked.has(file));
  const missing = await missingFiles(baseline, others);
  const found = files.flatMap((one) =>
    one.analysis.problems.flatMap((problem) => (isForbidden(problem, one) ? [] : entryOf(problem, one, baseline))),
  );
  return [...others.filter(({ file }) => !missing.has(file)), ...found];
}

function refusal(refused: readonly Problem[]): Message {
  const rules = codes([...new Set(refused.map(({ rule }) => rule))]);
  if (refused.length === 1)
    return say`1 problem is not in the baseline: the project file lets nobody suppress ${rules}.`;
  return say`${refused.length} problems are not in the baseline: the project file lets nobody suppress ${rules}.`;
}

/** What an update did. Problems that share a key count as one. */
function told(path: string, before: readonly KnownProblem[], after: readonly KnownProblem[]): Message {
  const [old, now] = [new Set(before.map(entryKey)), new Set(after.map(entryKey))];
  const known = now.size === 1 ? say`1 known problem` : say`${now.size} known problems`;
  const [added, gone] = [[...now].filter((key) => !old.has(key)), [...old].filter((key) => !now.has(key))];
  return say`${path}: ${known}, ${added.length} of them new; ${gone.length} no longer there`;
}
