import { oneOf } from './included.ts';
import type { Project } from './project.ts';

/** What a project file says of a file, by its path relative to the folder of the project file, with forward slashes: the same each time. */
export function governed(project: Project): (path: string) => Project {
  if (project.overrides.length === 0) return () => project;
  const overrides = project.overrides.map(({ files, rules }) => ({ isMeant: oneOf(files, { anyCase: true }), rules }));
  const known = new Map<string, Project>();
  return (path) => {
    const meant = overrides.filter(({ isMeant }) => isMeant(path));
    const key = meant.map((one) => overrides.indexOf(one)).join();
    const found = known.get(key) ?? {
      ...project,
      rules: Object.assign({}, project.rules, ...meant.map(({ rules }) => rules)),
    };
    known.set(key, found);
    return found;
  };
}
