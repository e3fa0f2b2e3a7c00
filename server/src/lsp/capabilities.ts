import {
  type ClientCapabilities,
  CodeActionKind,
  DiagnosticTag,
  InsertTextMode,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

/** What the client can take, of what makes a difference here. */
export interface Client {
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly documentChanges: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferred: boolean;
  readonly snippets: boolean;
  /** Text goes in as it is; else the client indents further lines like the first one. */
  readonly insertAsIs: boolean;
  readonly markdownHover: boolean;
  readonly markdownDocs: boolean;
  readonly deprecatedItems: boolean;
  readonly diagnostics: {
    readonly version: boolean;
    readonly related: boolean;
    readonly href: boolean;
    readonly data: boolean;
    readonly tags: readonly DiagnosticTag[];
  };
}

/** Reads what a client says of itself. */
export function readClient({ workspace, textDocument }: ClientCapabilities): Client {
  const item = textDocument?.completion?.completionItem;
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferred: textDocument?.codeAction?.isPreferredSupport === true,
    snippets: item?.snippetSupport === true,
    insertAsIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownDocs: item?.documentationFormat?.includes('markdown') === true,
    deprecatedItems: item?.tagSupport !== undefined,
    diagnostics: {
      version: diagnostics?.versionSupport === true,
      related: diagnostics?.relatedInformation === true,
      href: diagnostics?.codeDescriptionSupport === true,
      data: diagnostics?.dataSupport === true,
      tags: diagnostics?.tagSupport?.valueSet ?? [],
    },
  };
}

/** The kind of the action that carries out all safe fixes. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.lyncFederation`;

/** The commands that the server carries out. */
export const COMMANDS = {
  insertCmdlets: 'lyncFederation.server.insertCmdlets',
  setAsOf: 'lyncFederation.server.setAsOf',
} as const;

/** What the server can do. */
export const serverCapabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [' ', ':', '-', '[', '{', ','] },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  codeLensProvider: {},
  executeCommandProvider: { commands: Object.values(COMMANDS) },
};

/** Whether the client understands a tag on diagnostics. */
export function knowsTag(client: Client, tag: DiagnosticTag): boolean {
  return client.diagnostics.tags.includes(tag);
}

/** The tags of findings as the protocol numbers them. */
export const TAGS = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;
