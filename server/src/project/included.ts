import picomatch from 'picomatch/posix.js';
import { isScriptName, namesOurCmdlets, PROJECT_NAMES, SPEC_NAMES } from '../spec/names.ts';
import type { Language, Project } from './project.ts';

/** What a search finds: tells of a path relative to the folder of the project file, with forward slashes. */
export function inclusion({ include, exclude, languages }: Project): (path: string) => boolean {
  const isExcluded = picomatch(patternsOf(exclude), { dot: true });
  const isNamed = include === undefined ? undefined : picomatch(patternsOf(include));
  return (path) => {
    const language = languageOf(path);
    if (language === undefined || !languages.includes(language) || isExcluded(path)) return false;
    return isNamed === undefined ? language === 'powershell' || isSpecName(path) : isNamed(path);
  };
}

/** Whether a file that a search found is ours: a spec says so by its name or in it, a script by a cmdlet. */
export function isOurs(path: string, text: string): boolean {
  if (isScriptName(path)) return namesOurCmdlets(text);
  return isSpecName(path) || FIRST_KEY.test(text);
}

/** Comments, directives and the document marker may come before the first key. */
const FIRST_KEY =
  /^\ufeff?(?:[ \t]*(?:#.*|%.*|---(?:[ \t].*)?)?\r?\n)*(?:lyncFederation|"lyncFederation"|'lyncFederation')\s*:/;

/** Whether a file is a project file by its name; for paths and URIs. */
export function isProjectName(path: string): boolean {
  return PROJECT_NAMES.some((name) => path.split(/[\\/]/).at(-1) === name);
}

/** Whether a file is a spec by its name. */
export function isSpecName(path: string): boolean {
  return isNamedSo(path.slice(path.lastIndexOf('/') + 1));
}

const isNamedSo = picomatch(SPEC_NAMES, { dot: true });

function languageOf(path: string): Language | undefined {
  if (isScriptName(path)) return 'powershell';
  return /\.ya?ml$/i.test(path) ? 'lync-federation' : undefined;
}

/** A folder stands for all that is in it. */
function patternsOf(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => {
    const bare = glob.replace(/^\.\//, '').replace(/\/+$/, '');
    return [bare, `${bare}/**`];
  });
}
