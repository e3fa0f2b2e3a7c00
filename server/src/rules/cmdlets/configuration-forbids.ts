import { declaredObjects } from '../../cmdlets/declared-objects.ts';
import { defaultRoute } from '../../cmdlets/default-route.ts';
import { type Effect, effectsOf, GLOBAL } from '../../cmdlets/effect.ts';
import { isOnOtherList, namesTaken } from '../../cmdlets/names-taken.ts';
import { type Outcomes, outcomesOf } from '../../cmdlets/outcome.ts';
import { isStated, statesRouting, using } from '../../deployment/needs.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import { byDns } from '../../edits/dns-routing.ts';
import type { Fix } from '../../edits/fix.ts';
import { withoutLine } from '../../edits/own-line.ts';
import { code, say } from '../../text/message.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const configurationForbids: Rule = {
  id: 'configuration-forbids',
  summary: say`A command that rules out what other commands beside it are for.`,
  severity: 'error',
  scripts: true,
  facts: ['needs'],

  *check(spec, context) {
    const effects = effectsOf(context.runbook, declaredObjects(spec));
    if (effects.length === 0) return;
    const written = { spec, lines: context.lines };
    yield* withoutNeeds(outcomesOf(effects), written, context);
    if (!statesRouting(spec)) yield* besideDefaultRoute(effects, written);
    if (spec.domains?.allowed === undefined && spec.domains?.blocked === undefined)
      yield* onBothLists(effects, written);
  },
};

/** Settings that are off in the end, while what needs them is made or allowed. What the spec states has rules of its own. */
function* withoutNeeds(outcomes: Outcomes, written: Document, context: Context): Iterable<Finding> {
  for (const need of Object.values(context.catalog.needs)) {
    const off = outcomes.get(need.noun)?.objects.get(GLOBAL)?.settings.get(need.parameter);
    if (off?.value !== false || isStated(written.spec, need, context)) continue;
    const [first, ...others] = need.needing.flatMap((use) => using(outcomes, use));
    if (first === undefined) continue;
    const setting = code(`-${need.parameter}`);
    const wanted = code(`-${need.parameter} $true`);
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

/** A default route beside providers, which have to go first, or beside partner discovery. */
function* besideDefaultRoute(effects: readonly Effect[], written: Document): Iterable<Finding> {
  const route = defaultRoute(effects);
  if (route === undefined) return;
  const { setting, effect, provider, discovery } = route;
  if (provider) {
    yield {
      at: setting.at,
      message: say`With a default route the Edge can have no providers, and other commands make or enable ${code(provider.name)}. Route by DNS SRV records, or remove the provider first.`,
      related: [{ at: provider.nameAt, message: say`The provider stands here.` }],
      fixes: byDns(written, effect, discovery !== undefined),
    };
  } else if (discovery && !effect.settings.includes(discovery)) {
    yield {
      at: setting.at,
      severity: 'warning',
      message: say`With a default route no partner is looked up, so ${code('-EnablePartnerDiscovery $true')} has no effect. Route by DNS SRV records, or turn discovery off.`,
      related: [{ at: discovery.at, message: say`Discovery is turned on here.` }],
      fixes: byDns(written, effect, true),
    };
  }
}

function* onBothLists(effects: readonly Effect[], written: Document): Iterable<Finding> {
  for (const { before, again } of namesTaken(effects).filter(isOnOtherList)) {
    const edits = withoutLine(written, before.command);
    const maker = code(before.command.cmdlet);
    yield {
      at: again.nameAt,
      message: say`${code(again.name)} stands on the other list since ${maker}, and the server takes a name on only one of them. Remove it there first.`,
      related: [{ at: before.command.at, message: say`It is put on the other list here.` }],
      fixes: edits ? [{ title: say`Leave out ${maker}`, safety: 'review', edits }] : [],
    };
  }
}
