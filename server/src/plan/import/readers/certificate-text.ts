import { nouns } from '../../../catalog/nouns.ts';
import { code, say } from '../../../text/message.ts';
import { type Found, type FoundObject, type FoundValue, nothingFound } from '../found.ts';
import type { Reader } from './reader.ts';

/** What `certutil -dump` and `openssl x509 -text` show of certificates. */
export const certificateText: Reader = {
  format: 'certificate-text',
  about: say`what ${code('certutil -dump')} or ${code('openssl x509 -text')} shows of a certificate`,
  gives: say`names, usages, signature and days`,
  takes: ({ text }) => START.test(text),
  read: ({ text, source }) => fromText(text, source),
};

/** The first line of each certificate. */
const START = /^(?:X509 Certificate:|Certificate:)[ \t]*\r?$/m;

function fromText(text: string, source: string): Found {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (START.test(line) ? [index] : []));
  const objects = starts.map((start, i) => {
    const end = starts[i + 1] ?? lines.length;
    return { ...toObject(lines.slice(start, end), source), line: start + 1, last: end };
  });
  return { ...nothingFound, objects };
}

function toObject(lines: readonly string[], source: string): FoundObject {
  const value = (form: RegExp) => lines.map((one) => form.exec(one)?.[1]).find((one) => one !== undefined) ?? null;
  const properties: Readonly<Record<string, FoundValue>> = {
    File: source,
    Subject: named(lines, 'Subject'),
    Issuer: named(lines, 'Issuer'),
    AlternativeNames: lines.flatMap((one) =>
      [...one.matchAll(/\bDNS(?: Name=|:)([^\s,]+)/g)].map(([, name = '']) => name),
    ),
    EnhancedKeyUsage: usagesIn(lines),
    SignatureAlgorithm:
      value(/^\s*Signature Algorithm: (?:ecdsa-with-)?(sha\d+)/i)?.toLowerCase() ??
      value(/^\s*Algorithm ObjectId: [\d.]+ (sha\d+)(?:RSA|ECDSA)/i)?.toLowerCase() ??
      null,
    NotBefore: value(/^\s*Not ?Before *: (.+)$/),
    NotAfter: value(/^\s*Not ?After *: (.+)$/),
    SerialNumber: value(/^Serial Number: (\S+)$/),
  };
  return { noun: nouns.certificate, properties, source, comments: [], doubts: {} };
}

/** A name on the line of its label, or a part on each of the lines below, further in. */
function named(lines: readonly string[], label: string): string | null {
  const at = lines.findIndex((line) => new RegExp(`^\\s*${label}:`).test(line));
  const [first = ''] = lines.slice(at, at + 1);
  if (at < 0) return null;
  const beside = first.replace(/^[^:]*:\s*/, '');
  if (beside !== '') return beside.replaceAll(' = ', '=');
  const indent = first.length - first.trimStart().length;
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => !/^\s+(?:[A-Z]+|[\d.]+)=/.test(line) || line.search(/\S/) <= indent);
  return below
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.trim())
    .join(', ');
}

function usagesIn(lines: readonly string[]): readonly string[] {
  return [
    ...(lines.some((line) => /\b(?:TLS Web )?Server Authentication\b/.test(line)) ? ['Server Authentication'] : []),
    ...(lines.some((line) => /\b(?:TLS Web )?Client Authentication\b/.test(line)) ? ['Client Authentication'] : []),
  ];
}
