import { type Command, verbAndNoun } from '../cmdlets/command.ts';
import { pathText, wayTo } from '../yaml/path.ts';
import type { Path } from '../yaml/tree.ts';
import type { SpecEdit } from './fix.ts';

/**
 * Edits that are all to be made, and which others cannot be meant beside them: one parameter with another value, a key that is
 * written by both, a line of the runbook that changes while commands find their place among its lines.
 */
export class Agreement {
  readonly #parameters = new Map<string, string>();
  /** What is made anew, by a command that tells of it as a whole. */
  readonly #made = new Set<string>();
  readonly #renamed = new Set<string>();
  readonly #filled = new Set<string>();
  #runs = false;
  #changesRunbook = false;

  takes(edits: readonly SpecEdit[]): boolean {
    return edits.every((edit) => this.#goesWith(edit));
  }

  add(edits: readonly SpecEdit[]): void {
    for (const edit of edits) {
      if (edit.edit === 'run') {
        this.#runs = true;
        if (/^(?:New|Request)$/.test(verbAndNoun(edit.command.cmdlet).verb)) this.#made.add(objectOf(edit.command));
        for (const [name, value] of parametersOf(edit.command)) this.#parameters.set(name, value);
      } else if (edit.edit !== 'text') {
        this.#changesRunbook ||= isInRunbook(edit.path);
        if (edit.edit === 'rename') this.#renamed.add(pathText(nameAfter(edit)));
        else if (edit.edit !== 'remove') for (const key of wayTo(edit.path)) this.#filled.add(key);
      }
    }
  }

  #goesWith(edit: SpecEdit): boolean {
    if (edit.edit === 'text') return true;
    if (edit.edit === 'run') {
      if (this.#changesRunbook || this.#made.has(objectOf(edit.command))) return false;
      return parametersOf(edit.command).every(([name, value]) => this.#says(name, value));
    }
    if (this.#runs && isInRunbook(edit.path)) return false;
    if (edit.edit === 'rename') return !this.#filled.has(pathText(nameAfter(edit)));
    return edit.edit === 'remove' || wayTo(edit.path).every((key) => !this.#renamed.has(key));
  }

  #says(name: string, value: string): boolean {
    const said = this.#parameters.get(name);
    return said === undefined || said === value;
  }
}

function isInRunbook(path: Path): boolean {
  return path[0] === 'cmdlets';
}

function nameAfter({ path, key }: { readonly path: Path; readonly key: string }): Path {
  return [...path.slice(0, -1), key];
}

function objectOf({ cmdlet, parameters }: Command): string {
  return `${cmdlet} ${String(parameters.Identity).toLowerCase()}`;
}

/** The parameters of a command, each told with the object that it belongs to. */
function parametersOf(command: Command): readonly (readonly [name: string, value: string])[] {
  return Object.entries(command.parameters).map(([name, value]) => [
    `${objectOf(command)} ${name}`,
    JSON.stringify(value),
  ]);
}
