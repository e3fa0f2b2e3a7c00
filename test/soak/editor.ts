import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type MessageConnection,
  type PreviousResultId,
  type PublishDiagnosticsParams,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown'] },
    rename: { prepareSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: ['type', 'parameter', 'variable', 'function', 'string', 'number'],
      tokenModifiers: [],
      formats: ['relative'],
    },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    signatureHelp: { signatureInformation: {} },
  },
} as const;

/** Texts of a document that are kept. */
const LAST = 40;

/** How an editor learns what is wrong. */
export type Manner = 'told' | 'asking';

/** Memory in MB: what is in use, and what the system has given. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

/** An editor at work with the built server: `told` waits for diagnostics, `asking` asks for them, in the whole workspace, too. */
export class Editor {
  readonly manner: Manner;
  readonly documents = new Map<string, TextDocument>();
  /** What went wrong, and how often. */
  readonly errors = new Map<string, number>();
  settings: object = {};
  isOver = false;
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #versions = new Map<string, readonly string[]>();
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  #waiting: (() => void)[] = [];
  #ids: PreviousResultId[] = [];

  constructor(manner: Manner) {
    this.manner = manner;
    const memory = fileURLToPath(new URL('memory.mjs', import.meta.url));
    const args = ['--expose-gc', '--import', memory, 'dist/server.js', '--stdio'];
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
    const { stdin, stdout, stderr } = this.#process;
    if (!stdin || !stdout || !stderr) throw new Error('no pipes to the server');
    stderr.on('data', (data) => this.note(`stderr: ${data}`));
    this.#process.on('exit', (code) => !this.isOver && this.note(`the server ended with ${code}`));
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.#connection.onRequest(() => null);
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => this.note(message));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, params);
      for (const done of this.#waiting.splice(0)) done();
    });
    this.#connection.listen();
  }

  async start(folder: string): Promise<void> {
    const { textDocument, workspace } = CAPABILITIES;
    const asks = this.manner === 'asking';
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'soak' }],
      capabilities: {
        workspace: { ...workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
        textDocument: { ...textDocument, ...(asks && { diagnostic: {} }) },
      },
    });
    await this.#connection.sendNotification('initialized', {});
    if (asks) this.#askForAll();
  }

  async open(uri: string, text: string): Promise<void> {
    const document = TextDocument.create(uri, 'lync-federation', 1, text);
    this.documents.set(uri, document);
    const { languageId, version } = document;
    await this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  async change(uri: string, contentChanges: Parameters<typeof TextDocument.update>[1]): Promise<void> {
    const document = this.#document(uri);
    this.#versions.set(uri, [...this.versions(uri).slice(-LAST), document.getText()]);
    const after = TextDocument.update(document, contentChanges, document.version + 1);
    this.documents.set(uri, after);
    await this.tell('textDocument/didChange', { textDocument: { uri, version: after.version }, contentChanges });
  }

  /** The last texts that a document had, for who looks for the edit that went wrong. */
  versions(uri: string): readonly string[] {
    return this.#versions.get(uri) ?? [];
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    this.#versions.delete(uri);
    await this.tell('textDocument/didClose', { textDocument: { uri } });
    this.#published.delete(uri);
  }

  async tell(method: string, params: object): Promise<void> {
    await this.#connection.sendNotification(method, params);
  }

  /** Asks something; an error is taken down, unless it tells the user why there is no answer. */
  async ask(method: string, params: object): Promise<unknown> {
    try {
      return await this.#connection.sendRequest(method, params);
    } catch (error) {
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) return undefined;
      this.note(`${method}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  /** What is wrong with an open document as it is now, in the server's words. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    if (this.manner === 'asking') {
      const asked = { textDocument: { uri } };
      const report = await this.#connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', asked);
      return report.kind === 'full' ? report.items : [];
    }
    const { version } = this.#document(uri);
    const late = setTimeout(() => this.note(`nothing was told of a version for a minute`), 60_000);
    for (;;) {
      const told = this.#published.get(uri);
      if (told?.version === version || this.isOver) {
        clearTimeout(late);
        return told?.diagnostics ?? [];
      }
      await new Promise<void>((done) => this.#waiting.push(done));
    }
  }

  /** What the server holds when all that it can let go is gone. */
  async memory(): Promise<Memory> {
    this.#process.send('memory');
    const [told]: NodeJS.MemoryUsage[] = await once(this.#process, 'message');
    if (told === undefined) throw new Error('no word of the memory');
    const { heapUsed, external, rss } = told;
    return { heap: (heapUsed + external) / 1e6, resident: rss / 1e6 };
  }

  note(what: string): void {
    const [line = ''] = what.split('\n');
    const kind = line.replace(/\d+/g, 'N').slice(0, 160);
    this.errors.set(kind, (this.errors.get(kind) ?? 0) + 1);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    for (const done of this.#waiting.splice(0)) done();
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await once(this.#process, 'exit');
    this.#connection.dispose();
  }

  /** Asks for what is wrong in the workspace, and asks again as soon as there is an answer. */
  #askForAll(): void {
    const params = { previousResultIds: this.#ids };
    this.#connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', params).then(
      ({ items }) => {
        this.#ids = items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : { uri, value: resultId }));
        setTimeout(() => this.isOver || this.#askForAll(), 200);
      },
      (error: unknown) => this.isOver || this.note(`workspace/diagnostic: ${error}`),
    );
  }

  #document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }
}
