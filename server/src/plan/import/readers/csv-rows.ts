import { lineEnds } from '../../../text/lines.ts';
import type { Lines } from '../found.ts';

/** A row of a file of comma separated values, and where it stands. */
export interface Row extends Lines {
  readonly fields: readonly string[];
  /** The text ends within the quotes of a field. */
  readonly isTorn?: true;
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
  const all = fieldsOf(body, separator, most).map(({ fields, isTorn }) => {
    const row = {
      fields,
      ...(isTorn && { isTorn }),
      line,
      last: line + fields.reduce((lines, field) => lines + lineEnds(field), 0),
    };
    line = row.last + 1;
    return row;
  });
  const [names, ...rows] = all.filter(({ fields }) => fields.length > 1 || fields[0] !== '');
  return { type, names: names?.fields ?? [], rows };
}

/** A line that Windows PowerShell, or Excel, puts above a table. */
const ABOVE = /^(?:#TYPE (\S+)(?!\S)[^\r\n]*|sep=([,;\t|]))(?:\r?\n|$)/i;
const SEPARATORS = [',', ';', '\t'] as const;

/** The fields of each row: quotes are doubled within quotes, where a separator and a line's end are text. */
function fieldsOf(text: string, separator: string, most: number): readonly Pick<Row, 'fields' | 'isTorn'>[] {
  const rows: { readonly fields: string[]; isTorn?: true }[] = [{ fields: [] }];
  const isEnd = (at: number) => at >= text.length || text[at] === separator || text[at] === '\r' || text[at] === '\n';
  for (let at = 0; rows.length <= most; ) {
    const close = text[at] === '"' ? closingQuote(text, at) : -1;
    const isQuoted = close >= 0 && isEnd(close + 1);
    let end = isQuoted ? close + 1 : at;
    while (!isEnd(end)) end++;
    const row = rows.at(-1);
    row?.fields.push(isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, end));
    if (row && text[at] === '"' && close < 0) row.isTorn = true;
    if (end >= text.length) break;
    if (text[end] !== separator) rows.push({ fields: [] });
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return rows.filter(({ fields }) => fields.length > 0);
}

/** Where the quote at a place is closed; a pattern for all between them fails where that is long. */
function closingQuote(text: string, at: number): number {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close;
}
