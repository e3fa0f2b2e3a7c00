import type { Command } from '../cmdlets/command.ts';
import {
  accessEdgeCertificates,
  asksForClientUsage,
  type EdgeCertificate,
  hasClientUsage,
  isShared,
  isWildcard,
  namesIn,
  wantedNames,
} from '../deployment/certificates.ts';
import { isClientUsageIssued } from '../deployment/client-usage.ts';
import type { Grounds } from '../deployment/grounds.ts';
import type { Spec } from '../spec/model.ts';
import { placeholder } from '../text/placeholder.ts';
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

function request(parameters: Command['parameters']): SpecEdit {
  return run({ cmdlet: 'Request-CsCertificate', parameters });
}

function outputOf({ name }: EdgeCertificate): string {
  return `C:\\${(name?.value ?? '').replace(/[^\w.-]+/g, '-')}.csr`;
}
