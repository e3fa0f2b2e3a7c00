import { randomInt } from 'node:crypto';
import packet, { type DecodedPacket, type OptAnswer, type Packet } from 'dns-packet';
import { answerOf, CODES, codeOf, isAnswerTo } from './answer.ts';
import { exchangeOverTcp, exchangeOverUdp } from './exchange.ts';
import type { Lookup } from './recording.generated.ts';
import { endpointOf } from './resolver.ts';
import type { LookupQuestion } from './world.ts';

/**
 * Asks one name server one question: by UDP, up to three times where nothing comes back, and by TCP where the answer does not fit.
 * @param patience how long each time is waited for an answer, in milliseconds
 */
export async function lookUp(question: LookupQuestion, patience: number): Promise<Lookup> {
  const endpoint = endpointOf(question.resolver);
  if (endpoint === undefined) throw new TypeError(`${question.resolver} is no name server`);
  for (let time = 1; time <= TIMES; time++) {
    const { query, id } = queryFor(question, true);
    const read = (bytes: Uint8Array) => readAnswer(bytes, { ...question, id });
    const first = await exchangeOverUdp(endpoint, query, { patience, read });
    if (first === 'silent') continue;
    if (typeof first === 'string') return { ...question, outcome: first, aliases: [] };
    // It knows nothing of the extension by which large answers are asked for.
    if (codeOf(first) === CODES.malformed || codeOf(first) === CODES.notImplemented) return plainly(question, patience);
    if (!first.flag_tc) return answerOf(question, first);
    const whole = await exchangeOverTcp(endpoint, query, { patience, read });
    if (typeof whole === 'string') return { ...question, outcome: whole, overTcp: true, aliases: [] };
    return { ...answerOf(question, whole), overTcp: true };
  }
  return { ...question, outcome: 'silent', aliases: [] };
}

const TIMES = 3;

/** The question as the first name servers understood it; what does not fit comes by TCP. */
async function plainly(question: LookupQuestion, patience: number): Promise<Lookup> {
  const endpoint = endpointOf(question.resolver);
  const { query, id } = queryFor(question, false);
  const read = (bytes: Uint8Array) => readAnswer(bytes, { ...question, id });
  const got = endpoint && (await exchangeOverTcp(endpoint, query, { patience, read }));
  return got === undefined || typeof got === 'string'
    ? { ...question, outcome: got ?? 'unreachable', aliases: [], overTcp: true }
    : { ...answerOf(question, got), overTcp: true };
}

interface Query {
  readonly query: Buffer;
  readonly id: number;
}

function queryFor({ name, type }: LookupQuestion, isExtended: boolean): Query {
  const id = randomInt(0x10000);
  const asked: Packet = {
    type: 'query',
    id,
    flags: packet.RECURSION_DESIRED,
    questions: [{ type, name }],
    ...(isExtended && { additionals: [EXTENSION] }),
  };
  return { query: packet.encode(asked), id };
}

/** 1232 bytes pass every path in one piece. */
const EXTENSION: OptAnswer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: 1232,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/** The answer; nothing for what answers another question, and a word for what is no DNS. */
function readAnswer(
  bytes: Uint8Array,
  question: LookupQuestion & { readonly id: number },
): DecodedPacket | 'malformed' | undefined {
  const data = Buffer.from(bytes);
  if (data.length < 2 || data.readUInt16BE(0) !== question.id) return undefined;
  try {
    const read = packet.decode(data);
    return isAnswerTo(question, read) ? read : undefined;
  } catch {
    // Whatever the library stumbles over was sent by somebody who knows the number of the question.
    return 'malformed';
  }
}
