import { commands, type Disposable, type TextDocument, Disposable as VsDisposable, window, workspace } from 'vscode';
import type { Log } from './log.ts';

/**
 * Knows of the document in front whether a spec can be started from it, where its name does not tell: the manifest offers the command
 * where the context `lyncFederation.isCapture` says so.
 */
export function watchCaptures(log: Log): Disposable {
  let told: boolean | undefined;
  const look = () => {
    const document = window.activeTextEditor?.document;
    const isCapture = document !== undefined && looksLikeCapture(document);
    if (isCapture === told) return;
    told = isCapture;
    log.attempt(() => commands.executeCommand('setContext', 'lyncFederation.isCapture', isCapture));
  };
  const lookAt = (document: TextDocument) => document === window.activeTextEditor?.document && look();
  look();
  return VsDisposable.from(
    window.onDidChangeActiveTextEditor(look),
    // A document is opened anew where it gets another language.
    workspace.onDidOpenTextDocument(lookAt),
    // Into one that nobody has saved a capture is pasted.
    workspace.onDidChangeTextDocument(({ document }) => document.isUntitled && lookAt(document)),
  );
}

/** By its first lines, which is enough to offer a command: what it is, the server finds out. */
function looksLikeCapture(document: TextDocument): boolean {
  if (!LANGUAGES.has(document.languageId)) return false;
  for (let line = 0; line < Math.min(document.lineCount, LINES); line++)
    if (SIGNS.test(document.lineAt(line).text.slice(0, COLUMNS))) return true;
  return false;
}

const LANGUAGES: ReadonlySet<string> = new Set(['json', 'xml', 'plaintext', 'csv', 'log']);
const LINES = 50;
const COLUMNS = 2000;

/** Objects by their nouns, a typed command, types of Lync and Skype in XML, a topology, a zone, and the records of federation. */
const SIGNS =
  /"Cs[A-Z]\w+"\s*:|\bGet-Cs[A-Z]\w+|Microsoft\.Rtc\.|urn:schema:Microsoft\.Rtc|\bIN\s+SOA\s|_sipfederationtls\._tcp|^-----BEGIN CERTIFICATE/;
