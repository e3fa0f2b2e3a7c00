import { cmdlet, parameter } from '../../catalog/cmdlets.ts';
import { atLeast } from '../../catalog/products.ts';
import { choose } from '../../catalog/value-rules.ts';
import { argumentFor, type ResolvedCommand, textFor, textsOf } from '../../cmdlets/resolved.ts';
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
      if (isStated(spec, command)) continue;
      for (const { level, at, isBare } of levelsIn(command)) {
        if (!deprecatedValues.includes(level)) continue;
        yield {
          at,
          tag: 'deprecated',
          message: message(level),
          fixes: others.flatMap((value): Fix[] => {
            const edits = isBare ? rewritten({ spec, lines }, command, [{ at, insert: value }]) : undefined;
            return edits ? [{ title: say`Change it to ${code(value)}`, safety: 'review', edits }] : [];
          }),
        };
      }
    }
  },
};

/** The levels that a command gives public providers, and where; in a loop, each that its variable holds. */
function levelsIn(command: ResolvedCommand) {
  if (!/^(?:New|Set)-CsPublicProvider$/.test(command.known?.name ?? '')) return [];
  const given = argumentFor(command, 'VerificationLevel');
  const rule = given?.rule;
  return textsOf(given).flatMap(({ text, at }) => {
    const choice = rule && choose(rule, text);
    const isLevel = choice && 'value' in choice && choice.match !== 'number';
    return isLevel ? [{ level: choice.value, at, isBare: given?.value !== undefined }] : [];
  });
}

/** What the spec states of a provider is told there. */
function isStated({ providers }: Spec, command: ResolvedCommand): boolean {
  const identity = textFor(command, 'Identity')?.toLowerCase();
  return each(providers?.public).some(
    (entry) => entry.identity?.value.toLowerCase() === identity && entry.verificationLevel !== undefined,
  );
}
