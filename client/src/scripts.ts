import {
  type Diagnostic,
  type Disposable,
  extensions,
  type TextDocument,
  Disposable as VsDisposable,
  workspace,
} from 'vscode';
import type { DocumentFilter, Middleware } from 'vscode-languageclient';

/** PowerShell as VS Code knows it; a window without that language tells scripts by their names. */
export const scriptFilters: readonly DocumentFilter[] = [{ language: 'powershell' }, { pattern: '**/*.ps1' }];

/** Calls back with each script that names a cmdlet of ours, when it is opened or when that is typed into it. */
export function watchScripts(found: () => void): Disposable {
  const look = (document: TextDocument) => {
    if (isScript(document) && isEnabled(document) && CMDLET.test(document.getText())) found();
  };
  workspace.textDocuments.forEach(look);
  return VsDisposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isScript(document) || !isEnabled(document)) return;
      // The line is enough, and the text of a long script is not looked at with every key.
      if (contentChanges.some(({ range }) => CMDLET.test(document.lineAt(range.start.line).text))) found();
    }),
  );
}

/**
 * Leaves to the PowerShell extension, where it is there, what it does as well: the colours of scripts, of which VS Code takes those
 * of one extension alone, and what is wrong with their syntax.
 */
export const scriptMiddleware: Middleware = {
  handleDiagnostics: (uri, diagnostics, next) => {
    const isTold = /\.ps1$/i.test(uri.path) && hasPowerShell();
    next(uri, isTold ? diagnostics.filter((one) => ruleOf(one) !== 'cmdlet-syntax') : diagnostics);
  },
  provideDocumentSemanticTokens: (document, token, next) =>
    isColouredElsewhere(document) ? undefined : next(document, token),
  provideDocumentRangeSemanticTokens: (document, range, token, next) =>
    isColouredElsewhere(document) ? undefined : next(document, range, token),
};

const CMDLET = /-Cs[A-Z]/i;

function isScript({ languageId, uri }: TextDocument): boolean {
  return languageId === 'powershell' || /\.ps1$/i.test(uri.path);
}

function isEnabled({ uri }: TextDocument): boolean {
  return workspace.getConfiguration('lyncFederation', uri).get('powershell.enable', true);
}

function isColouredElsewhere(document: TextDocument): boolean {
  return isScript(document) && hasPowerShell();
}

function hasPowerShell(): boolean {
  return extensions.getExtension('ms-vscode.powershell') !== undefined;
}

function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
