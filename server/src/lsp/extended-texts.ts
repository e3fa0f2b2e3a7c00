import { isAbsence } from '../machine/absence.ts';
import { legible } from '../machine/encoding.ts';
import { withExtended } from '../machine/extended-files.ts';
import { LedAway } from '../machine/links.ts';
import type { PartFault } from '../text/parts.ts';
import type { Identified } from './convert.ts';
import { folderOf, pathOf, pathWithin, placeOf, uriNamedIn } from './names.ts';
import type { OpenTexts } from './open-texts.ts';
import type { Opened } from './opened.ts';
import type { Workspace } from './workspace.ts';

/** A spec as it is judged: with all that it extends, where it does. */
export interface WholeText extends Pick<Opened, 'extended'> {
  readonly text: string;
}

/** A spec before that: its text, and the project file around it. */
type Extending = Pick<Opened, 'uri' | 'settings'> & { readonly text: string; readonly projectFile: string | undefined };

/** What is asked of the workspace. */
type Files = Pick<Workspace, 'bytes' | 'folderOf' | 'folders' | 'isWatched' | 'nameOf'>;

interface Part {
  readonly text: string;
}

/** A spec that is put together, and the paths of all files that were looked for to do it. */
interface Whole extends Extending {
  readonly files: Set<string>;
  readonly whole: Promise<WholeText>;
}

/** The files that specs extend: as they are open in the editor, else as they were when last read from disk. */
export class ExtendedTexts {
  readonly #open: Pick<OpenTexts, 'get'>;
  readonly #workspace: Files;
  /** By their paths. */
  readonly #onDisk = new Map<string, Promise<Part | PartFault>>();
  readonly #opened = new Map<string, Part & { readonly version: number }>();
  /** Specs as they were put together last, by their paths. */
  readonly #wholes = new Map<string, Whole>();
  #turn = 0;

  constructor(open: Pick<OpenTexts, 'get'>, workspace: Files) {
    this.#open = open;
    this.#workspace = workspace;
  }

  /** Grows with each change of a file. */
  get turn(): number {
    return this.#turn;
  }

  /**
   * A spec with all that it extends: files in the workspace, in its own folder, or in that of its project file, and below. Nothing else
   * is read for a spec in a workspace that is not trusted, and for one that lies nowhere.
   */
  with(spec: Extending): Promise<WholeText> {
    const path = pathOf(spec.uri);
    const known = this.#wholes.get(path);
    const isSame =
      known?.uri === spec.uri &&
      known.text === spec.text &&
      known.settings === spec.settings &&
      known.projectFile === spec.projectFile;
    if (isSame) return known.whole;
    const files = new Set<string>();
    const whole = this.#whole(spec, files);
    this.#wholes.set(path, { ...spec, files, whole });
    return whole;
  }

  /** Reads a file anew when it is needed the next time. */
  changed(uri: string): void {
    const path = pathOf(uri);
    this.#turn++;
    this.#onDisk.delete(path);
    this.#opened.delete(path);
    for (const [spec, { files }] of this.#wholes) if (spec === path || files.has(path)) this.#wholes.delete(spec);
  }

  /** Reads those anew of which nobody tells when they change. */
  lookAgain(): void {
    for (const path of this.#onDisk.keys()) if (!this.#isWatched(path)) this.changed(path);
  }

  async #whole({ uri, text, settings, projectFile }: Extending, files: Set<string>): Promise<WholeText> {
    const place = placeOf(uri);
    if (place === undefined || settings.trusted === false) return { text };
    const folders = [...this.#workspace.folders, folderOf(uri), projectFile && folderOf(projectFile)];
    const bounds = folders.filter((folder) => folder !== undefined);
    const extended = new Map<string, Identified>();
    const whole = await withExtended<Part>(text, place, (path) => {
      const named = this.#workspace.nameOf(uriNamedIn(uri, path));
      files.add(pathOf(named));
      const open = this.#open.get(named);
      extended.set(path, { uri: open?.uri ?? named, version: open?.version ?? null });
      return this.#read(named, bounds);
    });
    return whole.text === text ? { text } : { text: whole.text, extended };
  }

  #isWatched(path: string): boolean {
    return this.#workspace.isWatched && this.#workspace.folderOf(path) !== undefined;
  }

  async #read(uri: string, bounds: readonly string[]): Promise<Part | PartFault> {
    if (!bounds.some((folder) => pathWithin(folder, uri) !== undefined)) return 'outside';
    const path = pathOf(uri);
    const open = this.#open.get(uri);
    if (open === undefined) {
      this.#opened.delete(path);
      const known = this.#onDisk.get(path) ?? this.#workspace.bytes(uri, bounds).then(legible, faultOf);
      this.#onDisk.set(path, known);
      return known;
    }
    const before = this.#opened.get(path);
    const { version } = open;
    if (before?.version === version) return before;
    const now = { version, text: open.getText() };
    this.#opened.set(path, now);
    return now;
  }
}

function faultOf(error: unknown): PartFault {
  if (error instanceof LedAway) return 'outside';
  return isAbsence(error) ? 'missing' : 'unreadable';
}
