import type { Catalog } from '../../catalog/catalog.generated.ts';
import {
  cloudAt,
  cloudOf,
  type HostingEntry,
  hostedPartners,
  hostingInUse,
} from '../../deployment/hosting-providers.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import type { Fix } from '../../edits/fix.ts';
import { providerAdded, providerSet } from '../../edits/hosting-provider.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
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
    if (off || hybrid || isTenantAlone(spec) || reached || first === undefined || id === undefined) return;
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
    const add: Fix = {
      title: say`Add the hosting provider ${code(catalog.hosting[id].identity)}`,
      safety: 'review',
      edits: providerAdded(spec, catalog, { id, settings, proxyFqdn }),
    };
    const namesake = providerNamed(catalog.hosting[id].identity, spec);
    const [advice, fix] =
      disabled && identity !== undefined
        ? [say`Enable ${code(identity)}.`, enabling(spec, catalog, { entry: disabled, identity })]
        : namesake
          ? [
              say`Give ${code(namesake.identity.value)} the proxy ${code(proxyFqdn)}.`,
              leading(namesake, { proxyFqdn, spec, catalog }),
            ]
          : [say`Add one with the proxy ${code(proxyFqdn)}.`, add];
    yield {
      at: first.domain.at,
      message: say`${because} ${advice}`,
      related: disabled?.enabled
        ? [{ at: disabled.enabled.at, message: say`The provider is not enabled.` }, ...related]
        : related,
      fixes: [fix],
    };
  },
};

interface Namesake {
  readonly entry: HostingEntry;
  readonly identity: Leaf<string>;
}

/** The hosting provider that has a name already, wherever it leads. */
function providerNamed(name: string, spec: Spec): Namesake | undefined {
  for (const entry of each(spec.providers?.hosting)) {
    const { identity } = entry;
    if (identity?.value.toLowerCase() === name.toLowerCase()) return { entry, identity };
  }
  return undefined;
}

/** A name is given once, so the provider that has it is made anew. */
function leading(
  namesake: Namesake,
  { proxyFqdn, ...about }: { readonly proxyFqdn: string; readonly spec: Spec; readonly catalog: Catalog },
): Fix {
  return {
    title: say`Give ${code(namesake.identity.value)} the proxy ${code(proxyFqdn)}, and enable it`,
    safety: 'review',
    edits: changedProvider(namesake, { proxyFqdn, enabled: true }, about),
  };
}

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
