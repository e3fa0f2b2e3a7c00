import type { Analysis } from '../analyze.ts';
import type { Diagnosis, Explained } from '../diagnose/diagnosis.ts';
import type { Suspect } from '../diagnose/suspects.ts';
import { rulesOf, titleOf } from '../diagnose/symptom-card.ts';
import type { ReadTrace } from '../machine/trace-file.ts';
import { type Bundle, type Message, prose, textOf } from '../text/message.ts';
import { forPrograms } from './output.ts';

interface Beside {
  readonly traces: readonly ReadTrace[];
  readonly spec: string | undefined;
  readonly analysis: Analysis | undefined;
  readonly showUsers: boolean;
  readonly bundle: Bundle;
}

/** The answer to traces for programs. */
export function diagnosisJson({ answers, inside, uncounted }: Diagnosis, beside: Beside): string {
  const { traces, spec, analysis, bundle } = beside;
  return forPrograms({
    version: 1,
    ...(spec !== undefined && { spec, asOf: analysis?.asOf }),
    traces,
    partners: answers.map(({ partner, reach, isListed, failures }) => ({
      partner: partner ?? null,
      ...(reach && { listed: isListed, reached: reach.kind, reason: textOf(reach.reason, bundle) }),
      failures: failures.map((one) => failureOf(one, beside)),
    })),
    leftOut: { inside, uncounted },
  });
}

function failureOf({ failures, judge, causes }: Explained, { analysis, showUsers, bundle }: Beside): object {
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
      entries: suspects.map((one) => entryOf(one, analysis, bundle)),
    })),
  };
}

function entryOf(
  { at, rule, severity, likelihood, message, fixes }: Suspect,
  analysis: Analysis | undefined,
  bundle: Bundle,
): object {
  const { line = 0, column = 0 } = analysis?.lines.position(at.start) ?? {};
  return {
    rule: rule ?? null,
    severity,
    likelihood,
    line: line + 1,
    column: column + 1,
    message: textOf(message, bundle),
    fixes: fixes.map(({ title, safety }) => ({ title: textOf(title, bundle), safety })),
  };
}
