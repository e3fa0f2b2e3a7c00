import { type Connection, DidChangeConfigurationNotification, type InitializeResult } from 'vscode-languageserver';
import { readClient } from './capabilities.ts';
import { Configuration } from './configuration.ts';
import { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { LiveStates } from './live.ts';
import { Publisher } from './publisher.ts';
import { Reports } from './reports.ts';
import { requests, serverCapabilities } from './requests/index.ts';
import type { Session } from './session.ts';
import { SECTION } from './settings.ts';
import { warmUp } from './warm-up.ts';
import { Workspace } from './workspace.ts';

/** Serves one client until it goes. */
export function start(connection: Connection, host: Host): void {
  const env = { bundle: {} };
  let client = readClient({});
  const ask = () => client;
  const configuration = new Configuration(connection, ask);
  const workspace = new Workspace(connection, ask, host);
  const documents = new Documents({ connection, configuration, workspace, host });
  const reports = new Reports(ask, new LiveStates(connection, host.readFile), env);
  documents.onGone((uri) => reports.forget(uri));
  const publisher = new Publisher({ connection, client: ask, documents, reports, host });
  const session: Session = {
    connection,
    workspace,
    documents,
    reports,
    host,
    env,
    get client() {
      return client;
    },
  };

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params.capabilities);
    configuration.changed(params.initializationOptions);
    workspace.open(params);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'lync-federation' } };
  });
  connection.onInitialized(() => {
    if (client.registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    workspace.watch();
    void publisher.scan(session);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.changed(settings?.[SECTION]);
    documents.refresh();
  });
  for (const request of requests) request.listen(session);
  connection.listen();
  warmUp(host.today());
}
