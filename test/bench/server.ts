import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createMessageConnection,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CAPABILITIES } from './capabilities.ts';
import { cpu, stopwatch, type Time } from './clock.ts';
import type { Program } from './program.ts';
import type { BenchSpec } from './spec.ts';

type Diagnostics = readonly { readonly range: { readonly start: { readonly line: number } } }[];

/** How long anybody waits for right diagnostics, in milliseconds. */
const PATIENCE = 60_000;

/** A language server under measurement. A server that can be asked for diagnostics is asked, as editors do. */
export class BenchServer {
  readonly #program: Program;
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  /** From the start of the process on. */
  readonly sinceStart: () => Time;
  /** Never comes about; fails when the process ends. */
  readonly #end: Promise<never>;
  #isAsked = false;
  #published: (diagnostics: Diagnostics) => void = () => {};
  #uri = '';
  #folder = 'file:///bench';
  #version = 0;
  #spec: BenchSpec = { text: '', edit: { line: 0, character: 0, healed: '', broken: '' } };
  /** What stands at the place of the edit. */
  #stands = '';

  constructor(program: Program) {
    this.#program = program;
    const [file = '', ...args] = program.command;
    const env = { ...process.env, ...program.environment };
    this.#process = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'], env });
    this.sinceStart = stopwatch(this.#process.pid, true);
    this.#end = new Promise((_, reject) => this.#process.once('exit', () => reject(new Error('the server has ended'))));
    this.#end.catch(() => {});
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Diagnostics }) => {
        if (uri === this.#uri && (version ?? this.#version) === this.#version) this.#published(diagnostics);
      },
    );
    const { settings } = program;
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section = '' }) => settings[section] ?? null),
    );
    this.#connection.onRequest(() => null);
    this.#connection.listen();
  }

  async initialize(folder?: string): Promise<Time> {
    this.#folder = folder ?? this.#folder;
    const { capabilities } = await this.ask<{ capabilities: { diagnosticProvider?: object } }>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'bench' }],
      capabilities: CAPABILITIES,
    });
    const time = this.sinceStart();
    this.#isAsked = capabilities.diagnosticProvider !== undefined;
    await this.tell('initialized', {});
    await this.tell('workspace/didChangeConfiguration', { settings: this.#program.settings });
    return time;
  }

  /** From `didOpen` to diagnostics that show the one mistake. */
  async open(name: string, spec: BenchSpec): Promise<Time> {
    const { language } = this.#program;
    this.#spec = spec;
    this.#stands = spec.edit.broken;
    this.#version = 1;
    this.#uri = `${this.#folder}/${name}.lync.${language === 'jsonc' ? 'json' : 'yaml'}`;
    const text = broken(spec);
    const textDocument = { uri: this.#uri, languageId: language, version: this.#version, text };
    return this.#timed(() => this.tell('textDocument/didOpen', { textDocument }));
  }

  /** Makes the mistake, or takes it away: from `didChange` to diagnostics that show it so. */
  async edit(): Promise<Time> {
    return this.#timed(() => this.#toggle());
  }

  /** Keys every 40 ms, of which the last one takes the mistake away: how long that took to show, and the CPU of all of them. */
  async burst(keys: number): Promise<{ readonly last: Time; readonly cpu: number }> {
    const { healed, broken } = this.#spec.edit;
    if (this.#stands !== healed) await this.edit();
    const { pid } = this.#process;
    const before = cpu(pid);
    for (let i = 1; i < keys; i++) {
      await this.#write(broken + '!'.repeat(i));
      await sleep(40);
    }
    const last = await this.#timed(() => this.#write(healed));
    await sleep(100);
    return { last, cpu: cpu(pid) - before };
  }

  /** How long the answer to a question about the open document took; undefined where the server has none of that kind. */
  async answer(method: string, params: object): Promise<Time | undefined> {
    const time = stopwatch(this.#process.pid);
    try {
      await this.ask(method, { textDocument: { uri: this.#uri }, ...params });
      return time();
    } catch (error) {
      if (error instanceof ResponseError) return undefined;
      throw error;
    }
  }

  /** A key is typed, and the question comes right behind it. */
  async answerAfterEdit(method: string, params: object): Promise<Time> {
    const shown = this.#isAsked ? undefined : this.#shown();
    const time = stopwatch(this.#process.pid);
    await this.#toggle();
    await this.ask(method, { textDocument: { uri: this.#uri }, ...params });
    const answered = time();
    await (shown ?? this.#shown());
    return answered;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  async stop(): Promise<void> {
    const ended = this.ask('shutdown')
      .then(() => this.tell('exit'))
      .then(() => this.#end);
    await Promise.race([ended.catch(() => {}), sleep(5000)]);
    this.#connection.dispose();
    this.#process.kill();
  }

  async ask<T>(method: string, params?: object): Promise<T> {
    return Promise.race([this.#connection.sendRequest<T>(method, params), this.#end]);
  }

  tell(method: string, params?: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  #toggle(): Promise<void> {
    const { healed, broken } = this.#spec.edit;
    return this.#write(this.#stands === healed ? broken : healed);
  }

  async #write(text: string): Promise<void> {
    const { line, character } = this.#spec.edit;
    const range = { start: { line, character }, end: { line, character: character + this.#stands.length } };
    this.#stands = text;
    const textDocument = { uri: this.#uri, version: ++this.#version };
    await this.tell('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  }

  async #timed(send: () => Promise<void>): Promise<Time> {
    const time = stopwatch(this.#process.pid);
    const shown = this.#isAsked ? undefined : this.#shown();
    await send();
    await (shown ?? this.#shown());
    return time();
  }

  /** When diagnostics show what stands there: publishing early and wrong does not stop the clock. */
  async #shown(): Promise<void> {
    const isRight = (diagnostics: Diagnostics) => {
      const { line, healed } = this.#spec.edit;
      return diagnostics.some(({ range }) => range.start.line === line) === (this.#stands !== healed);
    };
    const end = AbortSignal.timeout(PATIENCE);
    const params = { textDocument: { uri: this.#uri } };
    while (this.#isAsked) {
      const { items } = await this.ask<{ items: Diagnostics }>('textDocument/diagnostic', params);
      if (isRight(items)) return;
      end.throwIfAborted();
      await sleep(2);
    }
    const published = new Promise<void>((resolve, reject) => {
      end.addEventListener('abort', () => reject(end.reason));
      this.#published = (diagnostics) => isRight(diagnostics) && resolve();
    });
    await Promise.race([published, this.#end]);
  }
}

function broken({ text, edit: { line, character, healed, broken } }: BenchSpec): string {
  const lines = text.split('\n');
  const here = lines[line] ?? '';
  lines[line] = here.slice(0, character) + broken + here.slice(character + healed.length);
  return lines.join('\n');
}
