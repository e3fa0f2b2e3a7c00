import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentSymbol,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type SemanticTokensRangeParams,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { completion } from '../features/completion.ts';
import type { Env } from '../features/env.ts';
import { folding } from '../features/folding.ts';
import { highlights } from '../features/highlights.ts';
import { hover } from '../features/hover.ts';
import { lenses } from '../features/lenses.ts';
import { signatureHelp } from '../features/signature.ts';
import { symbols } from '../features/symbols.ts';
import { actionsFor } from './actions.ts';
import { readClient, serverCapabilities } from './capabilities.ts';
import { execute } from './commands.ts';
import { Configuration } from './configuration.ts';
import { toCompletionItem, toFold, toHover, toLens, toOffset, toSymbol } from './convert.ts';
import { toHighlight, toSignatureHelp } from './convert-commands.ts';
import { Documents, type Host } from './documents.ts';
import { guard } from './guard.ts';
import { definitionsFor, prepareRename, referencesFor, renameFor } from './navigation.ts';
import type { Opened } from './opened.ts';
import { toSemanticTokens } from './semantic-tokens.ts';
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
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'lync-federation' } };
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
  /** Answers about a document as it is now; `null` when it is not open, or a script where only specs have an answer. */
  const on = <P extends { textDocument: TextDocumentIdentifier }, R>(
    name: string,
    answer: (opened: Opened, params: P) => R | Promise<R>,
    { scripts = false } = {},
  ) =>
    guarded(name, async (params: P): Promise<R | null> => {
      const opened = await documents.newest(params.textDocument.uri);
      return opened === undefined || (opened.kind === 'script' && !scripts) ? null : answer(opened, params);
    });
  type Place = { readonly textDocument: TextDocumentIdentifier; readonly position: Position };

  const scripts = { scripts: true };
  /** A script has the names of the specs that are open beside it. */
  const around = async (opened: Opened): Promise<Env> =>
    opened.kind === 'spec' ? env : { ...env, specs: (await documents.beside(opened)).map((one) => one.analysis.spec) };

  connection.onHover(
    on(
      'hover',
      ({ analysis }, { position }: Place) => {
        const found = hover(analysis, toOffset(analysis.lines, position), env);
        return found === undefined ? null : toHover(found, analysis.lines, client);
      },
      scripts,
    ),
  );
  connection.onCompletion(
    on(
      'completion',
      async (opened, { position }: Place) => {
        const { analysis } = opened;
        const found = completion(analysis, toOffset(analysis.lines, position), await around(opened));
        return found.map((item, i) => toCompletionItem(item, i, analysis.lines, client));
      },
      scripts,
    ),
  );
  connection.onSignatureHelp(
    on(
      'signatureHelp',
      ({ analysis }, { position }: Place) => {
        const found = signatureHelp(analysis, toOffset(analysis.lines, position), env);
        return found === undefined ? null : toSignatureHelp(found, client);
      },
      scripts,
    ),
  );
  connection.onDefinition(
    on('definition', (opened, place: Place) => definitionsFor(opened, place, documents), scripts),
  );
  connection.onReferences(on('references', (opened, params) => referencesFor(opened, params, documents), scripts));
  connection.onDocumentHighlight(
    on(
      'documentHighlight',
      ({ analysis }, { position }: Place) =>
        highlights(analysis, toOffset(analysis.lines, position)).map((one) => toHighlight(one, analysis.lines)),
      scripts,
    ),
  );
  connection.onPrepareRename(on('prepareRename', (opened, place: Place) => prepareRename(opened, place), scripts));
  connection.onRenameRequest(on('rename', (opened, params) => renameFor(opened, params, { client, env }), scripts));
  connection.languages.semanticTokens.on(
    on('semanticTokens', ({ analysis }) => toSemanticTokens(analysis, client), scripts),
  );
  connection.languages.semanticTokens.onRange(
    on(
      'semanticTokensRange',
      ({ analysis }, { range }: SemanticTokensRangeParams) => {
        const { lines } = analysis;
        const within = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
        return toSemanticTokens(analysis, client, within);
      },
      scripts,
    ),
  );
  connection.onRequest(
    'lyncFederation/plan',
    on('plan', async ({ analysis, uri }, _: { textDocument: TextDocumentIdentifier }) => {
      // Few ask for it, so it is loaded when somebody does.
      const { planPreview } = await import('../features/plan-preview.ts');
      return planPreview(analysis, decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), env);
    }),
  );
  connection.onCodeAction(
    on('codeAction', (opened, params) => actionsFor(opened, params, { client, env }), { scripts: true }),
  );
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
