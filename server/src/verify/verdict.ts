import type { Analysis } from '../analyze.ts';
import { differencesBetween } from '../deployment/certificate-differences.ts';
import { type Shown, withFiles } from '../deployment/certificate-files.ts';
import type { Grounds } from '../deployment/grounds.ts';
import type { Problem } from '../problem.ts';
import { hostKey } from '../text/host.ts';
import type { Certificate, ReadCertificates } from '../text/pem.ts';
import { asShown, certificateDifferences, entryFor, type Showing } from './certificate-seen.ts';
import type { Check } from './checks.ts';
import type { WorldDifference } from './difference.ts';
import { laidOver } from './laid-over.ts';
import { isWithheld, placesOf, type Station, whyNot } from './needed.ts';
import { partnerDifferences } from './partner-differences.ts';
import { type PartnerProblem, partnerProblems } from './partner-side.ts';
import { recordCheck } from './record-check.ts';
import { recordDifferences } from './record-differences.ts';
import type { Recording } from './recording.generated.ts';
import { recordsOf } from './records-of.ts';
import { type Seen, seenIn } from './seen.ts';
import { asEntry, ShownCertificates } from './shown-certificate.ts';
import { sipCheck } from './sip-check.ts';
import { type Subject, subjectsOf } from './subjects.ts';
import { type Around, tlsCheck, untested } from './tls-check.ts';
import { keyOf } from './world.ts';

/** What became of a verification. */
export interface Verdict {
  /** The day by which it is judged: that of the recording. */
  readonly asOf: string;
  readonly checks: readonly Check[];
  /** Where the spec says otherwise than the world shows. */
  readonly differences: readonly WorldDifference[];
  /** What the rules find in what was seen, and not in the spec as it is. */
  readonly problems: readonly (Problem | PartnerProblem)[];
  /** What was seen could be laid over the spec, so that the rules have judged it. */
  readonly isLaidOver: boolean;
}

/** Judges what was seen: pure, so that a recording says the same wherever it is read. */
export function judgeWorld(
  analysis: Analysis,
  recording: Recording,
  { grounds, read }: { readonly grounds: Grounds; readonly read: ReadCertificates },
): Verdict {
  const { spec } = analysis;
  const seen = seenIn(recording);
  const certificates = new ShownCertificates(read);
  const subjects = subjectsOf(spec, grounds);
  const isOwn = ({ partner }: Subject) => partner === undefined;
  const showings = subjects.filter(isOwn).flatMap((subject) => showingsOf(subject, seen, certificates));
  const files = analysis.options.certificateFiles;
  const ofCertificates = certificateDifferences(spec, showings, files);
  const all = [
    ...recordDifferences({ spec, grounds }, subjects, seen),
    ...partnerDifferences(spec, subjects, seen),
    ...ofCertificates,
  ];
  const isOfCertificate = (one: WorldDifference) => one.object === 'certificate' && one.is === 'changed';
  const edits = [...all.filter((one) => !isOfCertificate(one)).flatMap((one) => one.edits), ...asShown(spec, showings)];
  const own = laidOver(analysis, edits, grounds.asOf);
  const judged: Judged = { analysis, grounds, seen, certificates, differences: all, told: new Set() };
  return {
    asOf: grounds.asOf,
    checks: subjects.flatMap((subject) => [...checksOf(subject, judged)]),
    differences: all.filter(({ isDrift }) => isDrift),
    problems: [
      ...(own ?? []),
      ...partnerProblems(
        subjects.filter((one) => !isOwn(one)),
        seen,
        { grounds, certificates },
      ),
    ],
    isLaidOver: own !== undefined,
  };
}

interface Judged {
  readonly analysis: Analysis;
  readonly grounds: Grounds;
  readonly seen: Seen;
  readonly certificates: ShownCertificates;
  readonly differences: readonly WorldDifference[];
  /** Servers that are told of already: several records may lead to one. */
  readonly told: Set<string>;
}

function showingsOf(subject: Subject, seen: Seen, certificates: ShownCertificates): readonly Showing[] {
  if (subject.speaks?.protocol !== 'sip') return [];
  return placesOf(subject, seen).flatMap(({ question }) => {
    const visit = seen.visit(question);
    const certificate = visit && certificates.of(visit);
    return visit && certificate ? [{ visit, shown: asEntry(certificate, visit, seen.recording) }] : [];
  });
}

function* checksOf(subject: Subject, judged: Judged): Iterable<Check> {
  const { analysis, grounds, seen, differences } = judged;
  const isDeclared = isStated(subject, analysis);
  yield recordCheck(subject, seen, {
    isWithheld: isWithheld(subject, grounds),
    isDeclared,
    differences: differences.filter(
      ({ identity, isDrift, object }) => isDrift && object !== 'certificate' && isAbout(subject, identity),
    ),
  });
  for (const station of placesOf(subject, seen)) {
    const key = keyOf(station.question);
    if (judged.told.has(key)) continue;
    judged.told.add(key);
    yield* serverChecks(station, judged);
  }
}

function isAbout({ name, partner, speaks }: Subject, identity: string): boolean {
  const key = hostKey(identity);
  return partner === undefined ? key === name : key === speaks?.domain;
}

function* serverChecks(station: Station, { analysis, grounds, seen, certificates }: Judged): Iterable<Check> {
  const visit = seen.visit(station.question);
  const why = whyNot(station, grounds, seen) ?? (visit === undefined ? 'recording' : undefined);
  if (visit === undefined || why !== undefined) {
    yield untested(station, why ?? 'recording');
    return;
  }
  const certificate = certificates.of(visit);
  yield tlsCheck(station, visit, {
    asOf: grounds.asOf,
    federationPort: grounds.catalog.records['federation-srv'].port,
    certificate,
    names: certificate ? namesOf(certificate) : [],
    hasClient: seen.recording.certificate,
    declared: certificate && declaredFor(station, asEntry(certificate, visit, seen.recording), analysis),
  });
  if (visit.protocol === 'sip' && visit.reached === 'handshake') yield sipCheck(station, visit, seen.recording.sip);
}

/** The certificate that the spec has for one of our own servers, and what of it is otherwise. */
function declaredFor({ subject, question }: Station, shown: Shown, { spec, options }: Analysis): Around['declared'] {
  if (subject.partner !== undefined || question.protocol !== 'sip') return undefined;
  const entry = entryFor(withFiles(spec, options.certificateFiles).spec, question.host);
  return entry?.name && { name: entry.name.value, differsIn: differencesBetween(entry, shown).map(({ key }) => key) };
}

function isStated({ kind, name, view, partner }: Subject, { spec }: Analysis): boolean {
  if (partner !== undefined) return false;
  const { srv, hosts, aliases } = spec.dns ?? {};
  if (kind === 'service') return recordsOf(srv?.items ?? [], { name, view }).length > 0 || srv !== undefined;
  return recordsOf(kind === 'host' ? (hosts?.items ?? []) : (aliases?.items ?? []), { name, view }).length > 0;
}

/** The names for which servers take a certificate: the subject counts as well, as it does to an Edge. */
function namesOf({ subject, names }: Certificate): readonly string[] {
  const common = /(?:^|, )CN=([^,"]+)/.exec(subject)?.[1];
  return [...new Set([...names, ...(common ? [common] : [])].map(hostKey))];
}
