import type { DraftEntry } from './draft.ts';
import type { FoundObject } from './found.ts';
import { compact, rest, text, texts } from './properties.ts';
import { certificateValue } from './topology.ts';

/** Certificates of the external side, once each, and what is left of the objects. */
export function certificatesOf(objects: readonly FoundObject[]): {
  readonly entries: readonly DraftEntry[];
  readonly left: readonly FoundObject[];
} {
  const external = objects.filter(isExternal);
  const known = new Map<string, FoundObject>();
  for (const object of external.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const thumbprint = text(object, 'Thumbprint') ?? text(object, 'SerialNumber') ?? JSON.stringify(object.properties);
    if (!known.has(thumbprint)) known.set(thumbprint, object);
  }
  return {
    entries: [...known.values()].map(toEntry),
    left: objects.flatMap((object) => (isExternal(object) ? rest(object, USED) : [object])),
  };
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
  'Subject',
  'AlternativeNames',
  'EnhancedKeyUsage',
  'SignatureAlgorithm',
  'NotBefore',
  'NotAfter',
  'Issuer',
  'Thumbprint',
  'SerialNumber',
];

function isExternal(object: FoundObject): boolean {
  return NAMES.has(text(object, 'Use') ?? '');
}

function rankOf(object: FoundObject): number {
  return [...NAMES.keys()].indexOf(text(object, 'Use') ?? '');
}

function toEntry(object: FoundObject): DraftEntry {
  const service = NAMES.get(text(object, 'Use') ?? '') ?? 'certificate';
  const subject = /(?:^|,\s*)CN=([^,]+)/i.exec(text(object, 'Subject') ?? '')?.[1]?.trim() ?? text(object, 'Subject');
  const names = texts(object, 'AlternativeNames').map((one) => one.replace(/^DNS(?: Name)?=/i, ''));
  const days = ['NotBefore', 'NotAfter'].flatMap((name) => {
    const shown = text(object, name);
    return shown ? [{ name, shown, day: day(shown) }] : [];
  });
  const dayOf = (wanted: string) => days.find(({ name }) => name === wanted)?.day;
  const cutOff = object.doubts.AlternativeNames !== undefined;
  const issuer = text(object, 'Issuer');
  return {
    value: compact({
      name: service,
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
    comments: [
      ...object.comments,
      ...(issuer === undefined ? [] : [`Issuer: ${issuer}`]),
      ...(cutOff ? [`AlternativeNames: {${names.join(', ')}} – the console cut it off`] : []),
      ...days.flatMap(({ name, shown, day }) =>
        day ? [] : [`${name}: ${shown} – which day that is depends on the language of the computer`],
      ),
    ],
  };
}

const SERVER = /^(?:1\.3\.6\.1\.5\.5\.7\.3\.1|Server Authentication|server)$/i;
const CLIENT = /^(?:1\.3\.6\.1\.5\.5\.7\.3\.2|Client Authentication|client)$/i;

function usages(said: readonly string[]): readonly string[] | undefined {
  const known = [
    ...(said.some((one) => SERVER.test(one)) ? ['server'] : []),
    ...(said.some((one) => CLIENT.test(one)) ? ['client'] : []),
  ];
  return known.length > 0 ? known : undefined;
}

/** The day of a moment as ISO, or in the milliseconds that Windows PowerShell writes. */
function day(moment: string): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(moment)?.[1];
  if (iso !== undefined) return iso;
  const ticks = /^\/Date\((-?\d+)/.exec(moment)?.[1];
  const date = new Date(Number(ticks));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
