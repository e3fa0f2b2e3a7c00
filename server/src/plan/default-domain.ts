import { nouns } from '../catalog/nouns.ts';
import type { Command } from '../cmdlets/command.ts';
import { code, say } from '../text/message.ts';
import { type State, stateKey } from './state.ts';
import type { Draft, Note } from './step.ts';

const NOUN = nouns.sipDomain;

/**
 * There is always one default SIP domain: it ends only when another one begins. So the way back from a new default is the
 * old one made default again, and the old one cannot go while there is no other.
 */
export function withDefaultDomain(
  drafts: readonly Draft[],
  { declared, live }: { readonly declared: State; readonly live: State | undefined },
): {
  readonly drafts: readonly Draft[];
  readonly notes: readonly Note[];
} {
  const before = live && defaultDomain(live);
  if (before === undefined || drafts.every(({ object }) => object !== NOUN)) return { drafts, notes: [] };
  const again: Command = { cmdlet: `Set-${NOUN}`, parameters: { Identity: before.identity, IsDefault: true } };
  const back = drafts.map((draft) => {
    const isNew = draft.commands.some(({ parameters }) => parameters.IsDefault === true);
    return isNew && draft.object === NOUN ? { ...draft, undo: [again, ...draft.undo] } : draft;
  });
  const stuck = back.find(
    (draft) => draft.action === 'remove' && stateKey({ noun: NOUN, ...draft }) === stateKey(before),
  );
  if (stuck === undefined || defaultDomain(declared) !== undefined) return { drafts: back, notes: [] };
  const message = say`${code(before.identity)} is the default SIP domain, and the server refuses to remove it as long as no other one is the default.`;
  return { drafts: back, notes: [{ message, ...(stuck.at && { at: stuck.at }) }] };
}

function defaultDomain({ objects }: State) {
  return objects.find(({ noun, values }) => noun === NOUN && values.IsDefault === true);
}
