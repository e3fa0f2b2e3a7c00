import {
  type Disposable,
  type DocumentLink,
  EventEmitter,
  env,
  l10n,
  languages,
  Uri,
  ViewColumn,
  Disposable as VsDisposable,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PLAN_LANGUAGE, PLAN_SCHEME } from '../../protocol/languages.ts';
import {
  type LinkedText,
  METHODS,
  type PlanAnswer,
  type PlanParams,
  type ScriptAnswer,
} from '../../protocol/methods.ts';
import { isSpec } from './language.ts';
import { linksOf, wordsOf } from './linked-text.ts';
import type { StatusItem } from './status.ts';

/** The plan of the spec that was in front last, as a read-only document that follows what is typed. */
export class PlanPreview implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<Uri>();
  readonly #listeners: Disposable;
  #spec: Uri | undefined;
  #plan: LinkedText = NOTHING;

  constructor(client: BaseLanguageClient, status: Pick<StatusItem, 'onTold'>) {
    this.#client = client;
    const selector = { scheme: PLAN_SCHEME };
    this.#listeners = VsDisposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(PLAN_SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: () => this.#text(),
      }),
      languages.registerDocumentLinkProvider(selector, { provideDocumentLinks: () => this.#links() }),
      status.onTold((uri) => uri === this.#spec?.toString() && this.#changed.fire(PREVIEW)),
      window.onDidChangeActiveTextEditor(
        (editor) => editor && isSpec(editor.document) && this.#follow(editor.document.uri),
      ),
    );
  }

  /** The spec whose plan is shown. */
  get spec(): Uri | undefined {
    return this.#spec;
  }

  /** Opens the plan of a spec beside it. */
  async show(spec: Uri): Promise<void> {
    this.#follow(spec);
    const document = await workspace.openTextDocument(PREVIEW);
    const plan = await languages.setTextDocumentLanguage(document, PLAN_LANGUAGE);
    await window.showTextDocument(plan, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  /** Puts the plan that is shown into the clipboard. */
  async copy(): Promise<void> {
    await env.clipboard.writeText(wordsOf(this.#plan));
  }

  /** The plan of a spec as a script. */
  script(spec: Uri): Promise<ScriptAnswer> {
    return this.#client.sendRequest(METHODS.planScript, paramsFor(spec));
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** VS Code asks again only where the plan is open. */
  #follow(spec: Uri): void {
    this.#spec = spec;
    this.#changed.fire(PREVIEW);
  }

  async #text(): Promise<string> {
    const spec = this.#spec;
    const plan: PlanAnswer = spec ? await this.#client.sendRequest(METHODS.plan, paramsFor(spec)) : null;
    // Another spec may have come to the front meanwhile.
    if (spec !== this.#spec) return this.#text();
    this.#plan = plan ?? NOTHING;
    if (plan === null) return l10n.t('Open a federation spec to see its plan.');
    return wordsOf(plan);
  }

  #links(): DocumentLink[] {
    const spec = this.#spec;
    if (spec === undefined) return [];
    return linksOf(this.#plan, spec);
  }
}

const NOTHING: LinkedText = { lines: [] };

const PREVIEW = Uri.from({ scheme: PLAN_SCHEME, path: `/${l10n.t('Plan')}` });

function paramsFor(spec: Uri): PlanParams {
  return { textDocument: { uri: spec.toString() } };
}
