import { code, type Message, say } from '../../text/message.ts';
import type { DraftEntry } from './draft.ts';
import { type FoundObject, sourceLine } from './found.ts';
import { originsOf } from './origins.ts';
import { compact, rest, text, texts } from './properties.ts';
import { certificateValue } from './topology.ts';

/** Certificates of the external side, once each, what is left of the objects, and where servers differ. */
export function certificatesOf(objects: readonly FoundObject[]): {
  readonly entries: readonly DraftEntry[];
  readonly left: readonly FoundObject[];
  readonly notes: readonly Message[];
} {
  const external = objects.filter(isExternal);
  const known = new Map<string, FoundObject>();
  for (const object of external.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const thumbprint = text(object, 'Thumbprint') ?? text(object, 'SerialNumber') ?? JSON.stringify(object.properties);
    if (!known.has(thumbprint)) known.set(thumbprint, object);
  }
  const named = numbered([...known.values()]);
  return {
    entries: named.map((one) => (one.first ? printed(toEntry(one), one.object) : toEntry(one))),
    left: objects.flatMap((object) => (isExternal(object) ? rest(object, USED) : [object])),
    notes: named.flatMap(differing),
  };
}

/** A certificate under a name that no other has. */
interface Named {
  readonly object: FoundObject;
  readonly name: string;
  /** The first one for the same use, where this is another. */
  readonly first: FoundObject | undefined;
}

/** The servers of a pool have one certificate for a use; of more than one, each later one has a number in its name. */
function numbered(objects: readonly FoundObject[]): readonly Named[] {
  const ofUse = new Map<string, FoundObject[]>();
  return objects.map((object) => {
    const name = nameOf(object);
    const before = ofUse.get(name) ?? [];
    ofUse.set(name, [...before, object]);
    return { object, name: before.length === 0 ? name : `${name}-${before.length + 1}`, first: before[0] };
  });
}

function differing({ object, name, first }: Named): readonly Message[] {
  const use = text(object, 'Use');
  if (first === undefined || use === undefined) return [];
  return [
    say`${sourceLine(object)}: ${code(use)} has another certificate here than in ${sourceLine(first)}, so the servers differ; it is called ${code(name)}. All servers of one pool hold the same certificate.`,
  ];
}

/** By its thumbprint a certificate is found on its server. */
function printed(entry: DraftEntry, object: FoundObject): DraftEntry {
  const thumbprint = text(object, 'Thumbprint');
  const place = sourceLine(object);
  const line = thumbprint === undefined ? say`In use in ${place}` : say`In use in ${place}, thumbprint ${thumbprint}`;
  return { ...entry, comments: [...entry.comments, line] };
}

/** What a certificate is called by what it is used for. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['AccessEdgeExternal', 'access-edge'],
  ['DataEdgeExternal', 'web-conferencing'],
  ['AudioVideoAuthentication', 'audio-video'],
  ['XMPPServer', 'xmpp'],
]);

const USED: readonly string[] = [
  'Identity',
  'Use',
  'File',
  'Subject',
  'AlternativeNames',
  'EnhancedKeyUsage',
  'SignatureAlgorithm',
  'NotBefore',
  'NotAfter',
  'Issuer',
  'Thumbprint',
  'PreviousThumbprint',
  'EffectiveDate',
  'SourceScope',
  'UpdateTime',
  'SerialNumber',
];

function isExternal(object: FoundObject): boolean {
  return NAMES.has(text(object, 'Use') ?? '') || text(object, 'File') !== undefined;
}

function rankOf(object: FoundObject): number {
  const rank = [...NAMES.keys()].indexOf(text(object, 'Use') ?? '');
  return rank < 0 ? NAMES.size : rank;
}

function nameOf(object: FoundObject): string {
  return NAMES.get(text(object, 'Use') ?? '') ?? fileName(text(object, 'File') ?? 'certificate');
}

function toEntry({ object, name }: Named): DraftEntry {
  const file = text(object, 'File');
  const subject = /(?:^|,\s*)CN=([^,]+)/i.exec(text(object, 'Subject') ?? '')?.[1]?.trim() ?? text(object, 'Subject');
  const names = texts(object, 'AlternativeNames').map((one) => one.replace(/^DNS(?: Name)?=/i, ''));
  const moments = ['NotBefore', 'NotAfter'].flatMap((key) => {
    const shown = text(object, key);
    return shown ? [{ name: key, shown }] : [];
  });
  const first = moments.flatMap(({ shown }) => firstIn(shown) ?? []).at(0);
  const days = moments.map((moment) => ({ ...moment, day: day(moment.shown, first) }));
  const dayOf = (wanted: string) => days.find((one) => one.name === wanted)?.day;
  const cutOff = object.doubts.AlternativeNames !== undefined;
  const issuer = text(object, 'Issuer');
  return {
    value: compact({
      name,
      file: file !== undefined && HOLDS_ONE.test(file) && !file.startsWith('../') ? file : undefined,
      subject: subject === undefined ? undefined : certificateValue('subject', subject),
      subjectAlternativeNames:
        cutOff || names.length === 0 ? undefined : certificateValue('subjectAlternativeNames', names),
      enhancedKeyUsage: usages(texts(object, 'EnhancedKeyUsage')),
      signatureAlgorithm: certificateValue(
        'signatureAlgorithm',
        (text(object, 'SignatureAlgorithm') ?? '').replace(/(?:RSA|ECDSA|DSA)$/i, ''),
      ),
      notBefore: dayOf('NotBefore'),
      notAfter: dayOf('NotAfter'),
    }),
    origins: originsOf(object, SAID_BY),
    comments: [
      ...object.comments,
      ...(issuer === undefined ? [] : [[say`Issuer:`, ` ${issuer}`]]),
      ...(cutOff ? [[`AlternativeNames: {${names.join(', ')}} – `, say`the console cut it off`]] : []),
      ...days.flatMap(({ name: key, shown, day }) =>
        day ? [] : [[`${key}: ${shown} – `, say`which day that is depends on the language of the computer`]],
      ),
    ],
  };
}

/** The keys of a certificate, by the properties that say them. */
const SAID_BY = {
  name: 'Use',
  subject: 'Subject',
  subjectAlternativeNames: 'AlternativeNames',
  enhancedKeyUsage: 'EnhancedKeyUsage',
  signatureAlgorithm: 'SignatureAlgorithm',
  notBefore: 'NotBefore',
  notAfter: 'NotAfter',
};

const SERVER = /^(?:1\.3\.6\.1\.5\.5\.7\.3\.1|Server Authentication|server)$/i;
const CLIENT = /^(?:1\.3\.6\.1\.5\.5\.7\.3\.2|Client Authentication|client)$/i;

function usages(said: readonly string[]): readonly string[] | undefined {
  const known = [
    ...(said.some((one) => SERVER.test(one)) ? ['server'] : []),
    ...(said.some((one) => CLIENT.test(one)) ? ['client'] : []),
  ];
  return known.length > 0 ? known : undefined;
}

/** `certificates/sip.contoso.com.pem` is `sip.contoso.com`. */
function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.(?:pem|cer|crt|der|p7b|txt)$/i, '');
}

/** The names of files that a spec can lead to. */
const HOLDS_ONE = /\.(?:pem|cer|crt|der|p7b)$/i;

/** Three numbers with the year last. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;

/** What comes first in such a moment, where only one of both can: a number past twelve is no month, and with full stops the day leads. */
function firstIn(moment: string): 'day' | 'month' | undefined {
  const [, one = '', mark, two = ''] = YEAR_LAST.exec(moment) ?? [];
  if (mark === '.' || Number(one) > 12) return 'day';
  return Number(two) > 12 ? 'month' : undefined;
}

/** The day of a moment: as ISO, in the milliseconds of Windows PowerShell, or as a console writes it where that can be one day alone. */
function day(moment: string, first: 'day' | 'month' | undefined): string | undefined {
  const ticks = /^\/Date\((-?\d+)/.exec(moment)?.[1];
  if (ticks !== undefined) return isoDay(new Date(Number(ticks)));
  const [, year, ...rest] = /^(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})(?!\d)/.exec(moment) ?? [];
  if (year !== undefined) return dayOf(year, rest[0], rest[1]);
  const named = /^([A-Z][a-z]{2}) +(\d{1,2}) [\d:]+ (\d{4}) GMT$/.exec(moment);
  if (named) return isoDay(new Date(`${named[2]} ${named[1]} ${named[3]} UTC`));
  const [, one = '', , two = '', last] = YEAR_LAST.exec(moment) ?? [];
  if (first === undefined) return one === two ? dayOf(last, one, two) : undefined;
  return first === 'day' ? dayOf(last, two, one) : dayOf(last, one, two);
}

function dayOf(year = '', month = '', date = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isoDay(new Date(`${iso}T00:00:00Z`)) === iso ? iso : undefined;
}

function isoDay(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
