import { differencesBetween } from '../deployment/certificate-differences.ts';
import { type CertificateFiles, type Shown, withFiles } from '../deployment/certificate-files.ts';
import { federatingPools } from '../deployment/edge.ts';
import { accessEdgeCertificates, type EdgeCertificate } from '../deployment/edge-certificates.ts';
import { certificateOf } from '../deployment/references.ts';
import type { SpecEdit } from '../edits/fix.ts';
import { each, type Spec } from '../spec/model.ts';
import { sameHost } from '../text/host.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { append, remove, set } from '../yaml/edit.ts';
import type { WorldDifference } from './difference.ts';
import type { Visit } from './recording.generated.ts';
import { stationShown } from './world.ts';

/** A certificate that one of our own servers showed. */
export interface Showing {
  readonly visit: Visit;
  readonly shown: Shown;
}

/** The entry of the spec for the certificate that a host of ours shows. */
export function entryFor(spec: Spec, host: string): EdgeCertificate | undefined {
  const [only, ...more] = accessEdgeCertificates(spec);
  const pool = federatingPools(spec).find(({ accessEdgeFqdn: name }) => name && sameHost(name.value, host));
  return (pool && certificateOf(pool, spec)) ?? (more.length === 0 ? only : undefined);
}

/** Where the certificates that our own servers show are other ones than the spec says; of one entry the first showing counts. */
export function certificateDifferences(
  spec: Spec,
  showings: readonly Showing[],
  files: CertificateFiles | undefined,
): readonly WorldDifference[] {
  const { spec: whole, isOfFile } = withFiles(spec, files);
  const done = new Set<string>();
  return showings.flatMap(({ visit, shown }) => {
    const entry = entryFor(whole, visit.host);
    const key = entry === undefined ? 'none' : String(entry.path.at(-1));
    if (done.has(key)) return [];
    done.add(key);
    if (entry === undefined) return each(spec.certificates).length === 0 ? [unlisted(spec, visit, shown)] : [];
    const name = entry.name?.value ?? visit.host;
    return differencesBetween(entry, shown).map(
      ({ key: setting, at, path, here, there }): WorldDifference => ({
        is: 'changed',
        object: 'certificate',
        identity: name,
        setting,
        declared: here,
        live: there,
        at,
        message: say`${code(visit.host)} shows ${said(there)} for ${code(setting)} of its certificate, not ${said(here)} as ${code(name)} says.`,
        edits: [there.length === 0 ? remove(path) : set(path, typeof there === 'string' ? there : [...there])],
        isDrift: true,
        seenAt: stationShown(visit),
        ...(isOfFile(path) && { isOfFile: true }),
      }),
    );
  });
}

/** What makes the spec have a certificate as it was shown, whatever it said before: the rules are to judge that one. */
export function asShown(spec: Spec, showings: readonly Showing[]): readonly SpecEdit[] {
  const done = new Set<EdgeCertificate>();
  return showings.flatMap(({ visit, shown }) => {
    const entry = entryFor(spec, visit.host);
    if (entry === undefined || done.has(entry)) return [];
    done.add(entry);
    const values = Object.entries(shown).filter(([, value]) => value !== undefined);
    return [
      ...values.map(([key, value]) => set([...entry.path, key], typeof value === 'boolean' ? value : copy(value))),
      ...(entry.file ? [remove([...entry.path, 'file'])] : []),
    ];
  });
}

function unlisted(spec: Spec, { host }: Visit, shown: Shown): WorldDifference {
  const values = Object.entries(shown).map(([key, value]) => [key, typeof value === 'boolean' ? value : copy(value)]);
  return {
    is: 'surplus',
    object: 'certificate',
    identity: host,
    declared: undefined,
    live: shown.subjectAlternativeNames,
    at: each(spec.edge?.pools)[0]?.accessEdgeFqdn?.at ?? spec.at,
    message: say`${code(host)} shows a certificate that the spec does not list.`,
    edits: [append(['certificates'], { name: host, ...Object.fromEntries(values) })],
    isDrift: spec.certificates !== undefined,
  };
}

function copy(value: string | readonly string[] | undefined): string | string[] {
  return value === undefined || typeof value === 'string' ? (value ?? '') : [...value];
}

function said(value: string | readonly string[]): Message {
  if (typeof value === 'string') return say`${code(value)}`;
  return value.length === 0 ? say`nothing` : say`${codes(value)}`;
}
