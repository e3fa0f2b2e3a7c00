import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { analyze } from '../analyze.ts';
import { inclusion } from '../project/included.ts';
import { NO_PROJECT, type Project, projectOf } from '../project/project.ts';
import { PROJECT_NAMES } from '../spec/names.ts';
import { type Message, prose, say } from '../text/message.ts';
import { visible } from './cells.ts';
import { shown } from './find.ts';
import { read } from './read.ts';
import type { Shell } from './shell.ts';

/** What governs a folder: the nearest project file upwards, where there is one. */
export interface Governing {
  readonly project: Project;
  readonly file?: string;
  /** Whether a search finds a path relative to the file. */
  readonly includes: (path: string) => boolean;
}

/** The project files around the specs of one run: each is looked for, read and complained about once. */
export class Projects {
  /** What is wrong in them, in words that begin with the place. */
  readonly complaints: Message[] = [];
  readonly #shell: Pick<Shell, 'cwd' | 'input'>;
  readonly #known = new Map<string, Promise<Governing>>();

  constructor(shell: Pick<Shell, 'cwd' | 'input'>) {
    this.#shell = shell;
  }

  /** What governs the files of a folder. */
  of(folder: string): Promise<Governing> {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const found = this.#find(folder);
    this.#known.set(folder, found);
    return found;
  }

  /** Whether a search finds a file. */
  async includes(file: string): Promise<boolean> {
    const { includes, file: projectFile } = await this.of(dirname(file));
    return includes(shown(file, dirname(projectFile ?? file)));
  }

  async #find(folder: string): Promise<Governing> {
    for (const name of PROJECT_NAMES) {
      const file = join(folder, name);
      if (!(await isFile(file))) continue;
      const project = await this.#read(file);
      return { file, project, includes: inclusion(project) };
    }
    const above = dirname(folder);
    return above === folder ? { project: NO_PROJECT, includes: inclusion(NO_PROJECT) } : this.of(above);
  }

  async #read(file: string): Promise<Project> {
    const text = await read(file, this.#shell);
    if ('template' in text) {
      this.complaints.push(text);
      return NO_PROJECT;
    }
    const path = shown(file, this.#shell.cwd);
    // No day matters to a project file.
    const { problems, lines, root } = analyze(text.text, { asOf: '', project: true });
    for (const { at, message } of problems) {
      const { line, column } = lines.position(at.start);
      this.complaints.push(say`${prose(visible(`${path}:${line + 1}:${column + 1}`))}: ${message}`);
    }
    return projectOf(root);
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
