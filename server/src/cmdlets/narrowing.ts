import type { Range } from '../text/range.ts';
import { headOf, isForEach, type Stage, variableOf } from './pipelines.ts';
import { tokens } from './statements.ts';
import type { Token } from './tokens.ts';

/** What a stage lets through of what reaches it; undefined where nobody can tell. */
export interface Narrowing {
  /** A wildcard that the names of these fit; none where all pass. */
  readonly name?: string;
  /** The `=` of a filter that gives each object a value instead of comparing it. */
  readonly assigning?: Range;
}

/** What of the objects that reach a stage goes on to the next one. */
export function narrowing(stage: Stage, text: string): Narrowing | undefined {
  const head = headOf(stage).toLowerCase();
  if (PASSING.has(head)) return ALL;
  if (SELECTING.has(head))
    return stage.some((token) => token.kind === 'name' && FEW.test(token.text)) ? undefined : ALL;
  if (FILTERING.has(head)) return filter(stage.slice(1), text);
  return isForEach(stage) && isPlain(stage.slice(1), text) ? ALL : undefined;
}

const ALL: Narrowing = {};

const PASSING: ReadonlySet<string> = new Set([
  'sort-object',
  'sort',
  'tee-object',
  'tee',
  'get-unique',
  'gu',
  'write-output',
]);
const SELECTING: ReadonlySet<string> = new Set(['select-object', 'select']);
const FILTERING: ReadonlySet<string> = new Set(['where-object', 'where', '?']);

/** Parameters by which some objects are left out. */
const FEW = /^(?:f|la|sk|in)/i;

/** Properties that an object is called by. */
const NAMES = /^(?:identity|domain|name)$/i;

/** What a condition lets through, in a block or without one: `{ $_.Identity -like 'a*' }`, `Identity -like 'a*'`. */
function filter(given: Stage, text: string): Narrowing | undefined {
  const words = given.filter((token) => token.kind !== 'name' || !/^(?:fi|p|v)/i.test(token.text));
  const [only, ...others] = words;
  if (only?.kind === 'word' && only.form === 'group' && others.length === 0)
    return condition(
      tokens(text, only.at.start + 1, only.at.end - 1).filter(({ kind }) => kind !== 'end'),
      true,
    );
  return condition(words, false);
}

function condition([left, operator, right, ...others]: readonly Token[], isBlock: boolean): Narrowing | undefined {
  if (left?.kind !== 'word') return undefined;
  const property = isBlock ? /^\$(?:_|PSItem)\b\.?(.*)$/i.exec(left.text)?.[1] : left.text;
  if (property === undefined) return operator === undefined && /^(?:\$true|1)$/i.test(left.text) ? ALL : undefined;
  const isName = NAMES.test(property);
  // Each object is something, and has a name.
  if (operator === undefined) return property === '' || isName ? ALL : undefined;
  if (isBlock && operator.kind === 'word' && /^=(?!=)/.test(operator.text))
    return { assigning: { start: operator.at.start, end: operator.at.start + 1 } };
  if (others.length > 0) return undefined;
  if (operator.kind !== 'name' || right?.kind !== 'word') return undefined;
  const isNothing = /^\$null$/i.test(right.text) || (LITERAL.has(right.form) && right.text === '');
  if (isNothing) return (property === '' || isName) && /^[ic]?ne$/i.test(operator.text) ? ALL : undefined;
  const value = LITERAL.has(right.form) ? right.text : undefined;
  if (value === undefined) return undefined;
  switch (operator.text.toLowerCase().replace(/^[ic](?=eq|like|match)/, '')) {
    case 'like':
      return /^\*+$/.test(value) ? ALL : isName ? { name: value } : undefined;
    case 'eq':
      return isName && !/[*?[]/.test(value) ? { name: value } : undefined;
    case 'match':
      return /^\^?(?:\.\*?)?\$?$/.test(value) ? ALL : undefined;
    default:
      return undefined;
  }
}

const LITERAL: ReadonlySet<string> = new Set(['bare', 'single', 'double']);

/** Whether a stage hands on each object, or a property of it: `{ $_ }`, `{ $_.Identity }`, `Identity`. */
function isPlain(given: Stage, text: string): boolean {
  const [only, ...others] = given.filter(({ kind }) => kind === 'word');
  if (only?.kind !== 'word' || others.length > 0) return false;
  if (only.form === 'bare') return true;
  const [inner, ...more] = only.form === 'group' ? tokens(text, only.at.start + 1, only.at.end - 1) : [];
  return inner?.kind === 'word' && variableOf(inner.text) === '_' && more.length === 0;
}
