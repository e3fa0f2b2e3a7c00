import { catalog } from '../../catalog/catalog.generated.ts';
import { firstOfEach } from '../../text/grouped.ts';
import { hostKey } from '../../text/host.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import type { DraftEntry } from './draft.ts';
import { type FoundObject, type Origin, sourceLine } from './found.ts';
import { originOf, originsOf } from './origins.ts';
import { compact, text } from './properties.ts';
import type { Remark } from './remark.ts';
import { withLookedUpNames } from './server-record.ts';

/** What records are found as, whoever showed them; their properties are those of `Resolve-DnsName`. */
export const DNS_RECORD = 'DnsRecord';

/** Says that nobody has a name, as a comment of the spec. */
export function absentNote(name: string, source: string): Message {
  return say`${name.replace(/\.$/, '')} does not exist in DNS, as ${source} shows.`;
}

/** The records of a spec, and what is left of those that were found. */
export interface DnsRecords {
  readonly srv: readonly DraftEntry[];
  readonly hosts: readonly DraftEntry[];
  readonly aliases: readonly DraftEntry[];
  readonly left: readonly FoundObject[];
  readonly notes: readonly Message[];
}

/** Sorts records by kind. Of a whole zone only those are taken that federation or its clients look up. */
export function dnsRecordsOf(shown: readonly FoundObject[], edges: ReadonlySet<string>): DnsRecords {
  const records = shown.map(withLookedUpNames);
  const targets = records.filter(isService).flatMap((record) => hostKey(text(record, 'NameTarget') ?? '') || []);
  const wanted = new Set([...edges, ...targets]);
  const isNeeded = (record: FoundObject) => {
    const name = hostKey(text(record, 'Name') ?? '');
    const [label = ''] = name.split('.');
    return isService(record) || (text(record, 'NameTarget') === undefined && (wanted.has(name) || LABELS.has(label)));
  };
  const needed = records.filter((record) => record.isBulk !== true || isNeeded(record));
  const unneeded = records.length - needed.length;
  return {
    srv: once(needed.flatMap((record) => srvRecord(record) ?? [])),
    hosts: hostRecords(needed),
    aliases: once(needed.flatMap((record) => aliasRecord(record) ?? [])),
    left: needed.filter((one) => !hasPlace(one)),
    notes: [...needed.flatMap(missingNote), ...(unneeded === 0 ? [] : [unneededNote(unneeded)])],
  };
}

/** Entries without those that say the same again: a zone and an answer may both show a record, and so may two answers. */
function once(entries: readonly DraftEntry[]): readonly DraftEntry[] {
  return firstOfEach(entries, ({ value }) => JSON.stringify(value).toLowerCase());
}

function unneededNote(count: number): Message {
  return count === 1
    ? say`1 record of the zone goes unsaid: by its name no SIP domain needs it.`
    : say`${count} records of the zone go unsaid: by their names no SIP domain needs them.`;
}

/** Tells what an entry goes without that each SRV record has. */
function missingNote(record: FoundObject): readonly Message[] {
  const missing = ['Port', 'Priority', 'Weight'].filter((number) => text(record, number) === undefined);
  if (text(record, 'NameTarget') === undefined || missing.length === 0) return [];
  return [
    say`${sourceLine(record)}: ${code(text(record, 'Name') ?? '')} is shown without ${codes(missing)}, so its entry has none.`,
  ];
}

/** Whether a record is one of those of which a spec has lists. */
function hasPlace(record: FoundObject): boolean {
  if (text(record, 'NameTarget') !== undefined) return true;
  const isNamed = text(record, 'Name') !== undefined;
  return isNamed && (text(record, 'NameHost') ?? text(record, 'IPAddress')) !== undefined;
}

/** Also under a name that is mistyped. */
function isService(record: FoundObject): boolean {
  const hasTarget = text(record, 'NameTarget') !== undefined || record.doubts.Data !== undefined;
  return hasTarget && /^_?(?:sip|xmpp)/i.test(text(record, 'Name') ?? '');
}

/** The first labels of hosts and aliases that clients and partners ask for. */
const LABELS: ReadonlySet<string> = new Set(
  Object.values(catalog.records).flatMap((record) => ('label' in record ? [record.label] : [])),
);

function srvRecord(record: FoundObject): DraftEntry | undefined {
  const [name, target] = [text(record, 'Name'), text(record, 'NameTarget')];
  if (target === undefined) return undefined;
  const number = (property: string) => {
    const said = text(record, property);
    return said === undefined ? undefined : Number(said);
  };
  const [priority, weight] = [number('Priority'), number('Weight')];
  return {
    value: compact({ name, port: number('Port'), target, priority, weight, view: viewOf(record) }),
    comments: record.comments,
    origins: originsOf(record, {
      name: 'Name',
      port: 'Port',
      target: 'NameTarget',
      priority: 'Priority',
      weight: 'Weight',
    }),
  };
}

function aliasRecord(record: FoundObject): DraftEntry | undefined {
  const [name, target] = [text(record, 'Name'), text(record, 'NameHost')];
  return name === undefined || target === undefined
    ? undefined
    : {
        value: compact({ name, target, view: viewOf(record) }),
        comments: record.comments,
        origins: originsOf(record, { name: 'Name', target: 'NameHost' }),
      };
}

/** The public zone goes without saying. */
function viewOf({ isInner }: FoundObject): 'internal' | undefined {
  return isInner ? 'internal' : undefined;
}

interface Host {
  readonly name: string;
  readonly addresses: string[];
  readonly view: 'internal' | undefined;
  readonly comments: Remark[];
  readonly origins: Map<string, Origin>;
}

/** Hosts with all their addresses, those of each zone apart. */
function hostRecords(records: readonly FoundObject[]): readonly DraftEntry[] {
  const hosts = new Map<string, Host>();
  for (const record of records) {
    const [name, address, view] = [text(record, 'Name'), text(record, 'IPAddress'), viewOf(record)];
    if (name === undefined || address === undefined) continue;
    const key = `${view ?? ''} ${hostKey(name)}`;
    const origins = () => new Map(originsOf(record, { name: 'Name' }));
    const host = hosts.get(key) ?? { name, addresses: [], view, comments: [], origins: origins() };
    if (!host.addresses.includes(address)) {
      host.origins.set(`addresses.${host.addresses.length}`, originOf(record, 'IPAddress'));
      host.addresses.push(address);
    }
    for (const comment of record.comments) host.comments.push(comment);
    hosts.set(key, host);
  }
  return [...hosts.values()].map(({ comments, origins, ...host }) => ({
    value: compact({ ...host }),
    comments,
    origins,
  }));
}
