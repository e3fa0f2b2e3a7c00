import { kindName } from '../deployment/classify.ts';
import { bold, heading, paragraphs } from '../features/cards.ts';
import type { Env } from '../features/env.ts';
import { code, codes, listed, type Message, prose, say, type Value } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Diagnosis, Explained, Judge, PartnerAnswer } from './diagnosis.ts';
import type { Failures } from './failures.ts';
import { type Judged, LIKELIHOODS, type Suspect } from './suspects.ts';
import { SIDES, titleOf } from './symptom-card.ts';

/** How places are shown: by a terminal, or as links of an editor. */
export interface Places {
  inSpec(at: Range): Value;
  inTrace(place: Failures['places'][number]): Value;
}

/** The answer to traces, per partner, as Markdown. */
export function diagnosisCard(
  { answers, inside, uncounted }: Diagnosis,
  {
    env,
    places,
    hasSpec,
    showUsers,
  }: { readonly env: Env; readonly places: Places; readonly hasSpec: boolean; readonly showUsers: boolean },
): string {
  return paragraphs(env, [
    ...answers.flatMap((answer) => [
      [heading(nameOf(answer))],
      reachOf(answer, hasSpec),
      ...answer.failures.flatMap((one) => failureOf(one, { places, hasSpec, showUsers })),
    ]),
    inside > 0 ? [say`Left out: ${inside} failures between users of our own.`] : [],
    uncounted > 0 ? [say`Left out: ${uncounted} failures more, of too many kinds to tell them apart.`] : [],
  ]);
}

function nameOf({ partner, failures }: PartnerAnswer): Value {
  if (partner !== undefined) return code(partner);
  const areEvents = failures.every((one) => one.failures.symptom.kind === 'event');
  return areEvents ? say`Our own servers` : say`No partner is named`;
}

function reachOf({ partner, reach, isListed }: PartnerAnswer, hasSpec: boolean): readonly Message[] {
  if (!hasSpec || partner === undefined || reach === undefined) return [];
  const way = say`As the spec has it: ${bold(kindName(reach.kind))}. ${reach.reason}`;
  return isListed ? [way] : [say`The spec does not name this domain.`, way];
}

interface Shown {
  readonly places: Places;
  readonly hasSpec: boolean;
  readonly showUsers: boolean;
}

function failureOf({ failures, judge, causes }: Explained, shown: Shown): readonly (readonly Message[])[] {
  const { symptom, code: written, beside, source, hops, hosts, users, said } = failures;
  const title = titleOf(symptom, written);
  const facts: readonly Message[] = [
    say`Judged by: ${source === undefined ? JUDGES[judge] : say`${code(source)}, ${JUDGES[judge]}`}`,
    ...(failures.direction ? [say`Direction: ${DIRECTIONS[failures.direction]}`] : []),
    ...(hops.length > 0 ? [say`Last hop: ${codes(hops)}`] : []),
    ...(beside.length > 0 ? [say`Told beside it: ${listed(beside.map((one) => titleOf(one)))}`] : []),
    ...[...said].filter(([name]) => name !== 'source').map(([name, value]) => say`${name}: ${code(value)}`),
    ...(hosts.length > 0 ? [say`Servers named: ${codes(hosts)}`] : []),
    ...(shown.showUsers && users.length > 0 ? [say`Users: ${codes(users, 20)}`] : []),
    say`First at: ${listed(failures.places.map((place) => shown.places.inTrace(place)))}`,
  ];
  const found = causes.filter(({ suspects }) => suspects.length > 0);
  const outside = causes.filter(({ suspects, isInOrder }) => suspects.length === 0 && !isInOrder);
  const inOrder = causes.filter(({ isInOrder }) => isInOrder);
  return [
    [bold(say`${failures.count} × ${title}`), ...timesOf(failures)],
    [
      prose(symptom.meaning),
      ...(symptom.verified === false ? [say`No document confirms that, so it decides nothing.`] : []),
    ],
    facts.map(item),
    found.length > 0 ? [say`In the spec, the most likely first:`] : [],
    numbered(found).flatMap(([number, one]) => suspectsOf(number, one, shown)),
    found.length === 0 && shown.hasSpec && causes.length > 0 ? [say`Nothing in the spec explains it.`] : [],
    outside.length > 0
      ? [found.length > 0 ? say`To look at beside the spec:` : say`To look at, the most likely first:`]
      : [],
    outside.flatMap(({ cause }) => [
      item(say`${prose(cause.what)} (${SIDES[cause.side]})`),
      inner(say`Look at: ${prose(cause.check)}`),
      ...(cause.cmdlet === undefined ? [] : [inner(say`Shown by: ${code(cause.cmdlet)}`)]),
    ]),
    inOrder.length > 0 ? [say`Less likely, as the spec has nothing wrong there:`] : [],
    inOrder.map(({ cause }) => item(prose(cause.what))),
  ];
}

function timesOf({ first, last }: Failures): readonly Message[] {
  if (first === undefined || last === undefined) return [];
  return [first === last ? say`At ${first}.` : say`From ${first} to ${last}.`];
}

function numbered(found: readonly Judged[]): readonly (readonly [number, Judged])[] {
  return found.map((one, i) => [i + 1, one] as const);
}

function suspectsOf(number: number, { cause, suspects }: Judged, { places }: Shown): readonly Message[] {
  return [
    say`${String(number)}. ${prose(cause.what)} (${SIDES[cause.side]})`,
    ...suspects.flatMap(({ at, rule, message, fixes, likelihood }: Suspect) => [
      inner(say`${LIKELIHOODS[likelihood]}, ${places.inSpec(at)}${rule ? say` ${code(rule)}` : ''}: ${message}`),
      ...fixes.slice(0, 1).map(({ title }) => inner(say`Fix: ${title}`)),
    ]),
  ];
}

function item(text: Message): Message {
  return { template: '- {0}', values: [text] };
}

function inner(text: Message): Message {
  return { template: '   - {0}', values: [text] };
}

const JUDGES: Readonly<Record<Judge, Message>> = {
  own: say`a server of our own`,
  partner: say`a server of the partner`,
  cloud: say`the cloud`,
  client: say`the client`,
  outside: say`a server outside`,
};

const DIRECTIONS: Readonly<Record<NonNullable<Failures['direction']>, Message>> = {
  out: say`from us to the partner`,
  in: say`from the partner to us`,
};
