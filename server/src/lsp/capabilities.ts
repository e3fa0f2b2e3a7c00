import {
  type ClientCapabilities,
  CodeActionKind,
  DiagnosticTag,
  InsertTextMode,
  type SemanticTokensLegend,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { tokenTypes } from '../features/semantic-tokens.ts';

/** What the client can take, of what makes a difference here. */
export interface Client {
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly documentChanges: boolean;
  /** A change of a document may hold places to type at. */
  readonly snippetEdits: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferred: boolean;
  readonly snippets: boolean;
  /** Text goes in as it is; else the client indents further lines like the first one. */
  readonly insertAsIs: boolean;
  readonly markdownHover: boolean;
  readonly markdownDocs: boolean;
  readonly deprecatedItems: boolean;
  readonly signatures: {
    /** A parameter is told by its place in the label, else by its text. */
    readonly offsets: boolean;
    /** Each signature has a parameter of its own that is being typed. */
    readonly ownParameter: boolean;
    readonly markdown: boolean;
  };
  readonly prepareRename: boolean;
  readonly tokens: { readonly full: boolean; readonly range: boolean; readonly types: readonly string[] };
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
  const signature = textDocument?.signatureHelp?.signatureInformation;
  const tokens = textDocument?.semanticTokens;
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferred: textDocument?.codeAction?.isPreferredSupport === true,
    snippets: item?.snippetSupport === true,
    insertAsIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownDocs: item?.documentationFormat?.includes('markdown') === true,
    deprecatedItems: item?.tagSupport !== undefined,
    signatures: {
      offsets: signature?.parameterInformation?.labelOffsetSupport === true,
      ownParameter: signature?.activeParameterSupport === true,
      markdown: signature?.documentationFormat?.includes('markdown') === true,
    },
    prepareRename: textDocument?.rename?.prepareSupport === true,
    tokens: {
      full: isWanted(tokens?.requests.full),
      range: isWanted(tokens?.requests.range),
      types: tokens?.formats.includes('relative') ? tokens.tokenTypes : [],
    },
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

/** What the server can do for a client. */
export function serverCapabilities(client: Client): ServerCapabilities {
  const { full, range } = client.tokens;
  const legend = legendFor(client);
  const hasTokens = (full || range) && legend.tokenTypes.length > 0;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', ':', '-', '[', '{', ','] },
    signatureHelpProvider: { triggerCharacters: [' ', '-'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeLensProvider: {},
    executeCommandProvider: { commands: Object.values(COMMANDS) },
    ...(hasTokens && { semanticTokensProvider: { legend, full, range } }),
  };
}

/** The kinds of tokens that the client knows, of those there are. */
export function legendFor({ tokens }: Pick<Client, 'tokens'>): SemanticTokensLegend {
  return { tokenTypes: tokenTypes.filter((type) => tokens.types.includes(type)), tokenModifiers: [] };
}

/** A request may be wanted with options of its own. */
function isWanted(request: object | boolean | undefined): boolean {
  return request !== undefined && request !== false;
}

/** Whether the client understands a tag on diagnostics. */
export function knowsTag(client: Client, tag: DiagnosticTag): boolean {
  return client.diagnostics.tags.includes(tag);
}

/** The tags of findings as the protocol numbers them. */
export const TAGS = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;
