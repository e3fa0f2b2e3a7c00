import type { Analysis } from '../analyze.ts';
import { GLOBAL } from '../cmdlets/effect.ts';
import { type Range, touches } from '../text/range.ts';
import { nodeAt } from '../yaml/node-at.ts';
import { isInPlace, type Mention, mentionAt, mentionsOf } from './runbook/objects.ts';

/** Places that hold the same name and can be typed over together. */
export interface LinkedNames {
  readonly places: readonly Range[];
  /** A regular expression: what can stand at all of them without other quotes. */
  readonly pattern: string;
}

/**
 * All places of a document that name the object at an offset, letter by letter as it is named there. What is written otherwise, such as
 * a policy with its scope, is left alone: that takes a rename.
 */
export function linkedNames(analysis: Analysis, offset: number): LinkedNames | undefined {
  const object = mentionAt(analysis, offset);
  if (object === undefined || object.key === GLOBAL || !WHOLE_NAME.test(object.name)) return undefined;
  const mentions = mentionsOf(analysis, object).filter(({ name }) => name === object.name);
  const places = new Map(mentions.flatMap((mention) => lettersOf(analysis, mention)).map((at) => [at.start, at]));
  const isHere = [...places.values()].some((at) => touches(at, offset));
  return isHere && places.size > 1 ? { places: [...places.values()], pattern: NAME } : undefined;
}

/** What is plain in YAML and in PowerShell alike. */
const NAME = '[^\\s"\'`,;#{}()\\[\\]<>|&$@%*!?=\\\\]+';

const WHOLE_NAME = new RegExp(`^${NAME}$`);

/** Where a name stands letter by letter, without its quotes; nothing where escapes come between. */
function lettersOf({ root, text }: Analysis, { name, at, leaf, command }: Mention): readonly Range[] {
  const node = leaf && nodeAt(root, leaf.path);
  if (node?.alias || (command !== undefined && !isInPlace(text, command))) return [];
  const quotes = /["']/.test(text[at.start] ?? '') ? 1 : 0;
  const letters = { start: at.start + quotes, end: at.end - quotes };
  return text.slice(letters.start, letters.end) === name ? [letters] : [];
}
