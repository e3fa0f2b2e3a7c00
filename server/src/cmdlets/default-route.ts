import { nouns } from '../catalog/nouns.ts';
import type { Effect, Setting } from './effect.ts';
import { isProvider } from './late-removals.ts';

/** A default route that commands choose beside what does not go with it. */
export interface DefaultRoute {
  readonly effect: Effect;
  readonly setting: Setting;
  /** A provider that commands make or enable as well; a server with a default route can have none. */
  readonly provider: Effect | undefined;
  /** Commands turn partner discovery on, which a default route leaves without effect. */
  readonly discovery: Setting | undefined;
}

/** The first default route that meets a provider, else the one that is left at the end. */
export function defaultRoute(effects: readonly Effect[]): DefaultRoute | undefined {
  const providers = new Map<string, Effect>();
  let route: Pick<DefaultRoute, 'effect' | 'setting'> | undefined;
  let discovery: Setting | undefined;
  for (const effect of effects) {
    const { noun, key, settings } = effect;
    const given = (name: string) => settings.find((setting) => setting.name === name);
    if (noun === nouns.accessEdge) {
      if (given('UseDnsSrvRouting')?.value === true) route = undefined;
      const chosen = given('UseDefaultRouting');
      if (chosen?.value === true && key !== undefined) route = { effect, setting: chosen };
      const found = given('EnablePartnerDiscovery');
      if (found) discovery = found.value === true && key !== undefined ? found : undefined;
    } else if (isProvider(noun)) {
      if (key === undefined) providers.clear();
      else if (effect.action === 'remove') providers.delete(key);
      else if (effect.action === 'create' || given('Enabled')?.value === true) providers.set(key, effect);
    }
    const [provider] = providers.values();
    if (route && provider) return { ...route, provider, discovery };
  }
  return route && { ...route, provider: undefined, discovery };
}
