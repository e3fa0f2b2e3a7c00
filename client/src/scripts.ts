import { type Disposable, type TextDocument, Disposable as VsDisposable, workspace } from 'vscode';
import type { DocumentFilter } from 'vscode-languageclient';
import { inAnyCase, isScriptName, namesOurCmdlets, SCRIPT_NAMES } from '../../protocol/names.ts';
import { SECTION, SETTINGS } from '../../protocol/settings.ts';

/** PowerShell as VS Code knows it; a window without that language tells scripts by their names. */
export const scriptFilters: readonly DocumentFilter[] = [
  { language: 'powershell' },
  ...SCRIPT_NAMES.map((name) => ({ pattern: `**/${inAnyCase(name)}` })),
];

/** Calls back with each script that names a cmdlet of ours, when it is opened or when that is typed into it. */
export function watchScripts(found: () => void): Disposable {
  const look = (document: TextDocument) => {
    if (isScript(document) && isEnabled(document) && namesOurCmdlets(document.getText())) found();
  };
  workspace.textDocuments.forEach(look);
  return VsDisposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isScript(document) || !isEnabled(document)) return;
      // The line is enough, and the text of a long script is not looked at with every key.
      if (contentChanges.some(({ range }) => namesOurCmdlets(document.lineAt(range.start.line).text))) found();
    }),
  );
}

/** Whether a document is a PowerShell script. */
export function isScript({ languageId, uri }: TextDocument): boolean {
  return languageId === 'powershell' || isScriptName(uri.path);
}

function isEnabled({ uri }: TextDocument): boolean {
  return workspace.getConfiguration(SECTION, uri).get(SETTINGS.powershell, true);
}
