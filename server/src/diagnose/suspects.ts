import type { Analysis } from '../analyze.ts';
import type { Fix } from '../edits/fix.ts';
import type { Problem } from '../problem.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { type Severity, severities } from '../rules/rule.ts';
import { each, type Leaf, type Place, type Spec } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Failures } from './failures.ts';
import { isMeant } from './subjects.ts';
import { rulesOf } from './symptom-card.ts';
import type { Reason } from './symptoms.ts';

/** How surely something of a spec is behind a failure: it is about the very partner or server, or about all of them. */
export type Likelihood = 'likely' | 'possible';

/** The same in words. */
export const LIKELIHOODS: Readonly<Record<Likelihood, Message>> = { likely: say`likely`, possible: say`possible` };

/** A finding that can be behind a failure. */
export interface Suspect {
  readonly at: Range;
  /** The rule that found it; absent for what no rule minds. */
  readonly rule: RuleId | undefined;
  readonly severity: Severity;
  readonly message: Message;
  readonly fixes: readonly Fix[];
  readonly likelihood: Likelihood;
  /** The finding as it is. */
  readonly problem: Problem | undefined;
}

/** A cause, and what the spec says of it. */
export interface Judged {
  readonly cause: Reason;
  readonly suspects: readonly Suspect[];
  /** The spec speaks of it, and nothing is wrong there. */
  readonly isInOrder: boolean;
}

/** The causes of a failure by what the spec says: first those that are found at the partner or server that is named. */
export function judgedBy(failures: Failures, analysis: Analysis | undefined): readonly Judged[] {
  const judged = failures.causes.map((cause): Judged => {
    const suspects = analysis ? suspectsOf(cause, failures, analysis) : [];
    return {
      cause,
      suspects,
      isInOrder: analysis !== undefined && suspects.length === 0 && isTold(cause, analysis.spec),
    };
  });
  return judged.toSorted((a, b) => weight(a) - weight(b));
}

function weight({ suspects, isInOrder }: Judged): number {
  const likely = suspects.filter(({ likelihood }) => likelihood === 'likely');
  if (likely.some(({ severity }) => severity === 'error')) return 0;
  if (likely.length > 0) return 1;
  return suspects.length > 0 ? 2 : isInOrder ? 4 : 3;
}

function suspectsOf(cause: Reason, failures: Failures, { problems, spec }: Analysis): readonly Suspect[] {
  const rules: readonly string[] = rulesOf(cause);
  const found = problems
    .filter((problem) => rules.includes(problem.rule) && isMeant(problem, cause.subjects))
    .flatMap((problem) => {
      const { at, rule, severity, message, fixes = [] } = problem;
      const likelihood = likelihoodOf(problem, failures, spec);
      return likelihood === undefined ? [] : [{ at, rule, severity, message, fixes, likelihood, problem }];
    });
  const said = found.length > 0 ? [] : valuesOf(cause, spec);
  return [...found, ...said].toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);
}

/** What the spec says that can be behind it, although no rule minds. */
function valuesOf({ values = {}, what }: Reason, spec: Spec): readonly Suspect[] {
  return Object.entries(values).flatMap(([path, value]) =>
    leavesAt(spec, path)
      .filter((leaf) => leaf.value === value)
      .map(({ at }): Suspect => {
        const message = say`${code(path.split('.').at(-1) ?? path)} is ${code(value)}. ${prose(what)}`;
        return {
          at,
          rule: undefined,
          severity: 'info',
          message,
          fixes: [],
          likelihood: 'possible',
          problem: undefined,
        };
      }),
  );
}

function leavesAt(spec: Spec, path: string): readonly Leaf<unknown>[] {
  let nodes: readonly unknown[] = [spec];
  for (const part of path.split('.')) {
    const key = part.replace('[]', '');
    const found = nodes.flatMap((node) =>
      Object.entries(Object(node)).flatMap(([name, one]) => (name === key ? [one] : [])),
    );
    nodes = part.endsWith('[]') ? found.flatMap((one): readonly unknown[] => Object(one).items ?? []) : found;
  }
  return nodes.filter(isLeaf);
}

function isLeaf(node: unknown): node is Leaf<unknown> {
  return typeof node === 'object' && node !== null && 'value' in node && 'at' in node;
}

/** Nobody looks at more for one cause. */
const MOST = 5;

function rankOf({ severity, likelihood }: Suspect): number {
  return (likelihood === 'likely' ? 0 : 3) + severities.indexOf(severity);
}

/** Whether what was found has to do with the failure: nothing, where it is about another partner or another own domain. */
function likelihoodOf(problem: Problem, failures: Failures, spec: Spec): Likelihood | undefined {
  const { partner, own, hosts, said } = failures;
  const named = new Set([partner, own, ...hosts, ...said.values()].flatMap((one) => one ?? []));
  const { sip, allowed, discovered, blocked, xmpp } = spec.domains ?? {};
  const entry = [...each(allowed), ...each(discovered), ...each(blocked), ...each(xmpp)].find((one) =>
    holds(one, problem),
  );
  if (entry) {
    const keys = [entry.domain, 'proxyFqdn' in entry ? entry.proxyFqdn : undefined];
    const isAbove = entry.domain && partner?.endsWith(`.${hostKey(entry.domain.value)}`);
    if (isAbove || areNamed(keys, named)) return 'likely';
    return partner === undefined && named.size === 0 ? 'possible' : undefined;
  }
  const domain = each(sip).find((one) => holds(one, problem));
  if (domain?.identity) {
    if (own === undefined) return 'possible';
    return hostKey(domain.identity.value) === own ? 'likely' : undefined;
  }
  const record = each(spec.dns?.srv).find((one) => holds(one, problem));
  if (record?.name) {
    if (own === undefined) return 'possible';
    return hostKey(record.name.value).endsWith(`.${own}`) ? 'likely' : undefined;
  }
  const provider = [...each(spec.providers?.hosting), ...each(spec.providers?.public)].find((one) =>
    holds(one, problem),
  );
  if (provider && areNamed([provider.proxyFqdn], named)) return 'likely';
  return BREAKING.has(problem.rule) ? 'likely' : 'possible';
}

/** What stops all partners at once. */
const BREAKING: ReadonlySet<string> = new Set(['federation-disabled', 'federation-pool-missing']);

function areNamed(leaves: readonly (Leaf<string> | undefined)[], named: ReadonlySet<string>): boolean {
  return leaves.some((leaf) => leaf !== undefined && named.has(hostKey(leaf.value)));
}

function holds({ at }: Place, problem: Problem): boolean {
  return at.start <= problem.at.start && problem.at.end <= at.end;
}

/** Whether the spec says enough of it for its rules: what lies with others shows elsewhere, whatever it says. */
function isTold(cause: Reason, spec: Spec): boolean {
  if (rulesOf(cause).length === 0 || cause.side === 'partner') return false;
  return (cause.spec ?? []).every((path) => {
    const [section = '', key = ''] = path.replaceAll('[]', '').split('.');
    const place = Object.entries(spec).find(([name]) => name === section)?.[1];
    if (place === undefined) return false;
    const isList = path.startsWith(`${section}[]`);
    return key === '' || isList || Object.hasOwn(Object(place), key);
  });
}
