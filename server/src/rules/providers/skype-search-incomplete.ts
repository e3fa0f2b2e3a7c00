import { nouns } from '../../catalog/nouns.ts';
import { activeProviders, type PublicProviderEntry } from '../../deployment/public-providers.ts';
import { serverWithoutShell } from '../../deployment/shellless.ts';
import { parametersNamed, shellServer, versionGap, writers } from '../../deployment/version-gap.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import { keyRange } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const skypeSearchIncomplete: Rule = {
  id: 'skype-search-incomplete',
  summary: say`A public provider with one of the two settings that the search for its people needs.`,
  severity: 'warning',
  facts: ['ports.skype-search', 'providers'],
  values: true,

  *check(spec, { catalog, asOf, faults }) {
    const server = shellServer(spec, catalog);
    const parameters = parametersNamed(writers(nouns.publicProvider), 'EnableSkypeDirectorySearch');
    // A server that knows neither setting has a rule of its own; before the Management Shell nobody knew them.
    if (serverWithoutShell(spec, catalog) || (server && versionGap(catalog, parameters, server))) return;
    for (const active of activeProviders(spec, { catalog, asOf })) {
      const found = halfOn(active.entry);
      if (found === undefined || isUnreadable(faults, [...active.entry.path, found.lacking])) continue;
      yield {
        ...found.finding,
        fixes: [
          {
            title: say`Set ${code(found.lacking)} to ${code(true)}`,
            safety: 'review',
            edits: changedProvider(active, { [found.lacking]: true }, { spec, catalog }),
          },
        ],
      };
    }
  },
};

interface HalfOn {
  readonly lacking: 'enableSkypeIdRouting' | 'enableSkypeDirectorySearch';
  readonly finding: Finding;
}

function halfOn({
  enableSkypeIdRouting: routing,
  enableSkypeDirectorySearch: search,
}: PublicProviderEntry): HalfOn | undefined {
  if (search?.value === true && routing?.value !== true) {
    const message = say`The search finds nobody without ${code('enableSkypeIdRouting: true')}. Turn both on, or the search off.`;
    const related = routing ? [{ at: keyRange(search), message: say`The search is turned on here.` }] : [];
    return { lacking: 'enableSkypeIdRouting', finding: { at: routing?.at ?? keyRange(search), message, related } };
  }
  // Routing without the search is a choice where the spec says so.
  if (routing?.value !== true || search !== undefined) return undefined;
  const message = say`${code('enableSkypeIdRouting')} is on and the search is not, so people find nobody whose address they do not know. Set ${code('enableSkypeDirectorySearch')} as well, to ${code(false)} if that is meant.`;
  return { lacking: 'enableSkypeDirectorySearch', finding: { at: keyRange(routing), severity: 'info', message } };
}
