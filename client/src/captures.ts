import { commands, type Disposable, type TextDocument, Disposable as VsDisposable, window, workspace } from 'vscode';
import type { Log } from './log.ts';

/**
 * Knows of the document in front whether a spec can be started from it, or whether it is a trace, where its name does not tell: the
 * manifest offers commands where the contexts `lyncFederation.isCapture` and `lyncFederation.isTrace` say so.
 */
export function watchCaptures(log: Log): Disposable {
  const told = new Map<string, boolean>();
  const look = () => {
    const document = window.activeTextEditor?.document;
    const lines = document ? firstLines(document) : [];
    for (const [context, signs] of Object.entries(SIGNS)) {
      const holds = lines.some((line) => signs.test(line));
      if (holds === told.get(context)) continue;
      told.set(context, holds);
      log.attempt(() => commands.executeCommand('setContext', `lyncFederation.${context}`, holds));
    }
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

/** What is enough to offer a command: what it is, the server finds out. */
function firstLines(document: TextDocument): readonly string[] {
  if (!LANGUAGES.has(document.languageId)) return [];
  const count = Math.min(document.lineCount, LINES);
  return Array.from({ length: count }, (_, line) => document.lineAt(line).text.slice(0, COLUMNS));
}

const LANGUAGES: ReadonlySet<string> = new Set(['json', 'xml', 'plaintext', 'csv', 'log']);
const LINES = 50;
const COLUMNS = 2000;

const SIGNS = {
  /** Objects by their nouns, a typed command, types of Lync and Skype in XML, a topology, a zone, and the records of federation. */
  isCapture:
    /"Cs[A-Z]\w+"\s*:|\bGet-Cs[A-Z]\w+|Microsoft\.Rtc\.|urn:schema:Microsoft\.Rtc|\bIN\s+SOA\s|_sipfederationtls\._tcp|^-----BEGIN CERTIFICATE/,
  /** Records and messages of SIP, their diagnostics, events by their sources, and the cmdlets that test. */
  isTrace:
    /\$\$begin_record|\bSIP\/2\.0\b|\bms-(?:client-)?diagnostics\b|\b(?:LS|LC|OCS|Lync|RTC) [A-Z][\w/ ]+(?:Service|Stack|Edge|Server)\b|\bEvent\[\d+\]|\bTest-Cs[A-Z]\w+/,
} as const;
