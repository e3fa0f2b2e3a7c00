import type { Analysis, Options } from '../analyze.ts';
import type { Project } from '../project/project.ts';
import type { Identified } from './convert.ts';
import type { Settings } from './settings.ts';

/** A document as it is now, with all that is known of it: open in the editor, or a file of the workspace, which has no version. */
export interface Opened extends Identified {
  /** By which documents are compared. */
  readonly path: string;
  /** A spec, a script that stands alone, or a project file. */
  readonly kind: Analysis['kind'];
  /** Where the encoding of a script on disk is a guess: the first line that is no UTF-8, counted from one. */
  readonly guessedFrom?: number;
  /** Of a spec that extends others: what is known of all of them, one behind the other. */
  readonly analysis: Analysis;
  /** The same of the document alone, as it is written. */
  readonly own: Analysis;
  /** The files that it extends, as the client names them, by their places among each other. */
  readonly extended?: ReadonlyMap<string, Identified>;
  readonly options: Options;
  readonly settings: Settings;
  /** The day as of which somebody looks at it, whatever it says itself; nothing is changed for that. */
  readonly lookedAs?: string;
  /** What the project file around it says, which comes before the settings. */
  readonly project: Project;
}
