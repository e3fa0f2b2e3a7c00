import type { Answer, DecodedPacket } from 'dns-packet';
import type { Lookup } from './recording.generated.ts';
import type { LookupQuestion } from './world.ts';

/** Whether a packet answers a question: name servers repeat it, in whichever letters. */
export function isAnswerTo({ name, type }: LookupQuestion, { type: kind, questions = [] }: DecodedPacket): boolean {
  const [asked, ...more] = questions;
  return kind === 'response' && asked?.type === type && more.length === 0 && nameOf(asked.name) === nameOf(name);
}

/** What an answer tells: records behind the aliases that lead to them, or why there are none. */
export function answerOf(question: LookupQuestion, answer: DecodedPacket): Lookup {
  const all = answer.answers ?? [];
  const aliases = aliasesFrom(question.name, all);
  const last = aliases.at(-1)?.target ?? nameOf(question.name);
  const records = all.filter((one) => one.type === question.type && nameOf(one.name) === last);
  const told = { ...question, aliases, ...addressesIn(records), ...servicesIn(records) };
  const hasRecords = question.type === 'CNAME' ? aliases.length > 0 : records.length > 0;
  // Some name servers take a circle for a failure of theirs, others for an answer.
  return { ...told, outcome: hasRecords ? 'records' : isCircle(aliases) ? 'no-data' : emptiness(answer) };
}

/** Whether aliases lead back to one of themselves, and so nowhere. */
export function isCircle(aliases: Lookup['aliases']): boolean {
  const last = aliases.at(-1)?.target;
  return aliases.some(({ name }) => name === last);
}

/** The aliases that lead on from a name; of a circle each once. */
function aliasesFrom(name: string, answers: readonly Answer[]): Lookup['aliases'] {
  const known = new Map<string, Lookup['aliases'][number]>();
  for (const one of answers) {
    if (one.type !== 'CNAME') continue;
    known.set(nameOf(one.name), { name: nameOf(one.name), target: nameOf(one.data), ttl: one.ttl ?? 0 });
  }
  const chain: Lookup['aliases'] = [];
  for (let next = known.get(nameOf(name)); next && chain.length < MOST; next = known.get(next.target)) {
    chain.push(next);
    known.delete(next.name);
  }
  return chain;
}

/** Name servers follow fewer. */
const MOST = 16;

function addressesIn(records: readonly Answer[]): Pick<Lookup, 'addresses'> {
  const addresses = records.flatMap((one) =>
    one.type === 'A' || one.type === 'AAAA' ? [{ address: one.data, ttl: one.ttl ?? 0 }] : [],
  );
  // Name servers change the order from answer to answer, and it means nothing.
  return addresses.length > 0 ? { addresses: addresses.toSorted(byText) } : {};
}

function servicesIn(records: readonly Answer[]): Pick<Lookup, 'services'> {
  const services = records.flatMap((one) => {
    if (one.type !== 'SRV') return [];
    const { priority = 0, weight = 0, port, target } = one.data;
    return [{ priority, weight, port, target: nameOf(target), ttl: one.ttl ?? 0 }];
  });
  return services.length > 0 ? { services: services.toSorted(byPriority) } : {};
}

function byPriority(a: Service, b: Service): number {
  return a.priority - b.priority || b.weight - a.weight || byText(a, b);
}

type Service = NonNullable<Lookup['services']>[number];

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** How a name server says that it went, or did not, by RFC 1035 and RFC 2136. */
export const CODES = { fine: 0, malformed: 1, noName: 3, notImplemented: 4, refused: 5, notOwn: 9 } as const;

/** The code in an answer: its last four bits. */
export function codeOf({ flags = 0 }: Pick<DecodedPacket, 'flags'>): number {
  return flags & 0xf;
}

/** Why there are no records. Who is not responsible and asks nobody else names those who are, and not the start of a zone of his own. */
function emptiness(answer: DecodedPacket): Lookup['outcome'] {
  const { flag_aa: isOwn, flag_ra: asksOthers, authorities = [] } = answer;
  switch (codeOf(answer)) {
    case CODES.fine: {
      const hasZone = authorities.some(({ type }) => type === 'SOA');
      const leadsOn = authorities.some(({ type }) => type === 'NS') || !asksOthers;
      return !hasZone && !isOwn && leadsOn ? 'referral' : 'no-data';
    }
    case CODES.noName:
      return 'no-name';
    case CODES.refused:
    case CODES.notOwn:
      return 'refused';
    case CODES.notImplemented:
      return 'not-implemented';
    case CODES.malformed:
      return 'malformed';
    default:
      return 'failed';
  }
}

/** As names compare; the root is empty. What came from elsewhere need be no name of a host. */
function nameOf(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
