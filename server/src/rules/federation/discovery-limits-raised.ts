import { isDiscoveryOff, isRoutedByDefault } from '../../deployment/edge.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import type { Leaf } from '../../spec/model.ts';
import { code, type Message, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const discoveryLimitsRaised: Rule = {
  id: 'discovery-limits-raised',
  summary: say`Wider limits for every discovered partner.`,
  severity: 'warning',
  facts: ['limits.discovered-partner-rate', 'limits.discovered-partner-contacts'],
  values: true,

  *check(spec, { catalog }) {
    const configuration = spec.edge?.configuration;
    // Limits of nobody: without discovery there are no discovered partners.
    if (isDiscoveryOff(spec) || isRoutedByDefault(spec)) return;
    const {
      discoveredPartnerStandardRate: rate,
      maxContactsPerDiscoveredPartner: most,
      enableDiscoveredPartnerContactsLimit: limit,
    } = configuration ?? {};
    const usualRate = catalog.limits['discovered-partner-rate'].value;
    const usualMost = catalog.limits['discovered-partner-contacts'].value;
    const back = (leaf: Leaf<number | boolean>, usual: number | boolean, why: Message): Finding => ({
      at: leaf.at,
      message: say`${why} The limits guard you against those you know least: keep them, and put partners that need more on the allow list.`,
      fixes: [
        {
          title: say`Set ${code(String(leaf.path.at(-1)))} to ${code(usual)}`,
          safety: 'review',
          edits: [
            set(leaf.path, usual),
            ...runOnServer(spec, catalog, commandOn('Set', leaf.path, { [String(leaf.path.at(-1))]: usual })),
          ],
        },
      ],
    });
    if (rate && rate.value > usualRate) {
      const why = say`Every discovered partner may send ${rate.value} messages per second, ${usualRate} being usual.`;
      yield back(rate, usualRate, why);
    }
    if (limit?.value === false) {
      const why = say`A discovered partner may try out as many of your users' addresses as it likes.`;
      yield back(limit, true, why);
    }
    if (most && most.value > usualMost) {
      const why = say`Every discovered partner may contact ${most.value} of your users, ${usualMost} being usual.`;
      yield back(most, usualMost, why);
    }
  },
};
