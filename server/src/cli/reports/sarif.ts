import { createHash } from 'node:crypto';
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
} from 'sarif';
import type { Problem } from '../../analyze.ts';
import { repair } from '../../repair.ts';
import { docsUrl, REPOSITORY } from '../../rules/docs.ts';
import { rules } from '../../rules/index.generated.ts';
import type { Fix, Severity } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Message, textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { locate } from '../../yaml/locate.ts';
import { type Checked, commonAsOf, type Report } from './report.ts';

/** SARIF 2.1.0, for code scanning: with repairs, and fingerprints that survive moved lines. */
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
  const { problems, lines } = file.analysis;
  const prints = new Map<string, number>();
  return problems.map((problem): Result => {
    const { rule, severity, message, note, at, related = [], fixes = [] } = problem;
    const print = fingerprint(problem, file);
    const nth = (prints.get(print) ?? 0) + 1;
    prints.set(print, nth);
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
      partialFingerprints: { 'lyncFederation/v1': `${print}:${nth}` },
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

/** What stays the same when lines are added above: the rule, the keys that lead there, and the text itself. */
function fingerprint({ rule, at }: Problem, { analysis: { root, text, lines } }: Checked): string {
  const keys = (locate(root, at.start)?.path ?? []).filter((step) => typeof step === 'string');
  const line = lines.line(lines.lineAt(at.start)).trim();
  return createHash('sha256')
    .update(JSON.stringify([rule, keys, text.slice(at.start, at.end), line]))
    .digest('hex')
    .slice(0, 32);
}

function said(message: Message): { text: string } {
  return { text: textOf(message) };
}
