import type { Lookup, Visit } from './recording.generated.ts';

/** A question to one name server. */
export type LookupQuestion = Pick<Lookup, 'resolver' | 'name' | 'type'>;

/** A server to connect to, and as whom it is spoken to. */
export type VisitQuestion = Pick<Visit, 'protocol' | 'domain' | 'host' | 'address' | 'port'>;

/** Whoever answers what is asked: the network, or a test in its place. */
export interface World {
  lookUp(question: LookupQuestion): Promise<Lookup>;
  visit(question: VisitQuestion): Promise<Visit>;
}

/** What a question is known by. */
export function keyOf(question: LookupQuestion | VisitQuestion): string {
  return 'resolver' in question
    ? `${question.resolver} ${question.type} ${question.name}`
    : `${question.protocol} ${question.domain} ${question.host} ${question.address} ${question.port}`;
}

/** A server by its name, and where it was found. */
export function stationShown({ host, address, port }: Pick<VisitQuestion, 'host' | 'address' | 'port'>): string {
  return `${host} ${address.includes(':') ? `[${address}]` : address}:${port}`;
}
