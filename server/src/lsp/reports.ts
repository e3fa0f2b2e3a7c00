import { type Connection, type Diagnostic, DiagnosticSeverity, Emitter } from 'vscode-languageserver';
import { LENS_COMMANDS } from '../../../protocol/commands.ts';
import { docsUrl } from '../features/docs-url.ts';
import type { Env } from '../features/env.ts';
import { GUESSED } from '../machine/encoding.ts';
import type { Problem } from '../problem.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { isEmpty } from '../spec/faults.ts';
import { attempt, type Failure, failureMessage } from '../text/failure.ts';
import { LineTable } from '../text/lines.ts';
import { type Bundle, textOf } from '../text/message.ts';
import { type Client, knowsTag, TAGS } from './capabilities.ts';
import { toRange } from './convert.ts';
import { logFailure } from './guard.ts';
import type { LiveStates } from './live.ts';
import { pathOf } from './names.ts';
import type { Opened } from './opened.ts';

/** What is wrong with a document; as long as the id stays, so does the rest. */
export interface Report {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** Whether a document counts where the whole workspace is told of: scripts that nobody opened do where the project says so. */
export function isToBeTold({ kind, version, project }: Opened): boolean {
  return kind !== 'script' || version !== null || project.languages.includes('powershell');
}

interface Told {
  readonly uri: string;
  readonly text: string;
  readonly report: Report;
}

/** Diagnostics of documents, as the client takes them. */
export class Reports {
  readonly #connection: Connection;
  readonly #client: () => Client;
  readonly #live: LiveStates;
  readonly #env: Env;
  readonly #told = new Map<string, Told>();
  /** Reports by what they are about, which they do not keep from being forgotten. */
  readonly #reports = new WeakMap<Opened, Report>();
  /** Ids of another run of the server mean nothing to this one. */
  readonly #run = Math.random().toString(36).slice(2);
  readonly #owed = new Emitter<string>();
  #count = 0;

  /** There is something to tell of a document that is gone. */
  readonly onOwed = this.#owed.event;

  constructor(connection: Connection, client: () => Client, live: LiveStates, env: Env) {
    this.#connection = connection;
    this.#client = client;
    this.#live = live;
    this.#env = env;
  }

  /** The report on a document. */
  async of(opened: Opened): Promise<Report> {
    const { uri, path, analysis, kind, settings } = opened;
    const known = this.#reports.get(opened);
    const before = this.#told.get(path);
    // A capture may be another one at any time.
    if (known !== undefined && before?.report === known && settings.capture === undefined) return known;
    const env = this.#env;
    const { bundle } = env;
    const client = this.#client();
    const failures = [...analysis.failures];
    const found = analysis.problems.flatMap(
      (problem) => attempt(problem.rule, failures, () => toDiagnostic(problem, opened, client, env)) ?? [],
    );
    const drift = kind === 'spec' ? await this.#drift(opened, failures) : [];
    for (const { check, error } of failures.slice(analysis.failures.length))
      logFailure(this.#connection, `The check ${check} of ${uri}`, error);
    const failed = failures.map((failure) => this.failed(failure, analysis.lines));
    const items = [...found, ...drift, ...encodingOf(opened, bundle), ...failed];
    const text = JSON.stringify(items);
    const report = before?.text === text ? before.report : { id: `${this.#run}:${++this.#count}`, items };
    this.#told.set(path, { uri, text, report });
    this.#reports.set(opened, report);
    return report;
  }

  /** What stands in a document, on its first line, in place of a check that could not be made. */
  failed(failure: Failure, lines = new LineTable('')): Diagnostic {
    return {
      range: toRange(lines, { start: 0, end: lines.endOf(0) }),
      severity: DiagnosticSeverity.Warning,
      source: 'lync-federation',
      code: 'check-failed',
      message: textOf(failureMessage(failure), this.#env.bundle),
    };
  }

  async #drift(opened: Opened, failures: Failure[]): Promise<readonly Diagnostic[]> {
    try {
      return await this.#live.drift(opened, this.#client(), this.#env);
    } catch (error) {
      failures.push({ check: 'drift', error });
      return [];
    }
  }

  /**
   * Counts a document that is gone as one of which something was told. A client that has closed it asks once more and lets the answer
   * lie, as well as all it was told of it meanwhile.
   */
  owe(uri: string): void {
    this.#told.set(pathOf(uri), { uri, text: '[]', report: { id: `${this.#run}:${++this.#count}`, items: [] } });
  }

  /** Tells who waits for news of what is owed. */
  remind(uri: string): void {
    this.#owed.fire(uri);
  }

  /** The URIs of all documents of which something was told, but for some. */
  toldBut(paths: ReadonlySet<string>): readonly string[] {
    return [...this.#told].flatMap(([path, { uri }]) => (paths.has(path) ? [] : uri));
  }

  /** Keeps nothing of a document that is gone. */
  forget(uri: string): void {
    this.#told.delete(pathOf(uri));
  }
}

/** A problem with all of it that the client understands. */
export function toDiagnostic(
  problem: Problem,
  { uri, analysis: { lines, faults } }: Opened,
  client: Client,
  { bundle, language }: Env,
): Diagnostic {
  const { at, rule, severity, message, note, tag, related = [] } = problem;
  const tags = tag !== undefined && knowsTag(client, TAGS[tag]) ? [TAGS[tag]] : [];
  const text = textOf(message, bundle);
  return {
    range: toRange(lines, at),
    // Nobody is wrong who has not begun.
    severity: isEmpty(faults) ? DiagnosticSeverity.Hint : SEVERITIES[severity],
    code: rule,
    source: 'lync-federation',
    message: note === undefined ? text : `${text}\n${textOf(note, bundle)}`,
    ...(client.diagnostics.href && { codeDescription: { href: pageOf(rule, client, language) } }),
    ...(tags.length > 0 && { tags }),
    ...(client.diagnostics.related &&
      related.length > 0 && {
        relatedInformation: related.map((other) => ({
          location: { uri, range: toRange(lines, other.at) },
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

/** Word of a script on disk that is read by a guess; what is open the editor has read. */
function encodingOf({ guessedFrom, analysis: { lines } }: Opened, bundle: Bundle): readonly Diagnostic[] {
  if (guessedFrom === undefined) return [];
  const range = toRange(lines, { start: lines.startOf(guessedFrom - 1), end: lines.endOf(guessedFrom - 1) });
  const { Information } = DiagnosticSeverity;
  const message = textOf(GUESSED, bundle);
  return [{ range, severity: Information, source: 'lync-federation', code: 'encoding', message }];
}
