import type { Disposable, Uri } from 'vscode';
import { type Around, MapPanel } from './map-panel.ts';
import type { StatusItem } from './status.ts';

/** The maps that are open, one for each spec. */
export class Maps implements Disposable {
  readonly #around: Around;
  readonly #panels = new Map<string, MapPanel>();
  readonly #listener: Disposable;

  constructor(around: Around, status: Pick<StatusItem, 'onTold'>) {
    this.#around = around;
    this.#listener = status.onTold((spec) => this.#panels.get(spec)?.refreshSoon());
  }

  /** Opens the map of a spec beside it, or brings it to the front. */
  async show(spec: Uri): Promise<void> {
    const key = spec.toString();
    const open = this.#panels.get(key);
    if (open !== undefined) return open.reveal();
    const panel = new MapPanel(spec, this.#around, () => this.#panels.delete(key));
    this.#panels.set(key, panel);
    await panel.begin();
  }

  dispose(): void {
    this.#listener.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }
}
