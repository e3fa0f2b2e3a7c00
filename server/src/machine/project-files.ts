import { inclusion } from '../project/included.ts';
import { governed } from '../project/overrides.ts';
import { NO_PROJECT, type Project } from '../project/project.ts';
import { attempt, type Failure } from '../text/failure.ts';

/** What governs the files of a folder: the nearest project file upwards, where there is one. */
export interface Governing {
  /** What it says of files of no name. */
  readonly project: Project;
  /** What it says of a file. */
  readonly projectOf: (file: string) => Project;
  /** The project file. */
  readonly file?: string;
  /** Whether a search finds a file. */
  readonly includes: (file: string) => boolean;
}

/** A project file, and what it says. */
export interface ProjectFile {
  readonly file: string;
  readonly project: () => Project;
}

/** How files and folders are called, by paths or by URIs, and how project files are read. */
export interface Ground {
  /** The form in which names compare. */
  keyOf(folder: string): string;
  /** The folder of a file or folder; none above the topmost. */
  folderOf(file: string): string | undefined;
  /** The path of a file with forward slashes, from a folder that it lies in, else its name. */
  pathWithin(folder: string | undefined, file: string): string;
  /** The project file that lies in a folder. */
  projectIn(folder: string): Promise<ProjectFile | undefined>;
  /** Hears of a project file that could not be used; it decides nothing then. */
  failed(file: string, failure: Failure): void;
}

/** The project files around documents, each looked for and read once until something about them has changed. */
export class ProjectFiles {
  readonly #ground: Ground;
  readonly #includes: (project: Project) => (path: string) => boolean;
  readonly #ungoverned: Governing;
  readonly #folders = new Map<string, Governing | Promise<Governing>>();

  /** @param includes what of the project decides about a search */
  constructor(ground: Ground, includes: (project: Project) => (path: string) => boolean = inclusion) {
    this.#ground = ground;
    this.#includes = includes;
    this.#ungoverned = this.#governing(undefined, NO_PROJECT);
  }

  /** What governs a file; at once where it is known. */
  of(file: string): Governing | Promise<Governing> {
    return this.in(this.#ground.folderOf(file));
  }

  /** What governs the files of a folder. */
  in(folder: string | undefined): Governing | Promise<Governing> {
    if (folder === undefined) return this.#ungoverned;
    const key = this.#ground.keyOf(folder);
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const found = this.#find(folder).then((governing) => {
      if (this.#folders.get(key) === found) this.#folders.set(key, governing);
      return governing;
    });
    this.#folders.set(key, found);
    return found;
  }

  /** Reads the files anew when they are needed the next time. */
  forget(): void {
    this.#folders.clear();
  }

  async #find(folder: string): Promise<Governing> {
    const found = await this.#ground.projectIn(folder);
    if (found === undefined) return this.in(this.#ground.folderOf(folder));
    const { file, project } = found;
    const failures: Failure[] = [];
    const governing = attempt('project file', failures, () => this.#governing(folder, project()));
    for (const failure of failures) this.#ground.failed(file, failure);
    return { file, ...(governing ?? this.#ungoverned) };
  }

  #governing(folder: string | undefined, project: Project): Governing {
    const includes = this.#includes(project);
    const projectOf = governed(project);
    const pathOf = (file: string) => this.#ground.pathWithin(folder, file);
    return { project, projectOf: (file) => projectOf(pathOf(file)), includes: (file) => includes(pathOf(file)) };
  }
}
