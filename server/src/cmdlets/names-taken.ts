import { cmdlet } from '../catalog/cmdlets.ts';
import { nounSections } from '../spec/noun-sections.ts';
import type { Effect } from './effect.ts';
import { isProvider } from './late-removals.ts';

/** An object that a command makes under a name that another one has since an earlier command. */
export interface NameTaken {
  readonly before: Effect;
  readonly again: Effect;
}

/**
 * The names that commands give twice, which the server refuses: to objects of one kind, to domains on both lists, to providers of
 * both kinds. What is removed in between, or may be, frees its name.
 */
export function namesTaken(effects: readonly Effect[]): readonly NameTaken[] {
  const found: NameTaken[] = [];
  const taken = new Map<string, Effect>();
  for (const effect of effects) {
    const { noun, key, action } = effect;
    if (action === 'change' || !isStored(noun)) continue;
    const name = `${spaceOf(noun)} ${key}`;
    if (action === 'remove' && key === undefined) {
      for (const [one, by] of taken) if (by.noun === noun) taken.delete(one);
    } else if (action === 'remove') {
      if (taken.get(name)?.noun === noun) taken.delete(name);
    } else if (key !== undefined) {
      const before = taken.get(name);
      taken.set(name, effect);
      if (before) found.push({ before, again: effect });
    }
  }
  return found;
}

/** Whether a domain is put on a list while it stands on the other one. */
export function isOnOtherList({ before, again }: NameTaken): boolean {
  return before.noun !== again.noun && LISTS.includes(again.noun);
}

/** Whether objects of a noun stay on the server: there is a command that takes them away again. */
function isStored(noun: string): boolean {
  return cmdlet(`Remove-${noun}`) !== undefined;
}

/** Kinds of objects of which no two have the same name. */
function spaceOf(noun: string): string {
  if (isProvider(noun)) return 'providers';
  return LISTS.includes(noun) ? 'lists' : noun;
}

/** What fills the two lists of domains. */
const LISTS = nounSections
  .filter(({ path }) => /^domains\.(?:allowed|blocked)$/.test(path.join('.')))
  .map(({ noun }) => noun);
