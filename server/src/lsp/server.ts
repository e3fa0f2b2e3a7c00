import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { type Language, languageOf } from '../../../protocol/locale.ts';
import { SECTION } from '../../../protocol/settings.ts';
import { type Bundle, ENGLISH } from '../text/message.ts';
import { type Client, readClient } from './capabilities.ts';
import { Configuration } from './configuration.ts';
import type { Diagnosing } from './diagnosing.ts';
import { Documents } from './documents.ts';
import { attempt, logFailure, reason } from './guard.ts';
import { type Host, hostOn, type Platform } from './host.ts';
import type { Lifecycle } from './lifecycle.ts';
import { LiveStates } from './live.ts';
import { pathOf } from './names.ts';
import { Publisher } from './publisher.ts';
import { Reports } from './reports.ts';
import { requests, serverCapabilities } from './requests/index.ts';
import type { Session } from './session.ts';
import type { ShownMap } from './shown-map.ts';
import { Workspace } from './workspace.ts';

/** Serves one client until it goes. */
export function start(connection: Connection, platform: Platform, lifecycle: Lifecycle): void {
  lifecycle.listen(connection);
  const host = hostOn(platform, connection);
  const env: { bundle: Bundle; language: Language } = { bundle: ENGLISH, language: 'en' };
  let client = readClient({});
  const ask = () => client;
  const configuration = new Configuration(connection, ask, host);
  const workspace = new Workspace(connection, ask, host);
  const documents = new Documents({ connection, configuration, workspace, host });
  const live = new LiveStates(connection, workspace);
  const usersOf = (path: string) => documents.usersOf(path);
  const reports = new Reports({ connection, client: ask, live, env, usersOf });
  const diagnoses = new Map<string, Diagnosing>();
  const maps = new Map<string, ShownMap>();
  documents.onGone((uri) => {
    reports.forget(uri);
    diagnoses.delete(pathOf(uri));
    maps.delete(pathOf(uri));
  });
  const publisher = new Publisher({ connection, client: ask, documents, reports, host });
  const session: Session = {
    connection,
    workspace,
    documents,
    reports,
    live,
    diagnoses,
    maps,
    host,
    env,
    get client() {
      return client;
    },
  };

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    client = introduced(params, connection);
    configuration.changed(params.initializationOptions);
    attempt(connection, 'the folders of the workspace', () => workspace.open(params));
    env.bundle = await textsFor(params, host, connection);
    env.language = env.bundle === ENGLISH ? 'en' : languageOf(params.locale);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'lync-federation' } };
  });
  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      const { type } = DidChangeConfigurationNotification;
      attempt(connection, type.method, () => connection.client.register(type, { section: SECTION }));
    }
    workspace.watch();
    attempt(connection, 'the first look at the workspace', () => publisher.scan(session));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.changed(settings?.[SECTION]);
    documents.refresh();
  });
  for (const request of requests) request.listen(session);
  connection.listen();
}

/** The client as it introduces itself; one that nobody understands is taken for one that can do nothing. */
function introduced({ capabilities }: InitializeParams, connection: Connection): Client {
  try {
    return readClient(capabilities);
  } catch (error) {
    connection.console.error(`The capabilities of the client are not understood: ${reason(error)}`);
    return readClient({});
  }
}

/** The texts in the language of the client, not of this machine, which may be another one. */
async function textsFor(
  { locale, initializationOptions }: InitializeParams,
  host: Host,
  connection: Connection,
): Promise<Bundle> {
  const language = languageOf(locale);
  if (language === 'en') return ENGLISH;
  return host.texts(language, initializationOptions).catch((error: unknown) => {
    logFailure(connection, `reading the texts of ${language}`, error);
    return ENGLISH;
  });
}
