import type { StaticFeature } from 'vscode-languageclient';
import { LENS_COMMANDS } from '../../protocol/commands.ts';

/** Tells the server which commands of ours it may put behind its texts, and that a status is shown; the protocol itself has no word for that. */
export function commandsFeature(): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      capabilities.experimental = {
        ...capabilities.experimental,
        commands: { commands: Object.values(LENS_COMMANDS) },
        status: true,
      };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}
