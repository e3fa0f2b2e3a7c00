import type { Analysis } from '../analyze.ts';
import { type Placing, pointTo } from '../spec/placed.ts';
import { type Bundle, type Message, prose, textOf } from '../text/message.ts';
import type { Diagnosis, Explained, PartnerAnswer } from './diagnosis.ts';
import type { Suspect } from './suspects.ts';
import { rulesOf, titleOf } from './symptom-card.ts';

interface Beside {
  /** What was read, for those who are to know. */
  readonly traces: readonly object[];
  readonly spec: string | undefined;
  readonly analysis: Analysis | undefined;
  /** Where places of the spec lie. */
  readonly placing: Placing | undefined;
  readonly showUsers: boolean;
  readonly bundle: Bundle;
}

/** The answer to traces for programs. */
export function diagnosisData({ answers, inside, uncounted }: Diagnosis, beside: Beside): object {
  const { traces, spec, analysis } = beside;
  return {
    version: 1,
    ...(spec !== undefined && { spec, asOf: analysis?.asOf }),
    traces,
    partners: answers.map((one) => partnerData(one, beside)),
    leftOut: { inside, uncounted },
  };
}

/** What failed with one partner, for programs. */
export function partnerData(
  { partner, reach, isListed, failures }: PartnerAnswer,
  beside: Pick<Beside, 'placing' | 'showUsers' | 'bundle'>,
): object {
  return {
    partner: partner ?? null,
    ...(reach && { listed: isListed, reached: reach.kind, reason: textOf(reach.reason, beside.bundle) }),
    failures: failures.map((one) => failureOf(one, beside)),
  };
}

function failureOf(
  { failures, judge, causes }: Explained,
  { placing, showUsers, bundle }: Pick<Beside, 'placing' | 'showUsers' | 'bundle'>,
): object {
  const inWords = (text: Message) => textOf(text, bundle);
  const { symptom, code, beside, direction, own, source, said, hosts, hops, count, first, last, places, users } =
    failures;
  return {
    symptom: symptom.id,
    kind: symptom.kind,
    code: code ?? symptom.code,
    title: inWords(titleOf(symptom, code)),
    meaning: inWords(prose(symptom.meaning)),
    verified: symptom.verified !== false,
    beside: beside.map(({ id }) => id),
    judge,
    ...(source !== undefined && { source }),
    direction: direction ?? null,
    own: own ?? null,
    said: Object.fromEntries([...said].filter(([name]) => name !== 'source')),
    servers: hosts,
    lastHops: hops,
    count,
    first: first ?? null,
    last: last ?? null,
    places,
    ...(showUsers && { users }),
    causes: causes.map(({ cause, suspects, isInOrder }) => ({
      id: cause.id,
      what: inWords(prose(cause.what)),
      side: cause.side,
      basis: cause.basis,
      rules: rulesOf(cause),
      check: inWords(prose(cause.check)),
      ...(cause.cmdlet !== undefined && { cmdlet: cause.cmdlet }),
      isInOrder,
      entries: suspects.map((one) => entryOf(one, placing, bundle)),
    })),
  };
}

function entryOf(
  { at, rule, severity, likelihood, message, fixes }: Suspect,
  placing: Placing | undefined,
  bundle: Bundle,
): object {
  return {
    rule: rule ?? null,
    severity,
    likelihood,
    ...(placing ? pointTo(at, placing) : { line: 1, column: 1 }),
    message: textOf(message, bundle),
    fixes: fixes.map(({ title, safety }) => ({ title: textOf(title, bundle), safety })),
  };
}
