import { type ExtensionContext, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { besideMiddleware } from './beside.ts';
import { commandsFeature } from './capabilities.ts';
import { lensCommands, registerCommands, type Session } from './commands.ts';
import { formattingFeature } from './formatting.ts';
import { adoptSpecs, isSpec, languageId, projectLanguageId } from './language.ts';
import { PlanPreviews } from './plan-preview.ts';
import { scriptFilters, watchScripts } from './scripts.ts';
import { StatusItem } from './status.ts';

/** Makes the client of a platform: of a process on the desktop, of a worker in the web. */
export type Connect = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** The two functions that VS Code calls, the same on every platform. */
export interface Extension {
  activate(context: ExtensionContext): Promise<void>;
  deactivate(): Promise<void>;
}

/**
 * The extension on a platform. The server starts where the window has a spec, or with the first script that names a cmdlet of ours; YAML files
 * beside it cost a look at their first key.
 * @param hasSpecs whether the folders of the window hold a spec, opened or not
 */
export function extension(connect: Connect, hasSpecs: () => Promise<boolean>): Extension {
  let session: Promise<Session> | undefined;
  const begin = (context: ExtensionContext) => {
    session ??= beginSession(connect, context);
    return session;
  };
  return {
    async activate(context) {
      const start = () => begin(context);
      context.subscriptions.push(
        adoptSpecs(),
        workspace.onDidOpenTextDocument((document) => isSpec(document) && start()),
        watchScripts(() => void start()),
        ...registerCommands(start),
      );
      if (workspace.textDocuments.some(isSpec)) await start();
      else void startFor(hasSpecs(), start);
    },
    async deactivate() {
      await (await session)?.client.dispose();
    },
  };
}

/** The search of a large workspace takes its time, and nothing waits for it. */
async function startFor(found: Promise<boolean>, start: () => Promise<Session>): Promise<void> {
  if (await found) await start();
}

async function beginSession(connect: Connect, context: ExtensionContext): Promise<Session> {
  const output = window.createOutputChannel('Lync Federation', { log: true });
  const client = connect(context, {
    documentSelector: [{ language: languageId }, { language: projectLanguageId }, ...scriptFilters],
    middleware: besideMiddleware,
    outputChannel: output,
  });
  client.registerFeature(commandsFeature(lensCommands));
  client.registerFeature(formattingFeature(client));
  const status = new StatusItem(client);
  const plans = new PlanPreviews(client);
  context.subscriptions.push(output, status, plans);
  try {
    await client.start();
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    const show = l10n.t('Show Output');
    const message = l10n.t('The language server of Lync Federation does not start, so specs are not checked.');
    // not awaited: the message stays for as long as the person likes
    void window.showErrorMessage(message, show).then((answer) => answer === show && output.show());
  }
  return { client, output, status, plans };
}
