import type { Catalog } from '../../catalog/catalog.generated.ts';
import { isDiscoveryOff, isRoutedByDefault } from '../../deployment/edge.ts';
import { discoveredPartners, type PartnerEntry } from '../../deployment/partners.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import { commandOn } from '../../edits/object-command.ts';
import { moveToAllowed } from '../../edits/partner.ts';
import { runOnServer } from '../../edits/server-command.ts';
import type { Leaf, Spec } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const discoveredPartnerThrottled: Rule = {
  id: 'discovered-partner-throttled',
  summary: say`A discovered partner with more traffic than discovered partners may have.`,
  severity: 'warning',
  facts: ['limits.discovered-partner-rate', 'limits.discovered-partner-contacts'],

  *check(spec, { catalog }) {
    const configuration = spec.edge?.configuration;
    // Partners that are not discovered at all are another rule's matter.
    if (isDiscoveryOff(spec) || isRoutedByDefault(spec)) return;
    // The limits are those of an Edge.
    if (isTenantAlone(spec)) return;
    const rate = configuration?.discoveredPartnerStandardRate?.value ?? catalog.limits['discovered-partner-rate'].value;
    const contacts =
      configuration?.enableDiscoveredPartnerContactsLimit?.value === false
        ? Number.POSITIVE_INFINITY
        : (configuration?.maxContactsPerDiscoveredPartner?.value ??
          catalog.limits['discovered-partner-contacts'].value);
    for (const entry of discoveredPartners(spec)) {
      const { messagesPerSecond: sent, contacts: reached } = entry.partner ?? {};
      const name = code(entry.domain.value);
      if (sent && sent.value > rate) {
        const message = say`${name} is expected to send ${sent.value} messages per second, and the Edge takes ${rate} from a discovered partner before it throttles it. Put it on the allow list, which lifts the limit.`;
        yield finding(sent, message, { entry, spec, catalog });
      } else if (reached && reached.value > contacts) {
        const message = say`${name} is expected to contact ${reached.value} of your users, and a discovered partner that contacts more than ${contacts} is throttled. Put it on the allow list, which lifts the limit.`;
        yield finding(reached, message, { entry, spec, catalog });
      }
    }
  },
};

function finding(
  { at }: Leaf<number>,
  message: Finding['message'],
  { entry, spec, catalog }: { readonly entry: PartnerEntry; readonly spec: Spec; readonly catalog: Catalog },
): Finding {
  const command = commandOn('New', ['domains', 'allowed'], { identity: entry.domain.value });
  return {
    at,
    message,
    fixes: [
      {
        title: say`Put ${code(entry.domain.value)} on the allow list`,
        safety: 'review',
        edits: [...moveToAllowed([entry]), ...runOnServer(spec, catalog, command)],
      },
    ],
  };
}
