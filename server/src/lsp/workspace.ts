import {
  type Connection,
  DidChangeWatchedFilesNotification,
  Emitter,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { PROJECT_NAMES } from '../spec/names.ts';
import type { Client } from './capabilities.ts';
import { reason } from './guard.ts';
import { decoded, type Host } from './host.ts';

/** What a spec, a script or a project file can be called; which of them count, the project says. */
const NAMES = [...PROJECT_NAMES, '*.yaml', '*.yml', '*.ps1'];

/**
 * The files in the folders of the workspace that may be of ours, as they lie on disk. What was found and read is kept until the client
 * tells of a change; of a client that cannot tell, nothing is kept.
 */
export class Workspace {
  readonly #connection: Connection;
  readonly #client: () => Client;
  readonly #host: Host;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #changed = new Emitter<string>();
  #folders: readonly string[] = [];
  #found: Promise<Set<string>> | undefined;

  /** Tells of each file that is another now, came or went. */
  readonly onChange = this.#changed.event;

  constructor(connection: Connection, client: () => Client, host: Host) {
    this.#connection = connection;
    this.#client = client;
    this.#host = host;
    connection.onDidChangeWatchedFiles(({ changes }) => void this.#take(changes));
  }

  /** The folders that the client names when it introduces itself. */
  open({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): void {
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  }

  /** Asks to be told of changes, as far as the client can tell. */
  watch(): void {
    const { watchesFiles, workspaceFolders } = this.#client();
    if (watchesFiles) {
      const watchers = NAMES.map((name) => ({ globPattern: `**/${name}` }));
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (workspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(
        ({ added, removed }) => void this.#exchange(added, removed),
      );
    }
  }

  /** Whether the client tells of changes on disk. */
  get isWatched(): boolean {
    return this.#client().watchesFiles;
  }

  /** The URIs of all of them, by name. */
  async list(): Promise<readonly string[]> {
    if (!this.isWatched) this.#found = undefined;
    this.#found ??= this.#find();
    return [...(await this.#found)].toSorted();
  }

  /** The folder of the workspace that a document lies in. */
  folderOf(uri: string): string | undefined {
    return this.#folders.find((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
  }

  /** Whether a document is a file of the workspace, opened or not. */
  async has(uri: string): Promise<boolean> {
    return this.#found !== undefined && (await this.#found).has(uri);
  }

  /** The text of a file; undefined where there is none to read. */
  text(uri: string): Promise<string | undefined> {
    const known = this.#texts.get(uri);
    if (known !== undefined && this.isWatched) return known;
    const read = this.#host.readFile(uri).then(decoded, () => undefined);
    this.#texts.set(uri, read);
    return read;
  }

  /** Reads a file anew when its text is asked for: an editor that closes it may just have written it. */
  forget(uri: string): void {
    this.#texts.delete(uri);
  }

  async #find(): Promise<Set<string>> {
    const found = new Set<string>();
    for (const folder of this.#folders) {
      try {
        for (const uri of await this.#host.findFiles(folder, NAMES)) found.add(uri);
      } catch (error) {
        this.#connection.console.warn(`${folder} could not be searched for specs: ${reason(error)}`);
      }
    }
    return found;
  }

  async #take(changes: readonly FileEvent[]): Promise<void> {
    const found = await this.#found;
    for (const { uri, type } of changes) {
      this.#texts.delete(uri);
      if (type === FileChangeType.Deleted) found?.delete(uri);
      else if (mayBeOurs(uri)) found?.add(uri);
      this.#changed.fire(uri);
    }
  }

  async #exchange(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    const before = (await this.#found) ?? new Set();
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => uri)];
    this.#found = undefined;
    const after = new Set(await this.list());
    for (const uri of new Set([...before, ...after])) if (before.has(uri) !== after.has(uri)) this.#changed.fire(uri);
  }
}

/** The client may tell of more than it was asked for. */
function mayBeOurs(uri: string): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return NAMES.some((one) =>
    one.startsWith('*') ? !name.startsWith('.') && name.endsWith(one.slice(1)) : name === one,
  );
}
