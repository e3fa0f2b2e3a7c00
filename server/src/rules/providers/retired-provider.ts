import type { Catalog, PublicProvider } from '../../catalog/catalog.generated.ts';
import { providerOnServer, regionOf, serviceStatus } from '../../catalog/providers.ts';
import { namesHanded } from '../../cmdlets/effect.ts';
import { putsIntoService } from '../../cmdlets/into-service.ts';
import { argumentFor, type GivenText, textFor, textsOf } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { isWildcard } from '../../cmdlets/wildcard.ts';
import { endedButInRegion, heirOf } from '../../deployment/ended-services.ts';
import type { PublicProviderEntry } from '../../deployment/public-providers.ts';
import { type Fix, run, type SpecEdit } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { removedInScript } from '../../edits/out-of-service.ts';
import { replacedBy } from '../../edits/public-provider.ts';
import { each, type Spec } from '../../spec/model.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { remove } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const retiredProvider: Rule = {
  id: 'retired-provider',
  summary: say`An enabled public provider whose service has ended, or ends soon.`,
  severity: 'error',
  facts: ['providers', 'limits.service-ending-notice'],
  scripts: true,

  *check(spec, { catalog, asOf, runbook, lines, isScript }) {
    const judge = (sighting: Sighting) => {
      const id = providerOnServer(catalog, sighting, asOf);
      return id ? judged({ spec, catalog, provider: catalog.providers[id], asOf }, sighting) : [];
    };
    for (const entry of each(spec.providers?.public)) {
      if (entry.enabled?.value !== true || entry.identity === undefined) continue;
      const identity = entry.identity.value;
      yield* judge({
        identity,
        proxyFqdn: entry.proxyFqdn?.value,
        region: entry.region?.value,
        at: entry.identity.at,
        entry,
        edits: [run(commandOn('Remove', entry.path, { identity })), remove(entry.path)],
      });
    }
    for (const command of runbook) {
      if (!putsIntoService(command)) continue;
      const named = argumentFor(command, 'Identity');
      for (const { text: identity, at } of named ? textsOf(named) : handed(command)) {
        const removal = commandOn('Remove', ['providers', 'public'], { identity });
        // What a loop does to several is changed by who knows what else it is for.
        const isOne = named?.value !== undefined;
        const inScript = isOne ? (removedInScript(command, removal, { spec, lines, runbook }) ?? []) : [];
        const edits = isScript ? inScript : [run(removal)];
        yield* judge({ identity, proxyFqdn: textFor(command, 'ProxyFqdn'), at, edits });
      }
    }
  },
};

/** The providers that a pipeline hands to a command by their names. */
function handed(command: RunbookCommand): readonly GivenText[] {
  const names = namesHanded(command)?.filter((name) => !isWildcard(name)) ?? [];
  return names.map((text) => ({ text, at: command.at }));
}

interface Sighting {
  readonly identity: string;
  readonly proxyFqdn: string | undefined;
  /** Where the contacts are, if the spec says so. */
  readonly region?: string | undefined;
  readonly at: Range;
  /** The entry of the spec; none for a command. */
  readonly entry?: PublicProviderEntry;
  readonly edits: readonly SpecEdit[];
}

interface Judgement {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly provider: PublicProvider;
  readonly asOf: string;
}

function* judged(judgement: Judgement, sighting: Sighting): Iterable<Finding> {
  const { catalog, provider, asOf } = judgement;
  const { identity, at, edits } = sighting;
  const status = serviceStatus(catalog, provider, asOf);
  if (status !== 'ended' && status !== 'ending') return;
  const removal: Fix = {
    title: say`Remove ${code(identity)}`,
    safety: 'review',
    edits,
  };
  const finding = { at, tag: 'deprecated', fixes: edits.length > 0 ? [removal] : [] } as const;
  const place = regionOf(provider, sighting.region);
  if (place) {
    if (status === 'ended') yield { ...finding, ...endedButInRegion(place, judgement, sighting) };
    return;
  }
  if (status === 'ending') {
    const message = say`The service behind ${code(identity)} ends on ${provider.lastDay}; from the next day on nobody can be reached there. Plan its removal.`;
    yield { ...finding, severity: 'warning', message };
    return;
  }
  const heir = heirOf(judgement);
  if (heir) {
    const [name] = heir.identities;
    const because = say`${prose(provider.name)} ended on ${provider.lastDay}, and only those who moved to ${prose(heir.name)}, which took over its proxy, still answer behind ${code(identity)}.`;
    const isThere = each(judgement.spec.providers?.public).some(
      (one) => one.identity?.value.toLowerCase() === name.toLowerCase(),
    );
    const message = isThere
      ? say`${because} Remove it, as ${code(name)} takes its place.`
      : say`${because} Replace it by ${code(name)}.`;
    const replacement = isThere ? undefined : replacedBy(heir, sighting.entry, judgement);
    yield { ...finding, message, ...(replacement && { fixes: [replacement] }) };
    return;
  }
  yield {
    ...finding,
    message: say`The service behind ${code(identity)} ended on ${provider.lastDay}: messages to it are lost. Remove the provider.`,
  };
}
