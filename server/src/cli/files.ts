import { isNamed, isProjectName, SCRIPT_NAMES, SPEC_NAMES } from '../../../protocol/names.ts';
import { type Decoded, GUESSED } from '../machine/encoding.ts';
import type { ProjectFiles } from '../machine/project-files.ts';
import { isOurs } from '../project/included.ts';
import { NO_PROJECT, type Project } from '../project/project.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { Complaint } from './exit.ts';
import { find, STDIN, shown } from './find.ts';
import { projectFiles } from './project.ts';
import { nameOf, read } from './read.ts';
import type { Shell } from './shell.ts';

/** A spec to work on. */
export interface Input extends Decoded {
  /** As reports show it. */
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string;
  /** What the nearest project file says. */
  readonly project: Project;
}

/** What could be read, and word of what could not. */
export interface Gathered {
  readonly inputs: readonly Input[];
  readonly complaints: readonly Message[];
}

/** What is wanted beside specs and scripts. */
export interface Wanted {
  /** Project files that are named. */
  readonly projects?: true;
}

/** Finds and reads the specs that were named. One that cannot be read does not hide the others. */
export async function gather(
  words: readonly string[],
  shell: Pick<Shell, 'cwd' | 'input' | 'tell'>,
  wanted: Wanted = {},
): Promise<Gathered> {
  const inputs = new Map<string, Input>();
  const complaints: Message[] = [];
  const ofProjects: Message[] = [];
  const projects = projectFiles(shell, ofProjects);
  for (const word of words) {
    try {
      for await (const one of inputsOf(word, { shell, projects, wanted, known: inputs })) {
        if ('template' in one) complaints.push(one);
        else inputs.set(one.file ?? STDIN, one);
      }
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      complaints.push(error.text);
    }
  }
  return { inputs: [...inputs.values()], complaints: [...ofProjects, ...complaints] };
}

interface Around {
  readonly shell: Pick<Shell, 'cwd' | 'input' | 'tell'>;
  readonly projects: ProjectFiles;
  readonly wanted: Wanted;
  /** The files that were read. */
  readonly known: ReadonlyMap<string, unknown>;
}

/** What one word of the command line names, with what could not be read. */
async function* inputsOf(word: string, { shell, projects, wanted, known }: Around): AsyncIterable<Input | Message> {
  const { files, complaints, searched } = await find(word, shell.cwd, async (file) =>
    (await projects.of(file)).includes(file),
  );
  yield* complaints;
  let found = complaints.length;
  for (const file of files) {
    found++;
    if (known.has(file)) continue;
    const path = nameOf(file, shell.cwd);
    if (isProjectName(file) && !wanted.projects) {
      yield say`${code(path)} is a project file: it says how specs are judged, and is none. Name a spec.`;
      continue;
    }
    const refusal = refusedByName(path);
    const decoded = refusal ?? (await read(file, shell));
    if ('template' in decoded) yield decoded;
    else if (searched !== undefined && !isOurs(path, decoded.text)) found--;
    else {
      if (decoded.guessedFrom !== undefined) shell.tell(say`${path}:${decoded.guessedFrom}: ${GUESSED}`);
      yield { path, ...decoded, ...(await around(file, { shell, projects })) };
    }
  }
  if (found === 0 && searched !== undefined) throw await nothingIn(searched, word, { shell, projects });
}

/** What is neither a spec nor a script, whatever stands in it. */
function refusedByName(path: string): Message | undefined {
  if (isNamed(path, ['*.psd1']))
    return say`${code(path)} holds data of PowerShell and no commands. Name the script or the module that has them: ${codes(SCRIPT_NAMES)}.`;
  if (isNamed(path, ['*.txt']))
    return say`${code(path)} is neither a spec nor a script by its name. Call a spec ${code('*.lync.yaml')} and a script ${code('*.ps1')}; what a console printed is for ${code('lync-federation import')}.`;
  return undefined;
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
