import { supportsPublicIm } from '../../catalog/products.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { code, prose, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const providerOnUnsupportedServer: Rule = {
  id: 'provider-on-unsupported-server',
  summary: say`An enabled public provider on a server product that has lost public IM connectivity.`,
  severity: 'error',
  facts: ['products', 'milestones.skype-connectivity-available', 'milestones.provisioning-site-closed', 'providers'],

  *check(spec, { catalog, asOf }) {
    // Messages with a public provider pass through the Edge.
    const product = spec.server?.edgeProduct ?? spec.server?.product;
    if (product === undefined || supportsPublicIm(catalog, product.value, asOf)) return;
    const { name, publicImUnsupportedFrom: since = '' } = catalog.products[product.value];
    for (const { entry, identity } of activeProviders(spec, { catalog, asOf })) {
      yield {
        at: identity.at,
        message: say`${code(identity.value)} cannot be reached from ${prose(name)}, which has had no public IM connectivity since ${since}. Remove the provider, or upgrade the server.`,
        related: [{ at: product.at, message: say`The server product is stated here.` }],
        // The products without public IM have no Management Shell either, so there is no cmdlet to insert.
        fixes: [{ title: say`Remove ${code(identity.value)}`, safety: 'review', edits: [remove(entry.path)] }],
      };
    }
  },
};
