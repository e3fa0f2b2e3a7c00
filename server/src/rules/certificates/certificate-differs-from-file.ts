import { type CertificateFiles, shownOf } from '../../deployment/certificate-files.ts';
import type { EdgeCertificate } from '../../deployment/edge-certificates.ts';
import { each, keyRange, type Leaf, type List } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const certificateDiffersFromFile: Rule = {
  id: 'certificate-differs-from-file',
  summary: say`An entry that says of a certificate what its file does not.`,
  severity: 'warning',
  facts: [],

  *check(spec, { certificateFiles }) {
    for (const certificate of each(spec.certificates)) {
      const { name, file } = certificate;
      if (name === undefined || file === undefined) continue;
      for (const { key, at, path, here, there } of differences(certificate, certificateFiles)) {
        yield {
          at,
          message: say`${code(key)} of the certificate ${code(name.value)} is ${shown(here)} here and ${shown(there)} in ${code(file.value)}. Partners see the certificate: take over what the file says, or put the right file there.`,
          related: [{ at: file.at, message: say`This file says otherwise.` }],
          fixes: [
            {
              title: say`Take over ${code(key)} from ${code(file.value)}`,
              safety: 'review',
              edits: [there.length === 0 ? remove(path) : set(path, typeof there === 'string' ? there : [...there])],
            },
          ],
        };
      }
    }
  },
};

interface Difference {
  readonly key: string;
  readonly at: Range;
  readonly path: Path;
  /** What the spec says, and what the file does. */
  readonly here: string | readonly string[];
  readonly there: string | readonly string[];
}

function differences(certificate: EdgeCertificate, files: CertificateFiles | undefined): readonly Difference[] {
  const there = shownOf(certificate, files);
  if (there === undefined) return [];
  const { subject, issuer, signatureAlgorithm, notBefore, notAfter } = certificate;
  return [
    ...one('subject', subject, there.subject),
    ...several('subjectAlternativeNames', certificate.subjectAlternativeNames, there.subjectAlternativeNames),
    ...several('enhancedKeyUsage', certificate.enhancedKeyUsage, there.enhancedKeyUsage),
    ...one('issuer', issuer, there.issuer),
    ...one('signatureAlgorithm', signatureAlgorithm, there.signatureAlgorithm),
    ...one('notBefore', notBefore, there.notBefore),
    ...one('notAfter', notAfter, there.notAfter),
  ];
}

function one(key: string, here: Leaf<string> | undefined, there: string | undefined): readonly Difference[] {
  if (here === undefined || there === undefined || hostKey(here.value) === hostKey(there)) return [];
  return [{ key, at: here.at, path: here.path, here: here.value, there }];
}

/** Lists compare whatever their order. */
function several(
  key: string,
  here: List<string> | undefined,
  there: readonly string[] | undefined,
): readonly Difference[] {
  if (here === undefined || there === undefined || here.unread !== undefined) return [];
  const values = here.items.map(({ value }) => value);
  const [said, known] = [new Set(values.map(hostKey)), new Set(there.map(hostKey))];
  const extra = here.items.filter(({ value }) => !known.has(hostKey(value)));
  if (extra.length === 0 && said.size === known.size) return [];
  const [first, ...others] = extra;
  const at = first !== undefined && others.length === 0 ? first.at : keyRange(here);
  return [{ key, at, path: here.path, here: values, there }];
}

function shown(said: string | readonly string[]): Message {
  if (typeof said === 'string') return say`${code(said)}`;
  return said.length === 0 ? say`empty` : say`${codes(said)}`;
}
