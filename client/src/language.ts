import { type Disposable, languages, type TextDocument, Disposable as VsDisposable, workspace } from 'vscode';

/** The language id of a federation spec. */
export const languageId = 'lync-federation';

/** Whether VS Code holds this document to be a federation spec. */
export function isSpec(document: TextDocument): boolean {
  return document.languageId === languageId;
}

/**
 * Takes YAML documents for what they are where their first key says so: VS Code asks the first line only for files whose
 * name tells nothing. A document is taken once, so whoever sets it back to YAML keeps it that way.
 */
export function adoptSpecs(): Disposable {
  const taken = new WeakSet<TextDocument>();
  const look = (document: TextDocument) => {
    if (document.languageId !== 'yaml' || taken.has(document) || !startsAsSpec(document)) return;
    taken.add(document);
    void languages.setTextDocumentLanguage(document, languageId);
  };
  workspace.textDocuments.forEach(look);
  return VsDisposable.from(workspace.onDidOpenTextDocument(look), workspace.onDidSaveTextDocument(look));
}

/** Comments, directives and the document marker may come before the first key. */
function startsAsSpec(document: TextDocument): boolean {
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (/^\uFEFF?\s*(?:$|#|%|---(?:\s|$))/.test(text)) continue;
    return /^\uFEFF?(?:lyncFederation|"lyncFederation"|'lyncFederation')\s*:/.test(text);
  }
  return false;
}
