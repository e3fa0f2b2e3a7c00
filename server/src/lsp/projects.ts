import { inclusion } from '../project/included.ts';
import { languages, NO_PROJECT, type Project, projectOf } from '../project/project.ts';
import { readProject } from '../project/read.ts';
import { PROJECT_NAMES } from '../spec/names.ts';

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
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const found = this.#find(folder).then((governing) => {
      if (this.#folders.get(folder) === found) this.#folders.set(folder, governing);
      return governing;
    });
    this.#folders.set(folder, found);
    return found;
  }

  async #find(folder: string): Promise<Governing> {
    for (const name of PROJECT_NAMES) {
      const uri = `${folder}/${name}`;
      const text = await this.#text(uri);
      if (text === undefined) continue;
      const project = projectOf(readProject(text).root);
      const isFound = inclusion({ ...project, languages });
      return { project, uri, includes: (file) => isFound(decodeURIComponent(file.slice(folder.length + 1))) };
    }
    return this.#ofFolder(folderOf(folder));
  }
}

const isFoundAnywhere = inclusion({ ...NO_PROJECT, languages });

const UNGOVERNED: Governing = {
  project: NO_PROJECT,
  includes: (uri) => isFoundAnywhere(decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))),
};

/** The folder of a file or folder; none above the topmost, and none of a document that was never saved. */
function folderOf(uri: string): string | undefined {
  // In the web a folder may have no authority: `memfs:/specs`.
  return /^((?!untitled:)[a-z][a-z0-9+.-]*:(?:\/\/.*|(?:\/[^/]+)*))\/[^/]*$/i.exec(uri)?.[1];
}
