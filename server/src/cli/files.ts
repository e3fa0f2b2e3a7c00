import { dirname } from 'node:path';
import { isProjectName, isScriptName, SPEC_NAMES } from '../../../protocol/names.ts';
import type { ProductId } from '../catalog/catalog.generated.ts';
import { type Decoded, GUESSED } from '../machine/encoding.ts';
import type { ProjectFiles } from '../machine/project-files.ts';
import { withinBounds } from '../machine/sizes.ts';
import { folderAround } from '../machine/way-out.ts';
import { isOurs } from '../project/included.ts';
import { NO_PROJECT, type Project } from '../project/project.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import type { Sources } from './by-source.ts';
import { type CaptureFiles, captureFiles } from './capture-files.ts';
import { Complaint } from './exit.ts';
import { extendedFrom } from './extended.ts';
import { find, STDIN, shown } from './find.ts';
import { readByContent, readByName, type Told, type ToldFile } from './form.ts';
import type { Imported } from './imported.ts';
import { type Place, projectFiles } from './project.ts';
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
  /** The files that the text extends, which stand behind it; by their whole paths. */
  readonly extended?: ReadonlyMap<string, Decoded>;
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
    /** What stands for those whose DNS records are of the inner zone; they may be among the others. */
    readonly inner: readonly string[];
  };
}

/** Finds and reads the specs that were named. One that cannot be read does not hide the others. */
export async function gather(
  words: readonly string[],
  shell: Place & Pick<Shell, 'tell'>,
  wanted: Wanted = {},
): Promise<Gathered> {
  const inputs = new Map<string, Input>();
  const told = new Map<string, ToldFile>();
  const complaints: Message[] = [];
  const ofProjects: Message[] = [];
  const projects = projectFiles(shell, ofProjects);
  const inner = await Promise.all((wanted.captures?.inner ?? []).map((word) => captureFiles(word, shell.cwd)));
  const ofInner = new Set(inner.flatMap(({ files }) => files));
  const excess = withinBounds();
  const about = { shell, projects, wanted, known: (file: string) => inputs.has(file) || told.has(file) };
  for (const some of [...words.map((word) => inputsOf(word, about)), ...inner.map((one) => innerOf(one, about))]) {
    try {
      for await (const one of some) {
        const hindered = 'template' in one ? one : 'told' in one ? excess(one.told) : undefined;
        if (hindered) complaints.push(hindered);
        else if ('told' in one) told.set(one.file ?? STDIN, ofInner.has(one.file ?? STDIN) ? inInnerZone(one) : one);
        else if ('text' in one) {
          if (one.guessedFrom !== undefined) shell.tell(say`${one.path}:${one.guessedFrom}: ${GUESSED}`);
          inputs.set(one.file ?? STDIN, one);
        }
      }
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      complaints.push(error.text);
    }
  }
  const imported = await importedFrom([...told.values()], about);
  return {
    inputs: [...inputs.values(), ...(imported.input ? [imported.input] : [])],
    complaints: [...ofProjects, ...complaints, ...imported.complaints],
    unjudged: imported.unjudged,
  };
}

function inInnerZone({ told, ...about }: ToldFile): ToldFile {
  return { ...about, told: { ...told, isInner: true } };
}

/** What reads other forms is loaded where there are such files. They are judged together, by the project that they share. */
async function importedFrom(
  files: readonly ToldFile[],
  { shell, projects, wanted: { captures } }: Omit<Around, 'known'>,
): Promise<Imported> {
  if (captures === undefined || files.length === 0) return { complaints: [], unjudged: [] };
  const { importedInput } = await import('./imported.ts');
  const folders = files.map(({ file }) => (file === undefined ? shell.cwd : dirname(file)));
  const { project } = await projects.in(folderAround(folders) ?? shell.cwd);
  return importedInput(files, { product: captures.product, project }, shell);
}

interface Around {
  readonly shell: Place & Pick<Shell, 'tell'>;
  readonly projects: ProjectFiles;
  readonly wanted: Wanted;
  /** The files that were read. */
  readonly known: (file: string) => boolean;
}

/** What one word of the command line names, with what could not be read. */
async function* inputsOf(word: string, about: Around): AsyncIterable<Input | ToldFile | Message> {
  const { shell, projects, wanted, known } = about;
  const { files, complaints, searched } = await find(word, shell.cwd, async (file) =>
    (await projects.of(file)).includes(file),
  );
  yield* complaints;
  let found = complaints.length;
  for (const file of files) {
    found++;
    if (known(file)) continue;
    const one = await inputIn(file, wanted.captures && searched === undefined ? readByContent : readByName, about);
    if (searched !== undefined && 'text' in one && !isOurs(one.path, one.text)) found--;
    else yield one;
  }
  if (found === 0 && searched !== undefined) throw await nothingIn(searched, word, { shell, projects });
}

/** What `--internal` names. All that lies in a folder of it is read as a capture, as `import` does. */
async function* innerOf(
  { files, complaints, isFolder }: CaptureFiles,
  about: Around,
): AsyncIterable<Input | ToldFile | Message> {
  yield* complaints;
  const readFile = isFolder ? readAside : readByContent;
  for (const file of files) if (!about.known(file)) yield await inputIn(file, readFile, about);
}

async function readAside(file: string, shell: Around['shell']): Promise<Told | Message> {
  const { readCaptureFile } = await import('./captures.ts');
  const told = await readCaptureFile(file, true, shell);
  return 'template' in told ? told : { told };
}

/** What a file is that was read in some way, or why it is none of what is wanted. */
async function inputIn(
  file: string,
  readFile: (file: string, shell: Around['shell']) => Promise<Decoded | Told | Message>,
  { shell, projects, wanted }: Around,
): Promise<Input | ToldFile | Message> {
  const path = nameOf(file, shell.cwd);
  if (isProjectName(file) && !wanted.projects)
    return say`${code(path)} is a project file: it says how specs are judged, and is none. Name a spec.`;
  const read = await readFile(file, shell);
  if ('template' in read) return read;
  if ('told' in read) return file === STDIN ? read : { ...read, file };
  const input = { path, ...read, ...(await around(file, { shell, projects })) };
  if (file === STDIN || isProjectName(file) || isScriptName(file)) return input;
  const { file: projectFile } = await projects.of(file);
  const { text, files } = await extendedFrom(file, read.text, { shell, projectFile });
  return text === read.text ? input : { ...input, text, extended: files };
}

/** A project file is judged by itself. */
async function around(
  file: string,
  { shell, projects }: Pick<Around, 'shell' | 'projects'>,
): Promise<Pick<Input, 'file' | 'project'>> {
  if (file === STDIN) return { project: (await projects.in(shell.cwd)).project };
  if (isProjectName(file)) return { file, project: NO_PROJECT };
  return { file, project: (await projects.of(file)).projectOf(file) };
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
    say`There is no federation spec in ${code(word)}; their names are ${codes(SPEC_NAMES.slice(0, -2), SPEC_NAMES.length)} or ${code('lync-federation.yaml')}.`,
  );
}
