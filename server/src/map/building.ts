import type { Listed } from '../deployment/classify.ts';
import type { FederationMap, Road, Station } from './map.ts';

/** A map as it grows. */
export class Building implements FederationMap {
  readonly stations: Station[] = [];
  readonly roads: Road[] = [];
  readonly listed = new Map<string, Listed>();
  readonly #ids = new Set<string>();

  /** Sets up a station, and tells its id; what has the name of another one is told apart by a number. */
  add({
    kind,
    key,
    ...station
  }: Omit<Station, 'id' | 'group'> & { readonly key?: string; readonly group?: string }): string {
    const id = this.#free(key === undefined ? kind : `${kind} ${key}`);
    this.stations.push({ group: kind, ...station, kind, id });
    return id;
  }

  /** Builds a road, where none leads there yet. */
  lead(from: string, to: string, about: Omit<Road, 'id' | 'from' | 'to'> = {}): void {
    const id = `${from} > ${to}`;
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.roads.push({ ...about, id, from, to });
  }

  #free(wanted: string): string {
    for (let number = 1; ; number++) {
      const id = number === 1 ? wanted : `${wanted} #${number}`;
      if (this.#ids.has(id)) continue;
      this.#ids.add(id);
      return id;
    }
  }
}
