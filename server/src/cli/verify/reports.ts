import type { Language } from '../../../../protocol/locale.ts';
import type { Analysis } from '../../analyze.ts';
import { written } from '../../edits/written.ts';
import { docsUrl, pageUrl } from '../../features/docs-url.ts';
import { partOf } from '../../features/own-part.ts';
import { placeData } from '../../plan/summary.ts';
import { ruleIds } from '../../rules/ids.generated.ts';
import { placesIn } from '../../spec/placed.ts';
import { type Bundle, code, inEnglish, type Message, say, textOf } from '../../text/message.ts';
import { plainLine } from '../../text/visible.ts';
import { CHECKS, type Check, type CheckId, type Outcome } from '../../verify/checks.ts';
import { DRIFT, type Finding, findingsOf, idOf } from '../../verify/findings.ts';
import type { Recording } from '../../verify/recording.generated.ts';
import { TLS_ONLY } from '../../verify/sip-check.ts';
import type { Verdict } from '../../verify/verdict.ts';
import { editsIn } from '../by-file.ts';
import { forPrograms } from '../output.ts';
import { type Paints, paints } from '../paint.ts';
import { jsonParts } from '../reports/json.ts';
import type { ReportEnv } from '../reports/report.ts';
import { numbers, type Other, type ReportedFile, type ReportedProblem } from '../reports/reported.ts';
import { sarifReport } from '../reports/sarif.ts';
import { textReport } from '../reports/text.ts';
import type { Shell, Speech } from '../shell.ts';
import { type Cell, table } from '../table.ts';

/** A verification that is to be reported. */
export interface Verification {
  readonly path: string;
  readonly analysis: Analysis;
  readonly recording: Recording;
  readonly verdict: Verdict;
}

interface Manner {
  readonly shell: Shell;
  readonly asked: string | undefined;
  /** Each step is to be shown. */
  readonly isWhole: boolean;
}

type VerifyReport = (verification: Verification, manner: Manner) => string;

/** The reports of `verify` by their names. */
export const VERIFY_REPORTS = {
  text: (verification, manner) => {
    const { checks } = verification.verdict;
    const speech = manner.shell.people;
    const { bundle } = speech;
    const shown = `${asked(verification, bundle)}\n\n${checksShown(checks, manner)}${onlyTls(verification, bundle)}`;
    return `${shown}\n${textReport(reportedFiles(verification, speech), envOf(verification, manner, speech))}`;
  },
  json: (verification, { shell: { programs } }) => {
    const { bundle } = programs;
    const { asOf, checks, differences } = verification.verdict;
    const { path, analysis } = verification;
    const origin = { path, placeOf: placesIn(path, analysis.text) };
    const { taken, resolvers } = verification.recording;
    return forPrograms({
      version: 1,
      asOf,
      taken,
      resolvers,
      checks: checks.map(({ check, about, at, outcome, steps }) => ({
        check,
        about,
        ...placeData(at, origin),
        outcome,
        steps: steps.map((step, i) => ({
          step: i + 1,
          id: step.id,
          outcome: step.outcome,
          message: textOf(step.said, bundle),
        })),
      })),
      differences: differences.map(({ is, object, identity, setting, declared, live, at }) => ({
        is,
        object,
        identity,
        ...(setting !== undefined && { setting }),
        declared: declared ?? null,
        live: live ?? null,
        ...placeData(at, origin),
      })),
      problems: reportedFiles(verification, programs).flatMap(({ problems }) => problems.map(jsonParts)),
    });
  },
  sarif: (verification, manner) => {
    const speech = manner.shell.programs;
    return sarifReport(reportedFiles(verification, speech), envOf(verification, manner, speech));
  },
} satisfies Readonly<Record<string, VerifyReport>>;

function envOf({ verdict }: Verification, { shell, asked }: Manner, speech: Speech): ReportEnv {
  const { version, colours, env } = shell;
  const { asOf } = verdict;
  return { asOf, asked, version, colours, speech, complaints: [], category: 'lync-federation-verify', env };
}

function asked({ recording: { taken, resolvers, lookups, visits } }: Verification, bundle: Bundle): string {
  const servers = [...resolvers.public, ...resolvers.internal].join(', ') || say`nobody`;
  const when = `${taken.slice(0, 10)} ${taken.slice(11, 16)} UTC`;
  const counted = say`${lookups.length} look-ups, ${visits.length} connections`;
  return textOf(say`Asked ${servers} on ${when}: ${counted}`, bundle);
}

const MARKS = {
  passed: say`passed`,
  failed: say`FAILED`,
  'not-applicable': say`not applicable`,
  'not-tested': say`not tested`,
} as const satisfies Record<Outcome, Message>;

const PAINTS = {
  passed: 'added',
  failed: 'error',
  'not-applicable': 'faint',
  'not-tested': 'faint',
} as const satisfies Record<Outcome, keyof Paints>;

/** What nobody asked is said once. */
function isShown({ check, outcome }: Check): boolean {
  return check !== 'sip' || outcome !== 'not-tested';
}

function onlyTls({ verdict, recording }: Verification, bundle: Bundle): string {
  const isLeft = !recording.sip && verdict.checks.some(({ check }) => check === 'sip');
  return isLeft ? `\n${textOf(TLS_ONLY, bundle)}\n` : '';
}

function checksShown(checks: readonly Check[], { isWhole, shell }: Manner): string {
  const { bundle } = shell.people;
  const paint = paints(shell.colours);
  const marks = (outcome: Outcome) => textOf(MARKS[outcome], bundle);
  const rows = checks.filter(isShown).flatMap(({ check, about, outcome, steps }) => {
    const told = steps.map((step, i) => ({ ...step, number: i + 1 }));
    const first = told.find((step) => step.outcome === outcome);
    const why = outcome === 'passed' || first === undefined ? '' : `${first.number} ${textOf(first.said, bundle)}`;
    const titles = new Map(Object.entries(CHECKS[check].steps));
    const head: readonly Cell[] = [
      { text: plainLine(marks(outcome)), paint: paint[PAINTS[outcome]] },
      ...[check, about, isWhole ? '' : why].map(plainLine),
    ];
    const each = told.map(({ number, id, outcome: own, said }) => {
      const title = titles.get(id);
      const row = [
        '',
        '',
        `  ${number} ${title ? textOf(title, bundle) : id}`,
        `${marks(own)}: ${textOf(said, bundle)}`,
      ];
      return row.map(plainLine);
    });
    return [head, ...(isWhole ? each : [])];
  });
  return rows.length === 0 ? `${textOf(say`The spec names nothing that could be asked for.`, bundle)}\n` : table(rows);
}

/** A verification as the reports of `check` see files: the spec, and those that it extends where something is found there. */
function reportedFiles(
  { path, analysis, verdict }: Verification,
  { bundle, language }: Speech,
): readonly ReportedFile[] {
  const { spec, lines } = analysis;
  const number = numbers();
  const placeOf = placesIn(path, analysis.text);
  const problems = findingsOf(verdict).map((finding): ReportedProblem => {
    const { rule, severity, message, note, at } = finding;
    return {
      ...placeOf(at),
      rule,
      severity,
      message: textOf(message, bundle),
      ...(note && { note: textOf(note, bundle) }),
      related: [],
      fixes: fixesOf(finding, analysis, bundle),
      docs: docsOf(rule, language),
      ...number(`${rule}\0${inEnglish(message)}`),
    };
  });
  const files = new Map([{ path, lines }, ...problems].map((one) => [one.path, one.lines]));
  return [...files].map(([file, lines]) => {
    const here = problems.filter((one) => one.path === file);
    return {
      path: file,
      lines,
      asOf: verdict.asOf,
      hasOwnDay: spec.asOf !== undefined,
      problems: here,
      failures: file === path ? analysis.failures : [],
      found: here,
      others: othersIn(language),
    };
  });
}

function fixesOf({ difference, at }: Finding, analysis: Analysis, bundle: Bundle): ReportedProblem['fixes'] {
  if (difference === undefined || difference.isOfFile) return [];
  const { edits, setting } = difference;
  const title = setting === undefined ? say`Take over what was seen` : say`Take over ${code(setting)} as it was seen`;
  const made = written(analysis, [{ edits }])?.edits ?? [];
  const part = partOf(analysis, at);
  return [
    {
      title: textOf(title, bundle),
      offer: textOf(say`${title} (review: lync-federation verify --take-over)`, bundle),
      safety: 'review',
      edits: part ? editsIn(part, made) : made,
    },
  ];
}

function docsOf(rule: string, language: Language): string {
  const known = ruleIds.find((id) => id === rule);
  if (known !== undefined) return docsUrl(known, language);
  const page = rule === DRIFT ? `verify.md#${DRIFT}` : `checks/${rule.replace(/^verify-/, '')}.md`;
  return pageUrl(page, language);
}

/** What problems are reported under beside the rules. */
function othersIn(language: Language): readonly Other[] {
  const other = (id: string, summary: Message): Other => ({ id, summary, docs: docsOf(id, language) });
  return [
    other(DRIFT, say`The world shows otherwise than the spec says.`),
    ...Object.entries(CHECKS).flatMap(([id, { summary }]) => (isCheck(id) ? [other(idOf(id), summary)] : [])),
  ];
}

function isCheck(id: string): id is CheckId {
  return id in CHECKS;
}
