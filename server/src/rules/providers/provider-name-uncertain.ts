import type { PublicProvider } from '../../catalog/catalog.generated.ts';
import { providerByIdentity } from '../../catalog/providers.ts';
import { argumentFor, isUndone } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { replaced, withoutCommand } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { each } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import type { LineTable } from '../../text/lines.ts';
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
    const piped = runbook.filter((command) => isRemoval(command) && command.input !== undefined);
    const handed = new Set(piped.map(({ input }) => input?.source.start));
    const gone = new Set(piped.flatMap((removal) => textsBefore(removal, lines)));
    for (const command of runbook) {
      // A look at the server says what that calls each of them; what a removal looks up is none.
      if (command.known?.name === 'Get-CsPublicProvider' && !handed.has(command.at.start)) return;
      if (!isRemoval(command) || isUndone(command)) continue;
      const identity = argumentFor(command, 'Identity');
      const name = identity?.value;
      if (typeof name !== 'string') continue;
      // So does an entry of the spec.
      if (listed.has(name.toLowerCase())) continue;
      const id = providerByIdentity(catalog, name);
      const known = id && catalog.providers[id];
      const other = known?.identities.find((one) => one.toLowerCase() !== name.toLowerCase());
      if (known === undefined || other === undefined) continue;
      const proxy = hostKey(known.proxyFqdn);
      const isGone = gone.has(proxy);
      const edits = isGone
        ? withoutCommand({ spec, lines }, command, { runbook })
        : replaced({ spec, lines }, command, { runbook, text: removalBy(known) });
      const fix: Fix = {
        title: isGone
          ? say`Leave ${code(name)} to what removes whatever uses ${code(known.proxyFqdn)}`
          : say`Remove whatever provider uses ${code(known.proxyFqdn)}`,
        safety: 'review',
        edits: edits ?? [],
      };
      yield {
        at: identity?.valueAt ?? command.at,
        message: say`Some servers call this provider ${code(other)}, and there this command fails. Look with ${code('Get-CsPublicProvider')} first.`,
        fixes: known.proxyVerified && edits ? [fix] : [],
      };
      if (known.proxyVerified && edits) gone.add(proxy);
    }
  },
};

function isRemoval({ known }: RunbookCommand): boolean {
  return known?.name === 'Remove-CsPublicProvider';
}

function removalBy({ proxyFqdn }: PublicProvider): string {
  return `Get-CsPublicProvider | Where-Object { $_.ProxyFqdn -eq '${proxyFqdn}' } | Remove-CsPublicProvider`;
}

/** The texts in quotes of what stands before a command in its pipeline, as hosts compare. */
function textsBefore({ input, at }: RunbookCommand, { text }: LineTable): readonly string[] {
  const before = text.slice(input?.source.start, at.start);
  return [...before.matchAll(/(['"]{1,3})([\w.-]{1,255})\1/g)].map(([, , host = '']) => hostKey(host));
}
