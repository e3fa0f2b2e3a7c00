import { type Connection, Emitter } from 'vscode-languageserver';
import { SECTION } from '../../../protocol/settings.ts';
import { plainLine } from '../text/visible.ts';
import type { Client } from './capabilities.ts';
import { attempt, reason } from './guard.ts';
import type { Host } from './host.ts';
import { parseSettings, type Settings } from './settings.ts';

/** The settings of each document: asked of the client where it can be asked, else as it last told them. */
export class Configuration {
  readonly #connection: Connection;
  readonly #client: () => Client;
  readonly #host: Host;
  readonly #perDocument = new Map<string, Settings | Promise<Settings>>();
  /** Documents that had settings before something changed: with the first that is asked for, all of them are. */
  readonly #outdated = new Set<string>();
  readonly #complaints = new Set<string>();
  readonly #late = new Emitter<string>();
  #told: Settings = NO_SETTINGS;

  /** Tells of each document that nobody waited for any longer when its settings came. */
  readonly onLate = this.#late.event;

  constructor(connection: Connection, client: () => Client, host: Host) {
    this.#connection = connection;
    this.#client = client;
    this.#host = host;
  }

  /** The settings of a document; at once where they are known. */
  of(uri: string): Settings | Promise<Settings> {
    if (!this.#client().configuration) return this.#told;
    this.expect([uri]);
    return this.#perDocument.get(uri) ?? NO_SETTINGS;
  }

  /** Asks for the settings of several documents at once, as far as they are not known. */
  expect(uris: readonly string[]): void {
    const unknown = uris.filter((uri) => !this.#perDocument.has(uri));
    if (!this.#client().configuration || unknown.length === 0) return;
    const wanted = [...new Set([...unknown, ...this.#outdated])];
    this.#outdated.clear();
    const answer = this.#ask(wanted);
    for (const [i, uri] of wanted.entries()) {
      const asked: Promise<Settings> = answer.then((settings) => this.#take(uri, asked, settings[i] ?? NO_SETTINGS));
      this.#perDocument.set(uri, asked);
    }
  }

  /** Takes the section that the client sends, and forgets what it answered before. */
  changed(section: unknown): void {
    this.#complaints.clear();
    for (const uri of this.#perDocument.keys()) this.#outdated.add(uri);
    this.#perDocument.clear();
    if (!this.#client().configuration) this.#told = this.#read(section);
  }

  forget(uri: string): void {
    this.#perDocument.delete(uri);
    this.#outdated.delete(uri);
  }

  /** Keeps what was answered; where something has changed since it was asked for, it is asked for again. */
  #take(uri: string, asked: Promise<Settings>, settings: Settings): Settings | Promise<Settings> {
    if (this.#perDocument.get(uri) !== asked) return this.of(uri);
    this.#perDocument.set(uri, settings);
    return settings;
  }

  /** The settings of documents in the same order; none as long as the client does not answer. */
  async #ask(uris: readonly string[]): Promise<readonly Settings[]> {
    const answer = this.#answer(uris);
    const patience = new Promise<undefined>((done) => this.#host.later(() => done(undefined), PATIENCE));
    const inTime = await Promise.race([answer, patience]);
    if (inTime !== undefined) return inTime;
    this.#connection.console.warn('The client does not answer which settings it has: until it does, none are taken.');
    attempt(this.#connection, 'workspace/configuration', async () => this.#takeLate(uris, await answer));
    return [];
  }

  #takeLate(uris: readonly string[], settings: readonly Settings[]): void {
    for (const [i, uri] of uris.entries()) {
      if (this.#perDocument.get(uri) !== NO_SETTINGS) continue;
      this.#perDocument.set(uri, settings[i] ?? NO_SETTINGS);
      this.#late.fire(uri);
    }
  }

  async #answer(uris: readonly string[]): Promise<readonly Settings[]> {
    const items = uris.map((uri) => ({ scopeUri: uri, section: SECTION }));
    try {
      const sections: readonly unknown[] = await this.#connection.workspace.getConfiguration(items);
      return sections.map((section) => this.#read(section));
    } catch (error) {
      this.#connection.console.warn(`The settings of ${uris.join(', ')} could not be read: ${reason(error)}`);
      return [];
    }
  }

  /** Says once what of the settings is not understood. */
  #read(section: unknown): Settings {
    const { settings, rejected } = parseSettings(section);
    const complaint = plainLine(rejected.join(', '));
    if (complaint !== '' && !this.#complaints.has(complaint)) {
      this.#complaints.add(complaint);
      this.#connection.console.warn(`Settings that are not understood and have no effect: ${complaint}`);
    }
    return settings;
  }
}

const NO_SETTINGS: Settings = { rules: {} };

/** Milliseconds after which documents are judged without their settings. */
const PATIENCE = 3000;
