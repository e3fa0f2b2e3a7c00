import type { Language } from '../../../../protocol/locale.ts';
import type { Analysis } from '../../analyze.ts';
import { type Fix, titleOf } from '../../edits/fix.ts';
import { docsUrl } from '../../features/docs-url.ts';
import type { Env } from '../../features/env.ts';
import { problemKey } from '../../features/problem-key.ts';
import type { Problem } from '../../problem.ts';
import { repairEach } from '../../repair.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Suppression } from '../../suppression/suppressions.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Failure } from '../../text/failure.ts';
import { groupedBy } from '../../text/grouped.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Bundle, type Message, say, textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Place } from './places.ts';

/** A file that was checked. */
export interface Checked {
  /** As shown, with forward slashes. */
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string | undefined;
  readonly analysis: Analysis;
  /** What the baseline knows; it is no longer among the problems of the analysis. */
  readonly baselined?: readonly Problem[];
  /** Where a place of the text comes from, where the text is what several files say; it is nothing to repair where none is written. */
  readonly comesFrom?: (at: Range) => Place;
  /** Changes of the text as such of this file; none where they are about another one. */
  readonly written?: (edits: readonly TextEdit[]) => readonly TextEdit[];
  /** All that is known of the text, where this file is one of several. */
  readonly whole?: Analysis;
}

/** A file as every report sees it. */
export interface ReportedFile {
  readonly path: string;
  /** The day by which it was judged, and whether the file itself names it. */
  readonly asOf: string;
  readonly hasOwnDay: boolean;
  readonly lines: LineTable;
  /** What is to be reported, by place. */
  readonly problems: readonly ReportedProblem[];
  /** Checks that could not be made. */
  readonly failures: readonly Failure[];
  /** What problems are reported under beside the rules. */
  readonly others?: readonly Other[];
  /** Everything that was found, by place: what is reported, and what a comment or the baseline keeps back. */
  readonly found: readonly ReportedProblem[];
}

/** Something other than a rule by which problems are found. */
export interface Other {
  readonly id: string;
  readonly summary: Message;
  readonly docs: string;
}

/** A problem as every report sees it: all there is to say of it. A report leaves out only what its format cannot hold. */
export interface ReportedProblem extends Place {
  /** A rule, or one of the others of the file. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly note?: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly ReportedFix[];
  /** The page about the rule. */
  readonly docs: string;
  /** By which one report knows it from another one, with a number where several of the file have the same. */
  readonly key: string;
  readonly nth: number;
  /** The comment by which it is not reported. */
  readonly suppressed?: Pick<Suppression, 'reason' | 'until'> & { readonly comment: Place };
  /** It is not reported because the baseline knows it. */
  readonly baselined?: true;
}

/** Another place that has to do with a problem. */
export interface RelatedPlace extends Place {
  readonly message: string;
}

/** A repair that is offered for a problem. */
export interface ReportedFix extends Pick<Fix, 'safety'> {
  readonly title: string;
  /** The same with the command that takes it. */
  readonly offer: string;
  /** The changes to the text, in order and apart from each other; none where they fail, or where the report does not show them. */
  readonly edits: readonly TextEdit[];
}

/** How files are reported. */
interface Manner {
  /** Whether the report shows what repairs change. */
  readonly withEdits: boolean;
  /** The texts that it speaks in, and their language. */
  readonly bundle: Bundle;
  readonly language?: Language;
}

/** What a report is to see of a file that was checked. It holds nothing of the analysis, which is many times as large. */
export function reported(
  { path, analysis, baselined = [], comesFrom, written, whole = analysis }: Checked,
  { withEdits, bundle, language }: Manner,
): ReportedFile {
  const { problems, suppressed, asOf, spec, lines } = analysis;
  const failures = [...analysis.failures];
  const placeOf = comesFrom ?? ((at: Range): Place => ({ path, lines, at }));
  const all = [
    ...problems.map((problem) => ({ problem, by: {} })),
    ...suppressed.map(({ problem, by }) => ({ problem, by: { suppressed: { ...by, comment: placeOf(by.comment) } } })),
    ...baselined.map((problem) => ({ problem, by: { baselined: true } as const })),
  ]
    .map((one) => ({ ...one, place: placeOf(one.problem.at) }))
    .toSorted((a, b) => (a.place.at?.start ?? 0) - (b.place.at?.start ?? 0));
  const shown = all.map(({ problem }) => problem);
  const number = numbers();
  const isRepaired = comesFrom === undefined || written !== undefined;
  const editsOf = (fix: Fix) => written?.(edits?.get(fix) ?? []) ?? edits?.get(fix) ?? [];
  const edits = withEdits && isRepaired ? repairEach(whole, shown, failures) : undefined;
  const found = all.map(
    ({ problem, by, place }): ReportedProblem => ({
      ...place,
      ...described(problem, placeOf, { bundle, ...(language && { language }) }),
      ...number(keyOf(problem, analysis)),
      fixes: isRepaired ? (problem.fixes ?? []).map((fix) => offered(fix, editsOf(fix), bundle)) : [],
      ...by,
    }),
  );
  const isReported = (one: ReportedProblem) => one.suppressed === undefined && one.baselined === undefined;
  return { path, asOf, hasOwnDay: spec.asOf !== undefined, lines, problems: found.filter(isReported), failures, found };
}

/** Each file once: one that several specs extend has what is found through any of them, each problem once. */
export function toldOnce(files: readonly ReportedFile[]): readonly ReportedFile[] {
  const byPath = groupedBy(files, ({ path }) => path);
  if (byPath.size === files.length) return files;
  return [...byPath.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const found = unique([first, ...others].flatMap((file) => file.found));
    const problems = unique([first, ...others].flatMap((file) => file.problems));
    return { ...first, found, problems, failures: [first, ...others].flatMap(({ failures }) => failures) };
  });
}

function unique(problems: readonly ReportedProblem[]): readonly ReportedProblem[] {
  const keyed = problems.map((one) => [JSON.stringify([one.rule, one.at, one.message]), one] as const);
  return [...new Map(keyed.toReversed()).values()].toSorted((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0));
}

function keyOf(problem: Problem, analysis: Analysis): string {
  const { rule, path, text, about = '' } = problemKey(problem, analysis);
  return JSON.stringify([rule, path, text, about]);
}

/** Numbers those of one file that have the same key. */
export function numbers(): (key: string) => Pick<ReportedProblem, 'key' | 'nth'> {
  const count = new Map<string, number>();
  return (key) => {
    const nth = (count.get(key) ?? 0) + 1;
    count.set(key, nth);
    return { key, nth };
  };
}

function described(
  { rule, severity, message, note, related = [] }: Problem,
  placeOf: (at: Range) => Place,
  { bundle, language }: Env,
) {
  return {
    rule,
    severity,
    message: textOf(message, bundle),
    ...(note && { note: textOf(note, bundle) }),
    related: related.map((other) => ({ ...placeOf(other.at), message: textOf(other.message, bundle) })),
    docs: docsUrl(rule, language),
  };
}

function offered(fix: Fix, edits: readonly TextEdit[], bundle: Bundle): ReportedFix {
  const title = titleOf(fix);
  const { safety } = fix;
  const offer =
    safety === 'safe'
      ? say`${title} (safe: lync-federation fix)`
      : say`${title} (review: lync-federation fix --review)`;
  return { title: textOf(title, bundle), offer: textOf(offer, bundle), safety, edits };
}
