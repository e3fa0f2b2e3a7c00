import type { Catalog } from '../../catalog/catalog.generated.ts';
import { isDate } from '../../catalog/dates.ts';
import { productCalled } from '../../catalog/products.ts';
import { addressForName } from '../../deployment/name-faults.ts';
import { asked } from '../../edits/asked.ts';
import type { Fix } from '../../edits/fix.ts';
import type { UnknownValue, Want } from '../../spec/faults.ts';
import { type Schema, schemaAt } from '../../spec/schema.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Code, code, codes, type Message, prose, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { hasPlaceholder } from '../../text/placeholder.ts';
import { remove, set, type TreeEdit } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const unknownValue: Rule = {
  id: 'unknown-value',
  summary: say`A value that the key cannot have.`,
  severity: 'error',
  facts: [],
  values: true,
  projects: true,

  *check(_, { catalog, faults, lines, schema }) {
    for (const fault of faults) {
      if (fault.kind !== 'unknown-value' || hasPlaceholder(fault.value) || addressForName(fault, schema)) continue;
      const meant = meantBy(fault, catalog);
      yield { at: fault.at, message: valueRefused(fault, lines, meant), fixes: fixesFor(fault, schema, meant) };
    }
  },
};

function valueRefused(fault: UnknownValue, lines: LineTable, meant: string | undefined): Message {
  const { value, want } = fault;
  const name = code(fault.path.findLast((step) => typeof step === 'string') ?? '');
  const shown = value === undefined ? name : code(String(value));
  const isFolded = lines.lineAt(fault.at.start) < lines.lineAt(fault.at.end);
  if ('form' in want && isFolded)
    return say`${shown} is not ${prose(want.form)}, which ${name} takes. It is read over several lines, because these are indented deeper than the first.`;
  if ('form' in want) return say`${shown} is not ${prose(want.form)}, which ${name} takes.`;
  if ('bound' in want) return bounded(shown, name, want);
  if (meant !== undefined) return say`${shown} is not a value of ${name}. Did you mean ${code(meant)}?`;
  return say`${shown} is not a value of ${name}. It takes one of ${codes(want.oneOf, 10)}.`;
}

function bounded(shown: Code, name: Code, want: Extract<Want, { bound: string }>): Message {
  if (want.of === 'items') return say`${name} needs at least ${want.limit} entry. Add one, or remove the key.`;
  if (want.of === 'length') {
    return want.bound === 'least'
      ? say`${name} is empty. Give it a value, or remove it.`
      : say`${shown} is too long: ${name} holds at most ${want.limit} characters.`;
  }
  return want.bound === 'least'
    ? say`${shown} is too small for ${name}: the least is ${want.limit}.`
    : say`${shown} is too large for ${name}: the most is ${want.limit}.`;
}

function fixesFor(fault: UnknownValue, schema: Schema, meant: string | undefined): readonly Fix[] {
  const { path, value, want } = fault;
  if (meant !== undefined) return [changing(fault, meant, 'safe')];
  const likely = likelyOf(fault);
  if (likely !== undefined) return [changing(fault, likely, 'review')];
  const entries = entriesOf(fault);
  if (entries !== undefined) return [entries];
  const isRequired = schemaAt(path.slice(0, -1), schema)?.required?.some((key) => key === path.at(-1)) === true;
  const key = String(path.findLast((step) => typeof step === 'string'));
  if (value === undefined || ('bound' in want && want.of === 'items'))
    return isRequired ? [] : [{ title: say`Remove ${code(key)}`, safety: 'review', edits: [remove(path)] }];
  return [
    {
      title: say`Enter another value of ${code(key)}`,
      safety: 'review',
      edits: [set(path, asked(schemaAt(path, schema), key))],
    },
  ];
}

function changing({ path, value }: UnknownValue, meant: string | number | boolean, safety: Fix['safety']): Fix {
  return { title: say`Change ${code(String(value))} to ${code(meant)}`, safety, edits: [set(path, meant)] };
}

/** Entries that YAML reads as one text, because all but the first are indented deeper. */
function entriesOf({ path, value }: UnknownValue): Fix | undefined {
  const index = path.at(-1);
  const [first, ...others] = String(value).split(' - ');
  if (typeof index !== 'number' || first === undefined || others.length === 0 || /\s/.test(first + others.join('')))
    return undefined;
  const list = path.slice(0, -1);
  return {
    title: say`Make each line an entry`,
    safety: 'review',
    edits: [set(path, first), ...others.map((other) => insertBefore(list, index + 1, other))],
  };
}

function insertBefore(path: Path, index: number, value: string): TreeEdit {
  return { edit: 'insert', path, index, value };
}

/** What comes next to a value: the only one there is, the word that older YAML reads as false, the bound it passes, the last day of the month, the host of an address. */
function likelyOf({ value, want }: UnknownValue): string | number | boolean | undefined {
  if ('oneOf' in want && value === false && want.oneOf.includes('off')) return 'off';
  if ('oneOf' in want) return want.oneOf.length === 1 ? want.oneOf[0] : undefined;
  if ('bound' in want) return want.of === 'value' ? want.limit : undefined;
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  if (want.form.startsWith('a date')) return Number(day) > 28 && Number(day) <= 31 ? lastDay(year, month) : undefined;
  return /^(?:a domain|a host)/.test(want.form) ? /^[a-z]+:\/\/([\w.-]+)\/?$/i.exec(String(value))?.[1] : undefined;
}

function lastDay(year: string, month: string): string | undefined {
  return [31, 30, 29, 28].map((day) => `${year}-${month}-${day}`).find(isDate);
}

/** A product is also known by its names. */
function meantBy({ value, want }: UnknownValue, catalog: Catalog): string | undefined {
  if (!('oneOf' in want) || typeof value !== 'string') return undefined;
  const product = productCalled(catalog, value);
  if (product !== undefined && want.oneOf.includes(product)) return product;
  return nearest(
    value,
    want.oneOf.filter((one) => typeof one === 'string'),
  );
}
