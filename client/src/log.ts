import { type Disposable, type LogOutputChannel, window } from 'vscode';

/** What the extension has to say of itself. A window without specs has no such channel. */
export class Log implements Disposable {
  #made: LogOutputChannel | undefined;

  get channel(): LogOutputChannel {
    this.#made ??= window.createOutputChannel('Lync Federation', { log: true });
    return this.#made;
  }

  /** Does something whose end nobody waits for; what goes wrong in it is written down. */
  attempt(run: () => unknown): void {
    new Promise((done) => done(run())).catch((error: unknown) => this.error(error));
  }

  error(error: unknown): void {
    this.channel.error(error instanceof Error ? error : String(error));
  }

  dispose(): void {
    this.#made?.dispose();
  }
}
