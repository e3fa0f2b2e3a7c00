import { code, type Message, say } from '../../../text/message.ts';
import { type Found, isListed, isProperties, nothingFound } from '../found.ts';
import { tableIn } from './csv-rows.ts';
import { domainInName } from './file-names.ts';
import { itemsOf, type Placed, parseJson, placesOf, valueIn } from './json-text.ts';
import type { NamedText, Reader } from './reader.ts';
import { isDnsType, readRecords } from './record.ts';
import { type ListedRecord, type Meaning, meaningOf } from './record-words.ts';

/** Lists of DNS records as registrars, DNS services and servers export them: tables, and JSON. */
export const records: Reader = {
  format: 'records',
  about: say`a list of DNS records as CSV or JSON, as registrars (name.com, Namecheap, OVH, Gabia), Infoblox, Route 53, Azure, Google, Cloudflare and the DNS console of Windows export it`,
  gives: say`the records that a SIP domain needs: SRV, addresses, aliases`,
  takes: ({ text }) => (/^\s*[{[]/.test(text) ? SERVICE.test(text) && !CAPTURED.test(text) : looksLikeTable(text)),
  read: (file) => fromRecords(file),
};

/** What a list of records has; and what tells it from captures, which may hold records, too. */
const SERVICE =
  /"(?:(?:record_?|field_?|rr_?)?type"\s*:\s*"(?:[\w./]*\/)?(?:SRV|A|AAAA|CNAME|SOA|NS|MX|TXT)"|ipv[46]Address"\s*:)/i;
const CAPTURED = /"(?:Cs[A-Z]\w+|DnsRecord|Section|RecordData|CimInstanceProperties)"\s*:/;

function looksLikeTable(text: string): boolean {
  const { names, rows } = tableIn(text, MOST_LOOKED_AT);
  if (isOfInfoblox(names)) return true;
  const meanings = meaningsOf(names);
  const has = (...any: readonly Meaning[]) => any.some((meaning) => meanings.includes(meaning));
  const type = meanings.indexOf('type');
  return has('name', 'fullName') && has('data', 'target') && rows.some(({ fields }) => isDnsType(fields[type] ?? ''));
}

/** Rows that are looked at to tell what a table is. */
const MOST_LOOKED_AT = 50;

function fromRecords(file: NamedText): Found | Message | undefined {
  const { source, text } = file;
  const listed = /^\s*[{[]/.test(text) ? inJson(file) : inTable(file);
  if (listed === undefined || 'template' in listed) return listed;
  const { objects, homeless, notes } = readRecords(listed, domainInName(source));
  if (homeless !== undefined)
    return say`${code(source)} has names that are not in full (${code(homeless.values.name ?? '')}), and nothing says below which domain. Name the file for it, such as ${code('contoso.com.csv')}.`;
  return objects.length === 0 ? undefined : { ...nothingFound, objects, notes };
}

/** Infoblox puts a line of names above the records of each type. */
function isOfInfoblox([first = '']: readonly string[]): boolean {
  return /^header-/i.test(first);
}

function inTable({ text, source }: NamedText): readonly ListedRecord[] {
  const { names, rows } = tableIn(text);
  let columns = meaningsOf(names);
  return rows.flatMap(({ fields, ...lines }) => {
    if (isOfInfoblox(fields)) {
      columns = meaningsOf(fields);
      return [];
    }
    const told = columns.flatMap((meaning, at) => {
      const value = fields[at]?.trim() ?? '';
      return meaning === undefined || value === '' ? [] : [[meaning, value] as const];
    });
    // Of several columns for one thing the first that holds anything counts.
    return [{ source, ...lines, values: Object.fromEntries(told.toReversed()) }];
  });
}

/** What columns hold: a domain without a name beside it is the name. */
function meaningsOf(names: readonly string[]): readonly (Meaning | undefined)[] {
  const meanings = names.map((name) => (isOfInfoblox([name]) ? 'type' : meaningOf(name)));
  const isNamed = meanings.includes('name') || meanings.includes('fullName');
  return isNamed ? meanings : meanings.map((meaning) => (meaning === 'zone' ? 'name' : meaning));
}

function inJson({ text, source }: NamedText): readonly ListedRecord[] | Message | undefined {
  const all = parseJson(text, source);
  if (all === undefined || 'fault' in all) return all?.fault;
  return recordsIn(all, { values: {} }).map((record) => ({ source, ...record }));
}

/** What is known around a part of a list, and where that which has the name stands. */
interface Around {
  readonly values: ListedRecord['values'];
  readonly named?: Placed;
}

/** What a list, or an object that holds one, has of records; each inherits what stands around it. */
function recordsIn(all: Placed, around: Around): readonly Omit<ListedRecord, 'source'>[] {
  const { value } = all;
  const { named = all } = around;
  if (isListed(value)) return itemsOf(all).flatMap((item) => recordsIn(item, around));
  if (value === null) return [];
  if (!isProperties(value)) return [{ ...placesOf(named), values: { ...around.values, data: String(value) } }];
  const told = Object.entries(value).map(([key, inner]) => [key, meaningOf(key), inner] as const);
  const own = told.flatMap(([, meaning, inner]) =>
    meaning === undefined || inner === null || typeof inner === 'object' ? [] : [[meaning, String(inner)] as const],
  );
  const values = { ...around.values, ...Object.fromEntries(own.toReversed()) };
  const isRecord = values.name !== undefined || values.fullName !== undefined;
  const inner = told.filter(
    ([, meaning, one]) => typeof one === 'object' && (!isRecord || meaning === 'parts' || meaning === 'data'),
  );
  const isNamed = own.some(([meaning]) => meaning === 'name' || meaning === 'fullName');
  const record = { values, named: isNamed ? all : named };
  const parts = inner.flatMap(([key]) => recordsIn(valueIn(all, key), isRecord ? record : around));
  return parts.length > 0 || !isRecord ? parts : [{ ...placesOf(record.named), values }];
}
