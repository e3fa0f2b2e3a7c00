import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { type Classified, classify } from '../deployment/classify.ts';
import type { Problem } from '../problem.ts';
import { each, type Spec } from '../spec/model.ts';
import { sameHost } from '../text/host.ts';
import { code, listed, type Message, say } from '../text/message.ts';
import type { FailureCount, Failures } from './failures.ts';
import type { Sides } from './sides.ts';
import { type Judged, judgedBy, LIKELIHOODS } from './suspects.ts';
import { titleOf } from './symptom-card.ts';

/** Whose server judged that something fails. */
export type Judge = 'own' | 'partner' | 'cloud' | 'client' | 'outside';

/** Equal failures with what can be behind them. */
export interface Explained {
  readonly failures: Failures;
  readonly judge: Judge;
  readonly causes: readonly Judged[];
}

/** The answer for one partner, or for our own servers. */
export interface PartnerAnswer {
  readonly partner: string | undefined;
  /** How the spec reaches it; absent without a spec. */
  readonly reach: Classified | undefined;
  /** Whether the spec names it at all. */
  readonly isListed: boolean;
  readonly failures: readonly Explained[];
}

/** What there is to know of the failures in traces. */
export interface Diagnosis {
  readonly answers: readonly PartnerAnswer[];
  /** Failures between users of our own, of which nothing is told. */
  readonly inside: number;
  /** Failures of which there were too many kinds. */
  readonly uncounted: number;
}

/** Puts failures beside a spec: per partner, what failed and what can be behind it. */
export function diagnosisOf(
  count: FailureCount,
  {
    sides,
    analysis,
    partner,
  }: { readonly sides: Sides; readonly analysis: Analysis | undefined; readonly partner?: string | undefined },
): Diagnosis {
  // A test names no partner; who asks about one says which was tested.
  const all = count
    .all()
    .map((one) => (one.partner === undefined && one.symptom.kind !== 'event' && partner ? { ...one, partner } : one));
  const wanted =
    partner === undefined ? all : all.filter((one) => one.partner === undefined || sameHost(one.partner, partner));
  const partners = [...new Set(wanted.map((one) => one.partner))];
  return {
    answers: partners.map((domain) => ({
      partner: domain,
      reach:
        // A server of the cloud is nobody's domain.
        analysis && domain !== undefined && !sides.isCloud(domain)
          ? classify(analysis.spec, { catalog, asOf: analysis.asOf }, domain)
          : undefined,
      isListed: domain !== undefined && analysis !== undefined && isListed(analysis.spec, domain),
      failures: wanted
        .filter((one) => one.partner === domain)
        .map((failures) => ({ failures, judge: judgeOf(failures, sides), causes: judgedBy(failures, analysis) })),
    })),
    inside: count.inside,
    uncounted: count.uncounted,
  };
}

function judgeOf({ source, partner, symptom }: Failures, { isOwn, isCloud, partnerOf }: Sides): Judge {
  if (source !== undefined) {
    if (isOwn(source)) return 'own';
    if (isCloud(source)) return 'cloud';
    return partner !== undefined && partnerOf(source) === partner ? 'partner' : 'outside';
  }
  switch (symptom.judge) {
    case 'source':
      return 'outside';
    case 'reporter':
      return 'own';
    default:
      return symptom.judge;
  }
}

function isListed({ domains = undefined, tenant }: Spec, domain: string): boolean {
  const lists = [
    ...each(domains?.allowed),
    ...each(domains?.discovered),
    ...each(domains?.blocked),
    ...each(domains?.xmpp),
  ];
  const names = [
    ...lists.map((entry) => entry.domain),
    ...each(tenant?.allowedDomains),
    ...each(tenant?.blockedDomains),
  ];
  return names.some((name) => name !== undefined && sameHost(name.value, domain));
}

/** The last day on which something failed, by the traces. */
export function lastDay(count: readonly Failures[]): string | undefined {
  return count
    .flatMap(({ last }) => last?.slice(0, 10) ?? [])
    .toSorted()
    .at(-1);
}

/** The findings of a spec that can be behind failures, by place; each says in a note what it can be behind. */
export function suspectedIn({ answers }: Diagnosis): readonly Problem[] {
  const behind = new Map<Problem, Message[]>();
  for (const { partner, failures } of answers)
    for (const { failures: of, causes } of failures)
      for (const { problem, likelihood } of causes.flatMap(({ suspects }) => suspects)) {
        if (problem === undefined) continue;
        const what = titleOf(of.symptom, of.code);
        const whole = partner === undefined ? what : say`${what} with ${code(partner)}`;
        const known = behind.get(problem) ?? [];
        behind.set(problem, [...known, say`${LIKELIHOODS[likelihood]}: ${whole}, ${of.count} times`]);
      }
  return [...behind]
    .map(
      ([problem, notes]): Problem => ({
        ...problem,
        note: say`It can be behind what a trace shows (${listed(notes.slice(0, 3), '; ')}).`,
      }),
    )
    .toSorted((a, b) => a.at.start - b.at.start);
}
