import { code, type Message, say } from '../../../text/message.ts';
import { type Found, type FoundObject, type FoundValue, nothingFound, withOthers } from '../found.ts';
import { arePropertiesOfAny, nounOfTypes, nounPlace } from '../nouns.ts';
import { type Row, tableIn } from './csv-rows.ts';
import type { Reader } from './reader.ts';

/** What `Export-Csv` wrote. */
export const csv: Reader = {
  format: 'csv',
  about: say`what ${code('Export-Csv')} or ${code('ConvertTo-Csv')} wrote`,
  gives: say`all but lists, of which the export keeps no more than the type`,
  takes: ({ text }) => looksLikeCsv(text),
  read: ({ text, source }, noun) => fromCsv(text, source, noun),
};

/** Whether a text begins with a type, or with names of properties that a kind of object has. */
function looksLikeCsv(text: string): boolean {
  const { type, names } = tableIn(text, 1);
  return type !== undefined || arePropertiesOfAny(names);
}

/** Reads what `Export-Csv` or `ConvertTo-Csv` wrote. Its type names the noun; a list it wrote as no more than a type. */
function fromCsv(text: string, source: string, noun: string | undefined): Found {
  const { type, names, rows } = tableIn(text);
  const told = noun ?? (type === undefined ? undefined : nounOfTypes([type]));
  const isWhole = ({ fields, isTorn }: Row) => fields.length === names.length && !isTorn;
  const whole = rows.filter(isWhole);
  const objects = whole.map(
    ({ fields, line, last = line }): FoundObject => ({
      noun: told,
      ...propertiesOf(names, fields, told),
      source,
      line,
      last,
      comments: [],
    }),
  );
  const torn = rows.filter((row) => !isWhole(row));
  return {
    ...nothingFound,
    objects: torn.length > 0 ? withOthers(objects) : objects,
    unread: torn.map(({ fields, line, isTorn }) => ({
      source,
      line,
      text: fields.join(','),
      reason: isTorn ? OPEN : TORN,
    })),
    ...none(type, rows.length),
  };
}

const OPEN = say`A quote is not closed, as where a file is cut off.`;
const TORN = say`It has not as many values as there are names above.`;

/** A file that names its type and holds no objects says that there are none. */
function none(type: string | undefined, rows: number): Pick<Found, 'none'> {
  const noun = type === undefined || rows > 0 ? undefined : nounOfTypes([type]);
  return noun === undefined ? {} : { none: [noun] };
}

function propertiesOf(
  names: readonly string[],
  fields: readonly string[],
  noun: string | undefined,
): Pick<FoundObject, 'properties' | 'doubts'> {
  const properties: Record<string, FoundValue> = {};
  const doubts: Record<string, Message> = {};
  const keys = noun === undefined ? undefined : nounPlace(noun)?.keys;
  for (const [index, name] of names.entries()) {
    const value = fields[index] ?? '';
    properties[name] = value === '' ? null : value;
    if (keys?.has(name.toLowerCase()) !== false && LOST.test(value)) doubts[name] = NO_LIST;
  }
  return { properties, doubts };
}

const LOST = /^(?:System|Microsoft)\.[\w.]+[`[\w\]]*/;
const NO_LIST = say`The export wrote its type and not what is in it; use ConvertTo-Json and look again.`;
