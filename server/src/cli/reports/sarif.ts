import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  Replacement,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Suppression as SarifSuppression,
} from 'sarif';
import { docsUrl, REPOSITORY } from '../../features/docs-url.ts';
import { rules } from '../../rules/index.generated.ts';
import type { Severity } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { failureMessage } from '../../text/failure.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Bundle, ENGLISH, type Message, textOf } from '../../text/message.ts';
import { forPrograms } from '../output.ts';
import { ruleMeanings } from '../rule-meanings.generated.ts';
import type { Speech } from '../shell.ts';
import { automationDetails } from './automation.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Place, rangeFromOne } from './places.ts';
import { said } from './prose.ts';
import { commonAsOf, type Report } from './report.ts';
import type { ReportedFile, ReportedFix, ReportedProblem } from './reported.ts';

/** SARIF 2.1.0, for code scanning: with repairs, what is not reported and why, and fingerprints that survive moved lines. */
export const sarifReport: Report = (files, { asOf, version, complaints, category, env, speech }) => {
  const { language, bundle } = speech;
  const inWords = (message: Message) => asText(textOf(message, bundle));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: TOOL,
            fullName: `Lync Federation ${version}`,
            semanticVersion: version,
            informationUri: REPOSITORY,
            rules: [...rules.map((rule) => descriptor(rule, speech)), ...otherDescriptors(files, bundle)],
          },
        },
        ...(language !== 'en' && { language }),
        automationDetails: automationDetails(category, env),
        invocations: [
          {
            executionSuccessful: complaints.length === 0 && files.every(({ failures }) => failures.length === 0),
            toolExecutionNotifications: [
              ...complaints.map((text): Notification => ({ level: 'error', message: inWords(text) })),
              ...files.flatMap((file) => notifications(file, bundle)),
            ],
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(results),
        properties: { asOf: commonAsOf(files, asOf) },
      },
    ],
  };
  return forPrograms(log);
};

const TOOL = 'lync-federation';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

const ruleIndexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/** What problems are reported under that no rule has found, behind the rules. */
function otherDescriptors(files: readonly ReportedFile[], bundle: Bundle): readonly ReportingDescriptor[] {
  const others = new Map(files.flatMap((file) => file.others ?? []).map((other) => [other.id, other]));
  return [...others.values()].map(({ id, summary, docs }) => ({
    id,
    name: nameOf(id),
    shortDescription: asText(textOf(summary, bundle)),
    fullDescription: asText(textOf(summary, bundle)),
    help: asText(textOf(summary, bundle)),
    helpUri: docs,
  }));
}

function nameOf(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function descriptor(
  { id, summary, severity }: (typeof rules)[number],
  { bundle, language }: Speech,
): ReportingDescriptor {
  const inShort = asText(textOf(summary, bundle));
  return {
    id,
    name: nameOf(id),
    shortDescription: inShort,
    // What the page says at length is there in English alone.
    fullDescription: bundle === ENGLISH ? asText(ruleMeanings[id] ?? textOf(summary, bundle)) : inShort,
    help: inShort,
    helpUri: docsUrl(id, language),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function notifications({ path, failures }: ReportedFile, bundle: Bundle): readonly Notification[] {
  return failures.map((failure) => ({
    level: 'error',
    message: asText(textOf(failureMessage(failure), bundle)),
    locations: [{ physicalLocation: { artifactLocation: { uri: uri(path) } } }],
    ...(ruleIndexes.has(failure.check) && { associatedRule: { id: failure.check } }),
  }));
}

function results(file: ReportedFile): readonly Result[] {
  return file.found.map((problem): Result => {
    const { rule, severity, related, fixes } = problem;
    return {
      ruleId: rule,
      ...(ruleIndexes.has(rule) && { ruleIndex: ruleIndexes.get(rule) ?? -1 }),
      level: LEVELS[severity],
      message: asText(said(problem)),
      locations: [{ physicalLocation: physical(problem) }],
      ...(related.length > 0 && {
        relatedLocations: related.map(
          (other, i): Location => ({
            id: i + 1,
            physicalLocation: physical(other),
            message: asText(other.message),
          }),
        ),
      }),
      partialFingerprints: { 'lyncFederation/v2': fingerprintOf(problem) },
      suppressions: suppressions(problem),
      ...(fixes.length > 0 && { fixes: fixes.flatMap((fix) => sarifFix(fix, problem)) }),
    };
  });
}

function sarifFix({ title, safety, edits }: ReportedFix, { path, lines }: Place): readonly SarifFix[] {
  const replacements = edits.map((edit) => replacement(edit, lines));
  if (replacements.length === 0) return [];
  return [
    {
      description: asText(title),
      artifactChanges: [{ artifactLocation: { uri: uri(path) }, replacements }],
      properties: { safety },
    },
  ];
}

/** Why a result is not reported. Where one has the property, the standard wants it for all of them. */
function suppressions({ suppressed, baselined }: ReportedProblem): SarifSuppression[] {
  if (baselined) return [{ kind: 'external', justification: 'baseline' }];
  if (suppressed === undefined) return [];
  const { comment, reason } = suppressed;
  const location = { physicalLocation: physical(comment) };
  return [{ kind: 'inSource', ...(reason !== '' && { justification: reason }), location }];
}

function replacement({ at, insert }: TextEdit, lines: LineTable): Replacement {
  return { deletedRegion: region({ lines, at }), ...(insert !== '' && { insertedContent: { text: insert } }) };
}

/** Without a region it is the file as a whole. */
function physical({ path, ...place }: Place): PhysicalLocation {
  return { artifactLocation: { uri: uri(path) }, ...(place.at && { region: region(place) }) };
}

function region(place: Pick<Place, 'lines' | 'at'>): Region {
  const { start, end } = rangeFromOne(place);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function uri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Text in which no reader finds a link (`[words](address)`) or a place to fill (`{0}`), of which the standard has both. */
function asText(text: string): { text: string } {
  return { text: text.replace(/\](?=\()/g, '\\]').replace(/\{(\d+)\}/g, '{{$1}}') };
}
