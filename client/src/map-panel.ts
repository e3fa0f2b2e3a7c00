import {
  type Disposable,
  env,
  l10n,
  Position,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FromPage, ToPage } from '../../protocol/map.ts';
import {
  type MapAnswer,
  type MapFindAnswer,
  type MapFindParams,
  type MapParams,
  type MapStoryAnswer,
  type MapStoryParams,
  METHODS,
} from '../../protocol/methods.ts';
import type { Log } from './log.ts';
import { pageOf } from './map-page.ts';

/** What a map needs around it. */
export interface Around {
  readonly client: BaseLanguageClient;
  readonly log: Log;
  /** Of the extension. */
  readonly folder: Uri;
}

/** The map of a spec in a tab beside it. It follows what is typed. */
export class MapPanel implements Disposable {
  readonly #around: Around;
  readonly #spec: Uri;
  readonly #panel: WebviewPanel;
  /** The number of the picture that the page has. */
  #known: number | undefined;
  /** The number of the picture that the page begins with, until it has begun. */
  #fresh: number | undefined;
  #shown: string[] = [];
  #way: MapParams['way'];
  #asking: Promise<void> | undefined;
  #isStale = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(spec: Uri, around: Around, closed: () => void) {
    this.#around = around;
    this.#spec = spec;
    const name = spec.path.split('/').at(-1) ?? '';
    const scripts = Uri.joinPath(around.folder, 'dist', 'web');
    this.#panel = window.createWebviewPanel(
      'lyncFederation.map',
      l10n.t('Map of {0}', name),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [scripts] },
    );
    const { webview } = this.#panel;
    webview.onDidReceiveMessage((message: FromPage) => around.log.attempt(() => this.#hear(message)));
    this.#panel.onDidDispose(() => {
      this.#isClosed = true;
      clearTimeout(this.#waiting);
      closed();
      around.log.attempt(() => around.client.sendRequest(METHODS.mapClosed, this.#about));
    });
  }

  /** Puts the page into the tab, and says so where there is nothing to put there. */
  async begin(): Promise<void> {
    const answer = await this.#ask();
    const { webview } = this.#panel;
    if (!answer?.page || this.#isClosed) return;
    this.#fresh = answer.number;
    const script = Uri.joinPath(this.#around.folder, 'dist', 'web', 'map.js');
    webview.html = pageOf({ ...answer.page, script: webview.asWebviewUri(script).toString(), language: env.language });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Draws what has changed. One question is under way at a time; what changes meanwhile is asked about when it is answered. */
  refresh(): void {
    this.#isStale = true;
    this.#asking ??= this.#draw()
      .catch((error: unknown) => this.#around.log.error(error))
      .finally(() => {
        this.#asking = undefined;
      });
  }

  /** The same once nobody has typed for a while: to draw a map takes longer than a key. */
  refreshSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.refresh(), QUIET);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  get #about() {
    return { textDocument: { uri: this.#spec.toString() } };
  }

  #ask(): Promise<MapAnswer> {
    const known = this.#known === undefined ? {} : { known: this.#known };
    const way = this.#way === undefined ? {} : { way: this.#way };
    const params: MapParams = { ...this.#about, ...known, ...way, shown: this.#shown };
    return this.#around.client.sendRequest(METHODS.map, params);
  }

  async #draw(): Promise<void> {
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      const answer = await this.#ask();
      if (answer === null) return;
      this.#known = answer.number;
      await this.#tell({ kind: 'picture', picture: answer.picture, today: answer.today });
      await this.#tellStory(answer.number);
    }
  }

  /** Hands on the story as it comes, until there is another picture. */
  async #tellStory(number: number): Promise<void> {
    for (let known = 0, isLast = false; !isLast && !this.#isStale && !this.#isClosed; ) {
      const params: MapStoryParams = { ...this.#about, number, known };
      const answer = await this.#around.client.sendRequest<MapStoryAnswer>(METHODS.mapStory, params);
      if (answer === null) return;
      isLast = answer.isLast;
      await this.#tell({ kind: 'chapters', chapters: answer.chapters, isFirst: known === 0, isLast });
      known += answer.chapters.length;
    }
  }

  async #tell(message: ToPage): Promise<void> {
    if (!this.#isClosed) await this.#panel.webview.postMessage(message);
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        // A tab that was out of sight has the picture that it began with.
        this.#known = this.#fresh;
        this.#fresh = undefined;
        return this.refresh();
      case 'go':
        return this.#go(message.line, message.column);
      case 'show':
        this.#shown = [...this.#shown.slice(1 - MOST_SHOWN), message.id];
        return this.refresh();
      case 'way':
        this.#way = message.to === '' ? undefined : { from: message.from, to: message.to };
        return this.refresh();
      case 'find': {
        const params: MapFindParams = { ...this.#about, words: message.words };
        const found = await this.#around.client.sendRequest<MapFindAnswer>(METHODS.mapFind, params);
        return this.#tell({ kind: 'found', found: found ?? [], words: message.words });
      }
    }
  }

  /** Opens the spec where it is open already, else beside the map. */
  async #go(line: number, column: number): Promise<void> {
    const at = new Position(line, column);
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#spec.toString());
    const document = await workspace.openTextDocument(this.#spec);
    await window.showTextDocument(document, {
      viewColumn: editor?.viewColumn ?? ViewColumn.One,
      selection: new Range(at, at),
    });
  }
}

/** Milliseconds. */
const QUIET = 300;

/** So that who searches and searches does not draw all partners in the end. */
const MOST_SHOWN = 20;
