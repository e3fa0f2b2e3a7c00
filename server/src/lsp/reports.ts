import { type Connection, type Diagnostic, DiagnosticSeverity, Emitter } from 'vscode-languageserver';
import type { Env } from '../features/env.ts';
import { partOf, throughName } from '../features/own-part.ts';
import { GUESSED } from '../machine/encoding.ts';
import { changeBetween, movedBy } from '../text/change.ts';
import { attempt, type Failure, failureMessage } from '../text/failure.ts';
import { LineTable } from '../text/lines.ts';
import { type Bundle, textOf } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import { toRange } from './convert.ts';
import { type Found, type Told, toItem, toTold, unique } from './diagnostic.ts';
import { logFailure } from './guard.ts';
import type { LiveStates } from './live.ts';
import { pathOf } from './names.ts';
import type { Opened } from './opened.ts';
import { placesOf } from './places.ts';

/** What is wrong with a document; as long as the id stays, so does the rest. */
export interface Report {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** Whether a document counts where the whole workspace is told of: scripts that nobody opened do where the project says so. */
export function isToBeTold({ kind, version, project }: Opened): boolean {
  return kind !== 'script' || version !== null || project.languages.includes('powershell');
}

interface Reported {
  readonly uri: string;
  readonly text: string;
  readonly report: Report;
}

/** What reports are made with. */
interface Around {
  readonly connection: Connection;
  readonly client: () => Client;
  readonly live: LiveStates;
  readonly env: Env;
  /** The specs that extend a file. */
  readonly usersOf: (path: string) => readonly Opened[];
}

/** Diagnostics of documents, as the client takes them. */
export class Reports {
  readonly #connection: Connection;
  readonly #client: () => Client;
  readonly #live: LiveStates;
  readonly #env: Env;
  readonly #usersOf: (path: string) => readonly Opened[];
  readonly #told = new Map<string, Reported>();
  /** Reports by what they are about, which they do not keep from being forgotten. */
  readonly #reports = new WeakMap<Opened, Report>();
  readonly #found = new WeakMap<Opened, ReadonlyMap<string, readonly Found[]>>();
  /** Ids of another run of the server mean nothing to this one. */
  readonly #run = Math.random().toString(36).slice(2);
  readonly #owed = new Emitter<string>();
  #count = 0;

  /** There is something to tell of a document that is gone. */
  readonly onOwed = this.#owed.event;

  constructor({ connection, client, live, env, usersOf }: Around) {
    this.#connection = connection;
    this.#client = client;
    this.#live = live;
    this.#env = env;
    this.#usersOf = usersOf;
  }

  /** The report on a document, with what specs that extend it find there. */
  async of(opened: Opened): Promise<Report> {
    const { path, settings, own } = opened;
    const known = this.#reports.get(opened);
    const isShared = this.#usersOf(path).length > 0;
    // A capture may be another one at any time.
    const isKnown = known !== undefined && this.#told.get(path)?.report === known && settings.capture === undefined;
    if (isKnown && !isShared) return known;
    const found = (await this.#foundIn(opened)).get(path) ?? [];
    const items = [...found.map(toItem), ...encodingOf(opened, this.#env.bundle)];
    const others = isShared ? await this.#throughUsers(path, own.lines) : [];
    const report = this.#report(opened, isShared ? unique([...items, ...others]) : items);
    if (isShared) this.#reports.delete(opened);
    else this.#reports.set(opened, report);
    return report;
  }

  /** The report on a file that is no document of ours, but of a spec that extends it; undefined where there is nothing to tell. */
  async ofShared(uri: string): Promise<Report | undefined> {
    const path = pathOf(uri);
    if (this.#usersOf(path).length === 0) return undefined;
    const items = unique(await this.#throughUsers(path));
    // It may not even be there.
    return items.length > 0 || this.#told.has(path) ? this.#report({ uri, path }, items) : undefined;
  }

  #report({ uri, path }: Pick<Opened, 'uri' | 'path'>, items: readonly Diagnostic[]): Report {
    const before = this.#told.get(path);
    const text = JSON.stringify(items);
    const report = before?.text === text ? before.report : { id: `${this.#run}:${++this.#count}`, items };
    this.#told.set(path, { uri, text, report });
    return report;
  }

  /** What specs find in a file that they extend. Where it is newer than what they saw, that stands where the text has moved to. */
  async #throughUsers(path: string, now?: LineTable): Promise<readonly Diagnostic[]> {
    const found = await Promise.all(this.#usersOf(path).map((user) => this.#foundIn(user)));
    return found.flatMap((byPath) => {
      const [first] = byPath.get(path) ?? [];
      if (first === undefined || now === undefined || first.lines.text === now.text)
        return byPath.get(path)?.map(toItem) ?? [];
      const change = changeBetween(first.lines.text, now.text);
      return (byPath.get(path) ?? []).flatMap(({ at, told }) => {
        const moved = movedBy(change, at);
        return moved ? toItem({ lines: now, at: moved, told }) : [];
      });
    });
  }

  /** What is found in a document and the files that it extends, by their paths. */
  async #foundIn(opened: Opened): Promise<ReadonlyMap<string, readonly Found[]>> {
    const known = this.#found.get(opened);
    if (known !== undefined && opened.settings.capture === undefined) return known;
    const { uri, path, analysis, kind } = opened;
    const env = this.#env;
    const client = this.#client();
    const failures = [...analysis.failures];
    const placeOf = placesOf(opened);
    const problems = analysis.problems.map((problem) => throughName(problem, partOf(analysis, problem.at) ?? {}));
    const found = problems.flatMap(
      (problem) =>
        attempt(problem.rule, failures, () => ({ at: problem.at, told: toTold(problem, opened, client, env) })) ?? [],
    );
    const drift = kind === 'spec' ? await this.#drift(opened, failures) : [];
    for (const { check, error } of failures.slice(analysis.failures.length))
      logFailure(this.#connection, `The check ${check} of ${uri}`, error);
    const first = { start: 0, end: analysis.lines.endOf(0) };
    const failed = failures.map((failure) => ({ at: first, told: this.#failed(failure) }));
    const byPath = new Map<string, Found[]>([[path, []]]);
    for (const { at, told } of [...found, ...drift, ...failed]) {
      const { document, ...place } = placeOf(at);
      const where = document === opened ? path : pathOf(document.uri);
      const others = byPath.get(where);
      if (others) others.push({ ...place, told });
      else byPath.set(where, [{ ...place, told }]);
    }
    this.#found.set(opened, byPath);
    return byPath;
  }

  /** What stands in a document, on its first line, in place of a check that could not be made. */
  failed(failure: Failure): Diagnostic {
    return { range: toRange(new LineTable(''), { start: 0, end: 0 }), ...this.#failed(failure) };
  }

  #failed(failure: Failure): Told {
    return {
      severity: DiagnosticSeverity.Warning,
      source: 'lync-federation',
      code: 'check-failed',
      message: textOf(failureMessage(failure), this.#env.bundle),
    };
  }

  async #drift(opened: Opened, failures: Failure[]): ReturnType<LiveStates['drift']> {
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

/** Word of a script on disk that is read by a guess; what is open the editor has read. */
function encodingOf({ guessedFrom, analysis: { lines } }: Opened, bundle: Bundle): readonly Diagnostic[] {
  if (guessedFrom === undefined) return [];
  const range = toRange(lines, { start: lines.startOf(guessedFrom - 1), end: lines.endOf(guessedFrom - 1) });
  const { Information } = DiagnosticSeverity;
  const message = textOf(GUESSED, bundle);
  return [{ range, severity: Information, source: 'lync-federation', code: 'encoding', message }];
}
