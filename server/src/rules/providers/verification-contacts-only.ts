import { code, say } from '../../text/message.ts';
import { activeProviders } from '../public-providers.ts';
import type { Rule } from '../rule.ts';

export const verificationContactsOnly: Rule = {
  id: 'verification-contacts-only',
  summary: say`A public provider whose users are heard only by those who know them.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['sources.new-public-provider'],

  *check(spec, { catalog, asOf }) {
    for (const { entry, identity } of activeProviders(spec, { catalog, asOf })) {
      const level = entry.verificationLevel;
      if (level?.value !== 'AlwaysUnverifiable') continue;
      yield {
        at: level.at,
        message: say`Users of ${code(identity.value)} reach only those who have them as a contact; a first message from anybody else is lost. Keep ${code(level.value)} if that is meant.`,
      };
    }
  },
};
