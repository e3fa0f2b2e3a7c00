import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentSymbol,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { completion } from '../features/completion.ts';
import { folding } from '../features/folding.ts';
import { hover } from '../features/hover.ts';
import { lenses } from '../features/lenses.ts';
import { symbols } from '../features/symbols.ts';
import { actionsFor } from './actions.ts';
import { readClient, serverCapabilities } from './capabilities.ts';
import { execute } from './commands.ts';
import { Configuration } from './configuration.ts';
import { toCompletionItem, toFold, toHover, toLens, toOffset, toSymbol } from './convert.ts';
import { Documents, type Host } from './documents.ts';
import { guard } from './guard.ts';
import type { Opened } from './opened.ts';
import { SECTION } from './settings.ts';
import { warmUp } from './warm-up.ts';

/** Serves one client until it goes. */
export function start(connection: Connection, host: Host): void {
  const env = { bundle: {} };
  let client = readClient({});
  const configuration = new Configuration(connection, () => client);
  const documents = new Documents({ connection, client: () => client, configuration, host, bundle: env.bundle });

  connection.onInitialize(({ capabilities, initializationOptions }: InitializeParams): InitializeResult => {
    client = readClient(capabilities);
    configuration.changed(initializationOptions);
    return { capabilities: serverCapabilities, serverInfo: { name: 'lync-federation' } };
  });
  connection.onInitialized(() => {
    if (!client.registersConfiguration) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.changed(settings?.[SECTION]);
    documents.refresh();
  });

  const guarded = guard(connection);
  /** Answers about a document as it is now; `null` when it is not open. */
  const on = <P extends { textDocument: TextDocumentIdentifier }, R>(
    name: string,
    answer: (opened: Opened, params: P) => R,
  ) =>
    guarded(name, async (params: P): Promise<R | null> => {
      const opened = await documents.newest(params.textDocument.uri);
      return opened === undefined ? null : answer(opened, params);
    });
  type Place = { readonly textDocument: TextDocumentIdentifier; readonly position: Position };

  connection.onHover(
    on('hover', ({ analysis }, { position }: Place) => {
      const found = hover(analysis, toOffset(analysis.lines, position), env);
      return found === undefined ? null : toHover(found, analysis.lines, client);
    }),
  );
  connection.onCompletion(
    on('completion', ({ analysis }, { position }: Place) =>
      completion(analysis, toOffset(analysis.lines, position), env).map((item, i) =>
        toCompletionItem(item, i, analysis.lines, client),
      ),
    ),
  );
  connection.onCodeAction(on('codeAction', (opened, params) => actionsFor(opened, params, { client, env })));
  connection.onDocumentSymbol(
    on('documentSymbol', ({ analysis }): DocumentSymbol[] =>
      symbols(analysis).map((symbol) => toSymbol(symbol, analysis.lines)),
    ),
  );
  connection.onFoldingRanges(
    on('foldingRange', ({ analysis }) => folding(analysis).map((fold) => toFold(fold, analysis))),
  );
  connection.onCodeLens(
    on('codeLens', ({ analysis }) => lenses(analysis, env).map((lens) => toLens(lens, analysis.lines))),
  );
  connection.onExecuteCommand(
    guarded('executeCommand', ({ command, arguments: args = [] }) =>
      execute(command, args, { connection, documents, client, env }),
    ),
  );
  connection.listen();
  warmUp(host.today());
}
