import {
  type ClientCapabilities,
  DiagnosticTag,
  InsertTextMode,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { tokenTypes } from '../features/semantic-tokens.ts';

/** What the client can take, of what makes a difference here. */
export interface Client {
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  /** Tells of files that change on disk. */
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  /** Shows bars for work that takes long. */
  readonly progress: boolean;
  /** Asks for diagnostics by itself, and may be told to ask again. */
  readonly pulls: { readonly document: boolean; readonly refresh: boolean };
  /** What the client may be told to ask for again. */
  readonly refreshes: { readonly lenses: boolean; readonly hints: boolean };
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  /** Changes may be told apart, and some of them be confirmed one by one. */
  readonly changeAnnotations: boolean;
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
  /** Asks for what there is to read about a completion when somebody wants to read it. */
  readonly resolvesDocs: boolean;
  readonly signatures: {
    /** A parameter is told by its place in the label, else by its text. */
    readonly offsets: boolean;
    /** Each signature has a parameter of its own that is being typed. */
    readonly ownParameter: boolean;
    readonly markdown: boolean;
  };
  /** Formats several ranges at once. */
  readonly formatsRanges: boolean;
  readonly prepareRename: boolean;
  /** Parts of a rename may be marked to be confirmed. */
  readonly renameAnnotations: boolean;
  /** A definition may say which text at the cursor leads to it. */
  readonly definitionLinks: boolean;
  /** Links may say where they lead before somebody follows them. */
  readonly linkTooltips: boolean;
  /** Commands of ours that the client itself carries out. */
  readonly commands: readonly string[];
  /** Shows how a document stands. */
  readonly showsStatus: boolean;
  /** Symbols may lie within one another. */
  readonly symbolTrees: boolean;
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
export function readClient({ workspace, textDocument, window, experimental }: ClientCapabilities): Client {
  const item = textDocument?.completion?.completionItem;
  const diagnostics = textDocument?.publishDiagnostics;
  const signature = textDocument?.signatureHelp?.signatureInformation;
  const tokens = textDocument?.semanticTokens;
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    pulls: {
      document: textDocument?.diagnostic !== undefined,
      refresh: workspace?.diagnostics?.refreshSupport === true,
    },
    refreshes: {
      lenses: workspace?.codeLens?.refreshSupport === true,
      hints: workspace?.inlayHint?.refreshSupport === true,
    },
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    changeAnnotations:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined &&
      textDocument?.codeAction?.honorsChangeAnnotations === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferred: textDocument?.codeAction?.isPreferredSupport === true,
    snippets: item?.snippetSupport === true,
    insertAsIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownDocs: item?.documentationFormat?.includes('markdown') === true,
    deprecatedItems: item?.tagSupport !== undefined,
    resolvesDocs: item?.resolveSupport?.properties.includes('documentation') === true,
    signatures: {
      offsets: signature?.parameterInformation?.labelOffsetSupport === true,
      ownParameter: signature?.activeParameterSupport === true,
      markdown: signature?.documentationFormat?.includes('markdown') === true,
    },
    formatsRanges: textDocument?.rangeFormatting?.rangesSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    renameAnnotations:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined &&
      textDocument?.rename?.honorsChangeAnnotations === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    commands: readCommands(experimental),
    showsStatus: fieldOf(experimental, 'status') === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
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

/** The kinds of tokens that the client knows, of those there are. */
export function legendFor({ tokens }: Pick<Client, 'tokens'>): SemanticTokensLegend {
  return { tokenTypes: tokenTypes.filter((type) => tokens.types.includes(type)), tokenModifiers: [] };
}

/** The commands of our own client, which names them where the protocol has no word for it: `experimental.commands.commands`. */
function readCommands(experimental: unknown): readonly string[] {
  const commands = fieldOf(fieldOf(experimental, 'commands'), 'commands');
  return Array.isArray(commands) ? commands.filter((one) => typeof one === 'string') : [];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
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
