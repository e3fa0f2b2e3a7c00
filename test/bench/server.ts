import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { BenchSpec } from './spec.ts';
import { INSERT } from './spec.ts';

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly { readonly range: { readonly start: { readonly line: number } } }[];
}

const TOKENS = ['type', 'parameter', 'variable', 'function', 'string', 'number', 'property'];

interface WorkspaceReport {
  readonly items: readonly { readonly uri: string; readonly resultId: string }[];
}

/** A language server under measurement: times in milliseconds, from the message sent to the right diagnostics. */
export class BenchServer {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #started = performance.now();
  #listener: (published: Published) => void = () => {};
  #uri = '';
  #version = 0;
  #broken = false;
  #spec: BenchSpec | undefined;

  constructor(command: readonly string[]) {
    const [program = '', ...args] = command;
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (published: Published) =>
      this.#listener(published),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.#connection.onRequest(() => null);
    this.#connection.listen();
  }

  /** From the start of the process to the answer to `initialize`. */
  async initialize(): Promise<number> {
    const capabilities = {
      workspace: { configuration: true },
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        semanticTokens: {
          requests: { full: true, range: true },
          tokenTypes: TOKENS,
          tokenModifiers: [],
          formats: ['relative'],
        },
      },
    };
    await this.#connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    const time = performance.now() - this.#started;
    await this.#connection.sendNotification('initialized', {});
    return time;
  }

  /** From `didOpen` to diagnostics that show the one broken value. */
  async open(name: string, spec: BenchSpec): Promise<number> {
    this.#spec = spec;
    this.#uri = `file:///bench/${name}.lync.yaml`;
    this.#version = 1;
    this.#broken = true;
    const text = insert(spec);
    return this.#timed(() =>
      this.#connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: this.#uri, languageId: 'lync-federation', version: 1, text },
      }),
    );
  }

  /** Breaks or heals the value: from `didChange` to diagnostics that show it so. */
  async edit(): Promise<number> {
    return this.#timed(() => this.#toggle());
  }

  /** Keystrokes every 40 ms: from the last one to diagnostics that show it. */
  async burst(keys: number): Promise<number> {
    for (let i = 1; i < keys; i++) {
      await this.#toggle();
      await new Promise((done) => setTimeout(done, 40));
    }
    return this.edit();
  }

  /** A question about the open document, and how long the answer took; undefined where the server has no answer of that kind. */
  async ask(method: string, params: object): Promise<number | undefined> {
    const start = performance.now();
    const asked = { textDocument: { uri: this.#uri }, ...params };
    try {
      await this.#connection.sendRequest(method, asked);
      return performance.now() - start;
    } catch {
      return undefined;
    }
  }

  /** A key is typed, and the question comes right behind it. */
  async askAfterEdit(method: string, params: object): Promise<number | undefined> {
    const start = performance.now();
    const edited = this.edit();
    await this.ask(method, params);
    const time = performance.now() - start;
    await edited;
    return time;
  }

  /** Opens a workspace, and asks for what is wrong in all of its files; then again, as one of them has changed. */
  async scan(folder: string, change: () => string): Promise<{ readonly first: number; readonly next: number }> {
    const capabilities = {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
      textDocument: { diagnostic: {} },
    };
    const workspaceFolders = [{ uri: folder, name: 'bench' }];
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders,
    });
    await this.#connection.sendNotification('initialized', {});
    const start = performance.now();
    const { items } = await this.#connection.sendRequest<WorkspaceReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const first = performance.now() - start;
    const again = performance.now();
    await this.#connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: change(), type: 2 }],
    });
    const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    await this.#connection.sendRequest('workspace/diagnostic', { previousResultIds });
    return { first, next: performance.now() - again };
  }

  /** Resident memory of the process in MB, now and at its peak; Linux only. */
  memory(): { readonly now: number; readonly peak: number } {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
    const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
    return { now: read('VmRSS'), peak: read('VmHWM') };
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
    this.#process.kill();
  }

  async #toggle(): Promise<void> {
    const { line = 0, character = 0 } = this.#spec?.edit ?? {};
    const start = { line, character };
    const end = { line, character: character + (this.#broken ? INSERT.length : 0) };
    const change = { range: { start, end }, text: this.#broken ? '' : INSERT };
    this.#broken = !this.#broken;
    this.#version++;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [change],
    });
  }

  /** Publishing early and wrong does not stop the clock. */
  async #timed(send: () => Promise<void>): Promise<number> {
    const start = performance.now();
    const seen = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the diagnostics never showed the edit')), 60_000);
      this.#listener = ({ uri, version, diagnostics }) => {
        const broken = diagnostics.some(({ range }) => range.start.line === this.#spec?.edit.line);
        if (uri !== this.#uri || broken !== this.#broken || (version ?? this.#version) !== this.#version) return;
        clearTimeout(timer);
        resolve(performance.now() - start);
      };
    });
    await send();
    return seen;
  }
}

function insert({ text, edit }: BenchSpec): string {
  const lines = text.split('\n');
  const line = lines[edit.line] ?? '';
  lines[edit.line] = line.slice(0, edit.character) + INSERT + line.slice(edit.character);
  return lines.join('\n');
}
