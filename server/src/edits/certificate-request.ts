import type { Command } from '../cmdlets/command.ts';
import { asksForClientUsage, hasClientUsage, isShared, wantedNames } from '../deployment/certificates.ts';
import { isClientUsageIssued } from '../deployment/client-usage.ts';
import { accessEdgeCertificates, type EdgeCertificate, isWildcard, namesIn } from '../deployment/edge-certificates.ts';
import type { Grounds } from '../deployment/grounds.ts';
import { each, type Spec } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';
import { placeholder } from '../text/placeholder.ts';
import { append } from '../yaml/edit.ts';
import { run, type SpecEdit } from './fix.ts';

/** The command that asks for a certificate anew, with all that it has and all that the spec wants of it. */
export function requestCertificate(
  certificate: EdgeCertificate,
  spec: Spec,
  context: Grounds & { readonly serversOnly?: true },
): SpecEdit {
  const kept = namesIn(certificate).filter((name) => !isWildcard(name));
  const held = new Set(accessEdgeCertificates(spec).flatMap(namesIn));
  const names = [...new Set([...kept, ...wantedNames(spec, context).filter((name) => !held.has(name))])];
  const wanted = hasClientUsage(certificate) === true || asksForClientUsage(spec, context) !== undefined;
  const issued = certificate.issuer?.value === 'private' || isClientUsageIssued(context, context.asOf);
  return request({
    New: undefined,
    Type: 'AccessEdgeExternal',
    ...(names.length > 0 && { DomainName: names.join(',') }),
    ...(wanted && issued && !context.serversOnly && { ClientEKU: true }),
    ...(isShared(certificate, spec) && { PrivateKeyExportable: true }),
    Output: outputOf(certificate),
  });
}

/** The command that asks for a certificate anew under these names, whichever service of the Edge it is for. */
export function renewCertificate(
  certificate: EdgeCertificate,
  { catalog, names = namesIn(certificate) }: Pick<Grounds, 'catalog'> & { readonly names?: readonly string[] },
): SpecEdit {
  const { label } = catalog.records['web-conferencing-host'];
  const isConferencing = names.some((name) => name.startsWith(`${label}.`));
  return request({
    New: undefined,
    Type: isConferencing ? 'DataEdgeExternal' : placeholder('usage of the certificate'),
    ...(names.length > 0 && { DomainName: [...new Set(names)].join(',') }),
    Output: outputOf(certificate),
  });
}

/** Adds a host to the alternative names of a certificate; where these are the first, its subject too, as TLS then looks only there. */
export function namedToo(
  { path, subject, subjectAlternativeNames }: EdgeCertificate,
  host: string,
): readonly SpecEdit[] {
  const list = [...path, 'subjectAlternativeNames'];
  const isFirst = each(subjectAlternativeNames).length === 0 && subject !== undefined && !isWildcard(subject.value);
  const names = isFirst && hostKey(subject.value) !== host ? [hostKey(subject.value), host] : [host];
  return names.map((name) => append(list, name));
}

function request(parameters: Command['parameters']): SpecEdit {
  return run({ cmdlet: 'Request-CsCertificate', parameters });
}

function outputOf({ name }: EdgeCertificate): string {
  return `C:\\${(name?.value ?? '').replace(/[^\w.-]+/g, '-')}.csr`;
}
