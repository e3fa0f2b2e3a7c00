import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Options } from '../analyze.ts';
import { nextTurn } from '../features/timeline.ts';
import type { Bundle } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import type { Configuration } from './configuration.ts';
import { toDiagnostic } from './convert.ts';
import { reason } from './guard.ts';
import type { Opened } from './opened.ts';
import { sendStatus } from './status.ts';

/** What the process lends to the server: the only clock, and a way to do something when the next message was handled. */
export interface Host {
  today(): string;
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
  #changes = 0;
  #waiting = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#texts.onDidChangeContent(({ document }) => this.#touch(document.uri));
    this.#texts.onDidClose(({ document }) => this.#close(document.uri));
    this.#texts.listen(around.connection);
  }

  /** The newest version of a document, analysed; undefined when it is not open. */
  async newest(uri: string): Promise<Opened | undefined> {
    const settings = await this.#around.configuration.of(uri);
    const document = this.#texts.get(uri);
    if (document === undefined) return undefined;
    const { version } = document;
    const { asOf = this.#around.host.today(), persona = 'regular', rules: severities } = settings;
    const options: Options = { asOf, persona, severities };
    const known = this.#opened.get(uri);
    if (known?.version === version && known.settings === settings && known.options.asOf === options.asOf) return known;
    const opened = { uri, version, settings, options, analysis: analyze(document.getText(), options, known?.analysis) };
    this.#opened.set(uri, opened);
    for (const { rule, error } of opened.analysis.failures) {
      this.#around.connection.console.error(`The rule ${rule} failed on ${uri}: ${reason(error)}`);
    }
    return opened;
  }

  /** Judges all open documents anew: what decides has changed. */
  refresh(): void {
    for (const uri of this.#texts.keys()) this.#touch(uri);
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
      if (opened === undefined) return;
      const { analysis, version } = opened;
      const diagnostics = analysis.problems.map((problem) =>
        toDiagnostic(problem, { uri, lines: analysis.lines }, client(), bundle),
      );
      await connection.sendDiagnostics({ uri, ...(client().diagnostics.version && { version }), diagnostics });
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
