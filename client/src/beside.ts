import { CompletionList, type Diagnostic, extensions, Range, type TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { namesOurCmdlets } from '../../protocol/names.ts';
import { isScript } from './scripts.ts';

/**
 * Leaves to other extensions what is theirs. The PowerShell extension, where it is there, colours the scripts, of which VS Code takes
 * the colours of one extension alone, and tells what is wrong with the syntax of those that are open.
 */
export const besideMiddleware: Middleware = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report?.kind !== 'full' || !('uri' in document)) return report;
    // Asked when the document went; by now it is known where it went to.
    if (document.languageId === 'yaml') return { ...report, items: [] };
    if (!isSharedWithPowerShell(document)) return report;
    return { ...report, items: report.items.filter((one) => ruleOf(one) !== 'cmdlet-syntax') };
  },
  provideDocumentSemanticTokens: (document, token, next) =>
    isSharedWithPowerShell(document) ? undefined : next(document, token),
  provideDocumentRangeSemanticTokens: (document, range, token, next) =>
    isSharedWithPowerShell(document) ? undefined : next(document, range, token),
  provideCompletionItem: (document, position, context, token, next) => {
    const typed = document.getText(new Range(position.with({ character: 0 }), position));
    // Asked again with the next key.
    if (isScript(document) && !isBusinessOfOurs(document, typed)) return new CompletionList([], true);
    return next(document, position, context, token);
  },
};

/** A script that names no cmdlet of ours is offered them from `New-C` on. */
function isBusinessOfOurs(script: TextDocument, typed: string): boolean {
  return /\w-c\w*$/i.test(typed) || namesOurCmdlets(script.getText());
}

function isSharedWithPowerShell({ languageId }: TextDocument): boolean {
  return languageId === 'powershell' && extensions.getExtension('ms-vscode.powershell') !== undefined;
}

function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
