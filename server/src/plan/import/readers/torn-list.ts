import { code, type Message, say } from '../../../text/message.ts';
import { kindOf } from '../../kinds.ts';
import type { Asked } from '../asked.ts';
import { type FoundObject, sourceLine, withOthers } from '../found.ts';
import { nounOf } from '../nouns.ts';
import { unshown } from '../unshown.ts';

/** How a text ends: behind a blank line, as all that a console shows of an object does, at the end of a line, or within one. */
export type Ending = 'behind' | 'at line' | 'within line';

/** How a text ends. */
export function endingOf(text: string): Ending {
  const last = text.slice(-1000);
  if (/\n[^\S\n]*\n\s*$/.test(last)) return 'behind';
  return /\n$/.test(last) ? 'at line' : 'within line';
}

/** What a text shows that ends in a list of properties. */
interface Torn {
  readonly objects: readonly FoundObject[];
  readonly notes: readonly Message[];
}

/** Where the last object has less than the one before it, or than there is to it, others may follow, and its last value may go on. */
export function tornOff(objects: readonly FoundObject[], ending: Ending, asked: Asked): Torn {
  const [before, last] = [objects.at(-2), objects.at(-1)];
  const name = Object.keys(last?.properties ?? {}).at(-1);
  if (last === undefined || name === undefined || ending === 'behind') return { objects, notes: [] };
  const isLess = before && isBeginning(last, before);
  if (!(isLess ?? (ending === 'within line' && isPart(last, asked)))) return { objects, notes: [] };
  const isDoubtful = isLess === true && ending === 'within line' && last.properties[name] !== null;
  const torn = isDoubtful ? { ...last, doubts: { ...last.doubts, [name]: MAY_GO_ON } } : last;
  const end = last.last ?? last.line;
  const place = sourceLine({ source: last.source, ...(end !== undefined && { line: end }) });
  return {
    objects: withOthers([...objects.slice(0, -1), torn]),
    notes: [say`${place}: The text ends there, so what follows ${code(name)} is not known.`],
  };
}

const MAY_GO_ON = say`The text ends within its line, so it may go on.`;

/** Whether an object shows less than another that begins as it does; undefined where they begin otherwise. */
function isBeginning({ properties: some }: FoundObject, { properties: all }: FoundObject): boolean | undefined {
  const [names, others] = [Object.keys(some), Object.keys(all)];
  return names.every((name, i) => name === others[i]) ? names.length < others.length : undefined;
}

/** Whether there is more to an object than it shows, and nobody has picked what that is. */
function isPart({ noun, properties }: FoundObject, { lacks }: Asked): boolean {
  const kind = kindOf(noun ?? nounOf(properties) ?? '');
  if (kind === undefined || lacks.includes('properties')) return false;
  return unshown(kind.section.parameters.values(), properties).length > 0;
}
