import { federatingPools } from '../../deployment/edge.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import type { Fix } from '../../edits/fix.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const cipherOrderRefused: Rule = {
  id: 'cipher-order-refused',
  summary: say`An Edge that offers a public provider another cipher suite first than the one it accepts.`,
  severity: 'warning',
  facts: ['providers'],

  *check(spec, context) {
    const provider = activeProviders(spec, context).find(({ known }) => known?.cipherSuite !== undefined);
    const need = provider?.known?.cipherSuite;
    if (provider === undefined || need === undefined) return;
    const refused = say`${code(provider.identity.value)} refuses connections now and then unless the Edge offers ${code(need.first)} first.`;
    const related = [{ at: provider.identity.at, message: say`This provider accepts no newer suite.` }];
    for (const { operatingSystem, cipherSuites, path } of federatingPools(spec)) {
      if (operatingSystem === undefined || !need.notFirstOn.includes(operatingSystem.value)) continue;
      const [first, ...others] = each(cipherSuites);
      if (first === undefined) {
        const message = say`${refused} Put it first in ${code('SSL Cipher Suite Order')}, or do without the provider: the suite is weak.`;
        yield {
          at: operatingSystem.at,
          message,
          related,
          fixes: [offering([need.first, placeholder('other suites in their order')], [...path, 'cipherSuites'])],
        };
      } else if (first.value !== need.first && cipherSuites !== undefined) {
        const rest = [first, ...others].map(({ value }) => value).filter((value) => value !== need.first);
        yield {
          at: first.at,
          message: say`${refused} Move it up, or do without the provider: the suite is weak.`,
          related,
          fixes: [offering([need.first, ...rest], cipherSuites.path)],
        };
      }
    }
  },
};

function offering(suites: readonly string[], path: Path): Fix {
  return { title: say`Offer ${code(suites[0] ?? '')} first`, safety: 'review', edits: [set(path, suites)] };
}
