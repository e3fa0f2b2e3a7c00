import type { BenchSpec } from './spec.ts';

/** What an editor asks while somebody works in the middle of a spec. */
export function questions({ text, edit: { line, character } }: BenchSpec): Readonly<Record<string, object>> {
  const lines = text.split('\n');
  const position = { line, character: character + 3 };
  const range = { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } };
  const screen = { start: { line: Math.max(0, line - 25), character: 0 }, end: { line: line + 25, character: 0 } };
  const options = { tabSize: 2, insertSpaces: true };
  const pool = lines.findIndex((one) => one.includes('certificate: access-edge'));
  const named = { position: { line: pool, character: '      certificate: acc'.length } };
  return {
    'textDocument/hover': { position },
    'textDocument/completion': { position: { line, character: lines[line]?.length ?? 0 } },
    'textDocument/documentSymbol': {},
    'workspace/symbol': { query: 'partner-00' },
    'textDocument/semanticTokens/full': {},
    'textDocument/semanticTokens/range': { range: screen },
    'textDocument/codeAction': { range, context: { diagnostics: [], triggerKind: 2 } },
    'textDocument/codeLens': {},
    'textDocument/inlayHint': { range: screen },
    'textDocument/documentLink': {},
    'textDocument/foldingRange': {},
    'textDocument/selectionRange': { positions: [position] },
    'textDocument/documentHighlight': named,
    'textDocument/linkedEditingRange': named,
    'textDocument/definition': named,
    'textDocument/references': { ...named, context: { includeDeclaration: true } },
    'textDocument/rename': { ...named, newName: 'edge-certificate' },
    'textDocument/prepareCallHierarchy': named,
    'textDocument/onTypeFormatting': { position: { line: line + 1, character: 0 }, ch: '\n', options },
    'textDocument/formatting': { options },
  };
}

/** Those that come right behind a key, and that every server answers. */
export const TYPED = ['textDocument/hover', 'textDocument/completion'];
