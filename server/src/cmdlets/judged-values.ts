import { type ValueFault, valueFault } from '../catalog/value-faults.ts';
import type { LineTable } from '../text/lines.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Range } from '../text/range.ts';
import { type BoundArgument, boundArguments, type ResolvedCommand } from './resolved.ts';

/** One value that a parameter cannot have, or one of several. */
export interface JudgedValue {
  readonly value: BoundArgument;
  readonly text: string;
  readonly at: Range;
  readonly fault: ValueFault;
}

/** The values of a command that are wrong by what the reference says of their parameters; what is computed is not judged. */
export function judgedValues(command: ResolvedCommand, lines: LineTable): readonly JudgedValue[] {
  return boundArguments(command).flatMap((value) =>
    itemsOf(value, lines).flatMap(({ text, quoted, at }) => {
      if (hasPlaceholder(text)) return [];
      const fault = valueFault(value.rule, { text, quoted });
      return fault === undefined ? [] : [{ value, text, at, fault }];
    }),
  );
}

interface Item {
  readonly text: string;
  readonly quoted: boolean;
  readonly at: Range;
}

/** The values of a parameter one by one: of a list, of `@{Add=…}`, or of a text with commas where that is a list. */
function itemsOf({ value, valueAt, forms, changes, rule }: BoundArgument, lines: LineTable): readonly Item[] {
  if (valueAt === undefined) return [];
  if (changes) {
    const all = Object.values(changes).flatMap((items) => items ?? []);
    return placed(
      all.map((text) => ({ text, quoted: true })),
      valueAt,
      lines,
    );
  }
  if (value === undefined) return [];
  // An object is no list of texts, however many there are.
  if (rule.kind === 'object' && typeof value !== 'string')
    return value.some((text) => !text.startsWith('$')) ? [{ text: value.join(','), quoted: true, at: valueAt }] : [];
  if (typeof value !== 'string')
    return placed(
      value.map((text, i) => ({ text, quoted: isQuoted(forms[i]) })),
      valueAt,
      lines,
    );
  const parts = rule.list === 'comma-string' ? value.split(',').map((part) => part.trim()) : [value];
  const quoted = isQuoted(forms[0]);
  return parts.length > 1
    ? placed(
        parts.map((text) => ({ text, quoted })),
        valueAt,
        lines,
      )
    : [{ text: value, quoted, at: valueAt }];
}

const FAR = 2000;

/** Each item where it stands in the text of the whole list; all of it for one that is written with escapes. */
export function placed(items: readonly Omit<Item, 'at'>[], whole: Range, { text }: LineTable): readonly Item[] {
  const length = items.reduce((sum, item) => sum + item.text.length, 0);
  // What is so much longer is all of a line in which places are not known, and each of its commands would search it.
  if (whole.end - whole.start > 4 * length + FAR) return items.map((item) => ({ ...item, at: whole }));
  const reach = text.slice(0, whole.end);
  let from = whole.start;
  return items.map((item) => {
    const start = item.text === '' ? -1 : reach.indexOf(item.text, from);
    if (start < 0) return { ...item, at: whole };
    from = start + item.text.length;
    return { ...item, at: { start, end: from } };
  });
}

function isQuoted(form: string | undefined): boolean {
  return form === 'single' || form === 'double';
}
