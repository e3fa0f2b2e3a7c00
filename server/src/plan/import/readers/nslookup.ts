import { code, say } from '../../../text/message.ts';
import { absentNote, DNS_RECORD } from '../dns-records.ts';
import { type Found, type FoundObject, type Lines, nothingFound, type Properties } from '../found.ts';
import type { Remark } from '../remark.ts';
import type { Reader } from './reader.ts';

/** What `nslookup` of Windows and of Linux shows, and `host`. */
export const nslookup: Reader = {
  format: 'nslookup',
  about: say`what ${code('nslookup')} or ${code('host')} answers`,
  gives: say`the records that were asked for: SRV, addresses, aliases`,
  takes: ({ text }) => SIGN.test(text) || HOST.test(text),
  read: ({ text, source }) => fromNslookup(text, source),
};

/** Lines that only these programs write. Names have an end, as to look for one in a line of megabytes takes a stack of as many. */
const SIGN =
  /^(?:Non-authoritative answer:|\S{1,255}\s{1,99}SRV service location:|\S{1,255}\s{1,99}service = \d+ \d+ \d+ \S|\S{1,255}\s{1,99}canonical name = \S|\S{1,255} has (?:SRV record \d|address \d|IPv6 address \S)|\S{1,255} is an alias for \S|\*\* server can't find |\*\*\* .{0,300} can't find )/m;
/** The name of an answer, as Windows calls it in its languages. */
const NAMED = /^(?:Name|Nom|Nombre|Nome|Имя|이름|名前|名称)\s?:\s+(\S+)$/;
/** Such a name and an address below it. */
const HOST = new RegExp(String.raw`${NAMED.source.replace('$', '')}\r?\nAddress(?:es)?:\s+[\da-f:.]+\s*$`, 'im');

/** A line that says a record by itself: the name, then what the groups are called. */
const LINES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(\S+)\s+service = (\d+) (\d+) (\d+) (\S+)$/, ['Priority', 'Weight', 'Port', 'NameTarget']],
  [/^(\S+) has SRV record (\d+) (\d+) (\d+) (\S+)$/, ['Priority', 'Weight', 'Port', 'NameTarget']],
  [/^(\S+)\s+canonical name = (\S+)$/, ['NameHost']],
  [/^(\S+) is an alias for (\S+)$/, ['NameHost']],
  [/^(\S+) has (?:IPv6 )?address (\S+)$/, ['IPAddress']],
  [/^(\S+)\s+(?:internet|AAAA IPv6) address = (\S+)$/, ['IPAddress']],
];
/** A line of the list below `SRV service location:`. */
const DETAIL = /^\s+(priority|weight|port|svr hostname)\s*= (\S+)$/;
const DETAILS: Readonly<Record<string, string>> = {
  priority: 'Priority',
  weight: 'Weight',
  port: 'Port',
  'svr hostname': 'NameTarget',
};
const ABSENT = /^(?:\*\* server can't find |\*\*\* .*can't find |Host )(\S+?)(?::| not found:)/;

/** A record of which each part is told on a line of its own. */
interface Service {
  readonly name: string;
  readonly values: Record<string, string>;
  readonly places: Map<string, Lines>;
  readonly line: number;
}

function fromNslookup(text: string, source: string): Found {
  const objects: FoundObject[] = [];
  const comments: Remark[] = [];
  const add = (name: string, properties: Properties, { line, placeOf }: Pick<FoundObject, 'placeOf'> & Lines) =>
    objects.push({
      noun: DNS_RECORD,
      properties: { Name: name.replace(/\.$/, ''), ...properties },
      source,
      line,
      ...(placeOf && { placeOf }),
      comments: [],
      doubts: {},
    });
  let service: Service | undefined;
  const close = () => {
    if (service?.values.NameTarget !== undefined) {
      const { name, values, places, line } = service;
      add(name, values, { line, placeOf: (property) => places.get(property) });
    }
    service = undefined;
  };
  // The first name and address are those of the server that was asked.
  let host: { readonly name: string; readonly line: number } | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const [line, at] = [raw.trimEnd(), index + 1];
    const detail = DETAIL.exec(line);
    if (detail && service) {
      const [, name = '', value = ''] = detail;
      service.values[DETAILS[name] ?? name] = value.replace(/\.$/, '');
      service.places.set(DETAILS[name] ?? name, { line: at });
      continue;
    }
    close();
    const located = /^(\S+)\s+SRV service location:$/.exec(line)?.[1];
    if (located !== undefined) service = { name: located, values: {}, places: new Map(), line: at };
    const record = LINES.map(([form, names]) => [form.exec(line), names] as const).find(([match]) => match !== null);
    if (record?.[0]) {
      const [[, name = '', ...values], names] = [record[0], record[1]];
      add(name, Object.fromEntries(names.map((one, i) => [one, (values[i] ?? '').replace(/\.$/, '')])), { line: at });
    }
    const absent = ABSENT.exec(line)?.[1];
    if (absent !== undefined) comments.push(absentNote(absent, source));
    const named = NAMED.exec(line)?.[1];
    if (line === '') host = undefined;
    if (named !== undefined) host = { name: named, line: at };
    const address = /^(?:Address(?:es)?:)?\s+([\da-f:.]+)$/i.exec(line)?.[1];
    if (host !== undefined && address !== undefined)
      add(host.name, { IPAddress: address }, { line: at, placeOf: only('Name', host) });
    const alias = /^Aliases:\s+(\S+)$/.exec(line)?.[1];
    if (host !== undefined && alias !== undefined)
      add(alias, { NameHost: host.name }, { line: at, placeOf: only('NameHost', host) });
  }
  close();
  return { ...nothingFound, objects, comments };
}

function only(name: string, { line }: Lines): NonNullable<FoundObject['placeOf']> {
  return (property) => (property === name ? { line } : undefined);
}
