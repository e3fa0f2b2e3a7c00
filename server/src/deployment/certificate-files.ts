import { each, type Leaf, type List, type Place, type Spec } from '../spec/model.ts';
import { schemaAt } from '../spec/schema.ts';
import type { Certificate as Entry } from '../spec/spec.generated.ts';
import type { Certificate } from '../text/pem.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Path } from '../yaml/tree.ts';
import type { EdgeCertificate } from './edge-certificates.ts';

/** What a file beside the spec turned out to be: its certificates, or why none are known of it. */
export type CertificateFile = { readonly certificates: readonly Certificate[] } | { readonly fault: FileFault };

/** Why nothing is known of a file. */
export type FileFault = 'missing' | 'outside' | 'unreadable' | 'too-large' | 'no-certificate' | 'private-key';

/** The files that a spec names, by what it calls them. Of one that is not among them nobody knows anything. */
export type CertificateFiles = Pick<ReadonlyMap<string, CertificateFile>, 'get'>;

/** What a certificate says, in the words of the format; absent where these have none for it. */
export type Shown = { readonly [K in Exclude<keyof Entry, 'name' | 'file'>]?: NonNullable<Entry[K]> };

/** The files that the certificates of a spec name, each once. What is still a placeholder names none. */
export function filesNamed(spec: Spec): readonly string[] {
  const named = each(spec.certificates).flatMap(({ file }) =>
    file === undefined || hasPlaceholder(file.value) ? [] : [file.value],
  );
  return [...new Set(named)];
}

/** What the file of a certificate shows of it. */
export function shownOf({ file }: EdgeCertificate, files: CertificateFiles | undefined): Shown | undefined {
  const read = file && files?.get(file.value);
  return read && 'certificates' in read ? inWords(read.certificates) : undefined;
}

/** A spec with what it leaves to its files. */
export interface Completed {
  readonly spec: Spec;
  /** Whether a path leads to what a file says: no change of the spec changes that. */
  isOfFile(path: Path): boolean;
}

/** Certificates as they are: what an entry does not say its file does, and stands at the name of the file. */
export function withFiles(spec: Spec, files: CertificateFiles | undefined): Completed {
  const list = spec.certificates;
  const shown = files === undefined ? [] : each(list).map((one) => shownOf(one, files));
  if (list === undefined || shown.every((one) => one === undefined)) return { spec, isOfFile: () => false };
  const items = list.items.map((entry, i) => completed(entry, shown[i] ?? {}));
  return {
    spec: { ...spec, certificates: { ...list, items } },
    isOfFile: ([section, i, key]) =>
      section === 'certificates' &&
      typeof i === 'number' &&
      typeof key === 'string' &&
      isKey(key) &&
      items[i]?.[key] !== list.items[i]?.[key],
  };
}

function completed(entry: EdgeCertificate, shown: Shown): EdgeCertificate {
  const { file } = entry;
  if (file === undefined) return entry;
  const leaf = <T>(value: T, path: Path): Leaf<T> => ({ ...placeOf(file, path), value, verbatimAt: undefined });
  const list = <T>(values: readonly T[], path: Path) => ({
    ...placeOf(file, path),
    items: values.map((value, i) => leaf(value, [...path, i])),
  });
  const added = Object.entries(shown).flatMap(([key, value]): readonly [string, Leaf<unknown> | List<string>][] => {
    // What stands there and could not be read is what the spec says.
    if (!isKey(key) || entry[key] !== undefined || entry.unread?.includes(key)) return [];
    const path = [...entry.path, key];
    return [[key, Array.isArray(value) ? list<string>(value, path) : leaf(value, path)]];
  });
  return { ...Object.fromEntries(added), ...entry };
}

function placeOf({ at }: Place, path: Path): Place {
  return { at, keyAt: undefined, path };
}

const KEYS = [
  'subject',
  'subjectAlternativeNames',
  'enhancedKeyUsage',
  'issuer',
  'signatureAlgorithm',
  'notBefore',
  'notAfter',
] as const satisfies readonly (keyof Shown)[];

function isKey(key: string): key is (typeof KEYS)[number] {
  return KEYS.some((known) => known === key);
}

/** Certificates in the words of the format. Of a chain, the first that is no authority speaks for the server. */
export function inWords(certificates: readonly Certificate[]): Shown | undefined {
  const certificate = certificates.find(({ isAuthority }) => !isAuthority) ?? certificates[0];
  if (certificate === undefined) return undefined;
  const { subject, issuer, names, usages, signatureAlgorithm, notBefore, notAfter } = certificate;
  const common = /(?:^|, )CN=([^,"]+)/.exec(subject)?.[1];
  const algorithm = ALGORITHMS.find((known) => known === signatureAlgorithm);
  return {
    ...(common !== undefined && NAME.test(common) && { subject: common }),
    subjectAlternativeNames: names.filter((name) => NAME.test(name)),
    ...(usages && { enhancedKeyUsage: USAGES.filter(([oid]) => usages.includes(oid)).map(([, usage]) => usage) }),
    // Nobody but itself vouches for it.
    ...(subject === issuer && { issuer: 'private' }),
    ...(algorithm && { signatureAlgorithm: algorithm }),
    notBefore,
    notAfter,
  };
}

/** Whether a certificate may be that of a server: it says so, or says nothing. */
export function usableAsServer({ usages }: Certificate): boolean {
  return usages === undefined || USAGES.some(([oid, usage]) => usage === 'server' && usages.includes(oid));
}

const USAGES = [
  ['1.3.6.1.5.5.7.3.1', 'server'],
  ['1.3.6.1.5.5.7.3.2', 'client'],
] as const;

const ALGORITHMS = ['sha1', 'sha256', 'sha384', 'sha512'] as const;

/** What the format takes for a name in a certificate. */
const NAME = new RegExp(schemaAt(['certificates', 0, 'subject'])?.pattern ?? '', 'u');
