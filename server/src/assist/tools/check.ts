import { type Fix, titleOf } from '../../edits/fix.ts';
import { docsUrl } from '../../features/docs-url.ts';
import type { Problem } from '../../problem.ts';
import { repairEach } from '../../repair.ts';
import { personas, severities } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { firstOfEach } from '../../text/grouped.ts';
import { codes, type Message, say, textOf } from '../../text/message.ts';
import { visible } from '../../text/visible.ts';
import type { Entry } from '../answer.ts';
import type { Ground, Judged } from '../ground.ts';
import { daysOf, failuresOf, judged, placeData, placeOf, sourcesOfRule } from '../judged.ts';
import { oneOf, optional } from '../parameter.ts';
import { AS_OF, FILES } from '../parameters.ts';
import { tool } from '../tool.ts';

export const check = tool({
  name: 'check',
  title: say`Check Federation Specs`,
  about: say`What is wrong in specs of Lync, Skype for Business and Teams federation, and in PowerShell scripts for these servers: each problem with its place, rule, reason, sources and repairs. Ask it first, and again after each change.`,
  takes: {
    files: FILES,
    asOf: AS_OF,
    persona: optional(
      oneOf(say`who is to hear: what is wrong, also what could be better, or all there is to know`, personas),
    ),
  },
  list: 'problems',
  entry: {
    path: 'string',
    line: 'integer',
    column: 'integer',
    endLine: 'integer',
    endColumn: 'integer',
    rule: 'string',
    severity: 'string',
    message: 'string',
    note: 'string',
    related: 'array',
    fixes: 'array',
    docs: 'string',
    sources: 'array',
  },
  async answer(asked, ground) {
    const gathered = await judged(ground, asked);
    const { documents } = gathered;
    const found = once(
      documents.flatMap((document) => document.analysis.problems.map((problem) => ({ document, problem }))),
    );
    const worstFirst = severities.flatMap((severity) => found.filter(({ problem }) => problem.severity === severity));
    const edits = editsFor(worstFirst.slice(0, MOST_REPAIRED));
    return {
      head: [summary(documents, found.length), ...failuresOf(gathered)],
      data: { files: documents.map(({ path, analysis: { asOf } }) => ({ path, asOf })) },
      entries: worstFirst.map(
        ({ document, problem }) =>
          () =>
            entryOf(problem, document, { ground, edits }),
      ),
      remedy: say`Repair these and check again, or name fewer files.`,
    };
  },
});

interface Found {
  readonly document: Judged;
  readonly problem: Problem;
}

/** What several specs find in a file that they extend is one problem. */
function once(found: readonly Found[]): readonly Found[] {
  if (!found.some(({ document }) => document.analysis.parts)) return found;
  return firstOfEach(found, ({ document, problem: { rule, at, message } }) =>
    JSON.stringify([placeData(document, at), rule, message]),
  );
}

type Edits = ReadonlyMap<Fix, readonly TextEdit[]>;

/** What repairs change. They are proven together, and no more of them than have room. */
function editsFor(found: readonly Found[]): Edits {
  const documents = new Set(found.map(({ document }) => document));
  const all = [...documents].flatMap((document) => {
    const problems = found.filter((one) => one.document === document).map(({ problem }) => problem);
    return [...repairEach(document.analysis, problems, [])];
  });
  return new Map(all);
}

const MOST_REPAIRED = 100;

function summary(documents: readonly Judged[], count: number): Message {
  const where = codes(documents.map(({ path }) => path));
  const days = codes(daysOf(documents));
  if (documents.length === 0) return say`There is no federation spec.`;
  if (count === 0) return say`No problem in ${where}, as of ${days}.`;
  return count === 1 ? say`1 problem in ${where}, as of ${days}.` : say`${count} problems in ${where}, as of ${days}.`;
}

function entryOf(
  problem: Problem,
  document: Judged,
  { ground, edits }: { readonly ground: Ground; readonly edits: Edits },
): Entry {
  const { bundle, language } = ground.env;
  const { rule, severity, at, related = [] } = problem;
  const inWords = (text: Message) => visible(textOf(text, bundle));
  const message = inWords(problem.message);
  const note = problem.note && inWords(problem.note);
  const others = related.map((other) => ({ ...placeData(document, other.at), message: inWords(other.message) }));
  const fixes = (problem.fixes ?? []).map((fix) => ({
    title: inWords(titleOf(fix)),
    safety: fix.safety,
    edits: (edits.get(fix) ?? []).map(({ at: where, insert }) => {
      const { path, ...range } = placeData(document, where);
      return { ...(path !== document.path && { path }), ...range, newText: insert };
    }),
  }));
  const docs = docsUrl(rule, language);
  const sources = sourcesOfRule(rule);
  return {
    text: [
      `${placeOf(document, at)}: ${severity}[${rule}]: ${message}`,
      ...(note ? [`  ${note}`] : []),
      ...related.map((other, i) => `  ${placeOf(document, other.at)}: ${others[i]?.message}`),
      ...fixes.map(({ title, safety }) => textOf(say`  Repair (${safety}): ${title}`, bundle)),
      `  ${[docs, ...sources].join(' ')}`,
    ].join('\n'),
    data: {
      ...placeData(document, at),
      ...{ rule, severity, message, ...(note && { note }), related: others, fixes, docs, sources },
    },
  };
}
