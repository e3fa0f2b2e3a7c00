import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Location,
  Log,
  PhysicalLocation,
  Region,
  Replacement,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Suppression as SarifSuppression,
} from 'sarif';
import type { Fix } from '../../edits/fix.ts';
import { docsUrl, REPOSITORY } from '../../features/docs-url.ts';
import { repair } from '../../repair.ts';
import { rules } from '../../rules/index.generated.ts';
import type { Severity } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Message, textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { fingerprints } from './fingerprint.ts';
import { type Checked, commonAsOf, everythingIn, type Found, type Report } from './report.ts';

/** SARIF 2.1.0, for code scanning: with repairs, what is not reported and why, and fingerprints that survive moved lines. */
export const sarifReport: Report = (files, { asOf, version, complaints }) => {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lync-federation',
            semanticVersion: version,
            informationUri: REPOSITORY,
            rules: rules.map(descriptor),
          },
        },
        invocations: [
          {
            executionSuccessful: complaints.length === 0,
            toolExecutionNotifications: complaints.map((text) => ({ level: 'error', message: said(text) })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(results),
        properties: { asOf: commonAsOf(files, asOf) },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

const ruleIndexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

function descriptor({ id, summary, severity }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: said(summary),
    help: said(summary),
    helpUri: docsUrl(id),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function results(file: Checked): readonly Result[] {
  const { lines } = file.analysis;
  const all = everythingIn(file);
  const prints = fingerprints(
    all.map(({ problem }) => problem),
    file.analysis,
  );
  return all.map((found): Result => {
    const { problem } = found;
    const { rule, severity, message, note, at, related = [], fixes = [] } = problem;
    return {
      ruleId: rule,
      ruleIndex: ruleIndexes.get(rule) ?? -1,
      level: LEVELS[severity],
      message: { text: note ? `${textOf(message)} ${textOf(note)}` : textOf(message) },
      locations: [{ physicalLocation: physical(file, at) }],
      ...(related.length > 0 && {
        relatedLocations: related.map(
          (other, i): Location => ({
            id: i + 1,
            physicalLocation: physical(file, other.at),
            message: said(other.message),
          }),
        ),
      }),
      partialFingerprints: { 'lyncFederation/v2': prints.get(problem) ?? '' },
      suppressions: suppressions(found, file),
      ...(fixes.length > 0 && { fixes: fixes.flatMap((fix) => sarifFix(fix, file)) }),
    };
  });

  function sarifFix(fix: Fix, { path, analysis }: Checked): readonly SarifFix[] {
    const replacements = repair(analysis, [fix]).map((edit) => replacement(edit, lines));
    if (replacements.length === 0) return [];
    return [
      {
        description: said(fix.title),
        artifactChanges: [{ artifactLocation: { uri: uri(path) }, replacements }],
        properties: { safety: fix.safety },
      },
    ];
  }
}

/** Why a result is not reported. Where one has the property, the standard wants it for all of them. */
function suppressions({ suppressed, baselined }: Found, file: Checked): SarifSuppression[] {
  if (baselined) return [{ kind: 'external', justification: 'baseline' }];
  if (suppressed === undefined) return [];
  const { comment, reason } = suppressed;
  const location = { physicalLocation: physical(file, comment) };
  return [{ kind: 'inSource', ...(reason !== '' && { justification: reason }), location }];
}

function replacement({ at, insert }: TextEdit, lines: LineTable): Replacement {
  return { deletedRegion: region(lines, at), ...(insert !== '' && { insertedContent: { text: insert } }) };
}

function physical({ path, analysis }: Checked, at: Range): PhysicalLocation {
  return { artifactLocation: { uri: uri(path) }, region: region(analysis.lines, at) };
}

function region(lines: LineTable, at: Range): Region {
  const start = lines.position(at.start);
  const end = lines.position(at.end);
  return { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

function uri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split('/').map(encodeURIComponent).join('/');
}

function said(message: Message): { text: string } {
  return { text: textOf(message) };
}
