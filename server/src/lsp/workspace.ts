import {
  type Connection,
  DidChangeWatchedFilesNotification,
  Emitter,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  WatchKind,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import {
  CERTIFICATE_NAMES,
  inAnyCase,
  isNamed,
  isScriptName,
  isSought,
  SOUGHT_NAMES,
} from '../../../protocol/names.ts';
import { type Decoded, decode, decodeScript, legible } from '../machine/encoding.ts';
import { LedAway, linkTo } from '../machine/links.ts';
import { inEnglish, say } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import { attempt, reason } from './guard.ts';
import type { Host } from './host.ts';
import { fileNameOf, pathOf, pathWithin, uriOfPath, uriWithin } from './names.ts';

type FileText = Pick<Decoded, 'text' | 'guessedFrom'>;

type Named = Pick<InitializeParams, 'workspaceFolders' | 'rootUri' | 'rootPath'>;

/** URIs by the paths of their files. */
type Files = ReadonlyMap<string, string>;

/**
 * The files in the folders of the workspace that may be of ours, as they lie on disk. What was found and read is kept until the client
 * tells of a change; of a client that cannot tell, nothing is kept.
 */
export class Workspace {
  readonly #connection: Connection;
  readonly #client: () => Client;
  readonly #host: Host;
  readonly #texts = new Map<string, Promise<FileText | undefined>>();
  /** What the client calls the files that it has named so far. */
  readonly #names = new Map<string, string>();
  readonly #changed = new Emitter<string>();
  readonly #gone = new Emitter<string>();
  readonly #beside = new Emitter<string>();
  readonly #ledAway = new Set<string>();
  #folders: readonly string[] = [];
  #isWatched = false;
  #found: Promise<Map<string, string>> | undefined;

  /** Tells of each file that is another now, or came. */
  readonly onChange = this.#changed.event;
  /** Tells of each file that went. */
  readonly onGone = this.#gone.event;
  /** Tells of each certificate that is another now, and of all that went and is none of ours. */
  readonly onBeside = this.#beside.event;

  constructor(connection: Connection, client: () => Client, host: Host) {
    this.#connection = connection;
    this.#client = client;
    this.#host = host;
    connection.onDidChangeWatchedFiles((params) =>
      attempt(connection, 'workspace/didChangeWatchedFiles', () => this.#take(params.changes)),
    );
  }

  /** The folders that the client names when it introduces itself, in one of three ways; there may be none. */
  open({ workspaceFolders, rootUri, rootPath }: Named): void {
    const root = rootUri ?? (rootPath ? uriOfPath(rootPath) : undefined);
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
  }

  /** Asks to be told of changes, as far as the client can tell. */
  watch(): void {
    const connection = this.#connection;
    const { watchesFiles, workspaceFolders } = this.#client();
    if (watchesFiles) {
      const named = [...SOUGHT_NAMES, ...CERTIFICATE_NAMES].map((name) => ({ globPattern: `**/${inAnyCase(name)}` }));
      // Of a folder that is deleted its own name is told, and none of what was in it.
      const watchers = [...named, { globPattern: '**/*', kind: WatchKind.Delete }];
      attempt(connection, 'to be told of changes on disk', async () => {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        this.#isWatched = true;
      });
    }
    if (workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) =>
        attempt(connection, 'workspace/didChangeWorkspaceFolders', () => this.#exchange(event.added, event.removed)),
      );
    }
  }

  /** The folders, as the client names them. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Whether the client tells of changes on disk. */
  get isWatched(): boolean {
    return this.#isWatched;
  }

  /** All of them. */
  async files(): Promise<Files> {
    if (this.#found === undefined) this.#found = this.#find();
    else if (!this.isWatched) await this.#search(() => false);
    const found = await this.#found;
    return new Map([...found].map(([path, uri]) => [path, this.#names.get(path) ?? uri]));
  }

  /** The innermost folder of the workspace that a document lies in. */
  folderOf(uri: string): string | undefined {
    return this.#innermostFirst().find((folder) => pathWithin(folder, uri) !== undefined);
  }

  /** The URI of a document that is a file of the workspace, opened or not. */
  async file(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    const found = (await this.#found)?.get(path);
    return found && (this.#names.get(path) ?? found);
  }

  /** What the client calls a file, as far as it has named it or would find it. */
  nameOf(uri: string): string {
    const folder = this.folderOf(uri);
    const within = folder && pathWithin(folder, uri);
    return this.#names.get(pathOf(uri)) ?? (folder && within ? uriWithin(folder, within) : uri);
  }

  /** What stands in a file; undefined where there is none to read. */
  read(uri: string): Promise<FileText | undefined> {
    const path = pathOf(uri);
    const known = this.#texts.get(path);
    if (known !== undefined && this.isWatched) return known;
    const read = this.bytes(uri).then(
      (bytes) => legible(bytes, isScriptName(uri) ? decodeScript : decode),
      (error: unknown) => this.#refused(uri, error),
    );
    this.#texts.set(path, read);
    return read;
  }

  /**
   * The bytes of a file, whose name leads out of no folder of the workspace.
   * @throws LedAway where it does
   */
  bytes(uri: string, folders = this.#folders): Promise<Uint8Array> {
    return this.#host.readFile(uri, folders);
  }

  /** Calls a file from now on as the client does. */
  named(uri: string): void {
    this.#names.set(pathOf(uri), uri);
  }

  /** Reads a file anew when its text is asked for: an editor that closes it may just have written it. */
  forget(uri: string): void {
    this.#texts.delete(pathOf(uri));
  }

  /** Looks at the disk again, and tells of all that is there and of what is no longer. */
  async lookAgain(): Promise<void> {
    if (this.#found === undefined) return;
    this.#texts.clear();
    await this.#search(() => true);
  }

  /** Says once of each file why it is not read though it is there. */
  #refused(uri: string, error: unknown): undefined {
    const path = pathOf(uri);
    if (!(error instanceof LedAway) || this.#ledAway.has(path)) return;
    this.#ledAway.add(path);
    this.#connection.console.warn(
      inEnglish(
        say`${linkTo(error.place, fileNameOf(uri))}, outside of the workspace, so it is not read. Add the folder that it leads to to the workspace.`,
      ),
    );
  }

  async #find(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const folder of this.#innermostFirst()) {
      try {
        for (const uri of await this.#host.findFiles(folder)) {
          if (!found.has(pathOf(uri))) found.set(pathOf(uri), uri);
        }
      } catch (error) {
        this.#connection.console.warn(`${folder} could not be searched for specs: ${reason(error)}`);
      }
    }
    return found;
  }

  async #take(changes: readonly FileEvent[]): Promise<void> {
    const found = await this.#found;
    for (const { uri, type } of changes.filter(isFileEvent)) {
      const path = pathOf(uri);
      const isCertificate = isNamed(uri, CERTIFICATE_NAMES);
      if (isCertificate || (type === FileChangeType.Deleted && !isSought(uri))) this.#beside.fire(uri);
      if (isCertificate) continue;
      if (type === FileChangeType.Deleted) {
        const within = [...(found ?? [])].filter(([one]) => one.startsWith(`${path}/`));
        const itself = isSought(uri) || found?.has(path) ? [[path, uri] as const] : [];
        for (const gone of [...within, ...itself]) {
          found?.delete(gone[0]);
          this.#lose(gone);
        }
      } else {
        this.#texts.delete(path);
        this.named(uri);
        // A client may tell of files anywhere.
        if (isSought(uri) && this.folderOf(uri) !== undefined) found?.set(path, uri);
        this.#changed.fire(uri);
      }
    }
  }

  async #exchange(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
    this.#folders = [...this.#folders.filter((folder) => !gone.has(pathOf(folder))), ...added.map(({ uri }) => uri)];
    await this.#search((path, before) => !before.has(path));
  }

  /** Searches the folders anew, and tells of what is gone and of which others it is asked to. */
  async #search(isToBeTold: (path: string, before: Files) => boolean): Promise<void> {
    const before = (await this.#found) ?? new Map();
    const search = this.#find();
    this.#found = search;
    const after = await search;
    for (const file of before) if (!after.has(file[0])) this.#lose(file);
    for (const [path, uri] of after) if (isToBeTold(path, before)) this.#changed.fire(uri);
  }

  #lose([path, uri]: readonly [path: string, uri: string]): void {
    this.#texts.delete(path);
    this.#names.delete(path);
    this.#gone.fire(uri);
  }

  /** Folders may lie in one another. */
  #innermostFirst(): readonly string[] {
    return this.#folders.toSorted((a, b) => pathOf(b).length - pathOf(a).length);
  }
}

/** Whether a client says of a file what it has to; what it says of the others counts nevertheless. */
function isFileEvent(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'uri' in event && typeof event.uri === 'string';
}
