import { type Catalog, catalog as facts } from '../catalog/catalog.generated.ts';
import { nouns } from '../catalog/nouns.ts';
import { refusal } from '../cmdlets/command.ts';
import { code, codes, say } from '../text/message.ts';
import { compare, type Unshown } from './compare.ts';
import { withDefaultDomain } from './default-domain.ts';
import { draftsOf } from './drafts.ts';
import { kindOf } from './kinds.ts';
import type { Scope, State } from './state.ts';
import type { ByHand, Draft, Note, Step } from './step.ts';
import { TOPOLOGY, topologyDrafts } from './topology.ts';
import { blindDrafts } from './unseen.ts';

/** What brings a server to a declared state, in an order that is safe at every step. */
export interface Plan {
  readonly steps: readonly Step[];
  /** What is otherwise than declared, and no command changes. */
  readonly byHand: readonly ByHand[];
  /** Values that no command line can say; the plan is not whole while there are any. */
  readonly refusals: readonly Note[];
  /** What is worth knowing beside the steps. */
  readonly notes: readonly Note[];
}

/**
 * The steps from what a server holds to what is declared: new, set, or remove-then-new where an object cannot be changed in
 * place. Of the nouns that the declared state speaks of it is the whole truth; others are left alone. Without `live`, or
 * where that does not speak of a noun, the steps look for themselves, and running them twice does no harm.
 */
export function plan(declared: State, live?: State, catalog: Catalog = facts): Plan {
  const compared = live && compare(declared, live, catalog);
  const drafted = compared?.differences.map((difference) => draftsOf(difference, compared)) ?? [];
  const setting = { catalog, server: declared.server ?? live?.server };
  const unshown = compared?.unshown ?? [];
  const open = new Set(unshown.flatMap(({ objects }) => objects));
  const unseen = [
    ...blindDrafts(compared?.notCaptured ?? declared.scopes, declared, setting),
    ...blindDrafts(
      unshown.map(({ scope }) => scope),
      declared,
      setting,
      (object) => open.has(object),
    ),
  ];
  const { drafts, notes: onDefault } = withDefaultDomain([...drafted.flatMap((one) => one.drafts), ...unseen], {
    declared,
    live,
  });
  const notes = [
    ...(compared?.notCaptured.map(notCaptured) ?? []),
    ...unshown.map(notShown),
    ...(compared?.notes ?? []),
    ...onDefault,
  ];
  const ordered = [...drafts, ...topologyDrafts(drafts)].toSorted((a, b) => a.rank - b.rank);
  const refusals: Note[] = [];
  const steps: Step[] = [];
  for (const draft of ordered) {
    const refused = refusalOf(draft);
    if (refused === undefined) steps.push(toStep(draft, notes));
    else refusals.push(refused);
  }
  return { steps, byHand: drafted.flatMap((one) => one.byHand), refusals, notes };
}

/** How many objects a plan adds, changes and removes. */
export interface Counts {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
}

/** Counts the objects of a plan; one that several steps are about counts once. */
export function countsOf({ steps }: Pick<Plan, 'steps'>): Counts {
  const objects = new Map<string, Set<Step['action']>>();
  for (const { object, identity, action } of steps) {
    if (kindOf(object) === undefined) continue;
    const key = `${object} ${identity.toLowerCase()}`;
    objects.set(key, (objects.get(key) ?? new Set()).add(action));
  }
  const all = [...objects.values()];
  const add = all.filter((actions) => actions.has('add') && !actions.has('remove')).length;
  const remove = all.filter((actions) => actions.has('remove') && !actions.has('add')).length;
  return { add, change: all.length - add - remove, remove };
}

/** The steps whose `undo` takes a plan back, in that order: the topology is enabled behind what it publishes. */
export function stepsBack({ steps }: Pick<Plan, 'steps'>): readonly Step[] {
  const back = steps.toReversed();
  const isTopology = ({ object }: Step) => object === TOPOLOGY;
  const last = back.findLastIndex(({ object }) => object === nouns.sipDomain);
  const others = (part: readonly Step[]) => part.filter((step) => !isTopology(step));
  return [...others(back.slice(0, last + 1)), ...back.filter(isTopology), ...others(back.slice(last + 1))];
}

function refusalOf({ commands, only, at }: Step): Note | undefined {
  for (const command of only === undefined ? commands : [...commands, ...only.otherwise]) {
    const refused = refusal(command);
    if (refused !== undefined) return { message: refused.text, ...(at && { at }) };
  }
  return undefined;
}

/** A step whose way back cannot be said has none. */
function toStep({ rank: _, ...step }: Draft, notes: Note[]): Step {
  if (step.undo.every((command) => refusal(command) === undefined)) return step;
  notes.push({
    message: say`What ${code(step.identity)} was before cannot be said in a command, so there is no way back from this step.`,
    ...(step.at && { at: step.at }),
  });
  return { ...step, undo: [] };
}

function notCaptured({ noun, at }: Scope): Note {
  return {
    message: say`The capture says nothing of ${code(noun)}, so these steps find out for themselves what is there.`,
    ...(at && { at }),
  };
}

function notShown({ scope: { noun, at }, objects }: Unshown): Note {
  const names = codes(objects.map(({ identity }) => identity));
  return {
    message: say`The capture shows only a part of ${code(noun)}, so the steps for ${names} find out for themselves what is there.`,
    ...(at && { at }),
  };
}
