import { cmdlet, parameter } from '../../catalog/cmdlets.ts';
import { atLeast } from '../../catalog/products.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import { activeProviders } from '../public-providers.ts';
import { type Rule, run } from '../rule.ts';
import { shellServer } from '../version-gap.ts';

export const verificationLevelDeprecated: Rule = {
  id: 'verification-level-deprecated',
  summary: say`A public provider with a verification level that newer servers deprecate.`,
  severity: 'warning',
  facts: ['sources.new-public-provider'],

  *check(spec, { catalog, asOf }) {
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
    for (const { entry, identity } of activeProviders(spec, { catalog, asOf })) {
      const level = entry.verificationLevel;
      if (level === undefined || !deprecatedValues.includes(level.value)) continue;
      yield {
        at: level.at,
        tag: 'deprecated',
        message: say`${code(level.value)} is deprecated for public providers from ${prose(catalog.products[deprecatedFrom].name)} on. Choose one of ${codes(others)}.`,
        fixes: others.map((value) => ({
          title: say`Change it to ${code(value)}`,
          safety: 'review',
          edits: [
            set(level.path, value),
            run('Set-CsPublicProvider', { Identity: identity.value, VerificationLevel: value }),
          ],
        })),
      };
    }
  },
};
