import type { Catalog, SrvRecord } from '../catalog/catalog.generated.ts';
import { hostKey } from '../text/host.ts';
import { nearest } from '../text/near.ts';

/** The name of an SRV record, read for what its author meant by it. */
export interface SrvName {
  readonly record: SrvRecord;
  /** The domain the record belongs to, as names compare. */
  readonly domain: string;
  /** What the record is called. */
  readonly right: string;
  /** How far the written name is off: not at all, by dots, blanks, underscores or protocol, or by letters of the service. */
  readonly slip: 'none' | 'form' | 'letters';
}

/** Reads a record name; nothing for a service that the catalog does not hold. */
export function readSrvName(catalog: Catalog, name: string): SrvName | undefined {
  const key = hostKey(name);
  const records = srvRecords(catalog);
  const exact = records.find((record) => key.startsWith(prefixOf(record)));
  if (exact && key.length > prefixOf(exact).length && !/\s/.test(key)) {
    return { record: exact, domain: key.slice(prefixOf(exact).length), right: name, slip: 'none' };
  }
  for (const record of records) {
    const rest = mangled(record).exec(name.trim())?.groups?.rest;
    if (rest !== undefined) return repaired(record, rest, 'form');
  }
  return misspelt(catalog, name);
}

function srvRecords(catalog: Catalog): readonly SrvRecord[] {
  return Object.values(catalog.records).filter((record): record is SrvRecord => record.kind === 'srv');
}

function prefixOf({ service, protocol }: SrvRecord): string {
  return `${service}.${protocol}.`;
}

/** The service and a protocol, or none, with dots, blanks and underscores in any number between them. */
function mangled({ service, protocol, otherProtocols }: SrvRecord): RegExp {
  const protocols = otherProtocols ? `${protocol.slice(1)}\\b` : '(?:(?:tcp|udp|tls)\\b)?';
  return new RegExp(`^[\\s_]*${service.slice(1)}(?![a-z0-9-])[\\s._]*${protocols}[\\s._]*(?<rest>\\S.*)$`, 'i');
}

/** Partners depend on the federation record most, so its service is known with a letter or two wrong as well. */
function misspelt(catalog: Catalog, name: string): SrvName | undefined {
  const record = catalog.records['federation-srv'];
  const { service = '', rest } =
    /^\s*_*(?<service>[a-z-]+)[\s._]+(?:tcp|udp|tls)\b[\s._]*(?<rest>\S.*)$/i.exec(name)?.groups ?? {};
  const near = nearest(`_${service}`, [record.service], 2) !== undefined;
  return near && rest !== undefined ? repaired(record, rest, 'letters') : undefined;
}

function repaired(record: SrvRecord, rest: string, slip: SrvName['slip']): SrvName | undefined {
  const domain = rest.replace(/\s+/g, '');
  if (hostKey(domain) === '') return undefined;
  return { record, domain: hostKey(domain), right: prefixOf(record) + domain, slip };
}
