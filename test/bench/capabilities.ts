const TOKENS = ['type', 'parameter', 'variable', 'function', 'string', 'number', 'property'];

/** What the client of the benchmark can do. */
export const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    diagnostic: {},
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: TOKENS,
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};
