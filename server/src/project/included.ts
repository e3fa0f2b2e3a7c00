import picomatch from 'picomatch/posix.js';
import { isScriptName, isSpecName, isYamlName, namesOurCmdlets } from '../../../protocol/names.ts';
import type { Language, Project } from './project.ts';

/** What a search finds: tells of a path relative to the folder of the project file, with forward slashes. */
export function inclusion({ include, exclude, languages }: Project): (path: string) => boolean {
  const isExcluded = picomatch(patternsOf(exclude), { dot: true, nocase: true });
  const isNamed = include === undefined ? undefined : picomatch(patternsOf(include), { nocase: true });
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
  /^\ufeff?(?:[ \t]*(?:#.*|%.*|---(?:[ \t].*)?)?(?:\r\n?|\n))*(?:lyncFederation|"lyncFederation"|'lyncFederation')\s*:/;

function languageOf(path: string): Language | undefined {
  if (isScriptName(path)) return 'powershell';
  return isYamlName(path) ? 'lync-federation' : undefined;
}

/** A folder stands for all that is in it. */
function patternsOf(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => {
    const bare = glob.replace(/^\.\//, '').replace(/\/+$/, '');
    return [bare, `${bare}/**`];
  });
}
