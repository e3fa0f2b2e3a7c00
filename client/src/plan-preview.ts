import {
  type Disposable,
  EventEmitter,
  l10n,
  Uri,
  ViewColumn,
  Disposable as VsDisposable,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { METHODS, type PlanAnswer, type PlanParams } from '../../protocol/methods.ts';
import { isSpec } from './language.ts';

const SCHEME = 'lync-federation-plan';

/** The plans of specs as read-only documents that follow what is typed. */
export class PlanPreviews implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<Uri>();
  readonly #listeners: Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listeners = VsDisposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#text(specOf(uri)),
      }),
      workspace.onDidChangeTextDocument(
        ({ document }) => isSpec(document) && this.#changed.fire(previewOf(document.uri)),
      ),
    );
  }

  /** Opens the plan of a spec beside it. */
  async show(spec: Uri): Promise<void> {
    const document = await workspace.openTextDocument(previewOf(spec));
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  async #text(spec: Uri): Promise<string> {
    const params: PlanParams = { textDocument: { uri: spec.toString() } };
    const text: PlanAnswer = await this.#client.sendRequest(METHODS.plan, params);
    return text ?? l10n.t('Open {0} to see its plan.', spec.path);
  }
}

function previewOf(spec: Uri): Uri {
  return Uri.from({ scheme: SCHEME, path: `${spec.path}.plan`, query: spec.toString() });
}

function specOf(preview: Uri): Uri {
  return Uri.parse(preview.query, true);
}
