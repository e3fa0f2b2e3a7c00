import { cmdlet as reference } from '../../catalog/cmdlets.ts';
import { resolveParameter } from '../../catalog/parameter-names.ts';
import { mixedParameters } from '../../catalog/parameter-sets.ts';
import { declaredObjects } from '../../cmdlets/declared-objects.ts';
import { type Effect, effectsOf, GLOBAL, type Setting } from '../../cmdlets/effect.ts';
import { isProvider } from '../../cmdlets/late-removals.ts';
import { type Outcomes, outcomesOf } from '../../cmdlets/outcome.ts';
import type { Parameter } from '../../cmdlets/read.ts';
import { reachedByFederation } from '../../deployment/partners.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { withoutLine } from '../../edits/own-line.ts';
import type { Spec } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const configurationForbids: Rule = {
  id: 'configuration-forbids',
  summary: say`A command that rules out what other commands beside it are for.`,
  severity: 'error',
  scripts: true,
  facts: [],

  *check(spec, context) {
    const effects = effectsOf(context.runbook, declaredObjects(spec));
    if (effects.length === 0) return;
    const written = { spec, lines: context.lines };
    yield* ruledOut(outcomesOf(effects), written, context);
    if (!statesRouting(spec)) yield* defaultRoutes(effects, written);
    if (spec.domains?.allowed === undefined && spec.domains?.blocked === undefined)
      yield* onBothLists(effects, written);
  },
};

const CONFIGURATION = 'CsAccessEdgeConfiguration';

/** What has no effect while a setting of the Access Edge is off: objects that are made, or the parameters that want it. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  AllowFederatedUsers: {
    CsAllowedDomain: [],
    CsXmppAllowedPartner: [],
    CsPublicProvider: ['Enabled'],
    CsHostingProvider: ['Enabled'],
    CsExternalAccessPolicy: [
      'EnableFederationAccess',
      'EnableXmppAccess',
      'EnablePublicCloudAccess',
      'EnablePublicCloudAudioVideoAccess',
    ],
    CsPushNotificationConfiguration: ['EnableApplePushNotificationService', 'EnableMicrosoftPushNotificationService'],
  },
  AllowOutsideUsers: { CsExternalAccessPolicy: ['EnableOutsideAccess'] },
};

/** Settings that are off in the end, while what needs them is made or allowed. What the spec states has rules of its own. */
function* ruledOut(outcomes: Outcomes, written: Document, context: Context): Iterable<Finding> {
  const settings = outcomes.get(CONFIGURATION)?.objects.get(GLOBAL)?.settings;
  for (const [name, nouns] of Object.entries(NEEDS)) {
    const off = settings?.get(name);
    if (off?.value !== false || isStated(written.spec, name, context)) continue;
    const [first, ...others] = Object.entries(nouns).flatMap(([noun, names]) => needing(outcomes, noun, names));
    if (first === undefined) continue;
    const setting = code(`-${name}`);
    const wanted = code(`-${name} $true`);
    const edits = rewritten(written, off.effect.command, [{ at: off.at, insert: '$true' }]);
    const fix: Fix | undefined = edits && { title: say`Change it to ${wanted}`, safety: 'review', edits };
    yield {
      at: off.at,
      severity: 'warning',
      message: say`${first.shown} of the same commands has no effect while ${setting} is off. Turn it on, or leave out what needs it.`,
      related: [first, ...others].slice(0, MOST).map(({ at }) => ({ at, message: say`This needs ${setting}.` })),
      fixes: fix ? [fix] : [],
    };
  }
}

const MOST = 5;

interface Need {
  readonly at: Range;
  readonly shown: string;
}

function needing(outcomes: Outcomes, noun: string, names: readonly string[]): readonly Need[] {
  return [...(outcomes.get(noun)?.objects.values() ?? [])].flatMap(({ by, settings }) => {
    if (names.length > 0) {
      const on = names.map((name) => settings.get(name)).find((setting) => setting?.value === true);
      return on ? [{ at: on.at, shown: code(on.written ? `-${on.name} $true` : on.effect.command.cmdlet) }] : [];
    }
    return by?.action === 'create' ? [{ at: by.nameAt, shown: code(by.command.cmdlet) }] : [];
  });
}

function isStated(spec: Spec, parameter: string, context: Context): boolean {
  const configuration = spec.edge?.configuration;
  if (configuration === undefined) return false;
  if (parameter === 'AllowOutsideUsers') return configuration.allowOutsideUsers !== undefined;
  return configuration.allowFederatedUsers !== undefined || reachedByFederation(spec, context).length > 0;
}

function statesRouting({ edge }: Spec): boolean {
  const { useDefaultRouting, useDnsSrvRouting, defaultRouteFqdn } = edge?.configuration ?? {};
  return [useDefaultRouting, useDnsSrvRouting, defaultRouteFqdn].some((setting) => setting !== undefined);
}

/** A default route beside providers, which have to go first, or beside partner discovery. */
function* defaultRoutes(effects: readonly Effect[], written: Document): Iterable<Finding> {
  const providers = new Map<string, Effect>();
  let route: { readonly effect: Effect; readonly setting: Setting } | undefined;
  let discovery: Setting | undefined;
  for (const effect of effects) {
    const { noun, key, settings } = effect;
    const given = (name: string) => settings.find((setting) => setting.name === name);
    if (noun === CONFIGURATION) {
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
    if (route === undefined || provider === undefined) continue;
    const name = code(provider.name);
    yield {
      at: route.setting.at,
      message: say`With a default route the Edge can have no providers, and other commands make or enable ${name}. Route by DNS SRV records, or remove the provider first.`,
      related: [{ at: provider.nameAt, message: say`The provider stands here.` }],
      fixes: byDns(written, route.effect, discovery?.value === true),
    };
    return;
  }
  if (route === undefined || discovery === undefined || route.effect.settings.includes(discovery)) return;
  const shown = code('-EnablePartnerDiscovery $true');
  yield {
    at: route.setting.at,
    severity: 'warning',
    message: say`With a default route no partner is looked up, so ${shown} has no effect. Route by DNS SRV records, or turn discovery off.`,
    related: [{ at: discovery.at, message: say`Discovery is turned on here.` }],
    fixes: byDns(written, route.effect, true),
  };
}

/** Routes by DNS SRV records in the same command, without what does not go with them. */
function byDns(written: Document, { command }: Effect, discovery: boolean): readonly Fix[] {
  const of = reference(command.cmdlet);
  const instead = ` -UseDnsSrvRouting -EnablePartnerDiscovery ${discovery ? '$true' : '$false'}`;
  const changes = command.parameters.flatMap((parameter, place) => {
    const name = of && resolveParameter(of, parameter.name);
    if (of === undefined || name === undefined || !('parameter' in name)) return [];
    const at = { start: endOf(command.parameters[place - 1]) ?? command.at.end, end: endOf(parameter) ?? 0 };
    if (name.parameter.name === 'UseDefaultRouting') return [{ at, insert: instead }];
    return mixedParameters(of, ['UseDnsSrvRouting', name.parameter.name]) ? [{ at, insert: '' }] : [];
  });
  const edits = rewritten(written, command, changes);
  return edits ? [{ title: say`Route by DNS SRV records`, safety: 'review', edits }] : [];
}

function endOf(parameter: Parameter | undefined): number | undefined {
  return parameter?.valueAt?.end ?? parameter?.at.end;
}

const LISTS: Readonly<Record<string, string>> = {
  CsAllowedDomain: 'CsBlockedDomain',
  CsBlockedDomain: 'CsAllowedDomain',
};

/** A domain put on a list while it stands on the other one, which the server refuses. */
function* onBothLists(effects: readonly Effect[], written: Document): Iterable<Finding> {
  const listed = new Map<string, Effect>();
  for (const effect of effects) {
    const { noun, key, action } = effect;
    const other = LISTS[noun];
    if (other === undefined || action === 'change') continue;
    if (key === undefined) listed.clear();
    else if (action === 'remove') listed.delete(`${noun} ${key}`);
    else {
      const before = listed.get(`${other} ${key}`);
      listed.set(`${noun} ${key}`, effect);
      if (before === undefined) continue;
      const edits = withoutLine(written, before.command);
      const name = code(effect.name);
      const maker = code(before.command.cmdlet);
      yield {
        at: effect.nameAt,
        message: say`${name} stands on the other list since ${maker}, and the server takes a name on only one of them. Remove it there first.`,
        related: [{ at: before.command.at, message: say`It is put on the other list here.` }],
        fixes: edits ? [{ title: say`Leave out ${maker}`, safety: 'review', edits }] : [],
      };
    }
  }
}
