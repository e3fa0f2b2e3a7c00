import type { Catalog } from '../../catalog/catalog.generated.ts';
import {
  cloudAt,
  cloudOf,
  type HostingEntry,
  hostedPartners,
  hostingInUse,
} from '../../deployment/hosting-providers.ts';
import type { Fix } from '../../edits/fix.ts';
import { providerAdded, providerSet } from '../../edits/hosting-provider.ts';
import { each, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const hostedPartnerWithoutProvider: Rule = {
  id: 'hosted-partner-without-provider',
  summary: say`A partner in the cloud without an enabled hosting provider that leads there.`,
  severity: 'error',
  facts: ['hosting.lync-online'],

  *check(spec, { catalog }) {
    const configuration = spec.edge?.configuration;
    const off = configuration?.allowFederatedUsers?.value === false || configuration?.useDefaultRouting?.value === true;
    // Where the tenant shares the SIP domains, the missing provider is more than a matter of partners.
    const hybrid = spec.tenant?.sharedSipAddressSpace?.value === true;
    const reached = hostingInUse(spec).some(({ proxyFqdn }) => cloudAt(catalog, proxyFqdn?.value));
    const [first, ...others] = hostedPartners(spec, catalog);
    const id = cloudOf(catalog);
    if (off || hybrid || reached || first === undefined || id === undefined) return;
    const { name, settings, proxyFqdns } = catalog.hosting[id];
    const target = first.partner?.srv?.value;
    const proxyFqdn = target !== undefined && cloudAt(catalog, target) ? hostKey(target) : proxyFqdns[0];
    const disabled = each(spec.providers?.hosting).find((entry) => cloudAt(catalog, entry.proxyFqdn?.value));
    const who =
      others.length === 0 ? code(first.domain.value) : say`${code(first.domain.value)} and ${others.length} more`;
    const because = say`${name} hosts ${who} and is reached only through a hosting provider.`;
    const related = others.map(({ domain }) => ({
      at: domain.at,
      message: say`${code(domain.value)} is hosted there too.`,
    }));
    const identity = disabled?.identity?.value;
    const usualName = catalog.hosting[id].identity;
    const namesake = each(spec.providers?.hosting).find(
      (entry) => entry.identity?.value.toLowerCase() === usualName.toLowerCase(),
    );
    const add: Fix = namesake
      ? {
          title: say`Give ${code(usualName)} the proxy ${code(proxyFqdn)}, and enable it`,
          safety: 'review',
          edits: [set([...namesake.path, 'proxyFqdn'], proxyFqdn), set([...namesake.path, 'enabled'], true)],
        }
      : {
          title: say`Add the hosting provider ${code(usualName)}`,
          safety: 'review',
          edits: providerAdded(spec, catalog, { id, settings, proxyFqdn }),
        };
    yield {
      at: first.domain.at,
      message:
        disabled && identity !== undefined
          ? say`${because} Enable ${code(identity)}.`
          : say`${because} Add one with the proxy ${code(proxyFqdn)}.`,
      related: disabled?.enabled
        ? [{ at: disabled.enabled.at, message: say`The provider is not enabled.` }, ...related]
        : related,
      fixes: disabled && identity !== undefined ? [enabling(spec, catalog, { entry: disabled, identity })] : [add],
    };
  },
};

function enabling(
  spec: Spec,
  catalog: Catalog,
  { entry, identity }: { readonly entry: HostingEntry; readonly identity: string },
): Fix {
  return {
    title: say`Enable ${code(identity)}`,
    safety: 'review',
    edits: providerSet(spec, catalog, { entry, values: { enabled: true } }),
  };
}
