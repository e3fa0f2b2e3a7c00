import { isProjectName, isScriptName } from '../../../protocol/names.ts';
import { type Analysis, analyze as engine, type Options } from '../analyze.ts';
import { fileParts } from '../cli/reports/json.ts';
import { reported } from '../cli/reports/reported.ts';
import { titleOf } from '../edits/fix.ts';
import { planned } from '../features/planned.ts';
import { withSecondOpinion } from '../grammar/node.ts';
import { captureFrom, toolsFor } from '../machine/captures.ts';
import { readTexts } from '../machine/texts.ts';
import { readCapture } from '../plan/capture-file.ts';
import { readFound } from '../plan/import/read.ts';
import { importSpec as imported, once } from '../plan/import.ts';
import { planParts } from '../plan/render-json.ts';
import { renderRollback, renderScript } from '../plan/render-ps1.ts';
import { projectOf } from '../project/project.ts';
import { repairAll } from '../repair.ts';
import { failureMessage } from '../text/failure.ts';
import { type Bundle, ENGLISH, inEnglish, textOf } from '../text/message.ts';
import type { Imported, Manner, NamedText, Plan, Repaired, Verdict } from './types.ts';

export type * from './types.ts';

/**
 * Says what is wrong with a spec, a script or a project file, as `check` does.
 * @throws TypeError for a manner that is none
 */
export async function analyze(text: string, manner: Manner): Promise<Verdict> {
  const { options, ...told } = await judgement(text, manner);
  const analysis = await withSecondOpinion((readScript) => engine(text, { ...options, readScript, once: true }));
  return verdict(analysis, told);
}

/**
 * Repairs a spec, a script or a project file, as `fix` does: safe repairs only, unless those count as well that a person has to look at.
 * @throws TypeError for a manner that is none
 */
export async function repair(text: string, manner: Manner & { readonly review?: boolean }): Promise<Repaired> {
  const { options, ...told } = await judgement(text, manner);
  const review = manner.review === true;
  const made = await withSecondOpinion((readScript) => repairAll(text, { ...options, readScript }, { review }));
  const done = made.done.flatMap(({ rule, fixes = [] }) => {
    const taken = fixes.find(({ safety }) => safety === 'safe' || review);
    return taken === undefined ? [] : [{ rule, title: textOf(titleOf(taken), told.bundle) }];
  });
  return { text: made.text, done, isUnfinished: made.isUnfinished, left: verdict(made.after, told) };
}

/**
 * The commands that bring the servers to what a spec says, as `plan` does; with captures of the servers only what differs from them.
 * @throws TypeError for a manner that is none
 */
export async function plan(text: string, manner: Manner & { readonly live?: readonly NamedText[] }): Promise<Plan> {
  const { options, path, bundle } = await judgement(text, manner);
  const files = manner.live?.map(({ name, text }) => captureFrom(name, { text }));
  const live = files && readCapture(files, await toolsFor(files));
  const analysis = await withSecondOpinion((readScript) => engine(text, { ...options, readScript, once: true }));
  const { whole, origin } = planned(analysis, { path, live, bundle });
  const refusals = [
    ...(live?.complaints ?? []).map((message) => ({ message })),
    ...analysis.failures.map((failure) => ({ message: failureMessage(failure) })),
    ...analysis.problems.filter(({ severity }) => severity === 'error'),
    ...whole.refusals,
  ];
  const isRefused = refusals.length > 0;
  const notes = [...whole.notes, ...(live?.notes ?? []).map((message) => ({ message }))];
  const { version: _, ...parts } = planParts(isRefused ? NOTHING : { ...whole, notes }, origin);
  return {
    refusals: planParts({ ...NOTHING, notes: refusals }, origin).notes,
    ...parts,
    script: isRefused ? '' : renderScript(whole, origin),
    rollback: isRefused ? '' : renderRollback(whole, origin),
  };
}

/**
 * Writes a spec of what there is, as `import` does: captures, the output of cmdlets, scripts, zones, certificates.
 * @throws TypeError for a product that is none
 */
export async function importSpec(
  files: readonly NamedText[],
  how: Pick<Manner, 'product' | 'language'> = {},
): Promise<Imported> {
  const { product } = settings(how);
  const bundle = await textsIn(how);
  const inWords = (message: Parameters<typeof textOf>[0]) => textOf(message, bundle);
  const texts = files.map(({ name, text }) => captureFrom(name, { text }));
  const { found, complaints } = readFound(texts, undefined, await toolsFor(texts));
  const { text, entries, leftovers, notes } = imported(found, product, bundle);
  return { text, entries, leftovers, notes: once(notes).map(inWords), complaints: complaints.map(inWords) };
}

const NOTHING = { steps: [], byHand: [], notes: [], refusals: [] };

interface Told {
  readonly path: string;
  readonly bundle: Bundle;
  readonly language: 'en' | 'ko';
}

async function judgement(text: string, manner: Manner): Promise<Told & { readonly options: Options }> {
  // Who reads a file may have its bytes.
  if (typeof text !== 'string') throw new TypeError('The text is no string.');
  const { path = 'federation.yaml', language = 'en' } = manner;
  const { asOf, persona, product, rules } = settings(manner);
  if (asOf === undefined) throw new TypeError('asOf is a day of the calendar, such as 2014-07-01.');
  return {
    options: {
      asOf,
      ...(persona && { persona }),
      severities: rules,
      ...(isProjectName(path) && { project: true }),
      ...(isScriptName(path) && { script: product === undefined ? {} : { product } }),
    },
    path,
    bundle: await textsIn(manner),
    language,
  };
}

/**
 * What a caller says is held against the same rules as a project file that says it.
 * @throws TypeError for the first that breaks one
 */
function settings({ asOf, persona, product, rules }: Partial<Manner>): ReturnType<typeof projectOf> {
  const said = JSON.stringify({ asOf, persona, product, rules });
  const { root, problems } = engine(said, { asOf: '1970-01-01', project: true, once: true });
  const [fault] = problems;
  if (fault !== undefined) throw new TypeError(inEnglish(fault.message));
  return projectOf(root);
}

async function textsIn({ language }: Pick<Manner, 'language'>): Promise<Bundle> {
  return language === 'ko' ? readTexts(language) : ENGLISH;
}

function verdict(analysis: Analysis, { path, ...speech }: Told): Verdict {
  const { baselined: _, ...parts } = fileParts(
    reported({ path, analysis }, { withEdits: true, ...speech }),
    speech.bundle,
  );
  return parts;
}
