import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import type { Client } from './capabilities.ts';
import type { Documents } from './documents.ts';
import { attempt, reason } from './guard.ts';
import type { Host } from './host.ts';
import { LONG, lookAhead } from './look-ahead.ts';
import { pathOf } from './names.ts';
import type { Opened } from './opened.ts';
import { withProgress } from './progress.ts';
import { isToBeTold, type Report, type Reports } from './reports.ts';
import type { Session } from './session.ts';
import { sendStatus } from './status.ts';

/** What is told with. */
export interface Telling {
  readonly connection: Connection;
  readonly client: () => Client;
  readonly documents: Documents;
  readonly reports: Reports;
  readonly host: Host;
}

/** Milliseconds after which a client that asks for diagnostics will not ask for those of a text any more. */
const UNASKED = 300;

/**
 * Tells how documents stand when a burst of changes has come to rest: the status of open specs, and to a client that does not
 * ask for diagnostics also these.
 */
export class Publisher {
  readonly #with: Telling;
  /** URIs by their paths, as all that follows. */
  readonly #dirty = new Map<string, string>();
  /** Documents of which the client holds diagnostics, as it was told of them. */
  readonly #published = new Map<string, string>();
  /** Open documents as they stood when last looked at. */
  readonly #seen = new Map<string, Opened>();
  /** What was told of open documents that others extend, when last looked at. */
  readonly #shared = new Map<string, Report>();
  #changes = 0;
  #waiting = false;

  constructor(telling: Telling) {
    this.#with = telling;
    telling.documents.onChange((uri) => this.#touch(uri));
    telling.documents.onJudged(() => this.#tellSoon());
    telling.documents.shared.onChange((uri) => {
      this.#dirty.set(pathOf(uri), uri);
      this.#tellSoon();
    });
  }

  /** What a client asks for when a text changes is judged when it asks, and told of then. */
  #touch(uri: string): void {
    const { client, documents, host } = this.#with;
    this.#dirty.set(pathOf(uri), uri);
    const changes = ++this.#changes;
    const isToBeAsked = client().pulls.document && documents.isUnjudged(uri);
    if (!isToBeAsked) this.#tellSoon();
    else
      host.later(() => {
        if (this.#changes === changes) this.#tellSoon();
      }, UNASKED);
  }

  #tellSoon(): void {
    if (this.#waiting || this.#dirty.size === 0) return;
    this.#waiting = true;
    this.#afterRest(this.#changes);
  }

  /** Messages are handled one per turn, after what was deferred before: two turns without a change mean that none waits. */
  #afterRest(seen: number): void {
    const { defer } = this.#with.host;
    defer(() =>
      defer(async () => {
        if (this.#changes !== seen) return this.#afterRest(this.#changes);
        this.#waiting = false;
        const dirty = [...this.#dirty.values()];
        this.#dirty.clear();
        await this.#tellAll(dirty);
      }),
    );
  }

  /** Open documents come first, and then what waits, such as a key that was typed, before each of the others. */
  async #tellAll(uris: readonly string[]): Promise<void> {
    const { client, documents, host } = this.#with;
    const isOther = await Promise.all(uris.filter((uri) => documents.isOpen(uri)).map((uri) => this.#tell(uri)));
    if (isOther.includes(true)) this.#askToAskAgain();
    for (const uri of uris) {
      if (documents.isOpen(uri)) continue;
      this.#seen.delete(pathOf(uri));
      // A client that asks does not wait to be told; what has changed once more is told then.
      if (client().pulls.document || this.#dirty.has(pathOf(uri))) continue;
      await new Promise<void>((done) => host.defer(done));
      await this.#tell(uri);
    }
  }

  /** A client that asks does so when a text changes; what else there is, it has to be told. */
  #askToAskAgain(): void {
    const { connection, client } = this.#with;
    const { pulls, refreshes } = client();
    const refresh = ({ method }: { readonly method: string }) =>
      attempt(connection, method, () => connection.sendRequest(method));
    if (pulls.refresh) refresh(DiagnosticRefreshRequest);
    if (refreshes.hints) refresh(InlayHintRefreshRequest);
    if (refreshes.lenses) refresh(CodeLensRefreshRequest);
  }

  /** Tells of one document; whether its verdict is another although its text is the same. */
  async #tell(uri: string): Promise<boolean> {
    const { connection, client, documents } = this.#with;
    const path = pathOf(uri);
    try {
      const opened = await documents.known(uri);
      if (!client().pulls.document) await this.#publish(uri, opened);
      if (opened === undefined || !documents.isOpen(uri)) {
        this.#seen.delete(path);
        return false;
      }
      const before = this.#seen.get(path);
      this.#seen.set(path, opened);
      const isOther = await this.#isOtherThroughUsers(opened);
      // Other clients warn of what they do not know.
      if (opened.kind === 'spec' && client().showsStatus) {
        await sendStatus(connection, opened);
        this.#lookAhead(opened);
      }
      return before !== undefined && (before !== opened || isOther) && before.version === opened.version;
    } catch (error) {
      connection.console.error(`${uri} could not be checked: ${reason(error)}`);
      return false;
    }
  }

  /** Whether specs that extend a document tell something else of it now. */
  async #isOtherThroughUsers(opened: Opened): Promise<boolean> {
    const { documents, reports } = this.#with;
    const { path } = opened;
    const before = this.#shared.get(path);
    if (before === undefined && documents.shared.usersOf(path) === undefined) return false;
    const report = await reports.of(opened);
    this.#shared.set(path, report);
    return report !== before;
  }

  /** Tells of all files of the workspace, to a client that does not ask. */
  async scan(session: Session): Promise<void> {
    if (this.#with.client().pulls.document) return;
    const { documents } = this.#with;
    const all = await withProgress(session, undefined, (step) => documents.all(undefined, step));
    for (const opened of [...all, ...(await documents.projects())]) {
      if (opened.version === null) await this.#publish(opened.uri, opened);
    }
    for (const uri of documents.shared.uris) if (!this.#published.has(pathOf(uri))) await this.#tell(uri);
  }

  /** What is wrong with a document now; nothing where it is no longer there. */
  async #publish(uri: string, opened: Opened | undefined): Promise<void> {
    const { connection, client, documents, reports } = this.#with;
    const path = pathOf(uri);
    const isTold = opened !== undefined && isToBeTold(opened);
    const report = isTold ? await reports.of(opened) : await reports.ofShared(uri);
    const name = isTold ? opened.uri : uri;
    const before = this.#published.get(path);
    // The client may call it otherwise by now.
    if (before !== undefined && !(report && before === name)) {
      this.#published.delete(path);
      await connection.sendDiagnostics({ uri: before, diagnostics: [] });
    }
    if (report === undefined) return reports.forget(uri);
    // While a capture was read, the document may have become another one; a text that was typed is told of by itself.
    const now = await documents.known(uri);
    if (now !== opened) return now?.version === opened?.version ? this.#publish(uri, now) : undefined;
    this.#published.set(path, name);
    const version = opened?.version ?? null;
    const told = version !== null && client().diagnostics.version ? { version } : {};
    await connection.sendDiagnostics({ uri: name, ...told, diagnostics: [...report.items] });
  }

  /** Asks for the next day that matters, once the document has rested: that takes an analysis for each day that could. */
  #lookAhead(opened: Opened): void {
    const { connection, documents, host } = this.#with;
    if (opened.analysis.text.length > LONG) return;
    host.later(async () => {
      if ((await documents.newest(opened.uri)) !== opened) return;
      const outlook = lookAhead(opened, host.today());
      if (outlook?.next !== undefined || outlook?.today) await sendStatus(connection, opened, outlook);
    });
  }
}
