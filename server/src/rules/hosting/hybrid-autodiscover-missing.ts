import { hostingToUse } from '../../deployment/hosted-services.ts';
import { hybridProvider, serviceBehind } from '../../deployment/hosting-providers.ts';
import { parametersFor, shellServer, versionGap } from '../../deployment/version-gap.ts';
import { providerSet } from '../../edits/hosting-provider.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const hybridAutodiscoverMissing: Rule = {
  id: 'hybrid-autodiscover-missing',
  summary: say`A hybrid whose provider does not say where clients of moved users find their server.`,
  severity: 'warning',
  facts: ['hosting.lync-online', 'hosting.gcc-high', 'hosting.dod', 'hosting.21vianet'],
  misses: ['providers.hosting.*.autodiscoverUrl', 'providers.hosting.*.proxyFqdn'],

  *check(spec, context) {
    const { catalog, faults } = context;
    const server = shellServer(spec, catalog);
    const isToShare = spec.tenant?.sharedSipAddressSpace?.value === true && !hybridProvider(spec, catalog);
    for (const entry of hostingToUse(spec, context)) {
      const { identity, autodiscoverUrl, hostsOCSUsers, path } = entry;
      // One that homes users has to share them, or be told to.
      if (!isToShare && hostsOCSUsers?.value !== true) continue;
      const cloud = serviceBehind(spec, catalog, entry);
      const key = [...path, 'autodiscoverUrl'];
      const right = cloud && catalog.hosting[cloud].hybridSettings?.autodiscoverUrl;
      if (identity === undefined || right === undefined || autodiscoverUrl?.value.trim()) continue;
      if (isUnreadable(faults, key) || (server && versionGap(catalog, parametersFor(key), server))) continue;
      yield {
        at: autodiscoverUrl?.at ?? identity.at,
        message: say`${code(identity.value)} homes users of yours and has no ${code('autodiscoverUrl')}, so clients that ask the servers for such a user are not led on to where the user is. Set it to ${code(right)}.`,
        fixes: [
          {
            title: say`Set ${code('autodiscoverUrl')} to ${code(right)}`,
            safety: 'review',
            edits: providerSet(spec, catalog, { entry, values: { autodiscoverUrl: right } }),
          },
        ],
      };
    }
  },
};
