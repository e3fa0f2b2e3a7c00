import { type Connection, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isNamed, isProjectName, isScriptName } from '../../../protocol/names.ts';
import { pathOf } from './names.ts';
import type { Opened } from './opened.ts';

/** The texts that are open in the editor, under the URIs that it opened them by. */
export class OpenTexts {
  readonly #texts = new Map<string, TextDocument>();
  readonly #opened = new Emitter<string>();
  readonly #changed = new Emitter<string>();
  readonly #saved = new Emitter<string>();
  readonly #closed = new Emitter<string>();

  readonly onOpen = this.#opened.event;
  /** Tells of each new version, the first one, too. */
  readonly onChange = this.#changed.event;
  readonly onSave = this.#saved.event;
  readonly onClose = this.#closed.event;

  constructor(connection: Connection) {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.#texts.set(pathOf(uri), TextDocument.create(uri, languageId, version, text));
      this.#opened.fire(uri);
      this.#changed.fire(uri);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const text = this.get(uri);
      if (text === undefined) return;
      this.#texts.set(pathOf(uri), TextDocument.update(text, contentChanges, version));
      this.#changed.fire(text.uri);
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => this.#saved.fire(uri));
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      if (this.#texts.delete(pathOf(uri))) this.#closed.fire(uri);
    });
  }

  /** The newest text of a document, however its URI is written. */
  get(uri: string): TextDocument | undefined {
    return this.#texts.get(pathOf(uri));
  }

  /** All of them, by their paths. */
  get all(): ReadonlyMap<string, TextDocument> {
    return this.#texts;
  }
}

/** What a document is, by its name and as the editor says; undefined where it is none of ours. */
export function kindOf({ uri, languageId }: TextDocument): Opened['kind'] | undefined {
  if (isProjectName(uri)) return 'project';
  if (isScriptName(uri)) return 'script';
  if (languageId !== 'powershell') return 'spec';
  // To editors the data of a module is PowerShell, too.
  return isNamed(uri, ['*.psd1']) ? undefined : 'script';
}
