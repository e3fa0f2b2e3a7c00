import type { StaticFeature } from 'vscode-languageclient';

/** Tells the server which commands of ours it may put behind its texts; the protocol itself has no word for that. */
export function commandsFeature(commands: readonly string[]): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      capabilities.experimental = { ...capabilities.experimental, commands: { commands: [...commands] } };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}
