import { glob, LONGEST_GLOB } from '../text/glob.ts';

/** Whether a path, relative to the folder of an `.editorconfig`, is meant by the name of a section. */
export function matchesGlob(section: string, path: string): boolean {
  if (section === '' || section.length > LONGEST_GLOB) return false;
  return glob(section.includes('/') ? section.replace(/^\//, '') : `**/${section}`)(path);
}
