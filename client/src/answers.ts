import {
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  TabInputText,
  Uri,
  ViewColumn,
  Disposable as VsDisposable,
  window,
  workspace,
} from 'vscode';
import { ANSWER_SCHEME } from '../../protocol/languages.ts';
import type { LinkedText } from '../../protocol/methods.ts';
import { linksOf, wordsOf } from './linked-text.ts';
import type { StatusItem } from './status.ts';

/** A question about a spec; nothing is the answer where the server does not have that. */
export interface Question {
  readonly title: string;
  readonly spec: Uri;
  ask(): Promise<LinkedText | null>;
}

/** Answers as read-only documents beside their specs. They are asked for anew when the spec changes. */
export class Answers implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #listeners: Disposable;
  readonly #questions = new Map<string, Question>();
  readonly #answers = new Map<string, LinkedText>();

  constructor(status: Pick<StatusItem, 'onTold'>) {
    this.#listeners = VsDisposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(ANSWER_SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#text(uri.toString()),
      }),
      languages.registerDocumentLinkProvider(
        { scheme: ANSWER_SCHEME },
        {
          provideDocumentLinks: ({ uri }) => this.#links(uri.toString()),
        },
      ),
      status.onTold((spec) => {
        for (const [uri, question] of this.#questions)
          if (question.spec.toString() === spec) this.#changed.fire(Uri.parse(uri, true));
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#questions.delete(uri.toString());
        this.#answers.delete(uri.toString());
      }),
    );
  }

  /** Opens the answer to a question beside what it is about. */
  async show(question: Question): Promise<void> {
    const uri = uriOf(question);
    this.#questions.set(uri.toString(), question);
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  /** Closes the answer to a question. */
  async close(question: Question): Promise<void> {
    const uri = uriOf(question).toString();
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    await window.tabGroups.close(
      tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === uri),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  async #text(uri: string): Promise<string> {
    const answer = await this.#questions.get(uri)?.ask();
    if (!answer) return l10n.t('Open the spec, and ask again.');
    this.#answers.set(uri, answer);
    return wordsOf(answer);
  }

  #links(uri: string) {
    const [question, answer] = [this.#questions.get(uri), this.#answers.get(uri)];
    return question && answer ? linksOf(answer, question.spec) : [];
  }
}

function uriOf({ title, spec }: Question): Uri {
  return Uri.from({ scheme: ANSWER_SCHEME, path: `/${title.replaceAll('/', ' ')}`, query: spec.toString() });
}
