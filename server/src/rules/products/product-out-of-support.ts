import type { ProductId } from '../../catalog/catalog.generated.ts';
import type { Grounds } from '../../deployment/grounds.ts';
import type { Leaf } from '../../spec/model.ts';
import { prose, say } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const productOutOfSupport: Rule = {
  id: 'product-out-of-support',
  summary: say`A server product that is no longer supported.`,
  severity: 'info',
  facts: ['products'],

  *check({ server }, { catalog, asOf }) {
    for (const product of [server?.product, server?.edgeProduct]) {
      const found = product && outOfSupport(product, { catalog, asOf });
      if (found) yield found;
    }
  },
};

function outOfSupport({ value, at }: Leaf<ProductId>, { catalog, asOf }: Grounds): Finding | undefined {
  const { name, extendedEnd, paidUpdatesUntil } = catalog.products[value];
  if (extendedEnd === undefined || asOf <= extendedEnd) return undefined;
  return {
    at,
    message:
      paidUpdatesUntil && asOf <= paidUpdatesUntil
        ? say`Support for ${prose(name)} ended on ${extendedEnd}, and only those who pay for them get security updates, until ${paidUpdatesUntil}. Plan the upgrade, or the move of its users to the cloud.`
        : say`Support for ${prose(name)} ended on ${extendedEnd}: there are no security updates any more. Plan the upgrade, or the move of its users to the cloud.`,
  };
}
