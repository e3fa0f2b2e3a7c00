import { type Fix, titleOf } from '../../edits/fix.ts';
import { counts } from '../../features/counts.ts';
import { BOM, encode, unencodable } from '../../machine/encoding.ts';
import { type Repaired, repairAll } from '../../repair.ts';
import { placesIn } from '../../spec/placed.ts';
import { code, type Message, say } from '../../text/message.ts';
import { filesIn } from '../by-file.ts';
import type { Usage } from '../command.ts';
import { eachSpec, type Judged } from '../each-spec.ts';
import { Complaint, EXIT } from '../exit.ts';
import type { Input } from '../files.ts';
import { JUDGEMENT } from '../judgement.ts';
import { flag } from '../option.ts';
import { outcome } from '../output.ts';
import { byMark, bySeverity, paints } from '../paint.ts';
import { patch } from '../patch.ts';
import { filesCounted } from '../reports/counts.ts';
import { whereaboutsIn } from '../reports/places.ts';
import { lineOf, type Shell } from '../shell.ts';
import { rewriteNamed } from '../write.ts';

const REVIEW = flag(
  'review',
  say`also take the repairs that change the deployment; look at them before running the cmdlets`,
);
const DRY_RUN = flag('dry-run', say`change nothing; print what would change as a unified diff`);

/** `fix`: repairs the specs in place. */
export const fix: Usage = {
  takes: {
    shown: 'FILE|DIR|GLOB ...',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name a file to repair, such as ${code('lync-federation fix contoso.lync.yaml')}.`,
  },
  options: [...JUDGEMENT, REVIEW, DRY_RUN],
  examples: [
    { line: 'lync-federation fix contoso.lync.yaml', about: say`safe repairs only` },
    { line: 'lync-federation fix --review --dry-run contoso.lync.yaml', about: say`see what all repairs would change` },
    { line: 'lync-federation fix - < contoso.lync.yaml', about: say`as a filter` },
  ],

  async run(given, shell) {
    const review = given.of(REVIEW);
    const dryRun = given.of(DRY_RUN);
    const about = { given, shell, check: 'fix', projects: true } as const;
    const { made: results, unread, failed } = await eachSpec(given.words, about, (one) => repairedOne(one, review));
    const complaints = [...unread, ...failed];
    // Where the result or a diff goes to standard output, nothing else may.
    const paint = paints(shell.colours);
    const print = (text: Message) => shell.print(bySeverity(lineOf(text, shell.people), paint));
    const tell = dryRun || results.some(isStdin) ? shell.tell : print;
    for (const result of results) {
      const trouble = await put(result, { dryRun, shell });
      if (trouble) complaints.push(trouble);
      else for (const line of told(result, { review, dryRun })) tell(line);
    }
    if (results.length > 0 && results.every(({ input, text }) => input.text === text))
      tell(say`Nothing to repair in ${filesCounted(results.length)}`);
    const isFaulty = results.some(({ after }) => after.problems.some(({ severity }) => severity === 'error'));
    return outcome(complaints, shell, isFaulty ? EXIT.findings : EXIT.clean);
  },
};

interface Manner {
  readonly review: boolean;
  readonly dryRun: boolean;
}

interface Result extends Repaired {
  readonly input: Input;
}

function repairedOne({ input, options, failures }: Judged, review: boolean): Result {
  const repaired = repairAll(input.text, options, { review });
  failures.push(...repaired.failures, ...repaired.after.failures);
  return { ...repaired, input };
}

/** Puts the result where it belongs, each file of it; says what hindered it. */
async function put(
  { input, text }: Pick<Result, 'input' | 'text'>,
  how: { readonly dryRun: boolean; readonly shell: Shell },
): Promise<Message | undefined> {
  for (const one of filesIn(input, text)) {
    const trouble = await putOne(one, how);
    if (trouble) return trouble;
  }
  return undefined;
}

async function putOne(
  { input, text }: Pick<Result, 'input' | 'text'>,
  { dryRun, shell }: { readonly dryRun: boolean; readonly shell: Shell },
): Promise<Message | undefined> {
  const { path, file, encoding, bom } = input;
  if (dryRun) {
    const made = text === input.text ? '' : patch(path, marked(input.text, bom), marked(text, bom));
    shell.print(byMark(made, paints(shell.colours)));
    return undefined;
  }
  const written = { text, encoding, bom };
  const missing = unencodable(written);
  if (missing !== undefined)
    return say`${code(path)} is Windows-1252, which has no ${code(missing)}. Save it as UTF-8 with a byte order mark, then repair it.`;
  if (file === undefined) {
    shell.print(encode(written));
    return undefined;
  }
  if (text === input.text) return undefined;
  try {
    await rewriteNamed(path, { before: encode(input), after: encode(written) }, shell);
    return undefined;
  } catch (error) {
    if (error instanceof Complaint) return error.text;
    throw error;
  }
}

function marked(text: string, bom: boolean): string {
  return bom ? BOM + text : text;
}

function* told({ input, done, after, isUnfinished }: Result, { review, dryRun }: Manner): Iterable<Message> {
  const { path } = input;
  const placeOf = placesIn(path, after.text);
  if (done.length > 0) yield say`${path}: ${doneCounted(done.length, dryRun)}`;
  for (const { rule, fixes } of done) {
    const taken = fixes?.find((one) => mayTake(one, review));
    if (taken) yield say`  ${rule}: ${titleOf(taken)}`;
  }
  if (after.problems.length === 0) return;
  yield say`${path}: ${counts(after.problems)} left`;
  for (const { rule, severity, message, at } of after.problems) {
    yield say`  ${whereaboutsIn(path, placeOf(at))} ${severity}[${rule}]: ${message}`;
  }
  const more = after.problems.filter(({ fixes = [] }) => fixes.length > 0).length;
  if (isUnfinished)
    yield say`  ${code(`fix${review ? ' --review' : ''}`)} does not repair more in one go; run it again for the rest`;
  if (!review && more > 0) yield say`  ${code('--review')} repairs ${more} of them`;
}

function doneCounted(number: number, dryRun: boolean): Message {
  if (dryRun) return number === 1 ? say`1 problem would be repaired` : say`${number} problems would be repaired`;
  return number === 1 ? say`1 problem repaired` : say`${number} problems repaired`;
}

function mayTake({ safety }: Fix, review: boolean): boolean {
  return safety === 'safe' || review;
}

function isStdin({ input }: Result): boolean {
  return input.file === undefined;
}
