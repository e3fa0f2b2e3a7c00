import { isScriptName, isSpecName, isYamlName, namesOurCmdlets } from '../../../protocol/names.ts';
import { type GlobManner, glob, LONGEST_GLOB } from '../text/glob.ts';
import type { Language, Project } from './project.ts';

/** What a search finds: tells of a path relative to the folder of the project file, with forward slashes. */
export function inclusion({ include, exclude, languages }: Project): (path: string) => boolean {
  const isExcluded = oneOf(exclude, { anyCase: true });
  const isNamed = include === undefined ? undefined : oneOf(include, { anyCase: true, shy: true });
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
  /^\ufeff?(?:[ \t]*(?:#.*|%.*|---(?:[ \t].*)?)?(?:\r?\n|\r(?!\n))){0,9999}(?:\{\s*)?(?:lyncFederation|"lyncFederation"|'lyncFederation')\s*:/;

function languageOf(path: string): Language | undefined {
  if (isScriptName(path)) return 'powershell';
  return isYamlName(path) ? 'lync-federation' : undefined;
}

/** Whether a path fits one of some patterns. */
export function oneOf(patterns: readonly string[], manner: GlobManner): (path: string) => boolean {
  // What is longer is told as a mistake.
  const fits = patternsOf(patterns)
    .filter(({ length }) => length <= LONGEST_GLOB)
    .map((pattern) => glob(pattern, manner));
  return (path) => fits.some((isMeant) => isMeant(path));
}

/** A folder stands for all that is in it. */
function patternsOf(globs: readonly string[]): readonly string[] {
  return globs.flatMap((written) => {
    const bare = written
      .replace(/^\.\//, '')
      .replace(/(?<!\/)\/+$/, '')
      .replaceAll('[^', '[!');
    return [bare, `${bare}/**`];
  });
}
