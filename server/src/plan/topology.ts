import { nouns } from '../catalog/nouns.ts';
import { commandPlace } from '../catalog/order.ts';
import { say } from '../text/message.ts';
import type { Draft } from './step.ts';

/** What is no object of a spec, but has to follow. */
export const TOPOLOGY = nouns.topology;

/** A change of the SIP domains reaches the servers only when the topology is enabled anew. */
export function topologyDrafts(drafts: readonly Draft[]): readonly Draft[] {
  const changed = drafts.find(({ object }) => object === nouns.sipDomain);
  if (changed === undefined) return [];
  const enabling = [{ cmdlet: 'Enable-CsTopology', parameters: {} }];
  return [
    {
      action: 'change',
      object: TOPOLOGY,
      identity: 'global',
      commands: enabling,
      undo: enabling,
      reason: say`A change of the SIP domains reaches the servers only when the topology is enabled.`,
      ...(changed.at && { at: changed.at }),
      ...commandPlace('change', TOPOLOGY, 'between'),
    },
  ];
}
