import type { Lines } from '../found.ts';

/** A row of a file of comma separated values, and where it stands. */
export interface Row extends Lines {
  readonly fields: readonly string[];
}

/** A text as the rows of a table. Its first line tells by what fields are separated. */
export interface Table {
  /** The type of the objects, as Windows PowerShell puts it above them. */
  readonly type: string | undefined;
  readonly names: readonly string[];
  /** Those that are not empty. */
  readonly rows: readonly Row[];
}

/** Reads a table, or no more than its beginning. */
export function tableIn(text: string, most = Number.POSITIVE_INFINITY): Table {
  const [above = '', type, told] = ABOVE.exec(text) ?? [];
  const body = text.slice(above.length);
  const head = /^[^\r\n]*/.exec(body)?.[0] ?? '';
  const separator = told ?? SEPARATORS.find((one) => head.includes(one)) ?? ',';
  let line = above === '' ? 1 : 2;
  const all = fieldsOf(body, separator, most).map((fields) => {
    const row = { fields, line, last: line + fields.join('').split('\n').length - 1 };
    line = row.last + 1;
    return row;
  });
  const [names, ...rows] = all.filter(({ fields }) => fields.length > 1 || fields[0] !== '');
  return { type, names: names?.fields ?? [], rows };
}

/** A line that Windows PowerShell, or Excel, puts above a table. */
const ABOVE = /^(?:#TYPE (\S+)[^\r\n]*|sep=([,;\t|]))(?:\r?\n|$)/i;
const SEPARATORS = [',', ';', '\t'] as const;

/** The fields of each row: quotes are doubled within quotes, where a separator and a line's end are text. */
function fieldsOf(text: string, separator: string, most: number): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const quoted = separator === '|' ? '\\|' : separator;
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${quoted}\\r\\n]*))(${quoted}|\\r\\n?|\\n|$)`, 'gy');
  for (let match = field.exec(text); match !== null && rows.length <= most; match = field.exec(text)) {
    const [, inQuotes, bare = '', end = ''] = match;
    rows.at(-1)?.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== separator) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
