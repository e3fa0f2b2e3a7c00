import { say } from '../../../text/message.ts';
import { DNS_RECORD } from '../dns-records.ts';
import type { FoundObject, Properties } from '../found.ts';
import { isSpokenOf } from '../record-types.ts';
import { zoneOfPath } from '../server-record.ts';
import type { Meaning } from './record-words.ts';

/** A record as a list has it, by the meaning of its columns or keys. */
export interface ListedRecord extends Pick<FoundObject, 'source' | 'line' | 'last' | 'placeOf'> {
  readonly values: Readonly<Partial<Record<Meaning, string>>>;
}

/** The records of a list. */
export interface ReadRecords {
  readonly objects: readonly FoundObject[];
  /** The first whose name is not in full where nobody says below which domain. */
  readonly homeless: ListedRecord | undefined;
}

/** Reads a list of records. `home` is the domain that it does not name itself. */
export function readRecords(listed: readonly ListedRecord[], home: string | undefined): ReadRecords {
  const needed = listed.flatMap(apart).filter((record) => isSpokenOf(typeOf(record)));
  const isInFull = needed.every((record) => isWhole(written(record)));
  const objects: FoundObject[] = [];
  let homeless: ListedRecord | undefined;
  for (const record of needed) {
    const { values, ...origin } = record;
    const zone = (values.zone ?? zoneOfPath(values.path))?.replace(/\.$/, '') || home;
    const name = fullName(written(record), { zone, isInFull });
    if (name === undefined) homeless ??= record;
    else {
      const [Name, Type] = [serviceOf(record) + name, typeOf(record) ?? ''];
      const told = propertiesOf(record, zone);
      const properties = { Name, Type, ...(told ?? { Data: values.data ?? null }) };
      const doubts = told ? {} : { Data: NO_DATA };
      objects.push({ noun: DNS_RECORD, properties, ...origin, comments: [], doubts, isBulk: true });
    }
  }
  return { objects, homeless };
}

/** Addresses that stand together are a record each. */
function apart(record: ListedRecord): readonly ListedRecord[] {
  const { data = '' } = record.values;
  if (!/^[\da-f.:]+(?:[,;\s]+[\da-f.:]+)+$/i.test(data)) return [record];
  return data.split(/[,;\s]+/).map((one) => ({ ...record, values: { ...record.values, data: one } }));
}

const NO_DATA = say`What it leads to cannot be told.`;

/** Whether a text is the type of a record. */
export function isDnsType(text: string): boolean {
  return TYPES.has(typeIn(text));
}

const TYPES: ReadonlySet<string> = new Set(['SRV', 'A', 'AAAA', 'CNAME', 'SOA', 'NS', 'MX', 'TXT', 'PTR', 'CAA']);

/** `SRV`, also from `Service Location (SRV)`, `SRV Record` and `Microsoft.Network/dnszones/SRV`. */
function typeIn(text: string): string {
  const inBrackets = /\(([A-Z]+)\)$/i.exec(text)?.[1];
  return (inBrackets ?? text.replace(/^.*\//, '').replace(/\s*record$/i, '')).toUpperCase();
}

/** The type of a record; where it is a number, or one of Infoblox alone, by what it leads to. */
function typeOf({ values: { type = '', data = '', target, port } }: ListedRecord): string | undefined {
  const told = typeIn(type);
  if (told !== '' && !/^(?:\d+|HOST)$/.test(told)) return told;
  if (target !== undefined && port !== undefined) return 'SRV';
  return IPV4.test(data) ? 'A' : IPV6.test(data) ? 'AAAA' : undefined;
}

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const IPV6 = /^[\da-f]*:[\da-f:.]+$/i;

function written({ values: { fullName, name = '' } }: ListedRecord): string {
  return fullName === undefined ? name : `${fullName.replace(/\.$/, '')}.`;
}

/** `_sip._tls.`, where a record has it beside its name. */
function serviceOf({ values: { service = '', protocol = '', name = '' } }: ListedRecord): string {
  if (service === '' || protocol === '' || name.startsWith('_')) return '';
  const [first, second] = [service, protocol].map((one) => `_${one.replace(/^_/, '').toLowerCase()}`);
  return `${first}.${second}.`;
}

function isBelow(name: string, zone: string): boolean {
  return `.${name.replace(/\.$/, '')}`.toLowerCase().endsWith(`.${zone.toLowerCase()}`);
}

/** Whether a name has a dot behind the service in it, as a domain has. */
function isWhole(name: string): boolean {
  return /^(?:_[^.]+\.)*[^_.][^.]*\./.test(name);
}

interface Home {
  readonly zone: string | undefined;
  /** Whether all names of the list have a domain with them; else those that are at or below the zone do. */
  readonly isInFull: boolean;
}

/** A name with its domain; the domain itself is `@`, nothing, or words in brackets. Undefined where nobody tells the domain. */
function fullName(name: string, { zone, isInFull }: Home): string | undefined {
  if (name.endsWith('.')) return name.slice(0, -1);
  if (/^(?:@?|\(.*\))$/.test(name)) return zone;
  if (isInFull || (zone === undefined ? isWhole(name) : isBelow(name, zone))) return name;
  return zone === undefined ? undefined : `${name}.${zone}`;
}

/** As `Resolve-DnsName` calls what a record leads to; undefined where that cannot be told. */
function propertiesOf(record: ListedRecord, zone: string | undefined): Properties | undefined {
  const { data = '', priority, weight, port, target } = record.values;
  const host = (name: string) =>
    name === '@' ? zone : /\./.test(name) ? name.replace(/\.$/, '') : zone && `${name}.${zone}`;
  switch (typeOf(record)) {
    case 'A':
      return IPV4.test(data) ? { IPAddress: data } : undefined;
    case 'AAAA':
      return IPV6.test(data) ? { IPAddress: data } : undefined;
    case 'CNAME': {
      const NameHost = host(data || (target ?? ''));
      return NameHost === undefined || NameHost === '' ? undefined : { NameHost };
    }
    default: {
      // `0 0 5061 sip.contoso.com.`, `[0][0][5061] sip.contoso.com.`, or what has no column of its own: `0 5061 sip.contoso.com`.
      const words = (target ?? data).split(/[\s[\],]+/).filter((word) => word !== '');
      const NameTarget = words.at(-1) === '.' ? '.' : host(words.at(-1) ?? '');
      const [Port, Weight, Priority] = [port, weight, priority].map((own, i) => words.at(-2 - i) ?? own);
      const isTold = [Port, Weight, Priority].every((one) => one === undefined || /^\d+$/.test(one));
      if (!NameTarget || Port === undefined || !isTold) return undefined;
      return { NameTarget, Port, ...(Priority && { Priority }), ...(Weight && { Weight }) };
    }
  }
}
