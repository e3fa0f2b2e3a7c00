import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import { activeProviders } from '../public-providers.ts';
import { type Rule, run } from '../rule.ts';
import { currentLevels } from '../verification-levels.ts';

export const verificationContactsOnly: Rule = {
  id: 'verification-contacts-only',
  summary: say`A public provider whose users are heard only by those who know them.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['sources.new-public-provider', 'providers'],

  *check(spec, { catalog, asOf }) {
    const levels = currentLevels(spec, catalog);
    for (const { entry, identity } of activeProviders(spec, { catalog, asOf })) {
      const level = entry.verificationLevel;
      if (level?.value !== 'AlwaysUnverifiable') continue;
      const others = levels.filter((value) => value !== level.value);
      yield {
        at: level.at,
        message: say`Users of ${code(identity.value)} reach only those who have them as a contact; a first message from anybody else is lost. Keep ${code(level.value)} if that is meant.`,
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
