import { code, say } from '../../../text/message.ts';
import { DNS_RECORD } from '../dns-records.ts';
import { type Found, type FoundObject, nothingFound, type Unread } from '../found.ts';
import { type Led, partsIn, srvOf } from './srv-parts.ts';

/** What `dig +short` answered in a text, and the text without it. */
export interface ShortAnswers {
  readonly found: Found;
  /** Blank lines stand in its place. */
  readonly others: string;
}

/** A command that asks for answers without names; it may stand behind a prompt. */
const ASKS = /^(?:[^;\n]{0,200}[>$#%] *)?((?:k?dig|drill)[ \t][^\n]{0,500}?(?:\+short|[ \t]-Q)\b[^\n]*)/m;
const PROMPT = /^[^;]*[>$#%](?:\s|$)/;
/** An address, an SRV record, or a name. */
const ANSWER = /^(?:\d+(?:\.\d+){3}|[\da-f]*:[\da-f:.]+|\d+ \d+ \d+ \S+|(?:[\w-]+\.)+)$/i;

/** Whether somebody asked so in a text. */
export function asksShortly(text: string): boolean {
  return ASKS.test(text);
}

/** Whether a text is nothing but such answers, so that nobody can tell what was asked. */
export function isShortAnswers(text: string): boolean {
  const lines = text.slice(0, MOST_LOOKED_AT).split('\n');
  // The last line may have more to it.
  if (text.length > MOST_LOOKED_AT) lines.pop();
  return (
    lines.some((line) => line.trim() !== '') && lines.every((line) => /^\s*$/.test(line) || ANSWER.test(line.trim()))
  );
}

const MOST_LOOKED_AT = 10_000;

/** What to do about answers that stand for themselves. */
export const NAMELESS = say`An answer of ${code('dig +short')} does not say what was asked: copy the command with it, or ask without ${code('+short')}.`;

const SEVERAL = say`Several names were asked for on a line, so nobody can tell whose answer it is.`;

/** Parts a text in which `dig` answers into its short answers and all else. */
export function shortAnswers(text: string, source: string): ShortAnswers {
  const objects: FoundObject[] = [];
  const unread: Unread[] = [];
  let asked: Question | undefined;
  const others = text.split('\n').map((raw, index) => {
    const [text, line] = [raw.trim(), index + 1];
    const command = ASKS.exec(text)?.[1];
    if (command !== undefined) asked = questionIn(command, line);
    else if (ANSWER.test(text)) {
      const object = asked && answerTo(asked, text, line);
      if (object) objects.push({ ...object, source });
      else if (asked?.isOfUse !== false) unread.push({ source, line, text, reason: asked ? SEVERAL : NAMELESS });
    } else if (text !== '' && asked !== undefined) {
      asked = undefined;
      return PROMPT.test(text) ? '' : raw;
    } else return raw;
    return '';
  });
  return { found: { ...nothingFound, objects, unread }, others: others.join('\n') };
}

interface Question {
  /** What the next answer is about: an alias leads from one name to another. */
  name: string | undefined;
  /** Where that stands. */
  line: number;
  readonly isOfUse: boolean;
}

/** What a command asks for; no name, where there are several. */
function questionIn(command: string, line: number): Question {
  const words = (/^[^|;&<>]*/.exec(command)?.[0] ?? '').split(/\s+/).slice(1);
  const named = words.filter((word, i) => !/^[-+@]/.test(word) && !/^-[bcfkpqty]$/.test(words[i - 1] ?? ''));
  const after = (option: string) => words.flatMap((word, i) => (words[i - 1] === option ? [word] : []));
  const isType = (word: string) => TYPE.test(word);
  const types = [...named.filter(isType), ...after('-t')];
  const names = [...named.filter((word) => !isType(word) && !/^(?:IN|CH|HS)$/i.test(word)), ...after('-q')];
  const [name] = names;
  return {
    name: names.length === 1 ? name?.replace(/\.$/, '') : undefined,
    line,
    isOfUse: !words.includes('-x') && types.every((type) => /^(?:SRV|A|AAAA|CNAME)$/i.test(type)),
  };
}

const TYPE = /^(?:SRV|A|AAAA|CNAME|ANY|NS|MX|TXT|SOA|PTR|CAA|NAPTR|DS|DNSKEY|TLSA|HTTPS|SVCB)$/i;

function answerTo(question: Question, answer: string, line: number): Omit<FoundObject, 'source'> | undefined {
  const { name: Name, isOfUse, line: named } = question;
  if (Name === undefined || !isOfUse) return undefined;
  const led = leadsTo(answer);
  if (typeof led.NameHost === 'string') Object.assign(question, { name: led.NameHost, line });
  const placeOf = (property: string) => (property === 'Name' ? { line: named } : undefined);
  return { noun: DNS_RECORD, properties: { Name, ...led }, line, placeOf, comments: [], doubts: {} };
}

function leadsTo(answer: string): Led['led'] {
  if (/^[\d.]+$/.test(answer) || /^[\da-f]*:/i.test(answer)) return { IPAddress: answer };
  const words = answer.split(' ');
  const inFull = (name: string) => name.replace(/\.$/, '');
  if (words.length === 1) return { NameHost: inFull(answer) };
  const parts = partsIn(words);
  const service = 'template' in parts ? parts : srvOf(parts, inFull);
  return 'led' in service ? service.led : {};
}
