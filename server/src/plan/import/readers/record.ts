import { type Message, say } from '../../../text/message.ts';
import { DNS_RECORD } from '../dns-records.ts';
import type { FoundObject } from '../found.ts';
import { isSpokenOf } from '../record-types.ts';
import { fullNames, zoneSaid } from './record-names.ts';
import { isOfInnerZone, isServed, unservedNotes, viewNotes } from './record-views.ts';
import type { ListedRecord } from './record-words.ts';
import { type Led, partsIn, srvOf } from './srv-parts.ts';

/** The records of a list. */
export interface ReadRecords {
  readonly objects: readonly FoundObject[];
  /** The first whose name is not in full where nobody says below which domain. */
  readonly homeless: ListedRecord | undefined;
  readonly notes: readonly Message[];
}

/** Reads a list of records. `home` is the domain that it does not name itself. */
export function readRecords(listed: readonly ListedRecord[], home: string | undefined): ReadRecords {
  const spokenOf = listed.flatMap(apart).filter((record) => isSpokenOf(typeOf(record)));
  const needed = spokenOf.filter(isServed);
  const fullName = fullNames(needed, home);
  const objects: FoundObject[] = [];
  let homeless: ListedRecord | undefined;
  for (const record of needed) {
    const { values, ...origin } = record;
    const name = fullName(record);
    if (name === undefined) homeless ??= record;
    else {
      const [Name, Type] = [serviceOf(record) + name, typeOf(record) ?? ''];
      const told = propertiesOf(record, zoneSaid(record) ?? home);
      const known = 'template' in told ? { Data: leadsTo(record) || null } : told.led;
      const properties = { Name, Type, ...known };
      const doubts = 'template' in told ? { Data: told } : {};
      const isInner = isOfInnerZone(record);
      objects.push({
        noun: DNS_RECORD,
        properties,
        ...origin,
        comments: [],
        doubts,
        isBulk: true,
        ...(isInner && { isInner }),
      });
    }
  }
  return { objects, homeless, notes: [...unservedNotes(spokenOf.length - needed.length), ...viewNotes(needed)] };
}

/** Addresses that stand together are a record each. */
function apart(record: ListedRecord): readonly ListedRecord[] {
  const { data = '' } = record.values;
  if (!/^[\da-f.:]+(?:[,;\s]+[\da-f.:]+)+$/i.test(data)) return [record];
  return data.split(/[,;\s]+/).map((one) => ({ ...record, values: { ...record.values, data: one } }));
}

/** What a record leads to, whatever the list calls that. */
function leadsTo({ values: { data, target = '' } }: ListedRecord): string {
  return data || target;
}

/** Whether a text is the type of a record. */
export function isDnsType(text: string): boolean {
  return TYPES.has(typeIn(text));
}

const TYPES: ReadonlySet<string> = new Set(['SRV', 'A', 'AAAA', 'CNAME', 'SOA', 'NS', 'MX', 'TXT', 'PTR', 'CAA']);

/** `SRV`, also from `Service Location (SRV)`, `SRV Record`, `A + Dynamic DNS Record` and `Microsoft.Network/dnszones/SRV`. */
function typeIn(text: string): string {
  const told = text
    .replace(/^.*\//, '')
    .replace(/(?<!\s)\s*record$/i, '')
    .toUpperCase();
  const [inBrackets, first] = [/\((\w+)\)$/, /^(\w+)(?: *[+(].*)?$/].map((form) => form.exec(told)?.[1]);
  return [inBrackets, first].find((word = '') => TYPES.has(word)) ?? told;
}

/** The type of a record; where it is a number, or one of Infoblox alone, by what it leads to. */
function typeOf(record: ListedRecord): string | undefined {
  const { type = '', target, port } = record.values;
  const [told, data] = [typeIn(type), leadsTo(record)];
  if (told !== '' && !/^(?:\d+|HOST)$/.test(told)) return told;
  if (target !== undefined && port !== undefined) return 'SRV';
  return IPV4.test(data) ? 'A' : IPV6.test(data) ? 'AAAA' : undefined;
}

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const IPV6 = /^[\da-f]*:[\da-f:.]+$/i;

/** `_sip._tls.`, where a record has it beside its name. */
function serviceOf({ values: { service = '', protocol = '', name = '' } }: ListedRecord): string {
  if (service === '' || protocol === '' || name.startsWith('_')) return '';
  const [first, second] = [service, protocol].map((one) => `_${one.replace(/^_/, '').toLowerCase()}`);
  return `${first}.${second}.`;
}

/** As `Resolve-DnsName` calls what a record leads to; or why that cannot be told. */
function propertiesOf(record: ListedRecord, zone: string | undefined): Led | Message {
  const data = leadsTo(record);
  const host = (name: string) =>
    name === '@' ? zone : /\./.test(name) ? name.replace(/\.$/, '') : name && zone && `${name}.${zone}`;
  switch (typeOf(record)) {
    case 'A':
      return IPV4.test(data) ? { led: { IPAddress: data } } : UNTOLD;
    case 'AAAA':
      return IPV6.test(data) ? { led: { IPAddress: data } } : UNTOLD;
    case 'CNAME': {
      const NameHost = host(data);
      return NameHost === undefined || NameHost === '' ? UNTOLD : { led: { NameHost } };
    }
    default:
      return serviceIn(record, host);
  }
}

const UNTOLD = say`What it leads to cannot be told.`;

/** `0 0 5061 sip.contoso.com.`, `[0][0][5061] sip.contoso.com.`, or what has no column of its own: `0 5061 sip.contoso.com`. */
function serviceIn({ values }: ListedRecord, host: (name: string) => string | undefined): Led | Message {
  const { target, data = '', ...own } = values;
  const words = (target ?? data).split(/[\s[\],]+/).filter((word) => word !== '');
  const [first = ''] = words;
  const isBare = own.priority === undefined && own.weight === undefined && own.port === undefined;
  if (words.length === 1 && isBare && !first.includes('.')) return UNTOLD;
  if (words.length <= 1) return srvOf({ ...own, target: first }, host);
  const before = [own.priority, own.weight, own.port].slice(0, Math.max(0, 4 - words.length));
  const parts = partsIn([...before.flatMap((one) => one ?? []), ...words.slice(-4)]);
  return 'template' in parts ? parts : srvOf(parts, host);
}
