import { type Disposable, languages, type TextDocument, Disposable as VsDisposable, workspace } from 'vscode';
import { PROJECT_LANGUAGE, SPEC_LANGUAGE } from '../../protocol/languages.ts';
import { inAnyCase, isProjectName, isSpecName, SPEC_NAMES } from '../../protocol/names.ts';
import type { Log } from './log.ts';

/** Where specs lie in a folder, for the search of VS Code, which looks at case. */
export const specPattern = `**/{${SPEC_NAMES.map(inAnyCase).join(',')}}`;

/** Whether VS Code holds this document to be a federation spec. */
export function isSpec(document: TextDocument): boolean {
  return document.languageId === SPEC_LANGUAGE;
}

/**
 * Takes YAML documents for what they are where their first key or their name says so: VS Code asks the first line only for files
 * whose name tells nothing. A document is taken once, so whoever sets it to YAML keeps it that way; so does who says in the settings
 * that files of such a name are YAML.
 */
export function adoptSpecs(log: Log): Disposable {
  const cleared = new WeakMap<TextDocument, number>();
  const look = (document: TextDocument) => {
    if (cleared.has(document)) return;
    if (document.languageId === SPEC_LANGUAGE || document.languageId === PROJECT_LANGUAGE) cleared.set(document, 0);
    if (document.languageId !== 'yaml') return;
    const own = ownLanguage(document);
    if (own === undefined || isYamlBySetting(document)) return;
    cleared.set(document, 0);
    log.attempt(() => languages.setTextDocumentLanguage(document, own));
  };
  // The server of Red Hat YAML may be late with what it had begun to find, and takes that back only where it sees the file again.
  const clear = async (document: TextDocument) => {
    const times = cleared.get(document);
    const { languageId: own } = document;
    if (times === undefined || times === MOST_TIMES || own === 'yaml' || !hasYamlProblems(document)) return;
    cleared.set(document, times + 1);
    await languages.setTextDocumentLanguage(document, 'yaml');
    await languages.setTextDocumentLanguage(document, own);
  };
  workspace.textDocuments.forEach(look);
  return VsDisposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidSaveTextDocument(look),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = workspace.textDocuments.filter(
        (document) => cleared.has(document) && uris.some((uri) => uri.toString() === document.uri.toString()),
      );
      const late = changed.filter(hasYamlProblems);
      // It may be taken back in time.
      if (late.length > 0) setTimeout(() => log.attempt(() => Promise.all(late.map(clear))), 1000);
    }),
  );
}

/** So that two extensions never play ball with a file. */
const MOST_TIMES = 3;

function hasYamlProblems({ uri }: TextDocument): boolean {
  return languages.getDiagnostics(uri).some(({ source }) => source !== undefined && /^yaml\b/i.test(source));
}

function ownLanguage(document: TextDocument): string | undefined {
  const name = document.uri.path.split('/').at(-1) ?? '';
  if (isProjectName(name)) return PROJECT_LANGUAGE;
  return isSpecName(name) || startsAsSpec(document) ? SPEC_LANGUAGE : undefined;
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

/** That all `*.yaml` are YAML goes without saying, and says nothing of a spec. */
function isYamlBySetting(document: TextDocument): boolean {
  const associations = workspace.getConfiguration('files', document).get<Record<string, string>>('associations', {});
  return Object.entries(associations).some(([glob, language]) => {
    if (language !== 'yaml' || /^(?:\*\*\/)?\*\.ya?ml$/i.test(glob)) return false;
    return languages.match({ pattern: glob.includes('/') ? glob : `**/${glob}` }, document) > 0;
  });
}
