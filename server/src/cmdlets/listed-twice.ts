import { nounSections } from '../spec/noun-sections.ts';
import type { Effect } from './effect.ts';

/** A domain that a command puts on a list while it stands on the other one. */
export interface ListedTwice {
  readonly before: Effect;
  readonly again: Effect;
}

/** The domains that commands allow and block, which the server refuses. */
export function listedTwice(effects: readonly Effect[]): readonly ListedTwice[] {
  const found: ListedTwice[] = [];
  const listed = new Map<string, Effect>();
  for (const effect of effects) {
    const { noun, key, action } = effect;
    const other = LISTS.includes(noun) ? LISTS.find((list) => list !== noun) : undefined;
    if (other === undefined || action === 'change') continue;
    if (key === undefined) listed.clear();
    else if (action === 'remove') listed.delete(`${noun} ${key}`);
    else {
      const before = listed.get(`${other} ${key}`);
      listed.set(`${noun} ${key}`, effect);
      if (before) found.push({ before, again: effect });
    }
  }
  return found;
}

/** What fills the two lists of domains. */
const LISTS = nounSections
  .filter(({ path }) => /^domains\.(?:allowed|blocked)$/.test(path.join('.')))
  .map(({ noun }) => noun);
