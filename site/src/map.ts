import type { FromPage, ToPage } from '../../protocol/map.ts';
import {
  type MapAnswer,
  type MapFindAnswer,
  type MapParams,
  type MapStoryAnswer,
  type MapStoryParams,
  METHODS,
} from '../../protocol/methods.ts';
import { byId } from '../../view/src/page.ts';
import { placeOf } from './parts.ts';
import type { Server } from './server.ts';

/** The map beside the editor: the page that VS Code shows, in a frame. It begins with the day of the playground, and replays the others. */
export class MapFrame {
  readonly #frame = byId<HTMLIFrameElement>('map');
  readonly #server: Server;
  readonly #about: Pick<MapParams, 'textDocument'>;
  readonly #go: (line: number, column: number) => void;
  #known: number | undefined;
  #shown: string[] = [];
  #way: MapParams['way'];
  #asking: Promise<void> | undefined;
  #isStale = false;

  constructor(server: Server, uri: string, go: (line: number, column: number) => void) {
    this.#server = server;
    this.#about = { textDocument: { uri } };
    this.#go = go;
  }

  /** Draws what has changed. One question is under way at a time. */
  refresh(): void {
    this.#isStale = true;
    this.#asking ??= this.#draw().finally(() => {
      this.#asking = undefined;
    });
  }

  async #draw(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const answer = await this.#ask();
      if (answer === null) return;
      const { number, picture, today, page } = answer;
      this.#known = number;
      if (page) await this.#begin(page);
      this.#tell({ kind: 'picture', picture, today });
      await this.#tellStory(number);
    }
  }

  /** Hands on the story as it comes, until there is another picture. */
  async #tellStory(number: number): Promise<void> {
    for (let known = 0, isLast = false; !isLast && !this.#isStale; ) {
      const params: MapStoryParams = { ...this.#about, number, known };
      const answer = await this.#server.ask<MapStoryAnswer>(METHODS.mapStory, params);
      if (answer === null) return;
      isLast = answer.isLast;
      this.#tell({ kind: 'chapters', chapters: answer.chapters, isFirst: known === 0, isLast });
      known += answer.chapters.length;
    }
  }

  #ask(): Promise<MapAnswer> {
    const known = this.#known === undefined ? {} : { known: this.#known };
    const way = this.#way === undefined ? {} : { way: this.#way };
    const params: MapParams = { ...this.#about, ...known, ...way, shown: this.#shown };
    return this.#server.ask(METHODS.map, params);
  }

  async #begin({ body, style }: { readonly body: string; readonly style: string }): Promise<void> {
    const { lang } = document.documentElement;
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    this.#frame.srcdoc = `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${this.#frame.title}</title>
<style>${style}</style><link rel="stylesheet" href="${placeOf('map.css')}"></head><body>${body}</body></html>`;
    await loaded;
    const { contentWindow: inside, contentDocument: page } = this.#frame;
    if (inside === null || page === null) throw new Error('the frame of the map has no page');
    await new Promise<void>((resolve) => {
      const postMessage = (message: FromPage) => (message.kind === 'ready' ? resolve() : void this.#hear(message));
      Object.assign(inside, { acquireVsCodeApi: () => ({ postMessage }) });
      const script = page.createElement('script');
      script.src = placeOf('map.js');
      page.body.append(script);
    });
  }

  #tell(message: ToPage): void {
    this.#frame.contentWindow?.postMessage(message, '*');
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return;
      case 'go':
        return this.#go(message.line, message.column);
      case 'show':
        this.#shown = [...this.#shown.slice(1 - MOST_SHOWN), message.id];
        return this.refresh();
      case 'way':
        this.#way = message.to === '' ? undefined : { from: message.from, to: message.to };
        return this.refresh();
      case 'find': {
        const { words } = message;
        const found = await this.#server.ask<MapFindAnswer>(METHODS.mapFind, { ...this.#about, words });
        this.#tell({ kind: 'found', found: found ?? [], words });
      }
    }
  }
}

const MOST_SHOWN = 20;
