import type { Catalog, PublicProvider } from '../../catalog/catalog.generated.ts';
import { providerOnServer, serviceStatus } from '../../catalog/providers.ts';
import { argument, isTrue } from '../../cmdlets/read.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { remove } from '../../yaml/edit.ts';
import { type Finding, type Rule, run, type SpecEdit } from '../rule.ts';

export const retiredProvider: Rule = {
  id: 'retired-provider',
  summary: say`An enabled public provider whose service has ended, or ends soon.`,
  severity: 'error',
  facts: ['providers', 'limits.service-ending-notice'],

  *check(spec, { catalog, asOf, runbook }) {
    const judge = (sighting: Sighting) => {
      const id = providerOnServer(catalog, sighting, asOf);
      return id ? judged({ catalog, provider: catalog.providers[id], asOf }, sighting) : [];
    };
    for (const entry of each(spec.providers?.public)) {
      if (entry.enabled?.value !== true || entry.identity === undefined) continue;
      const identity = entry.identity.value;
      yield* judge({
        identity,
        proxyFqdn: entry.proxyFqdn?.value,
        at: entry.identity.at,
        edits: [run('Remove-CsPublicProvider', { Identity: identity }), remove(entry.path)],
      });
    }
    for (const command of runbook) {
      const identity = argument(command, 'Identity');
      if (!putsIntoService(command) || typeof identity?.value !== 'string') continue;
      const edits = [run('Remove-CsPublicProvider', { Identity: identity.value })];
      const proxy = argument(command, 'ProxyFqdn')?.value;
      yield* judge({
        identity: identity.value,
        proxyFqdn: typeof proxy === 'string' ? proxy : undefined,
        at: identity.valueAt ?? identity.at,
        edits,
      });
    }
  },
};

interface Sighting {
  readonly identity: string;
  readonly proxyFqdn: string | undefined;
  readonly at: Range;
  readonly edits: readonly SpecEdit[];
}

function* judged(
  { catalog, provider, asOf }: { catalog: Catalog; provider: PublicProvider; asOf: string },
  { identity, at, edits }: Sighting,
): Iterable<Finding> {
  const status = serviceStatus(catalog, provider, asOf);
  if (status !== 'ended' && status !== 'ending') return;
  const finding = {
    at,
    tag: 'deprecated',
    fixes: [{ title: say`Remove ${code(identity)} and its provider from the server`, safety: 'review', edits }],
  } as const;
  if (status === 'ending') {
    const message = say`The service behind ${code(identity)} ends on ${provider.lastDay}; from the next day on nobody can be reached there. Plan its removal.`;
    yield { ...finding, severity: 'warning', message };
    return;
  }
  yield {
    ...finding,
    message: say`The service behind ${code(identity)} ended on ${provider.lastDay}: messages to it are lost. Remove the provider.`,
  };
}

function putsIntoService(command: RunbookCommand): boolean {
  const enabled = argument(command, 'Enabled');
  switch (command.cmdlet.toLowerCase()) {
    case 'enable-cspublicprovider':
      return true;
    case 'new-cspublicprovider':
    case 'set-cspublicprovider':
      return isTrue(enabled?.value);
    default:
      return false;
  }
}
