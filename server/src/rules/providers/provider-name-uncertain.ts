import type { PublicProvider } from '../../catalog/catalog.generated.ts';
import { providerByIdentity } from '../../catalog/providers.ts';
import { argumentFor, isUndone } from '../../cmdlets/resolved.ts';
import { replaced } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const providerNameUncertain: Rule = {
  id: 'provider-name-uncertain',
  summary: say`A removal of a shipped provider by a name that not every server gives it.`,
  severity: 'info',
  persona: 'pedantic',
  facts: ['providers'],
  scripts: true,

  *check(spec, { catalog, runbook, lines }) {
    const listed = new Set(each(spec.providers?.public).map(({ identity }) => identity?.value.toLowerCase()));
    for (const command of runbook) {
      // A look at the server says what that calls it.
      if (command.known?.name === 'Get-CsPublicProvider') return;
      if (command.known?.name !== 'Remove-CsPublicProvider' || isUndone(command)) continue;
      const identity = argumentFor(command, 'Identity');
      const name = identity?.value;
      if (typeof name !== 'string') continue;
      // So does an entry of the spec.
      if (listed.has(name.toLowerCase())) continue;
      const id = providerByIdentity(catalog, name);
      const known = id && catalog.providers[id];
      const other = known?.identities.find((one) => one.toLowerCase() !== name.toLowerCase());
      if (known === undefined || other === undefined) continue;
      const edits = replaced({ spec, lines }, command, { runbook, text: removalBy(known) });
      const fix: Fix = {
        title: say`Remove whatever provider uses ${code(known.proxyFqdn)}`,
        safety: 'review',
        edits: edits ?? [],
      };
      yield {
        at: identity?.valueAt ?? command.at,
        message: say`Some servers call this provider ${code(other)}, and there this command fails. Look with ${code('Get-CsPublicProvider')} first.`,
        fixes: known.proxyVerified && edits ? [fix] : [],
      };
      // The look that this asks for is one for all that follow.
      return;
    }
  },
};

function removalBy({ proxyFqdn }: PublicProvider): string {
  return `Get-CsPublicProvider | Where-Object { $_.ProxyFqdn -eq '${proxyFqdn}' } | Remove-CsPublicProvider`;
}
