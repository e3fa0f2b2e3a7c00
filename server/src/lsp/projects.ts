import { inclusion } from '../project/included.ts';
import { languages, NO_PROJECT, type Project, projectOf } from '../project/project.ts';
import { readProject } from '../project/read.ts';
import { PROJECT_NAMES } from '../spec/names.ts';
import { fileNameOf, folderOf, pathOf, pathWithin, uriWithin } from './names.ts';

/** What governs the files of a folder: the nearest project file upwards, where there is one. */
export interface Governing {
  readonly project: Project;
  /** The project file. */
  readonly uri?: string;
  /** Whether a search finds a file, be it a spec or a script. */
  readonly includes: (uri: string) => boolean;
}

/** The project files around documents, each read once until something about them has changed. */
export class Projects {
  readonly #text: (uri: string) => Promise<string | undefined>;
  readonly #folders = new Map<string, Governing | Promise<Governing>>();

  /** @param text the text of a file, as it is open or lies on disk; undefined where there is none */
  constructor(text: (uri: string) => Promise<string | undefined>) {
    this.#text = text;
  }

  /** What governs a document; at once where it is known. */
  of(uri: string): Governing | Promise<Governing> {
    return this.#ofFolder(folderOf(uri));
  }

  /** Reads the files anew when they are needed the next time. */
  forget(): void {
    this.#folders.clear();
  }

  #ofFolder(folder: string | undefined): Governing | Promise<Governing> {
    if (folder === undefined) return UNGOVERNED;
    const path = pathOf(folder);
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const found = this.#find(folder).then((governing) => {
      if (this.#folders.get(path) === found) this.#folders.set(path, governing);
      return governing;
    });
    this.#folders.set(path, found);
    return found;
  }

  async #find(folder: string): Promise<Governing> {
    for (const name of PROJECT_NAMES) {
      const uri = uriWithin(folder, name);
      const text = await this.#text(uri);
      if (text === undefined) continue;
      const project = projectOf(readProject(text).root);
      const isFound = inclusion({ ...project, languages });
      return { project, uri, includes: (file) => isFound(pathWithin(folder, file) ?? fileNameOf(file)) };
    }
    return this.#ofFolder(folderOf(folder));
  }
}

const isFoundAnywhere = inclusion({ ...NO_PROJECT, languages });

const UNGOVERNED: Governing = {
  project: NO_PROJECT,
  includes: (uri) => isFoundAnywhere(fileNameOf(uri)),
};
