import { commands, type ExtensionContext, l10n, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type ErrorHandler,
  ExecuteCommandRequest,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import { PROJECT_LANGUAGE, SPEC_LANGUAGE } from '../../protocol/languages.ts';
import { Answers } from './answers.ts';
import { besideMiddleware } from './beside.ts';
import { commandsFeature } from './capabilities.ts';
import { Diagnoses } from './diagnose.ts';
import { FederationView } from './federation-view.ts';
import { formattingFeature } from './formatting.ts';
import type { Log } from './log.ts';
import { Maps } from './maps.ts';
import { PlanPreview } from './plan-preview.ts';
import { showReferences } from './references.ts';
import { RulePages } from './rule-pages.ts';
import { scriptFilters } from './scripts.ts';
import { settingsMiddleware } from './settings.ts';
import { StatusItem } from './status.ts';

/** What speaks with the server, which is loaded when that starts: with it comes the library of the protocol. */
export interface Speaking {
  begin(context: ExtensionContext, log: Log): Promise<Session>;
  end(session: Session): Promise<void>;
}

/** Makes the client of a platform: of a process on the desktop, of a worker in the web. */
type Connect = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** A language server, be it running or not, and what shows its state. */
export interface Session {
  readonly client: BaseLanguageClient;
  readonly status: StatusItem;
  readonly plan: PlanPreview;
  readonly answers: Answers;
  readonly diagnoses: Diagnoses;
  readonly view: FederationView;
  readonly rulePages: RulePages;
  readonly maps: Maps;
  readonly log: Log;
  /** Has the server carry out a command. */
  execute(command: string, given: readonly string[]): Promise<unknown>;
  /** Opens a list of places, as the server has told them. */
  showReferences(given: readonly unknown[]): Promise<void>;
}

/** What speaks with the server on a platform. */
export function speaking(connect: Connect): Speaking {
  return { begin: (context, log) => beginSession(connect, context, log), end: endSession };
}

/** By which the manifest knows that there is something to show. */
const IS_RUNNING = 'lyncFederation.isRunning';

/** Starts a server. One that does not start is said to the person, and is a session all the same. */
async function beginSession(connect: Connect, context: ExtensionContext, log: Log): Promise<Session> {
  let isUp = false;
  const errorHandler: ErrorHandler = {
    error: (...fault) => usual.error(...fault),
    // The client would start a server anew that it has just given up, and nobody could stop that one.
    closed: () => (isUp ? usual.closed() : { action: CloseAction.DoNotRestart, handled: true }),
  };
  const client = connect(context, {
    documentSelector: [{ language: SPEC_LANGUAGE }, { language: PROJECT_LANGUAGE }, ...scriptFilters],
    middleware: { ...besideMiddleware, workspace: settingsMiddleware },
    outputChannel: log.channel,
    errorHandler,
  });
  const usual = client.createDefaultErrorHandler();
  client.registerFeature(commandsFeature());
  client.registerFeature(formattingFeature(client));
  const status = new StatusItem(client);
  const answers = new Answers(status);
  const diagnoses = new Diagnoses(client, answers, status, log);
  const view = new FederationView(client, status);
  const maps = new Maps({ client, log, folder: context.extensionUri }, status);
  const session: Session = {
    ...{ client, status, plan: new PlanPreview(client, status), answers, diagnoses, view, maps, log },
    rulePages: new RulePages(context.extensionUri),
    execute: (command, given) => client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...given] }),
    showReferences: (given) => showReferences(client, given),
  };
  try {
    await client.start();
    isUp = true;
    log.attempt(() => commands.executeCommand('setContext', IS_RUNNING, true));
  } catch (error) {
    log.error(error);
    log.attempt(() => tellOfFailure(log));
  }
  return session;
}

/** Ends a server. A client whose server did not start cannot be stopped, and starts no other one: it is left behind. */
async function endSession({
  client,
  status,
  plan,
  answers,
  diagnoses,
  view,
  rulePages,
  maps,
  log,
}: Session): Promise<void> {
  status.dispose();
  plan.dispose();
  answers.dispose();
  diagnoses.dispose();
  view.dispose();
  rulePages.dispose();
  maps.dispose();
  try {
    await client.dispose();
  } catch (error) {
    log.error(error);
  }
}

/** The message stays for as long as the person likes. */
async function tellOfFailure({ channel }: Log): Promise<void> {
  const show = l10n.t('Show Output');
  const message = l10n.t('The language server of Lync Federation does not start, so specs are not checked.');
  if ((await window.showErrorMessage(message, show)) === show) channel.show();
}
