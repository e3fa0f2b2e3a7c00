import type { Severity } from '../rules/rule.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { CHECKS, type Check, type CheckId } from './checks.ts';
import type { WorldDifference } from './difference.ts';
import type { Verdict } from './verdict.ts';

/** What is wrong, each at its place in the spec. */
export interface Finding {
  /** A rule, `drift`, or the check that failed. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  /** What the check asks, where one failed. */
  readonly note?: Message;
  readonly at: Range;
  /** What the spec can take over. */
  readonly difference?: WorldDifference;
}

/** The differences from the spec. */
export const DRIFT = 'drift';

/** What a failed step of a check is reported under. */
export function idOf(check: CheckId): string {
  return `verify-${check}`;
}

/** All that a verdict finds wrong, once: what drift or a rule tells, no step of a check tells again. */
export function findingsOf({ checks, differences, problems }: Verdict): readonly Finding[] {
  const drift = differences.map(
    (difference): Finding => ({
      rule: DRIFT,
      severity: 'warning',
      message: difference.message,
      at: difference.at,
      difference,
    }),
  );
  const told = new Set(problems.map(({ rule, at }) => `${rule} ${at.start}`));
  const drifted = new Set(differences.flatMap(({ seenAt }) => seenAt ?? []));
  const missing = new Set(differences.filter(({ is }) => is === 'missing').map(({ at }) => at.start));
  const steps = checks.flatMap((check) =>
    failuresOf(check, { isTold: (rule) => told.has(`${rule} ${check.at.start}`), missing, drifted }),
  );
  const found = problems.map(({ rule, severity, message, at }): Finding => ({ rule, severity, message, at }));
  return [...drift, ...found, ...steps].toSorted((a, b) => a.at.start - b.at.start);
}

interface Told {
  isTold(rule: string): boolean;
  /** Where something stands that is not there. */
  readonly missing: ReadonlySet<number>;
  /** Servers whose certificates are another one than the spec says. */
  readonly drifted: ReadonlySet<string>;
}

function failuresOf({ check, about, at, steps }: Check, { isTold, missing, drifted }: Told): readonly Finding[] {
  const titles = new Map<string, Message>(Object.entries(CHECKS[check].steps));
  return steps.flatMap(({ id, outcome, said }, i): readonly Finding[] => {
    const rules = TOLD_BY[id] ?? [];
    const isDrift =
      id === 'declared' ? check === 'record' || drifted.has(about) : id === 'published' && missing.has(at.start);
    if (outcome !== 'failed' || isDrift || rules.some(isTold)) return [];
    const note = say`Step ${i + 1} of ${code(check)}: ${titles.get(id) ?? id}`;
    return [{ rule: idOf(check), severity: 'error', message: say`${code(about)}: ${said}`, note, at }];
  });
}

/** The rules that say the same as a step. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  published: ['missing-federation-srv', 'missing-xmpp-srv', 'srv-target-no-host'],
  timely: ['certificate-expired', 'certificate-not-yet-valid'],
  usable: ['certificate-lacks-server-usage'],
  named: ['srv-target-not-in-certificate', 'access-edge-not-in-certificate'],
};
