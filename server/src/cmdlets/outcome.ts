import type { Effect, Setting } from './effect.ts';

/** What a runbook leaves behind, noun by noun, as the reference writes them. */
export type Outcomes = ReadonlyMap<string, NounOutcome>;

/** What a runbook does to the objects of one noun. */
export interface NounOutcome {
  /** By key; what a command that nobody can foresee may have changed since is not told. */
  readonly objects: ReadonlyMap<string, ObjectOutcome>;
  /** Some command acts on objects that only a running shell knows. */
  readonly clouded: boolean;
}

/** What a runbook does to one object. */
export interface ObjectOutcome {
  /** The command that made or removed it last; undefined where it has to be there already. */
  readonly by: Effect | undefined;
  /** The last value of each parameter, by its name, and the command that gives it; in the order in which they were given. */
  readonly settings: ReadonlyMap<string, LastSetting>;
  /** The last command that touches it. */
  readonly last: Effect;
}

export interface LastSetting extends Setting {
  readonly effect: Effect;
}

/** Runs commands in thought, one after the other: the last one wins. Linear in the number of commands. */
export function outcomesOf(effects: readonly Effect[]): Outcomes {
  const nouns = new Map<string, { objects: Map<string, Mutable>; clouded: boolean }>();
  for (const effect of effects) {
    const noun = nouns.get(effect.noun) ?? { objects: new Map(), clouded: false };
    nouns.set(effect.noun, noun);
    if (effect.key === undefined) {
      noun.objects.clear();
      noun.clouded = true;
    } else noun.objects.set(effect.key, after(effect, noun.objects.get(effect.key)));
  }
  return nouns;
}

interface Mutable extends ObjectOutcome {
  readonly settings: Map<string, LastSetting>;
}

function after(effect: Effect, before: Mutable | undefined): Mutable {
  const isKept = effect.action === 'change';
  const settings = isKept && before ? before.settings : new Map<string, LastSetting>();
  for (const setting of effect.action === 'remove' ? [] : effect.settings) {
    settings.delete(setting.name);
    settings.set(setting.name, { ...setting, effect });
  }
  return { by: isKept ? before?.by : effect, settings, last: effect };
}
