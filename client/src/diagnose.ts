import {
  CodeAction,
  CodeActionKind,
  type Disposable,
  l10n,
  languages,
  ProgressLocation,
  type Diagnostic as Shown,
  Uri,
  Disposable as VsDisposable,
  window,
} from 'vscode';
import { type BaseLanguageClient, Diagnostic } from 'vscode-languageclient';
import { CLIENT_COMMANDS } from '../../protocol/commands.ts';
import { SPEC_LANGUAGE } from '../../protocol/languages.ts';
import {
  type DiagnosisAnswer,
  type DiagnosisParams,
  METHODS,
  type TraceAnswer,
  type TraceParams,
} from '../../protocol/methods.ts';
import { LARGEST_TRACE } from '../../protocol/sizes.ts';
import type { Answers, Question } from './answers.ts';
import { base64Of, namesOf, readFile } from './given-files.ts';
import type { Log } from './log.ts';
import type { StatusItem } from './status.ts';
import { unlinked } from './unlinked.ts';

/** What traces show beside specs: an answer to each, and findings on their lines, until somebody dismisses them. */
export class Diagnoses implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #answers: Answers;
  readonly #log: Log;
  readonly #found = languages.createDiagnosticCollection(SOURCE);
  readonly #open = new Map<string, Question>();
  /** Where findings are shown, by their specs: there, and in files that these extend. */
  readonly #files = new Map<string, readonly string[]>();
  readonly #listeners: Disposable;

  constructor(client: BaseLanguageClient, answers: Answers, status: Pick<StatusItem, 'onTold'>, log: Log) {
    this.#client = client;
    this.#answers = answers;
    this.#log = log;
    this.#listeners = VsDisposable.from(
      this.#found,
      status.onTold((spec) => log.attempt(async () => this.#open.get(spec)?.ask())),
      languages.registerCodeActionsProvider(
        { language: SPEC_LANGUAGE },
        { provideCodeActions: ({ uri }, _, { diagnostics }) => dismissal(uri, diagnostics) },
        { providedCodeActionKinds: [CodeActionKind.QuickFix] },
      ),
    );
  }

  /** Reads traces, and shows what they tell of a spec. */
  async show(spec: Uri, traces: readonly Uri[]): Promise<void> {
    if (!(await this.#read(spec, traces))) return;
    const name = spec.path.split('/').at(-1) ?? '';
    const question = { title: l10n.t('Diagnosis of {0}', name), spec, ask: () => this.#ask(spec) };
    this.#open.set(spec.toString(), question);
    await this.#answers.show(question);
  }

  /** Forgets what traces showed of a spec, of those that show it in a file that they extend, or of all. */
  async dismiss(spec: Uri | undefined): Promise<void> {
    const open = [...this.#open.values()].filter(
      (one) => spec === undefined || this.#files.get(one.spec.toString())?.includes(spec.toString()),
    );
    for (const question of open) {
      this.#open.delete(question.spec.toString());
      this.#clear(question.spec);
      await this.#answers.close(question);
      await this.#client.sendRequest<null>(METHODS.dismissDiagnosis, paramsFor(question.spec));
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** In pieces: a trace may be larger than what client and server want to hold at once. */
  async #read(spec: Uri, traces: readonly Uri[]): Promise<boolean> {
    const names = namesOf(traces);
    const options = { location: ProgressLocation.Notification, title: l10n.t('Reading traces…'), cancellable: true };
    const refused = await window.withProgress(options, async (progress, cancelled) => {
      const told: string[] = [];
      for (const [i, uri] of traces.entries()) {
        const name = names[i] ?? '';
        const bytes = await readFile(uri, LARGEST_TRACE);
        for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
          if (cancelled.isCancellationRequested) return undefined;
          const piece = bytes.subarray(at, at + PIECE);
          const begins = at > 0 ? {} : ({ begins: i > 0 ? 'file' : 'all' } as const);
          const params: TraceParams = {
            ...paramsFor(spec),
            name,
            base64: base64Of(piece),
            ...begins,
            ends: at + PIECE >= bytes.length,
          };
          const answer = await this.#client.sendRequest<TraceAnswer>(METHODS.trace, params);
          if (answer?.isRead === false) told.push(answer.told);
          progress.report({ message: name, increment: (100 * piece.length) / bytes.length / traces.length });
        }
      }
      return told;
    });
    if (refused === undefined) {
      await this.#client.sendRequest<null>(METHODS.dismissDiagnosis, paramsFor(spec));
      return false;
    }
    // It stays for as long as the person likes.
    if (refused.length > 0) this.#log.attempt(() => window.showWarningMessage(unlinked(refused.join(' '))));
    return refused.length < traces.length;
  }

  async #ask(spec: Uri): Promise<DiagnosisAnswer> {
    const answer = await this.#client.sendRequest<DiagnosisAnswer>(METHODS.diagnosis, paramsFor(spec));
    // It may have been dismissed meanwhile.
    if (!this.#open.has(spec.toString())) return null;
    const found = { [spec.toString()]: answer?.findings ?? [], ...answer?.elsewhere };
    this.#clear(spec);
    this.#files.set(spec.toString(), Object.keys(found));
    for (const [uri, all] of Object.entries(found)) {
      const shown = await this.#client.protocol2CodeConverter.asDiagnostics(all.filter((one) => Diagnostic.is(one)));
      this.#found.set(Uri.parse(uri, true), shown);
    }
    return answer;
  }

  #clear(spec: Uri): void {
    for (const uri of this.#files.get(spec.toString()) ?? []) this.#found.delete(Uri.parse(uri, true));
    this.#files.delete(spec.toString());
  }
}

const SOURCE = 'lync-federation diagnosis';
const PIECE = 1024 * 1024;

function dismissal(spec: Uri, shown: readonly Shown[]): CodeAction[] {
  const diagnostics = shown.filter(({ source }) => source === SOURCE);
  if (diagnostics.length === 0) return [];
  const title = l10n.t('Dismiss the diagnosis');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  action.command = { title, command: CLIENT_COMMANDS.dismissDiagnosis, arguments: [spec] };
  return [action];
}

function paramsFor(spec: Uri): DiagnosisParams {
  return { textDocument: { uri: spec.toString() } };
}
