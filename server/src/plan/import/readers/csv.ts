import { code, type Message, say } from '../../../text/message.ts';
import { type Found, type FoundObject, type FoundValue, type Unread, withOthers } from '../found.ts';
import { nounOfTypes, nounPlace, nounPlaces } from '../nouns.ts';
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
  const head = firstLine(text);
  if (TYPE.test(head)) return true;
  const separator = SEPARATORS.find((one) => head.includes(one));
  if (separator === undefined || !/^"?\w/.test(head)) return false;
  const names = new Set(fieldsOf(head, separator)[0]?.map((name) => name.toLowerCase()));
  return nounPlaces.some(
    ({ keys }) => [...new Set([...keys.keys(), 'identity'])].filter((name) => names.has(name)).length >= 2,
  );
}

/** Reads what `Export-Csv` or `ConvertTo-Csv` wrote. Its type names the noun; a list it wrote as no more than a type. */
function fromCsv(text: string, source: string, noun: string | undefined): Found {
  const plain = text.replace(/^\ufeff/, '');
  const type = TYPE.exec(firstLine(plain))?.[1];
  const body = type === undefined ? plain : plain.slice(plain.indexOf('\n') + 1);
  const head = firstLine(body);
  const rows = fieldsOf(body, SEPARATORS.find((one) => head.includes(one)) ?? ',');
  const names = rows[0] ?? [];
  const before = body.length < plain.length ? 1 : 0;
  const objects: FoundObject[] = [];
  const unread: Unread[] = [];
  for (const { fields, line } of withLines(rows).slice(1)) {
    if (fields.length === 1 && fields[0] === '') continue;
    const place = { source, line: line + before };
    if (fields.length !== names.length) {
      unread.push({
        ...place,
        text: fields.join(','),
        reason: say`It has not as many values as there are names above.`,
      });
      continue;
    }
    const told = noun ?? (type === undefined ? undefined : nounOfTypes([type]));
    objects.push({ noun: told, ...propertiesOf(names, fields, told), ...place, comments: [], ...lacking(type) });
  }
  const isTorn = unread.length > 0;
  return { objects: isTorn ? withOthers(objects) : objects, unread, comments: [], ...none(type, rows.length) };
}

const TYPE = /^\ufeff?#TYPE (\S+)/;
const SEPARATORS = [',', ';', '\t'] as const;

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}

/** A file that names its type and holds no objects says that there are none. */
function none(type: string | undefined, rows: number): Pick<Found, 'none'> {
  const noun = type === undefined || rows > 1 ? undefined : nounOfTypes([type]);
  return noun === undefined ? {} : { none: [noun] };
}

/** `Select-Object` puts its name before the type. */
function lacking(type: string | undefined): Pick<FoundObject, 'lacks'> {
  return type?.startsWith('Selected.') ? { lacks: ['properties'] } : {};
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
    if (keys?.has(name.toLowerCase()) && LOST.test(value)) doubts[name] = NO_LIST;
  }
  return { properties, doubts };
}

const LOST = /^(?:System|Microsoft)\.[\w.]+[`[\w\]]*/;
const NO_LIST = say`The export wrote its type and not what is in it; use ConvertTo-Json and look again.`;

/** The rows with the line, counted from one, on which each begins. */
function withLines(rows: readonly (readonly string[])[]): readonly { fields: readonly string[]; line: number }[] {
  let line = 1;
  return rows.map((fields) => {
    const row = { fields, line };
    line += 1 + fields.join('').split('\n').length - 1;
    return row;
  });
}

/** The fields of each row: quotes are doubled within quotes, where a separator and a line's end are text. */
function fieldsOf(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'gy');
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    const [, quoted, bare = '', end = ''] = match;
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== separator) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
