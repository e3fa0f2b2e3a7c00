import { prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const productOutOfSupport: Rule = {
  id: 'product-out-of-support',
  summary: say`A server product that is no longer supported.`,
  severity: 'info',
  facts: ['products'],

  *check({ server }, { catalog, asOf }) {
    const product = server?.product;
    if (product === undefined) return;
    const { name, extendedEnd, paidUpdatesUntil } = catalog.products[product.value];
    if (extendedEnd === undefined || asOf <= extendedEnd) return;
    yield {
      at: product.at,
      message:
        paidUpdatesUntil && asOf <= paidUpdatesUntil
          ? say`Support for ${prose(name)} ended on ${extendedEnd}, and only those who pay for them get security updates, until ${paidUpdatesUntil}. Plan the upgrade, or the move of its users to the cloud.`
          : say`Support for ${prose(name)} ended on ${extendedEnd}: there are no security updates any more. Plan the upgrade, or the move of its users to the cloud.`,
    };
  },
};
