import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver';
import {
  CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
  type DocumentHighlight,
  type DocumentSymbol,
  type FileChangeType,
  type FoldingRange,
  type Hover,
  type InitializeResult,
  type Location,
  type Message,
  type Position,
  type PreviousResultId,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type SemanticTokens,
  type SignatureHelp,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { METHODS, type Status } from '../../protocol/methods.ts';
import { languageServer } from '../../scripts/command-line.ts';
import { powerShell } from '../../server/src/grammar/node.ts';
import { Lifecycle } from '../../server/src/lsp/lifecycle.ts';
import { nodeHost } from '../../server/src/lsp/node-host.ts';
import { start } from '../../server/src/lsp/server.ts';
import { bundled } from '../bundles.ts';
import { failing } from '../failing.ts';

/** The capabilities of VS Code, as far as they make a difference. */
export const VSCODE: ClientCapabilities = {
  experimental: { status: true },
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    applyEdit: true,
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    signatureHelp: {
      signatureInformation: {
        documentationFormat: ['markdown', 'plaintext'],
        parameterInformation: { labelOffsetSupport: true },
        activeParameterSupport: true,
      },
    },
    rename: { prepareSupport: true },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: ['type', 'parameter', 'variable', 'function', 'string', 'number'],
      tokenModifiers: [],
      formats: ['relative'],
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        insertTextModeSupport: { valueSet: [1, 2] },
        tagSupport: { valueSet: [1] },
      },
    },
  },
};

/** A client that asks for diagnostics by itself, as VS Code does, and has a workspace with folders, files that change, and bars. */
export const PULLING: ClientCapabilities = {
  ...VSCODE,
  window: { workDoneProgress: true },
  workspace: {
    ...VSCODE.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: { ...VSCODE.textDocument, diagnostic: {} },
};

/** How a bundle differs from what is shipped. */
interface Bundling {
  /** Whether the parser of PowerShell lies beside it. */
  readonly grammar?: boolean;
  /** The program that is bundled. */
  readonly entry?: string;
  /** Whether its parts can be broken. */
  readonly failing?: true;
}

/** The server as one bundle. */
export async function bundle({
  grammar = true,
  entry = 'server/src/lsp/node.ts',
  failing: isFailing,
}: Bundling = {}): Promise<string> {
  const name = [entry, grammar ? '' : 'without grammar', isFailing ? 'failing' : ''].join(' ').replace(/\W+/g, '-');
  const plugins = isFailing ? [failing()] : [];
  const options = { ...languageServer, entryPoints: { server: entry }, plugins };
  return join(await bundled(options, { name, grammar }), 'server.js');
}

/** The server without a process of its own, which takes a tenth of the time: for what is no matter of processes. */
export async function here(): Promise<Here> {
  await powerShell(dirname(await bundle()));
  return HERE;
}

const HERE = Symbol('here');
export type Here = typeof HERE;

/** A server, as a client has it. */
interface Running {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr?: Readable;
  /** Its exit code; in this process none ever comes. */
  readonly exited: Promise<number | null>;
  kill(): void;
}

function spawned(server: string, env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe', env });
  const { stdin, stdout, stderr } = child;
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { stdin, stdout, stderr, exited, kill: () => child.kill() };
}

function begun(): Running {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const lifecycle = new Lifecycle();
  const connection = createConnection(
    (logger) =>
      createProtocolConnection(
        new StreamMessageReader(stdin),
        new StreamMessageWriter(stdout),
        logger,
        lifecycle.options,
      ),
    { shutdownReceived: false, initialize() {}, exit() {} },
    ProposedFeatures.all,
  );
  start(connection, nodeHost(), lifecycle);
  // Nobody hears it once its client is gone.
  return { stdin, stdout, exited: new Promise(() => {}), kill() {} };
}

interface WorkDone {
  readonly kind: 'begin' | 'report' | 'end';
  readonly percentage?: number;
  readonly message?: string;
}

/** Takes down the methods of what it reads. */
class Reader extends StreamMessageReader {
  readonly #heard: Set<string>;

  constructor(from: Readable, heard: Set<string>) {
    super(from);
    this.#heard = heard;
  }

  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      if ('method' in message) this.#heard.add(String(message.method));
      callback(message);
    });
  }
}

/** What is still being said when the server has gone is heard by nobody; who waits for an answer learns it from `exited`. */
class Writer extends StreamMessageWriter {
  override async write(message: Message): Promise<void> {
    await super.write(message).catch(() => {});
  }
}

/** An editor, as the server sees one: its documents, its settings and all it was told. */
export class Client {
  readonly process: Running;
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  readonly log: string[] = [];
  readonly shown: string[] = [];
  readonly registered: string[] = [];
  /** What bars showed: `begin`, `50 1 / 2`, `end`. */
  readonly bars: string[] = [];
  /** The methods of all that the server said or asked. */
  readonly heard = new Set<string>();
  refreshes = 0;
  readonly documents = new Map<string, TextDocument>();
  readonly exited: Promise<number | null>;
  settings: unknown = null;
  #waiting: (() => void)[] = [];

  constructor(server: string | Here, env: NodeJS.ProcessEnv = process.env) {
    this.process = server === HERE ? begun() : spawned(server, env);
    const { stdin, stdout, stderr, exited } = this.process;
    stderr?.on('data', (data) => this.#note(this.log, `stderr: ${data}`));
    this.exited = exited;
    this.connection = createProtocolConnection(new Reader(stdout, this.heard), new Writer(stdin));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => void this.#note(this.published, params),
    );
    this.connection.onNotification(METHODS.status, (params: Status) => void this.#note(this.statuses, params));
    this.connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void this.#note(this.log, message),
    );
    this.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void this.#note(this.shown, message),
    );
    this.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) =>
      this.#note(this.shown, message),
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        for (const { method } of registrations) this.#note(this.registered, method);
      },
    );
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return this.#note([], null);
    });
    this.connection.onRequest('workspace/codeLens/refresh', () => null);
    this.connection.onRequest('workspace/inlayHint/refresh', () => null);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onNotification('$/progress', ({ value }: { value: WorkDone }) => {
      const { kind, percentage, message } = value;
      this.#note(this.bars, kind === 'report' ? `${percentage} ${message}` : kind);
    });
    this.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      for (const [uri, edits] of changesOf(edit)) this.edit(uri, edits);
      return { applied: true };
    });
    this.connection.listen();
  }

  /** A client of that server that has shaken hands. */
  static async connected(
    server: string | Here,
    capabilities = VSCODE,
    {
      settings = null,
      env,
      ...more
    }: {
      settings?: unknown;
      env?: NodeJS.ProcessEnv;
      initializationOptions?: unknown;
      workspaceFolders?: unknown;
      locale?: unknown;
    } = {},
  ): Promise<Client> {
    const client = new Client(server, env);
    client.settings = settings;
    await client.initialize(capabilities, more);
    return client;
  }

  async initialize(capabilities: ClientCapabilities, more: object = {}): Promise<InitializeResult> {
    const result: InitializeResult = await this.#request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  /** Opens a document and waits for its diagnostics. */
  async open(uri: string, text: string, languageId = 'lync-federation'): Promise<PublishDiagnosticsParams> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return this.diagnostics(uri, 1);
  }

  /** Replaces the first occurrence of a text. */
  replace(uri: string, before: string, insert: string): void {
    const document = this.#document(uri);
    const start = document.getText().indexOf(before);
    this.edit(uri, [
      {
        range: { start: document.positionAt(start), end: document.positionAt(start + before.length) },
        newText: insert,
      },
    ]);
  }

  /** Applies edits to a document and tells the server. */
  edit(uri: string, edits: readonly TextEdit[]): void {
    const document = this.#document(uri);
    const inReverse = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    this.#change(
      document,
      inReverse.map(({ range, newText }) => ({ range, text: newText })),
    );
  }

  /** Replaces the whole text. */
  rewrite(uri: string, text: string): void {
    this.#change(this.#document(uri), [{ text }]);
  }

  text(uri: string): string {
    return this.#document(uri).getText();
  }

  /** The diagnostics of a version of a document, as soon as they are there. */
  async diagnostics(uri: string, version = this.#document(uri).version): Promise<PublishDiagnosticsParams> {
    return this.until(() => this.published.find((params) => params.uri === uri && params.version === version));
  }

  /** The first thing there is, now or after a message. */
  async until<T>(find: () => T | undefined): Promise<T> {
    for (let found = find(); ; found = find()) {
      if (found !== undefined) return found;
      await this.#unlessGone(new Promise<void>((resolve) => this.#waiting.push(resolve)));
    }
  }

  /** Asks for what is wrong with a document. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.#request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** Asks for what is wrong in the workspace, and waits for as long as the server has no news. */
  pullWorkspace(
    previousResultIds: readonly PreviousResultId[] = [],
    { token, workDoneToken }: { token?: CancellationToken; workDoneToken?: string } = {},
  ): Promise<WorkspaceDiagnosticReport> {
    const params = { previousResultIds, ...(workDoneToken !== undefined && { workDoneToken }) };
    const given = token ?? CancellationToken.None;
    return this.#unlessGone(this.connection.sendRequest('workspace/diagnostic', params, given));
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells of files that are others now, came or went. */
  async filesChanged(...changes: readonly (readonly [uri: string, type: FileChangeType])[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([uri, type]) => ({ uri, type })),
    });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.#request('textDocument/hover', { textDocument: { uri }, position });
  }

  completion(uri: string, position: Position): Promise<CompletionItem[] | null> {
    return this.#request('textDocument/completion', { textDocument: { uri }, position });
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.#request('completionItem/resolve', item);
  }

  signature(uri: string, position: Position): Promise<SignatureHelp | null> {
    return this.#request('textDocument/signatureHelp', { textDocument: { uri }, position });
  }

  definition(uri: string, position: Position): Promise<Location[] | null> {
    return this.#request('textDocument/definition', { textDocument: { uri }, position });
  }

  references(uri: string, position: Position, includeDeclaration = true): Promise<Location[] | null> {
    const context = { includeDeclaration };
    return this.#request('textDocument/references', { textDocument: { uri }, position, context });
  }

  highlights(uri: string, position: Position): Promise<DocumentHighlight[] | null> {
    return this.#request('textDocument/documentHighlight', { textDocument: { uri }, position });
  }

  prepareRename(uri: string, position: Position): Promise<{ range: Range; placeholder: string } | null> {
    return this.#request('textDocument/prepareRename', { textDocument: { uri }, position });
  }

  rename(uri: string, position: Position, newName: string): Promise<WorkspaceEdit | null> {
    return this.#request('textDocument/rename', { textDocument: { uri }, position, newName });
  }

  tokens(uri: string, range?: Range): Promise<SemanticTokens | null> {
    const method = `textDocument/semanticTokens/${range === undefined ? 'full' : 'range'}`;
    return this.#request(method, { textDocument: { uri }, ...(range && { range }) });
  }

  symbols(uri: string): Promise<DocumentSymbol[] | null> {
    return this.#request('textDocument/documentSymbol', { textDocument: { uri } });
  }

  /** Looks a name up in all documents. */
  workspaceSymbols(query: string): Promise<SymbolInformation[] | null> {
    return this.#request('workspace/symbol', { query });
  }

  folding(uri: string): Promise<FoldingRange[] | null> {
    return this.#request('textDocument/foldingRange', { textDocument: { uri } });
  }

  lenses(uri: string): Promise<CodeLens[] | null> {
    return this.#request('textDocument/codeLens', { textDocument: { uri } });
  }

  async actions(
    uri: string,
    range: Range,
    context: { only?: string[]; triggerKind?: number; diagnostics?: Diagnostic[] } = {},
  ): Promise<CodeAction[]> {
    const diagnostics = this.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
    const found: CodeAction[] | null = await this.#request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, ...context },
    });
    return found ?? [];
  }

  execute(command: string, ...args: unknown[]): Promise<unknown> {
    return this.#request('workspace/executeCommand', { command, arguments: args });
  }

  /** The range of the first occurrence of a text. */
  rangeOf(uri: string, text: string): Range {
    const document = this.#document(uri);
    const start = document.getText().indexOf(text);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  /** Ends the server, and with it all that is still being said. */
  kill(): void {
    this.connection.dispose();
    this.process.kill();
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exited;
  }

  /** Asks whatever has no method of its own here. */
  ask<T>({ method }: { readonly method: string }, params: object): Promise<T> {
    return this.#request(method, params);
  }

  #request<T>(method: string, params: object): Promise<T> {
    return this.#unlessGone(this.connection.sendRequest<T>(method, params));
  }

  /** What is waited for, or an error where the server has gone and will never send it. */
  #unlessGone<T>(awaited: Promise<T>): Promise<T> {
    const gone = this.exited.then((code) => {
      throw new Error(`the server left with ${code}: ${this.log.join('\n')}`);
    });
    return Promise.race([awaited, gone]);
  }

  #document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }

  #change(document: TextDocument, contentChanges: TextDocumentContentChangeEvent[]): void {
    const { uri, version } = document;
    this.documents.set(uri, TextDocument.update(document, contentChanges, version + 1));
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges,
    });
  }

  #note<T>(list: T[], one: T): null {
    list.push(one);
    for (const wake of this.#waiting.splice(0)) wake();
    return null;
  }
}

/** The text edits of a workspace edit, by document. */
export function changesOf(edit: WorkspaceEdit): readonly (readonly [string, readonly TextEdit[]])[] {
  const versioned = (edit.documentChanges ?? []).flatMap((change) =>
    'edits' in change
      ? [[change.textDocument.uri, change.edits.filter((one): one is TextEdit => 'newText' in one)] as const]
      : [],
  );
  return [...versioned, ...Object.entries(edit.changes ?? {})];
}
