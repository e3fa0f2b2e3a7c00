import type { Catalog } from '../../catalog/catalog.generated.ts';
import { cmdlet, parameter } from '../../catalog/cmdlets.ts';
import { atLeast } from '../../catalog/products.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { shellServer } from '../../deployment/version-gap.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import type { Spec } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const verificationContactsOnly: Rule = {
  id: 'verification-contacts-only',
  summary: say`A public provider whose users are heard only by those who know them.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['levels', 'sources.new-public-provider', 'providers'],

  *check(spec, { catalog, asOf }) {
    const levels = currentLevels(spec, catalog);
    for (const { entry, identity } of activeProviders(spec, { catalog, asOf })) {
      const level = entry.verificationLevel;
      if (level?.value !== catalog.levels['always-unverifiable'].value) continue;
      const others = levels.filter((value) => value !== level.value);
      yield {
        at: level.at,
        message: say`Users of ${code(identity.value)} reach only those who have them as a contact; a first message from anybody else is lost. Keep ${code(level.value)} if that is meant.`,
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
  },
};

/** The verification levels that a public provider can well have on the server of the spec: those it does not deprecate. */
function currentLevels(spec: Spec, catalog: Catalog): readonly string[] {
  const server = shellServer(spec, catalog);
  const creation = cmdlet('New-CsPublicProvider');
  const { deprecatedValues = [], deprecatedFrom } = (creation && parameter(creation, LEVEL)) ?? {};
  const isNew =
    server !== undefined && deprecatedFrom !== undefined && atLeast(catalog, server.product, deprecatedFrom);
  return Object.values(catalog.levels).flatMap(({ parameter: name, value }) =>
    name === LEVEL && !(isNew && deprecatedValues.includes(value)) ? [value] : [],
  );
}

const LEVEL = 'VerificationLevel';
