import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Options } from '../analyze.ts';
import type { ReadScript } from '../cmdlets/script.ts';
import { nextTurn } from '../features/timeline.ts';
import type { Bundle } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import type { Configuration } from './configuration.ts';
import { toDiagnostic } from './convert.ts';
import { reason } from './guard.ts';
import { LiveStates, type ReadFile } from './live.ts';
import type { Opened } from './opened.ts';
import { sendStatus } from './status.ts';

/** What the process lends to the server: the only clock, and a way to do something when the next message was handled. */
export interface Host {
  today(): string;
  /** Loads the grammar of PowerShell. */
  powerShell(): Promise<ReadScript>;
  /** Reads a file that a setting names. */
  readonly readFile: ReadFile;
  defer(run: () => void): void;
  /** Does something when nothing has been typed for a while. */
  later(run: () => void): void;
}

/** What the documents need around them. */
export interface Surroundings {
  readonly connection: Connection;
  readonly client: () => Client;
  readonly configuration: Configuration;
  readonly host: Host;
  readonly bundle: Bundle;
}

/** Characters past which nobody waits for a look ahead: a spec of some 300 domains. */
const LONG = 30_000;

/** The open documents: analysed once per version, and published when a burst of changes has come to rest. */
export class Documents {
  readonly #around: Surroundings;
  readonly #texts = new TextDocuments(TextDocument);
  readonly #opened = new Map<string, Opened>();
  readonly #dirty = new Set<string>();
  readonly #live: LiveStates;
  #changes = 0;
  #waiting = false;
  #readScript: ReadScript | undefined;
  #loading: Promise<void> | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#live = new LiveStates(around.connection, around.host.readFile);
    this.#texts.onDidChangeContent(({ document }) => this.#touch(document.uri));
    this.#texts.onDidClose(({ document }) => this.#close(document.uri));
    this.#texts.listen(around.connection);
  }

  /** The newest version of a document, analysed; undefined when it is not open. */
  async newest(uri: string): Promise<Opened | undefined> {
    const settings = await this.#around.configuration.of(uri);
    const open = this.#texts.get(uri);
    if (open !== undefined && isScript(open)) {
      if (settings.scripts === false) return undefined;
      if (OURS.test(open.getText())) await this.#load();
    }
    const document = this.#texts.get(uri);
    if (document === undefined) return undefined;
    const { version } = document;
    const { asOf = this.#around.host.today(), persona = 'regular', product, rules: severities } = settings;
    const readScript = this.#readScript;
    const kind = isScript(document) ? 'script' : 'spec';
    const options: Options = {
      asOf,
      persona,
      severities,
      ...(kind === 'script' && { script: product === undefined ? {} : { product } }),
      ...(readScript && { readScript }),
    };
    const known = this.#opened.get(uri);
    if (
      known?.version === version &&
      known.settings === settings &&
      known.options.asOf === asOf &&
      known.options.readScript === readScript
    )
      return known;
    const analysis = analyze(document.getText(), options, known?.analysis);
    const opened: Opened = { uri, version, kind, settings, options, analysis };
    this.#opened.set(uri, opened);
    if (readScript === undefined && analysis.runbook.length > 0)
      void this.#load().then(() => this.#readScript && this.#touch(uri));
    for (const { rule, error } of opened.analysis.failures) {
      this.#around.connection.console.error(`The rule ${rule} failed on ${uri}: ${reason(error)}`);
    }
    return opened;
  }

  /** The specs that are open beside a script, or the scripts beside a spec. */
  async beside({ kind }: Opened): Promise<readonly Opened[]> {
    const others = this.#texts.all().filter((document) => isScript(document) !== (kind === 'script'));
    const opened = await Promise.all(others.map(({ uri }) => this.newest(uri)));
    return opened.flatMap((one) => one ?? []);
  }

  /** Judges all open documents anew: what decides has changed. */
  refresh(): void {
    for (const uri of this.#texts.keys()) this.#touch(uri);
  }

  /** Loads the grammar; without it scripts stay unread, and runbooks are read as well as can be. */
  #load(): Promise<void> {
    const { connection, host } = this.#around;
    this.#loading ??= host.powerShell().then(
      (readScript) => {
        this.#readScript = readScript;
      },
      (error) => connection.console.error(`The grammar of PowerShell could not be loaded: ${reason(error)}`),
    );
    return this.#loading;
  }

  #touch(uri: string): void {
    this.#dirty.add(uri);
    this.#changes++;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#afterRest(this.#changes);
  }

  /** Messages are handled one per turn, after what was deferred before: two turns without a change mean that none waits. */
  #afterRest(seen: number): void {
    const { defer } = this.#around.host;
    defer(() =>
      defer(() => {
        if (this.#changes !== seen) return this.#afterRest(this.#changes);
        this.#waiting = false;
        const dirty = [...this.#dirty];
        this.#dirty.clear();
        for (const uri of dirty) void this.#publish(uri);
      }),
    );
  }

  async #publish(uri: string): Promise<void> {
    const { connection, client, bundle } = this.#around;
    try {
      const opened = await this.newest(uri);
      if (opened === undefined) {
        if (this.#opened.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
        return;
      }
      const { analysis, version } = opened;
      const diagnostics = analysis.problems.map((problem) =>
        toDiagnostic(problem, { uri, lines: analysis.lines }, client(), bundle),
      );
      const drift = opened.kind === 'spec' ? await this.#live.drift(opened, client(), bundle) : [];
      // While the capture was read, something newer may have been told.
      if (this.#opened.get(uri) !== opened) return;
      await connection.sendDiagnostics({
        uri,
        ...(client().diagnostics.version && { version }),
        diagnostics: [...diagnostics, ...drift],
      });
      if (opened.kind === 'script') return;
      await sendStatus(connection, opened);
      this.#lookAhead(opened);
    } catch (error) {
      connection.console.error(`${uri} could not be checked: ${reason(error)}`);
    }
  }

  /** Asks for the next day that matters, once the document has rested: that takes an analysis for each day that could. */
  #lookAhead(opened: Opened): void {
    if (opened.analysis.text.length > LONG) return;
    this.#around.host.later(() => {
      if (this.#opened.get(opened.uri) !== opened) return;
      const next = nextTurn(opened.analysis, opened.options);
      if (next !== undefined) void sendStatus(this.#around.connection, opened, next);
    });
  }

  #close(uri: string): void {
    this.#opened.delete(uri);
    this.#dirty.delete(uri);
    this.#around.configuration.forget(uri);
    void this.#around.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

/** A cmdlet of ours: a script without any is not worth the grammar. */
const OURS = /-Cs[A-Z]/i;

function isScript(document: TextDocument): boolean {
  return document.languageId === 'powershell' || /\.ps1$/i.test(document.uri);
}
