import type { Connection } from 'vscode-languageserver';
import { PROJECT_NAMES } from '../../../protocol/names.ts';
import { ProjectFiles } from '../machine/project-files.ts';
import { inclusion } from '../project/included.ts';
import { languages, projectOf } from '../project/project.ts';
import { readProject } from '../project/read.ts';
import type { Failure } from '../text/failure.ts';
import { logFailure } from './guard.ts';
import { fileNameOf, folderOf, pathOf, pathWithin, uriWithin } from './names.ts';

/**
 * The project files around documents. A search finds scripts, too, whatever the project says: names are looked up in them.
 * @param textOf the text of a file, as it is open or lies on disk; undefined where there is none
 */
export function projectFiles(
  connection: Connection,
  textOf: (uri: string) => Promise<string | undefined>,
): ProjectFiles {
  const ground = {
    keyOf: pathOf,
    folderOf,
    pathWithin: (folder: string | undefined, uri: string) =>
      (folder === undefined ? undefined : pathWithin(folder, uri)) ?? fileNameOf(uri),
    failed: (file: string, { error }: Failure) => logFailure(connection, `The project file ${file}`, error),
    async projectIn(folder: string) {
      const files = PROJECT_NAMES.map((name) => uriWithin(folder, name));
      // At the same time: a document that is opened waits for this.
      const texts = await Promise.all(files.map(textOf));
      for (const [i, file] of files.entries()) {
        const text = texts[i];
        if (text !== undefined) return { file, project: () => projectOf(readProject(text).root) };
      }
      return undefined;
    },
  };
  return new ProjectFiles(ground, (project) => inclusion({ ...project, languages }));
}
