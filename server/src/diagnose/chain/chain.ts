import { judge, type Options } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import { type Classified, classify } from '../../deployment/classify.ts';
import type { Problem } from '../../problem.ts';
import type { RuleId } from '../../rules/ids.generated.ts';
import { rules } from '../../rules/index.generated.ts';
import type { Finding } from '../../rules/rule.ts';
import { each, type Place } from '../../spec/model.ts';
import type { Source } from '../../spec/read.ts';
import type { Failure } from '../../text/failure.ts';
import { sameHost } from '../../text/host.ts';
import { isMeant } from '../subjects.ts';
import { causeNamed, type Reason } from '../symptoms.ts';
import { type Alone, aloneWith } from './alone.ts';
import type { Link, Verdict } from './link.ts';
import { links } from './links.ts';
import { providerLacking } from './provider-lacking.ts';

/** What was found of a link; what no rule minds has none. */
export interface LinkFinding extends Finding {
  readonly rule: RuleId | undefined;
  /** What it makes of the link. */
  readonly makes: Verdict;
}

/** A link with what the spec says of it on the day. */
export interface JudgedLink {
  readonly link: Link;
  readonly verdict: Verdict | 'not needed';
  /** The ones that weigh most first. */
  readonly findings: readonly LinkFinding[];
  /** What to look at where the spec does not tell. */
  readonly looks: readonly Reason[];
}

/** All that has to be so for a message to reach a partner, and what the spec says of it. */
export interface Chain {
  readonly alone: Alone;
  readonly asOf: string;
  readonly reached: Classified;
  /** The own domains, from which messages come. */
  readonly own: readonly string[];
  /** In the order in which a message passes them. */
  readonly links: readonly JudgedLink[];
  /** The first that is broken, else the first of which something is found that may break it. */
  readonly first: JudgedLink | undefined;
  /** Rules that could not be asked. */
  readonly failures: readonly Failure[];
}

/** Judges the chain to a partner by the rules of its links. */
export function chainOf(source: Source, options: Pick<Options, 'asOf' | 'certificateFiles'>, asked: string): Chain {
  const { asOf } = options;
  const grounds = { catalog, asOf };
  const alone = aloneWith(source.spec, grounds, asked);
  const { problems, failures } = judge(
    { ...source, spec: alone.spec },
    { ...options, judgedAs: asOf, persona: 'auditor', severities: {}, noIgnores: true, once: true, rules: judging },
  );
  const found = problems.filter((problem) => !isOfOthers(problem, alone));
  const judged = links.map((link) => judgedLink(link, alone, { found, asOf }));
  return {
    alone,
    asOf,
    reached: classify(alone.spec, grounds, alone.partner),
    own: [
      ...each(source.spec.domains?.sip).flatMap(({ identity }) => identity ?? []),
      ...each(source.spec.tenant?.sipDomains),
    ].map(({ value }) => value),
    links: judged,
    first:
      judged.find(({ verdict }) => verdict === 'broken') ??
      judged.find(({ verdict, findings }) => verdict === 'unknown' && findings.length > 0),
    failures,
  };
}

const judging = rules.filter(({ id }) => links.some((link) => Object.hasOwn(link.rules, id)));

function judgedLink(
  link: Link,
  alone: Alone,
  { found, asOf }: { readonly found: readonly Problem[]; readonly asOf: string },
): JudgedLink {
  const looks = link.looks.flatMap(causeNamed).map((one) => lookedAtFor(one, alone.partner));
  if (!link.ways.includes(alone.way) || link.isPassed?.(alone) === false)
    return { link, verdict: 'not needed', findings: [], looks };
  const lacking = link.id === 'public-provider' ? providerLacking(alone, asOf) : undefined;
  // What is not in use need not be taken out of it.
  const others = lacking ? found.filter(({ rule }) => rule !== 'retired-provider') : found;
  const findings = [
    ...(lacking ? [{ ...lacking, rule: undefined, makes: 'broken' } as const] : []),
    ...others.filter((one) => isAbout(link, one, alone)).map((one) => ({ ...one, makes: madeBy(one, link, alone) })),
  ].toSorted((a, b) => WEIGHT.indexOf(a.makes) - WEIGHT.indexOf(b.makes));
  const worst = findings[0]?.makes ?? 'holds';
  return { link, verdict: worst === 'holds' && !link.isTold(alone) ? 'unknown' : worst, findings, looks };
}

/** The same with the partner in the command that shows it, where its name is one that a shell takes as it is. */
function lookedAtFor(look: Reason, partner: string): Reason {
  const { cmdlet } = look;
  if (cmdlet === undefined || !/^[a-z\d.-]+$/i.test(partner)) return look;
  return { ...look, cmdlet: cmdlet.replace(/\bPARTNER\b(?!-)/g, partner) };
}

const WEIGHT: readonly Verdict[] = ['broken', 'unknown', 'holds'];

function madeBy({ rule, severity }: Problem, { rules: own }: Link, alone: Alone): Verdict {
  if (severity === 'error') return 'broken';
  const makes = own[rule] ?? 'unknown';
  if (severity === 'info') return 'holds';
  return typeof makes === 'string' ? makes : makes(alone);
}

function isAbout({ rules: own, subjects, where }: Link, problem: Problem, { entry }: Alone): boolean {
  if (!Object.hasOwn(own, problem.rule)) return false;
  if (where !== undefined && (where === 'partner') !== (entry !== undefined && holds(entry, problem))) return false;
  return isMeant(problem, subjects);
}

/** The lists of a tenant have to stay whole, so that they mean the same. */
function isOfOthers(problem: Problem, { spec: { tenant }, partner }: Alone): boolean {
  const entries = [...each(tenant?.allowedDomains), ...each(tenant?.blockedDomains)];
  return entries.some((one) => holds(one, problem) && !sameHost(one.value, partner));
}

function holds({ at }: Place, problem: Problem): boolean {
  return at.start <= problem.at.start && problem.at.end <= at.end;
}
