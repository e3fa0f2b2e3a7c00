import { workerOf } from './parts.ts';

/** What the page answers and hears, by method. */
export interface Ears {
  /** Requests of the server. */
  readonly answers: Readonly<Record<string, (params: never) => unknown>>;
  /** Notifications; of those that are not ours the client hears as well. */
  readonly hears: Readonly<Record<string, (params: never) => void>>;
  /** What the client says of itself at first, as the server is to hear it. */
  introduces(params: Introduction): object;
}

export interface Introduction {
  readonly capabilities: { readonly textDocument: Readonly<Record<string, object>> };
}

interface Message {
  readonly id?: string | number;
  readonly method?: string;
  readonly params: never;
  /** Who asked knows what it is. */
  readonly result: never;
  readonly error?: { readonly message: string };
}

/** The language server in its worker. The client of the editor speaks with it, and so does the page: what is for the page goes no further. */
export class Server {
  readonly worker: Worker;
  readonly #ears: Ears;
  readonly #asked = new Map<string, (answer: Message) => void>();
  #count = 0;

  private constructor(worker: Worker, ears: Ears) {
    this.worker = worker;
    this.#ears = ears;
    // Before the client listens.
    worker.addEventListener('message', (event: MessageEvent<Message>) => {
      if (this.#takes(event.data)) event.stopImmediatePropagation();
    });
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: Message) =>
      post(message.method === 'initialize' ? { ...message, params: ears.introduces(message.params) } : message);
  }

  static async start(ears: Ears): Promise<Server> {
    return new Server(await workerOf('server'), ears);
  }

  ask<Result>(method: string, params: object): Promise<Result> {
    const id = `page ${this.#count++}`;
    const answered = new Promise<Result>((resolve, reject) => {
      this.#asked.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
    });
    this.worker.postMessage({ jsonrpc: '2.0', id, method, params });
    return answered;
  }

  tell(method: string, params: object): void {
    this.worker.postMessage({ jsonrpc: '2.0', method, params });
  }

  #takes(message: Message): boolean {
    const { id, method, params } = message;
    if (method === undefined) {
      const take = this.#asked.get(String(id));
      this.#asked.delete(String(id));
      take?.(message);
      return take !== undefined;
    }
    this.#ears.hears[method]?.(params);
    const answer = this.#ears.answers[method];
    if (answer && id !== undefined) void this.#answer(id, () => answer(params));
    // What nobody answers here, the client refuses; a server that waits would wait for ever.
    return answer !== undefined || (id === undefined && method.startsWith('lyncFederation/'));
  }

  async #answer(id: string | number, answer: () => unknown): Promise<void> {
    try {
      this.worker.postMessage({ jsonrpc: '2.0', id, result: await answer() });
    } catch (error) {
      this.worker.postMessage({ jsonrpc: '2.0', id, error: { code: -32603, message: String(error) } });
    }
  }
}
