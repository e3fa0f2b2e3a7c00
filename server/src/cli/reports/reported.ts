import type { Analysis, Problem } from '../../analyze.ts';
import type { Fix } from '../../edits/fix.ts';
import { docsUrl } from '../../features/docs-url.ts';
import { repairEach } from '../../repair.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Suppression } from '../../suppression/suppressions.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Failure } from '../../text/failure.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Message, textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { fingerprints } from './fingerprint.ts';
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
  /** Where a place of the text comes from, where the text is only what other files say; it is nothing to repair then. */
  readonly comesFrom?: (at: Range) => Place;
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
  /** Checks that could not be made; more may come while the report is written. */
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
  /** By which one report knows it from another one; not the same twice in a file. */
  readonly fingerprint: string;
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
  /** The command that takes it, where it is not `fix`. */
  readonly command?: string;
  /** The changes to the text, in order and apart from each other; worked out when they are asked for, none where they fail. */
  edits(): readonly TextEdit[];
}

/** What reports are to see of a file that was checked. */
export function reported({ path, analysis, baselined = [], comesFrom }: Checked): ReportedFile {
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
  const prints = fingerprints(
    all.map(({ problem }) => problem),
    analysis,
  );
  const edits = once(() =>
    repairEach(
      analysis,
      all.map(({ problem }) => problem),
      failures,
    ),
  );
  const found = all.map(
    ({ problem, by, place }, i): ReportedProblem => ({
      ...place,
      ...described(problem, placeOf),
      fixes: comesFrom ? [] : (problem.fixes ?? []).map((fix) => offered(fix, () => edits().get(fix) ?? [])),
      fingerprint: prints[i] ?? '',
      ...by,
    }),
  );
  const isReported = (one: ReportedProblem) => one.suppressed === undefined && one.baselined === undefined;
  return { path, asOf, hasOwnDay: spec.asOf !== undefined, lines, problems: found.filter(isReported), failures, found };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function described({ rule, severity, message, note, related = [] }: Problem, placeOf: (at: Range) => Place) {
  return {
    rule,
    severity,
    message: textOf(message),
    ...(note && { note: textOf(note) }),
    related: related.map((other) => ({ ...placeOf(other.at), message: textOf(other.message) })),
    docs: docsUrl(rule),
  };
}

function offered({ title, safety }: Fix, edits: () => readonly TextEdit[]): ReportedFix {
  return { title: textOf(title), safety, edits };
}
