import { resolve } from 'node:path';
import { isProjectName, SPEC_NAMES } from '../../../protocol/names.ts';
import type { ProductId } from '../catalog/catalog.generated.ts';
import { type Decoded, GUESSED } from '../machine/encoding.ts';
import type { ProjectFiles } from '../machine/project-files.ts';
import { isOurs } from '../project/included.ts';
import { NO_PROJECT, type Project } from '../project/project.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import type { Sources } from './by-source.ts';
import { Complaint } from './exit.ts';
import { find, STDIN, shown } from './find.ts';
import { readByContent, readByName, type ToldFile } from './form.ts';
import type { Imported } from './imported.ts';
import { projectFiles } from './project.ts';
import { nameOf } from './read.ts';
import type { Shell } from './shell.ts';

/** A spec to work on. */
export interface Input extends Decoded {
  /** As reports show it. */
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string;
  /** What the nearest project file says. */
  readonly project: Project;
  /** Where the text comes from, where it is what files in other forms say. */
  readonly imported?: Sources;
}

/** What could be read, and word of what could not. */
export interface Gathered {
  readonly inputs: readonly Input[];
  readonly complaints: readonly Message[];
  /** Why there is nothing to judge of files in other forms that could be read. */
  readonly unjudged: readonly Message[];
}

/** What is wanted beside specs and scripts. */
export interface Wanted {
  /** Project files that are named. */
  readonly projects?: true;
  /** Files that are named and tell of a deployment in another form; all of them together are one spec. */
  readonly captures?: {
    readonly product: ProductId | undefined;
    /** Those of them whose DNS records are of the inner zone. */
    readonly inner: readonly string[];
  };
}

/** Finds and reads the specs that were named. One that cannot be read does not hide the others. */
export async function gather(
  words: readonly string[],
  shell: Pick<Shell, 'cwd' | 'input' | 'tell'>,
  wanted: Wanted = {},
): Promise<Gathered> {
  const inputs = new Map<string, Input>();
  const told = new Map<string, ToldFile>();
  const complaints: Message[] = [];
  const ofProjects: Message[] = [];
  const projects = projectFiles(shell, ofProjects);
  const ofInner = new Set(wanted.captures?.inner.map((word) => (word === STDIN ? STDIN : resolve(shell.cwd, word))));
  for (const word of words) {
    try {
      for await (const one of inputsOf(word, {
        shell,
        projects,
        wanted,
        known: (file) => inputs.has(file) || told.has(file),
      })) {
        if ('template' in one) complaints.push(one);
        else if ('told' in one) told.set(one.file ?? STDIN, ofInner.has(one.file ?? STDIN) ? inInnerZone(one) : one);
        else inputs.set(one.file ?? STDIN, one);
      }
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      complaints.push(error.text);
    }
  }
  const imported = await importedFrom([...told.values()], wanted, shell);
  return {
    inputs: [...inputs.values(), ...(imported.input ? [imported.input] : [])],
    complaints: [...ofProjects, ...complaints, ...imported.complaints],
    unjudged: imported.unjudged,
  };
}

function inInnerZone({ told, ...about }: ToldFile): ToldFile {
  return { ...about, told: { ...told, isInner: true } };
}

/** What reads other forms is loaded where there are such files. */
async function importedFrom(
  files: readonly ToldFile[],
  { captures }: Wanted,
  shell: Pick<Shell, 'cwd' | 'tell'>,
): Promise<Imported> {
  if (captures === undefined || files.length === 0) return { complaints: [], unjudged: [] };
  const { importedInput } = await import('./imported.ts');
  return importedInput(files, captures.product, shell);
}

interface Around {
  readonly shell: Pick<Shell, 'cwd' | 'input' | 'tell'>;
  readonly projects: ProjectFiles;
  readonly wanted: Wanted;
  /** The files that were read. */
  readonly known: (file: string) => boolean;
}

/** What one word of the command line names, with what could not be read. */
async function* inputsOf(
  word: string,
  { shell, projects, wanted, known }: Around,
): AsyncIterable<Input | ToldFile | Message> {
  const { files, complaints, searched, isNamed } = await find(word, shell.cwd, async (file) =>
    (await projects.of(file)).includes(file),
  );
  yield* complaints;
  let found = complaints.length;
  for (const file of files) {
    found++;
    if (known(file)) continue;
    const path = nameOf(file, shell.cwd);
    if (isProjectName(file) && !wanted.projects) {
      yield say`${code(path)} is a project file: it says how specs are judged, and is none. Name a spec.`;
      continue;
    }
    const decoded = await (isNamed && wanted.captures ? readByContent : readByName)(file, shell);
    if ('template' in decoded) yield decoded;
    else if ('told' in decoded) yield { ...decoded, ...(await around(file, { shell, projects })) };
    else if (searched !== undefined && !isOurs(path, decoded.text)) found--;
    else {
      if (decoded.guessedFrom !== undefined) shell.tell(say`${path}:${decoded.guessedFrom}: ${GUESSED}`);
      yield { path, ...decoded, ...(await around(file, { shell, projects })) };
    }
  }
  if (found === 0 && searched !== undefined) throw await nothingIn(searched, word, { shell, projects });
}

/** A project file is judged by itself. */
async function around(
  file: string,
  { shell, projects }: Pick<Around, 'shell' | 'projects'>,
): Promise<Pick<Input, 'file' | 'project'>> {
  if (file === STDIN) return { project: (await projects.in(shell.cwd)).project };
  if (isProjectName(file)) return { file, project: NO_PROJECT };
  return { file, project: (await projects.of(file)).project };
}

async function nothingIn(
  folder: string,
  word: string,
  { shell, projects }: Pick<Around, 'shell' | 'projects'>,
): Promise<Complaint> {
  const { file } = await projects.in(folder);
  if (file !== undefined) {
    const keys = codes(['include', 'exclude', 'languages']);
    return new Complaint(
      say`There is nothing to look at in ${code(word)} by the names of specs and what ${code(shown(file, shell.cwd))} says of ${keys}.`,
    );
  }
  return new Complaint(
    say`There is no federation spec in ${code(word)}; their names are ${codes(SPEC_NAMES.slice(0, 4))} or ${code('lync-federation.yaml')}.`,
  );
}
