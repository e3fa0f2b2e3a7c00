import { code, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';

/** What is looked at, one step after the other: what each step asks. The pages about the checks are made of this. */
export const CHECKS = {
  record: {
    summary: say`A record in DNS, as each name server tells it.`,
    steps: {
      answered: say`Every name server answers.`,
      published: say`There is such a record.`,
      agreed: say`All name servers tell the same.`,
      declared: say`It is as the spec declares it.`,
    },
  },
  tls: {
    summary: say`A server that partners connect to, at one of its addresses.`,
    steps: {
      connected: say`The port answers.`,
      offered: say`The stream offers TLS (XMPP).`,
      secured: say`The TLS handshake comes to its end.`,
      named: say`The certificate has the name.`,
      timely: say`The certificate is valid on the day.`,
      usable: say`The certificate may be that of a server.`,
      trusted: say`The chain leads to a root that is known here.`,
      modern: say`The version of TLS is one that is still in use.`,
      mutual: say`The server asks for a certificate of its client: mutual TLS.`,
      taken: say`The server takes our certificate.`,
      declared: say`The certificate is as the spec declares it.`,
    },
  },
  sip: {
    summary: say`What speaks behind TLS: any server of the web passes a handshake.`,
    steps: { spoken: say`The server answers ${code('OPTIONS')} in SIP.` },
  },
} as const;

export type CheckId = keyof typeof CHECKS;

/** How a step went; one that was not tested says why, and so does one that has no meaning here. */
export type Outcome = 'passed' | 'failed' | 'not-applicable' | 'not-tested';

/** A step with its outcome. */
export interface Step<Id extends string = string> {
  readonly id: Id;
  readonly outcome: Outcome;
  readonly said: Message;
}

/** What was found of one thing. */
export interface Check {
  readonly check: CheckId;
  /** A record by its name, or a server by name, address and port. */
  readonly about: string;
  readonly at: Range;
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
}

/** How a step went, as the check says it. */
export type Told = Omit<Step, 'id'>;

export const passed = (said: Message): Told => ({ outcome: 'passed', said });
export const failed = (said: Message): Told => ({ outcome: 'failed', said });
export const notApplicable = (said: Message): Told => ({ outcome: 'not-applicable', said });
export const notTested = (said: Message): Told => ({ outcome: 'not-tested', said });

/** A check with each of its steps in order. Those without an answer come behind one that led no further. */
export function checked<Id extends CheckId>(
  check: Id,
  { about, at }: Pick<Check, 'about' | 'at'>,
  told: Readonly<Partial<Record<keyof (typeof CHECKS)[Id]['steps'], Told>>>,
): Check {
  const answers = new Map<string, Told>(Object.entries(told));
  let last = 0;
  const steps = Object.keys(CHECKS[check].steps).map((id, i): Step => {
    const answer = answers.get(id);
    if (answer !== undefined) last = answer.outcome === 'not-applicable' ? last : i + 1;
    return { id, ...(answer ?? notTested(say`Step ${last} led no further.`)) };
  });
  return { check, about, at, steps, outcome: outcomeOf(steps) };
}

/** One step that failed is enough; and what was not tested at all did not pass. */
function outcomeOf(steps: readonly Step[]): Outcome {
  const order: readonly Outcome[] = ['failed', 'passed', 'not-tested', 'not-applicable'];
  return order.find((outcome) => steps.some((step) => step.outcome === outcome)) ?? 'not-applicable';
}
