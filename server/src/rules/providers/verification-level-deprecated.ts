import { cmdlet, parameter } from '../../catalog/cmdlets.ts';
import { atLeast } from '../../catalog/products.ts';
import { choose } from '../../catalog/value-rules.ts';
import { argumentFor, type ResolvedCommand, textFor } from '../../cmdlets/resolved.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { shellServer } from '../../deployment/version-gap.ts';
import { rewritten } from '../../edits/command-edits.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each, type Spec } from '../../spec/model.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const verificationLevelDeprecated: Rule = {
  id: 'verification-level-deprecated',
  summary: say`A public provider with a verification level that newer servers deprecate.`,
  severity: 'warning',
  facts: ['sources.new-public-provider', 'providers'],
  scripts: true,

  *check(spec, { catalog, asOf, runbook, lines }) {
    const server = shellServer(spec, catalog);
    const known = cmdlet('New-CsPublicProvider');
    const {
      deprecatedValues = [],
      deprecatedFrom,
      values = [],
    } = (known && parameter(known, 'VerificationLevel')) ?? {};
    if (server === undefined || deprecatedFrom === undefined) return;
    if (!atLeast(catalog, server.product, deprecatedFrom)) return;
    const others = values.filter((value) => !deprecatedValues.includes(value));
    const message = (level: string) =>
      say`${code(level)} is deprecated for public providers from ${prose(catalog.products[deprecatedFrom].name)} on. Choose one of ${codes(others)}.`;
    for (const { entry, identity } of activeProviders(spec, { catalog, asOf })) {
      const level = entry.verificationLevel;
      if (level === undefined || !deprecatedValues.includes(level.value)) continue;
      yield {
        at: level.at,
        tag: 'deprecated',
        message: message(level.value),
        fixes: others.map((value) => ({
          title: say`Change it to ${code(value)}`,
          safety: 'review',
          edits: [
            set(level.path, value),
            run(commandOn('Set', level.path, { identity: identity.value, verificationLevel: value })),
          ],
        })),
      };
    }
    for (const command of runbook) {
      const { level, at } = levelIn(command) ?? {};
      if (level === undefined || at === undefined || !deprecatedValues.includes(level)) continue;
      if (isStated(spec, command)) continue;
      yield {
        at,
        tag: 'deprecated',
        message: message(level),
        fixes: others.flatMap((value): Fix[] => {
          const edits = rewritten({ spec, lines }, command, [{ at, insert: value }]);
          return edits ? [{ title: say`Change it to ${code(value)}`, safety: 'review', edits }] : [];
        }),
      };
    }
  },
};

/** The level that a command gives a public provider, and where. */
function levelIn(command: ResolvedCommand) {
  if (!/^(?:New|Set)-CsPublicProvider$/.test(command.known?.name ?? '')) return undefined;
  const { value, valueAt, rule } = argumentFor(command, 'VerificationLevel') ?? {};
  if (rule === undefined || typeof value !== 'string' || valueAt === undefined) return undefined;
  const choice = choose(rule, value);
  return 'value' in choice && choice.match !== 'number' ? { level: choice.value, at: valueAt } : undefined;
}

/** What the spec states of a provider is told there. */
function isStated({ providers }: Spec, command: ResolvedCommand): boolean {
  const identity = textFor(command, 'Identity')?.toLowerCase();
  return each(providers?.public).some(
    (entry) => entry.identity?.value.toLowerCase() === identity && entry.verificationLevel !== undefined,
  );
}
