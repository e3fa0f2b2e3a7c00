import type { Product } from '../../catalog/catalog.generated.ts';
import { supportsPublicIm } from '../../catalog/products.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import { activeProviders } from '../public-providers.ts';
import type { Rule } from '../rule.ts';

export const providerOnUnsupportedServer: Rule = {
  id: 'provider-on-unsupported-server',
  summary: say`An enabled public provider on a server product without public IM connectivity.`,
  severity: 'error',
  facts: ['products', 'milestones.provisioning-site-closed'],

  *check(spec, { catalog, asOf }) {
    const product = spec.server?.product;
    if (product === undefined || supportsPublicIm(catalog, product.value, asOf)) return;
    for (const { entry, identity } of activeProviders(spec, { catalog, asOf })) {
      yield {
        at: identity.at,
        message: messageFor(identity.value, catalog.products[product.value]),
        related: [{ at: product.at, message: say`The server product is stated here.` }],
        // The products without public IM have no Management Shell either, so there is no cmdlet to insert.
        fixes: [{ title: say`Remove ${code(identity.value)}`, safety: 'review', edits: [remove(entry.path)] }],
      };
    }
  },
};

function messageFor(identity: string, { name, publicIm }: Product): Message {
  const cure = say`Remove the provider, or upgrade the server.`;
  return publicIm.supported && publicIm.unsupportedFrom !== undefined
    ? say`${code(identity)} cannot be reached from ${prose(name)}, which has had no public IM connectivity since ${publicIm.unsupportedFrom}. ${cure}`
    : say`${code(identity)} cannot be reached from ${prose(name)}, which has no public IM connectivity. ${cure}`;
}
