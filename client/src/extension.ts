import { type ExtensionContext, l10n, window, workspace } from 'vscode';
import { tellOfStart } from './about.ts';
import { offerTools, toolNames } from './assistants.ts';
import { watchCaptures } from './captures.ts';
import { registerCommands } from './commands.ts';
import { watchDrops } from './drop.ts';
import { adoptSpecs, isSpec } from './language.ts';
import { Log } from './log.ts';
import { watchScripts } from './scripts.ts';
import type { Session, Speaking } from './session.ts';
import type { Verify } from './verify.ts';

/** The two functions that VS Code calls, the same on every platform. */
export interface Extension {
  activate(context: ExtensionContext): Promise<void>;
  deactivate(): Promise<void>;
}

/**
 * The extension on a platform. The server starts where the window has a spec, or with the first script that names a cmdlet of ours; YAML files
 * beside it cost a look at their first key.
 * @param load what speaks with the server
 * @param countSpecs how many specs by name the folders of the window hold, opened or not; it may stop at a number
 * @param verifies what asks the world, where the platform can
 */
export function extension(
  load: () => Promise<Speaking>,
  countSpecs: (most?: number) => Promise<number>,
  verifies?: (context: ExtensionContext) => Verify,
): Extension {
  const log = new Log();
  let session: Promise<Session> | undefined;

  async function end(): Promise<void> {
    const ended = session;
    session = undefined;
    if (ended !== undefined) await (await load()).end(await ended);
  }

  async function begin(context: ExtensionContext): Promise<Session> {
    const began = performance.now();
    const begun = await (await load()).begin(context, log);
    const start = { version: versionOf(context), milliseconds: performance.now() - began, countSpecs };
    if (begun.client.isRunning()) log.attempt(() => tellOfStart(log, start));
    return begun;
  }

  /** The server asks for the settings again, in which that is said. */
  async function tellOfTrust(): Promise<void> {
    const { client } = (await session) ?? {};
    await client?.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  return {
    async activate(context) {
      const start = () => {
        session ??= begin(context);
        return session;
      };
      const restart = async () => {
        await end();
        const { client } = await start();
        const message = l10n.t('The language server of Lync Federation has started anew.');
        // It stays for as long as the person likes; one that did not start has been told of.
        if (client.isRunning()) log.attempt(() => window.showInformationMessage(message));
      };
      context.subscriptions.push(
        log,
        adoptSpecs(log),
        workspace.onDidOpenTextDocument((document) => {
          if (isSpec(document)) log.attempt(start);
        }),
        watchScripts(() => log.attempt(start)),
        watchCaptures(log),
        watchDrops(start, log),
        workspace.onDidGrantWorkspaceTrust(() => log.attempt(tellOfTrust)),
        ...offerTools(start, toolNames(context.extension.packageJSON)),
        ...registerCommands({ start, restart, verify: verifies?.(context), version: versionOf(context) }),
      );
      if (workspace.textDocuments.some(isSpec)) await start();
      else log.attempt(async () => (await countSpecs(1)) > 0 && start()); // the search of a large workspace takes its time
    },
    deactivate: end,
  };
}

function versionOf({ extension }: ExtensionContext): string {
  const { version }: { readonly version?: unknown } = extension.packageJSON;
  return String(version);
}
