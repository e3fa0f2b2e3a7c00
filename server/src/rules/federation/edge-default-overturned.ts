import { isRoutedByDefault } from '../../deployment/edge.ts';
import { isFederationOff } from '../../deployment/federation.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { code, type Message, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const edgeDefaultOverturned: Rule = {
  id: 'edge-default-overturned',
  summary: say`A setting of the Access Edge that federation needs as it came.`,
  severity: 'warning',
  facts: [],
  values: true,

  *check(spec, context) {
    const configuration = spec.edge?.configuration;
    if (isFederationOff(spec, context)) return;
    for (const { key, usual, message } of SWITCHES) {
      const leaf = configuration?.[key];
      if (leaf === undefined || leaf.value === usual) continue;
      // A setting of DNS SRV routing beside a default route is wrong as such.
      if (key === 'beClearingHouse' && isRoutedByDefault(spec)) continue;
      const command = commandOn('Set', leaf.path, { [key]: usual });
      yield {
        at: leaf.at,
        message,
        fixes: [
          {
            title: say`Set ${code(key)} to ${code(usual)}`,
            safety: 'review',
            edits: [set(leaf.path, usual), ...runOnServer(spec, context.catalog, command)],
          },
        ],
      };
    }
  },
};

interface Switch {
  readonly key: 'keepCrlsUpToDateForPeers' | 'markSourceVerifiableOnOutgoingMessages' | 'beClearingHouse';
  readonly usual: boolean;
  readonly message: Message;
}

const SWITCHES: readonly Switch[] = [
  {
    key: 'keepCrlsUpToDateForPeers',
    usual: true,
    message: say`The Edge does not fetch revocation lists for partners' certificates, so one that was revoked goes on being trusted. Leave ${code('keepCrlsUpToDateForPeers')} on, and let the Edge fetch the lists from the internet.`,
  },
  {
    key: 'markSourceVerifiableOnOutgoingMessages',
    usual: true,
    message: say`Outgoing messages are not marked as verifiable, and partners with source verification may reject those of your users. Leave ${code('markSourceVerifiableOnOutgoingMessages')} on.`,
  },
  {
    key: 'beClearingHouse',
    usual: false,
    message: say`The Edge is set up as a clearing house, which passes messages between other organizations; Microsoft asks to change ${code('beClearingHouse')} only with its support. Leave it off.`,
  },
];
