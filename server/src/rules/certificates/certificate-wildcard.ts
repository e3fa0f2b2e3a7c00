import { wantedNames } from '../../deployment/certificates.ts';
import { federatingPools } from '../../deployment/edge.ts';
import {
  accessEdgeCertificates,
  type EdgeCertificate,
  isWildcard,
  namesIn,
} from '../../deployment/edge-certificates.ts';
import { renewCertificate, requestCertificate } from '../../edits/certificate-request.ts';
import type { Fix } from '../../edits/fix.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { hostKey, parentOf } from '../../text/host.ts';
import { code, codes, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { append, remove, set } from '../../yaml/edit.ts';
import type { Context, Rule } from '../rule.ts';

export const certificateWildcard: Rule = {
  id: 'certificate-wildcard',
  summary: say`A wildcard in a certificate of the external Edge, which does not support it.`,
  severity: 'error',
  facts: [],

  *check(spec, context) {
    const ofAccessEdge = new Set(accessEdgeCertificates(spec));
    for (const certificate of each(spec.certificates)) {
      const { name, subject, subjectAlternativeNames } = certificate;
      const wildcards = [...(subject ? [subject] : []), ...each(subjectAlternativeNames)].filter(({ value }) =>
        isWildcard(value),
      );
      if (name === undefined || wildcards.length === 0) continue;
      const fixFor = ofAccessEdge.has(certificate)
        ? namingInFull(certificate, spec, context)
        : askingForNames(certificate, context);
      for (const wildcard of wildcards) {
        yield {
          at: wildcard.at,
          message: say`The certificate ${code(name.value)} names ${code(wildcard.value)}, and the external side of the Edge supports no wildcard. Name each host in full.`,
          fixes: [fixFor(wildcard)],
        };
      }
    }
  },
};

/** Writes the hosts the spec knows in place of a wildcard. A subject must be one of them. */
function namingInFull(certificate: EdgeCertificate, spec: Spec, context: Context): (wildcard: Leaf<string>) => Fix {
  const request = requestCertificate(certificate, spec, context);
  const wanted = wantedNames(spec, context);
  const written = new Set(namesIn(certificate));
  const under = new Map<string, readonly string[]>();
  for (const name of new Set(wanted)) {
    if (!written.has(name)) under.set(parentOf(name), [...(under.get(parentOf(name)) ?? []), name]);
  }
  const [edge] = federatingPools(spec).flatMap(({ accessEdgeFqdn }) => (accessEdgeFqdn ? [accessEdgeFqdn.value] : []));
  const subject = edge === undefined ? wanted[0] : hostKey(edge);

  return (wildcard) => {
    const isSubject = wildcard === certificate.subject;
    const names = isSubject ? (subject === undefined ? [] : [subject]) : (under.get(parentOf(wildcard.value)) ?? []);
    const [first, ...others] = names;
    if (first === undefined) {
      if (isSubject) return askingForNames(certificate, context)(wildcard);
      const title = say`Take ${code(wildcard.value)} out of the certificate`;
      return { title, safety: 'review', edits: [remove(wildcard.path), request] };
    }
    const list = wildcard.path.slice(0, -1);
    return {
      title: say`Name ${codes(names)} in place of ${code(wildcard.value)}`,
      safety: 'review',
      edits: [set(wildcard.path, first), ...others.map((name) => append(list, name)), request],
    };
  };
}

/** Only the administrator knows which hosts a wildcard was meant for. */
function askingForNames(certificate: EdgeCertificate, { catalog }: Context): (wildcard: Leaf<string>) => Fix {
  const kept = namesIn(certificate).filter((name) => !isWildcard(name));
  return (wildcard) => {
    const name = placeholder('name of a host in full');
    const names = [...kept, name];
    return {
      title: say`Name a host in full in place of ${code(wildcard.value)}`,
      safety: 'review',
      edits: [set(wildcard.path, name), renewCertificate(certificate, { catalog, names })],
    };
  };
}
