import type { Connection } from 'vscode-languageserver';
import type { Client } from './capabilities.ts';
import { reason } from './guard.ts';
import { parseSettings, SECTION, type Settings } from './settings.ts';

/** The settings of each document: asked of the client where it can be asked, else as it last told them. */
export class Configuration {
  readonly #connection: Connection;
  readonly #client: () => Client;
  readonly #perDocument = new Map<string, Settings | Promise<Settings>>();
  readonly #complaints = new Set<string>();
  #told: Settings = { rules: {} };

  constructor(connection: Connection, client: () => Client) {
    this.#connection = connection;
    this.#client = client;
  }

  /** The settings of a document; at once where they are known. */
  of(uri: string): Settings | Promise<Settings> {
    if (!this.#client().configuration) return this.#told;
    const known = this.#perDocument.get(uri);
    if (known !== undefined) return known;
    const asked: Promise<Settings> = this.#ask(uri).then((settings) => {
      if (this.#perDocument.get(uri) !== asked) return this.#perDocument.get(uri) ?? settings;
      this.#perDocument.set(uri, settings);
      return settings;
    });
    this.#perDocument.set(uri, asked);
    return asked;
  }

  /** Takes the section that the client sends, and forgets what it answered before. */
  changed(section: unknown): void {
    this.#complaints.clear();
    this.#perDocument.clear();
    if (!this.#client().configuration) this.#told = this.#read(section);
  }

  forget(uri: string): void {
    this.#perDocument.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      const section: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
      return this.#read(section);
    } catch (error) {
      this.#connection.console.warn(`The settings of ${uri} could not be read: ${reason(error)}`);
      return { rules: {} };
    }
  }

  /** Says once what of the settings is not understood. */
  #read(section: unknown): Settings {
    const { settings, rejected } = parseSettings(section);
    const complaint = rejected.join(', ');
    if (complaint !== '' && !this.#complaints.has(complaint)) {
      this.#complaints.add(complaint);
      this.#connection.console.warn(`Settings that are not understood and have no effect: ${complaint}`);
    }
    return settings;
  }
}
