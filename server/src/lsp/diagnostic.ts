import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { LENS_COMMANDS } from '../../../protocol/commands.ts';
import { docsUrl } from '../features/docs-url.ts';
import type { Env } from '../features/env.ts';
import type { Problem } from '../problem.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { isEmpty } from '../spec/faults.ts';
import { firstOfEach } from '../text/grouped.ts';
import type { LineTable } from '../text/lines.ts';
import { textOf } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { type Client, knowsTag, TAGS } from './capabilities.ts';
import { toRange } from './convert.ts';
import type { Opened } from './opened.ts';
import { placesOf, toLocation } from './places.ts';

/** What is told of a place. */
export type Told = Omit<Diagnostic, 'range'>;

/** The same with the place, in one file. */
export interface Found {
  readonly lines: LineTable;
  readonly at: Range;
  readonly told: Told;
}

/** A problem with all of it that the client understands. */
export function toDiagnostic(problem: Problem, opened: Opened, client: Client, env: Env): Diagnostic {
  const { lines, at } = placesOf(opened)(problem.at);
  return toItem({ lines, at, told: toTold(problem, opened, client, env) });
}

/** What is found, as a client takes it. */
export function toItem({ lines, at, told }: Found): Diagnostic {
  return { range: toRange(lines, at), ...told };
}

/** Of what is found several times, the first. */
export function unique(items: readonly Diagnostic[]): readonly Diagnostic[] {
  return firstOfEach(items, ({ code, range, message }) => JSON.stringify([code, range, message]));
}

/** A problem without its place. */
export function toTold(problem: Problem, opened: Opened, client: Client, { bundle, language }: Env): Told {
  const { rule, severity, message, note, tag, related = [] } = problem;
  const tags = tag !== undefined && knowsTag(client, TAGS[tag]) ? [TAGS[tag]] : [];
  const text = textOf(message, bundle);
  const placeOf = placesOf(opened);
  return {
    // Nobody is wrong who has not begun.
    severity: isEmpty(opened.analysis.faults) ? DiagnosticSeverity.Hint : SEVERITIES[severity],
    code: rule,
    source: 'lync-federation',
    message: note === undefined ? text : `${text}\n${textOf(note, bundle)}`,
    ...(client.diagnostics.href && { codeDescription: { href: pageOf(rule, client, language) } }),
    ...(tags.length > 0 && { tags }),
    ...(client.diagnostics.related &&
      related.length > 0 && {
        relatedInformation: related.map((other) => ({
          location: toLocation(placeOf(other.at)),
          message: textOf(other.message, bundle),
        })),
      }),
    ...(client.diagnostics.data && { data: { rule } }),
  };
}

/** Where a rule is explained: by a client that has the pages itself, else on the web. */
function pageOf(rule: RuleId, { commands }: Client, language: Env['language']): string {
  const command = LENS_COMMANDS.explainRule;
  return commands.includes(command)
    ? `command:${command}?${encodeURIComponent(JSON.stringify([rule]))}`
    : docsUrl(rule, language);
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;
