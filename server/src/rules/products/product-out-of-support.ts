import { prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const productOutOfSupport: Rule = {
  id: 'product-out-of-support',
  summary: say`A server product that is no longer supported.`,
  severity: 'info',
  persona: 'pedantic',
  facts: ['products'],

  *check({ server }, { catalog, asOf }) {
    const product = server?.product;
    if (product === undefined) return;
    const { name, extendedEnd } = catalog.products[product.value];
    if (extendedEnd === undefined || asOf <= extendedEnd) return;
    yield {
      at: product.at,
      message: say`Support for ${prose(name)} ended on ${extendedEnd}: there have been no security updates since. Plan the upgrade, or the move of its users to the cloud.`,
    };
  },
};
