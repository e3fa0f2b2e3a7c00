import { code, codes, type Message, say } from '../text/message.ts';
import { isCircle } from './answer.ts';
import { type Check, checked, failed, notApplicable, notTested, passed } from './checks.ts';
import type { WorldDifference } from './difference.ts';
import { questionsOf } from './needed.ts';
import type { Lookup } from './recording.generated.ts';
import { isDefinite, type Seen } from './seen.ts';
import type { Subject } from './subjects.ts';

/** What is to be known of a record beside the answers. */
export interface Circumstances {
  /** The name is one that no public name server knows. */
  readonly isWithheld: boolean;
  /** Whether the spec says what the record is. */
  readonly isDeclared: boolean;
  readonly differences: readonly WorldDifference[];
}

/** How a record stands, as each name server tells it. */
export function recordCheck(subject: Subject, seen: Seen, circumstances: Circumstances): Check {
  const about = { about: `${subject.name} ${typesOf(subject)}`, at: subject.at };
  const { name, view } = subject;
  if (circumstances.isWithheld)
    return checked(
      'record',
      about,
      all(notApplicable(say`Nobody can register ${code(name)}, so no public name server is asked.`)),
    );
  if (seen.recording.resolvers[view].length === 0) return checked('record', about, all(notTested(NO_SERVER[view])));
  const answers = questionsOf(subject).map(({ type }) => seen.lookups(view, name, type));
  if (answers.every((one) => one.length === 0))
    return checked('record', about, all(notTested(say`The recording does not tell of it.`)));
  const [silent] = answers.flat().filter((one) => !isDefinite(one));
  const definite = answers.map((one) => one.filter(isDefinite));
  const answered = silent ? failed(hindrance(silent)) : passed(answersShown(answers.flat()));
  if (definite.every((one) => one.length === 0)) return checked('record', about, { answered });
  const found = definite.flatMap((one) => one.filter(({ outcome }) => outcome === 'records'));
  const [differing] = definite.flatMap((one) => one.filter((other) => contentOf(other) !== contentOf(one[0])));
  const isAlone = seen.recording.resolvers[view].length === 1;
  const agreed = isAlone
    ? notApplicable(say`Only one name server was asked.`)
    : differing
      ? failed(say`${code(differing.resolver)} tells otherwise: ${contentShown(differing)}`)
      : passed(say`All tell the same.`);
  const [first] = found;
  if (first === undefined)
    return checked('record', about, { answered, published: failed(absence(definite.flat())), agreed });
  const [difference] = circumstances.differences;
  const declared = !circumstances.isDeclared
    ? notApplicable(say`The spec does not say what it is.`)
    : difference
      ? failed(difference.message)
      : passed(say`The spec says the same.`);
  return checked('record', about, { answered, published: passed(say`${listedContent(found)}`), agreed, declared });
}

const NO_SERVER = {
  public: say`No name server was named.`,
  internal: say`It is a record of the inner zone, and no name server there was named: ${code('--internal-resolver')}.`,
} as const;

function all<T>(told: T) {
  return { answered: told, published: told, agreed: told, declared: told };
}

function typesOf(subject: Subject): string {
  return questionsOf(subject)
    .map(({ type }) => type)
    .join('/');
}

function answersShown(answers: readonly Lookup[]): Message {
  const servers = codes([...new Set(answers.map(({ resolver }) => resolver))]);
  return answers.some(({ overTcp }) => overTcp)
    ? say`${servers}, by TCP, as it does not fit a datagram`
    : say`${servers}`;
}

/** Why a name server says nothing that helps. */
function hindrance({ resolver, outcome, overTcp }: Lookup): Message {
  const server = code(resolver);
  switch (outcome) {
    case 'silent':
      return overTcp
        ? say`${server} sends its long answers by TCP, and there nothing came back in time.`
        : say`${server} did not answer in time.`;
    case 'closed':
      return overTcp
        ? say`${server} has more to say than fits a datagram, and answers nobody by TCP: open port 53 for it.`
        : say`${server} is closed to questions.`;
    case 'unreachable':
      return say`There is no way from here to ${server}.`;
    case 'refused':
      return say`${server} refuses to answer, as one does that is not responsible and not for us. Ask another one.`;
    case 'referral':
      return say`${server} only says who would know: it asks nobody else for us. Ask a name server that does.`;
    case 'failed':
      return say`${server} could not find an answer: those who are responsible do not answer, or not as they must.`;
    case 'not-implemented':
      return say`${server} does not answer such questions.`;
    default:
      return say`What ${server} answers is no DNS.`;
  }
}

function absence(answers: readonly Lookup[]): Message {
  const [first] = answers;
  const through = first?.aliases.at(-1)?.target;
  if (first !== undefined && isCircle(first.aliases))
    return say`It is an alias that leads back to itself: ${codes(first.aliases.map(({ name }) => name))}.`;
  if (answers.some(({ outcome }) => outcome === 'no-name'))
    return through === undefined
      ? say`There is no such name.`
      : say`It is an alias of ${code(through)}, and there is no such name.`;
  return through === undefined
    ? say`The name is there, and has no record of this type.`
    : say`It is an alias of ${code(through)}, which has no record of this type.`;
}

/** What a record is, apart from how long it may be kept: equal where two tell the same. */
function contentOf(lookup: Lookup | undefined): string {
  return lookup === undefined ? '' : [lookup.outcome, ...partsOf(lookup, false)].join('\n');
}

function contentShown(lookup: Lookup): Message {
  if (lookup.outcome === 'no-name') return say`there is no such name.`;
  const parts = partsOf(lookup, false);
  return parts.length === 0 ? say`there is no such record.` : say`${codes(parts)}.`;
}

function listedContent(found: readonly Lookup[]): Message {
  const [first] = found;
  const parts = found.filter(({ resolver }) => resolver === first?.resolver).flatMap((one) => partsOf(one, true));
  return codes([...new Set(parts)], 10);
}

function partsOf({ aliases, addresses = [], services = [] }: Lookup, isTimed: boolean): readonly string[] {
  const time = (ttl: number) => (isTimed ? ` (${ttl} s)` : '');
  return [
    ...aliases.map(({ target, ttl }) => `CNAME ${target}${time(ttl)}`),
    ...addresses.map(({ address, ttl }) => `${address}${time(ttl)}`).toSorted(),
    ...services
      .map(
        ({ priority, weight, port, target, ttl }) =>
          `${priority} ${weight} ${port} ${target === '' ? '.' : target}${time(ttl)}`,
      )
      .toSorted(),
  ];
}
