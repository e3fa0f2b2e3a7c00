import { distance } from 'fastest-levenshtein';
import { codes, type Message, say } from '../text/message.ts';
import { Refusal } from '../text/refusal.ts';

/** Says that something has another name, or none: what there is, the nearest names first, and no more than anybody reads. */
export function unknown(complaint: Message, name: string, known: readonly string[]): Refusal {
  if (known.length === 0) return new Refusal(say`${complaint} There is none.`);
  return new Refusal(say`${complaint} There is: ${codes(nearestFirst(name, known), MOST)}`);
}

function nearestFirst(name: string, known: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase().slice(0, LONGEST);
  return [...new Set(known)]
    .map((one) => ({ one, steps: stepsTo(wanted, one.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps || (a.one < b.one ? -1 : 1))
    .map(({ one }) => one);
}

/** Whoever names a part of it means it. */
function stepsTo(wanted: string, known: string): number {
  return known.includes(wanted) ? 0 : distance(wanted, known.slice(0, LONGEST));
}

const MOST = 12;
/** Characters that are compared. */
const LONGEST = 100;
