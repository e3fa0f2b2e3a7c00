import type { StaticFeature } from 'vscode-languageclient';

/** The commands that code lenses may run. */
const COMMANDS = ['lyncFederation.setAsOf', 'lyncFederation.previewPlan', 'lyncFederation.showReferences'] as const;

/** Tells the server which commands of ours it may put behind its texts; the protocol itself has no word for that. */
export function commandsFeature(): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      capabilities.experimental = { ...capabilities.experimental, commands: { commands: [...COMMANDS] } };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}
