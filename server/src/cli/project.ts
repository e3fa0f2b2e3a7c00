import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PROJECT_NAMES } from '../../../protocol/names.ts';
import { analyze } from '../analyze.ts';
import { linkTo } from '../machine/links.ts';
import { type ProjectFile, ProjectFiles } from '../machine/project-files.ts';
import { isWithin, wayOut } from '../machine/way-out.ts';
import { NO_PROJECT, type Project, projectOf } from '../project/project.ts';
import { type Message, say } from '../text/message.ts';
import { failuresIn } from './failures.ts';
import { shown } from './find.ts';
import { read } from './read.ts';
import type { Shell } from './shell.ts';

/** Where files are read from. */
export interface Place extends Pick<Shell, 'cwd' | 'input'> {
  /** The folder above which nothing is looked at, where there is one. */
  readonly within?: string;
}

/** The project files around the specs of one run; what is wrong in them is complained about once, in words that begin with the place. */
export function projectFiles(shell: Place, complaints: Message[]): ProjectFiles {
  return new ProjectFiles({
    keyOf: (folder) => folder,
    folderOf(file) {
      const folder = dirname(file);
      return folder === file || (shell.within && !isWithin(shell.within, folder)) ? undefined : folder;
    },
    pathWithin: (folder, file) => shown(file, folder ?? dirname(file)),
    failed: (file, failure) => complaints.push(...failuresIn(shown(file, shell.cwd), [failure])),
    projectIn: (folder) => projectIn(folder, shell, complaints),
  });
}

async function projectIn(
  folder: string,
  shell: Pick<Shell, 'cwd' | 'input'>,
  complaints: Message[],
): Promise<ProjectFile | undefined> {
  for (const name of PROJECT_NAMES) {
    const file = join(folder, name);
    if (!(await stat(file).catch(() => undefined))?.isFile()) continue;
    const place = await wayOut(file, [folder, shell.cwd]);
    if (place === undefined) return { file, project: await projectOfFile(file, shell, complaints) };
    complaints.push(
      say`${linkTo(place, shown(file, shell.cwd))}, so it is not read. Put the project file itself there.`,
    );
  }
  return undefined;
}

async function projectOfFile(
  file: string,
  shell: Pick<Shell, 'cwd' | 'input'>,
  complaints: Message[],
): Promise<() => Project> {
  const decoded = await read(file, shell);
  if ('template' in decoded) {
    complaints.push(decoded);
    return () => NO_PROJECT;
  }
  const path = shown(file, shell.cwd);
  // No day matters to a project file.
  const { problems, lines, root, failures } = analyze(decoded.text, { asOf: '', project: true });
  for (const { at, message } of problems) {
    const { line, column } = lines.position(at.start);
    complaints.push(say`${path}:${line + 1}:${column + 1}: ${message}`);
  }
  complaints.push(...failuresIn(path, failures));
  return () => projectOf(root);
}
