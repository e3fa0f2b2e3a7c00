import { Emitter } from 'vscode-languageserver';
import { pathOf } from './names.ts';
import type { Opened } from './opened.ts';

/** The files that specs extend, and by which specs. */
export class SharedFiles {
  /** What specs call a file, by its path and by theirs. */
  readonly #users = new Map<string, Map<string, string>>();
  readonly #changed = new Emitter<string>();

  /** Tells of each file of which a spec that extends it may tell something else now. */
  readonly onChange = this.#changed.event;

  /** All of them, as the client names them. */
  get uris(): readonly string[] {
    return [...this.#users.values()].flatMap((users) => [...users.values()].slice(0, 1));
  }

  /** The paths of the specs that extend a file; nothing where there is none. */
  usersOf(path: string): readonly string[] | undefined {
    const users = this.#users.get(path);
    return users && [...users.keys()];
  }

  /** A spec is known otherwise than before, or not any more. */
  exchange(before: Opened | undefined, now: Opened | undefined): void {
    const [were, are] = [urisIn(before), urisIn(now)];
    const path = (now ?? before)?.path ?? '';
    for (const uri of were) {
      const users = this.#users.get(pathOf(uri));
      users?.delete(path);
      if (users?.size === 0) this.#users.delete(pathOf(uri));
    }
    for (const uri of are) {
      const users = this.#users.get(pathOf(uri)) ?? new Map<string, string>();
      this.#users.set(pathOf(uri), users.set(path, uri));
    }
    for (const uri of new Set([...were, ...are])) this.#changed.fire(uri);
  }
}

function urisIn(opened: Opened | undefined): readonly string[] {
  return [...(opened?.extended?.values() ?? [])].map(({ uri }) => uri);
}
