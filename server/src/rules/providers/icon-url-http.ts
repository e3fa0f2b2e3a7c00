import { activeProviders } from '../../deployment/public-providers.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const iconUrlHttp: Rule = {
  id: 'icon-url-http',
  summary: say`A provider icon that is fetched without encryption.`,
  severity: 'info',
  persona: 'pedantic',
  facts: ['sources.provisioning-guide-2015', 'providers'],
  values: true,

  *check(spec, { catalog, asOf }) {
    for (const active of activeProviders(spec, { catalog, asOf })) {
      const url = active.entry.iconUrl;
      if (url === undefined || !/^http:/i.test(url.value)) continue;
      const iconUrl = active.known?.iconUrl ?? url.value.replace(/^http:/i, 'https:');
      yield {
        at: url.at,
        message: say`Clients fetch the icon of ${code(active.identity.value)} without encryption, so anybody on the way can replace it. Give an address with ${code('https')}.`,
        fixes: [
          {
            title: say`Change it to ${code(iconUrl)}`,
            safety: 'review',
            edits: changedProvider(active, { iconUrl }, { spec, catalog }),
          },
        ],
      };
    }
  },
};
