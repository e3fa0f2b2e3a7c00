import { code, type Message, say } from '../../../text/message.ts';
import { absentNote, DNS_RECORD } from '../dns-records.ts';
import { type Found, type FoundObject, nothingFound } from '../found.ts';
import { isSpokenOf } from '../record-types.ts';
import { linesOf } from './console.ts';
import { asksShortly, shortAnswers } from './dig-short.ts';
import { domainInName } from './file-names.ts';
import { readMasterFile, type ZoneRecord } from './master-file.ts';
import type { NamedText, Reader } from './reader.ts';
import { type Led, partsIn, srvOf } from './srv-parts.ts';
import { hasTable } from './table-cells.ts';

/** DNS master files: zones of BIND, Knot and NSD, exports of Windows, and what `dig`, `kdig` and `drill` answer. */
export const zone: Reader = {
  format: 'zone',
  about: say`a DNS zone (BIND, ${code('dnscmd /ZoneExport')}, ${code('.dns')} of Windows), or the answer of ${code('dig')}, ${code('kdig')}, ${code('drill')}`,
  gives: say`the records that a SIP domain needs: SRV, addresses, aliases`,
  takes: ({ text }) => ANSWER.test(text) || asksShortly(text) || (RECORD.test(text) && !hasTable(linesOf(text))),
  read: (file) => fromZone(file),
};

/** The head of an answer. */
const ANSWER = /^;; *->>HEADER<<-/m;
const ANSWERS = new RegExp(ANSWER, 'gm');
/** A line that is a record and could be little else. */
const RECORD =
  /^[^\s;:,"]{0,255}[ \t]+(?:\[AGE:\d+\][ \t]+)?(?:\d[\dsmhdw]*[ \t]+)?(?:IN[ \t]+)?(?:\d[\dsmhdw]*[ \t]+)?(?:SOA[ \t]+\S+[ \t]+\S+[ \t(]|SRV[ \t(]+\d+[ \t]+\d+[ \t]+|A[ \t]+\d+\.\d+\.\d+\.\d+|AAAA[ \t]+[\da-f:]+|CNAME[ \t]+\S)/im;

/** What somebody typed at whatever prompt to get an answer. */
const TYPED = /^[^;\n]{0,1000}[>$#%] *(?:dig|kdig|drill)\b.*$/gm;

function fromZone(file: NamedText): Found | Message {
  const { source } = file;
  const isShort = asksShortly(file.text) || ANSWER.test(file.text);
  const { found, others } = isShort ? shortAnswers(file.text, source) : { found: nothingFound, others: file.text };
  const text = others.replaceAll(TYPED, '');
  const about = { source, isBulk: !ANSWER.test(text) };
  const { records, unfollowed, homeless } = readMasterFile(text, originOf(file), (one) => toObject(one, about));
  if (homeless !== undefined)
    return say`${code(source)} has names that are not in full, and nothing says below which domain (line ${homeless}). Add a first line such as ${code('$ORIGIN contoso.com.')}`;
  const unread = unfollowed.map((one) => ({ source, ...one, reason: say`What it stands for is not in this file.` }));
  return {
    ...nothingFound,
    objects: [...records, ...found.objects],
    unread: [...unread, ...found.unread],
    comments: absentIn(text).map((name) => absentNote(name, source)),
  };
}

/** The names that were asked for, and that are not there. */
function absentIn(text: string): readonly string[] {
  return text.split(ANSWERS).flatMap((answer) => {
    const [head = ''] = answer.split('\n', 1);
    const asked = /\n;; *QUESTION SECTION:?[^\n]*\n;+ *(\S+)/.exec(answer)?.[1];
    return asked !== undefined && /(?:status|rcode): *NXDOMAIN/.test(head) ? [asked] : [];
  });
}

/** The domain of a zone that does not say it in an `$ORIGIN`: Windows writes it in the head, others name the file for it. */
function originOf({ source, text }: NamedText): string | undefined {
  const told = /^; +Database file \S+ for (\S+) zone\./m.exec(text)?.[1];
  if (told !== undefined) return told.replace(/\.$/, '');
  return /(?:^|[\\/])db\.[^\\/]+$|\.(?:dns|zone|db)$/i.test(source) ? domainInName(source) : undefined;
}

function toObject(
  { name, type, data, comment, line, last, isInner, fullName }: ZoneRecord,
  from: Pick<FoundObject, 'source' | 'isBulk'>,
): FoundObject | undefined {
  const told = leadsTo(type, data, fullName);
  if (told === undefined) return undefined;
  return {
    noun: DNS_RECORD,
    properties: { Name: name, Type: type, ...('template' in told ? { Data: data.join(' ') } : told.led) },
    ...from,
    line,
    last,
    ...(isInner && { isInner }),
    comments: comment === undefined ? NONE.comments : [comment],
    doubts: 'template' in told ? { Data: told } : NONE.doubts,
  };
}

/** What most of the very many records of a zone have of it, once. */
const NONE: Pick<FoundObject, 'comments' | 'doubts'> = { comments: [], doubts: {} };

/** As `Resolve-DnsName` calls them; or what is wrong with them. */
function leadsTo(type: string, data: readonly string[], fullName: (name: string) => string): Led | Message | undefined {
  if (!isSpokenOf(type)) return undefined;
  const [first] = data;
  if (first === undefined) return say`It leads to nothing.`;
  if (type === 'CNAME') return { led: { NameHost: fullName(first) } };
  if (type !== 'SRV') return { led: { IPAddress: first } };
  const parts = partsIn(data);
  return 'template' in parts ? parts : srvOf(parts, fullName);
}
