// Stands in for the PowerShell extension, which only the Marketplace has: one answer of each kind that ours could say twice.
import {
  Diagnostic,
  type DocumentSelector,
  type ExtensionContext,
  Hover,
  languages,
  Range,
  SemanticTokensBuilder,
  SemanticTokensLegend,
  type TextDocument,
  TextEdit,
  workspace,
} from 'vscode';

const scripts: DocumentSelector = [
  { scheme: 'file', language: 'powershell' },
  { scheme: 'untitled', language: 'powershell' },
];
const legend = new SemanticTokensLegend(['keyword']);

/** Answers as the PowerShell extension does on a machine without the module of Lync. */
export function activate(context: ExtensionContext): void {
  const problems = languages.createDiagnosticCollection('PowerShell');
  const check = (document: TextDocument) => {
    if (languages.match(scripts, document) > 0) problems.set(document.uri, unclosedBraces(document));
  };
  workspace.textDocuments.forEach(check);
  context.subscriptions.push(
    problems,
    workspace.onDidOpenTextDocument(check),
    workspace.onDidChangeTextDocument(({ document }) => check(document)),
    workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
    languages.registerHoverProvider(scripts, { provideHover }),
    languages.registerDocumentFormattingEditProvider(scripts, { provideDocumentFormattingEdits }),
    languages.registerDocumentSemanticTokensProvider(scripts, { provideDocumentSemanticTokens }, legend),
  );
}

function unclosedBraces(document: TextDocument): readonly Diagnostic[] {
  const text = document.getText();
  const open = text.lastIndexOf('{');
  if (open <= text.lastIndexOf('}')) return [];
  const range = new Range(document.positionAt(open), document.positionAt(open + 1));
  const problem = new Diagnostic(range, "Missing closing '}' in statement block.");
  return [Object.assign(problem, { source: 'PowerShell', code: 'MissingEndCurlyBrace' })];
}

/** It has help for the commands of its session alone. */
function provideHover(document: TextDocument, position: Parameters<TextDocument['getWordRangeAtPosition']>[0]) {
  const range = document.getWordRangeAtPosition(position, /\w+-\w+/);
  if (range === undefined || document.getText(range) !== 'Get-Date') return undefined;
  return new Hover('Gets the current date and time.', range);
}

function provideDocumentFormattingEdits(document: TextDocument): TextEdit[] {
  const end = document.lineAt(document.lineCount - 1).range.end;
  return [TextEdit.insert(end, '# formatted by PowerShell\n')];
}

/** It has nothing to say of a `….colourless.ps1`: whoever else has colours would be asked now. */
function provideDocumentSemanticTokens({ uri }: TextDocument) {
  if (uri.path.endsWith('.colourless.ps1')) return undefined;
  const builder = new SemanticTokensBuilder(legend);
  builder.push(0, 0, 1, 0);
  return builder.build();
}
