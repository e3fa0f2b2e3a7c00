import {
  isNamed,
  isProjectName,
  isScriptName,
  isYamlName,
  namesOurCmdlets,
  SCRIPT_NAMES,
} from '../../../protocol/names.ts';
import type { Decoded } from '../machine/encoding.ts';
import { readAs, tooLarge } from '../machine/legible.ts';
import type { NamedText } from '../plan/import/readers/reader.ts';
import { isOurs } from '../project/included.ts';
import { attempt, type Failure } from '../text/failure.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { STDIN } from './find.ts';
import { bytesOf, nameOf, read, SCRIPT, SPEC } from './read.ts';
import type { Shell } from './shell.ts';

type Reading = Pick<Shell, 'cwd' | 'input'>;

/** A file that may tell of a deployment in any form. */
export interface Told {
  readonly told: NamedText;
}

/** The same, and where it lies. */
export interface ToldFile extends Told {
  /** Absent for standard input. */
  readonly file?: string;
}

/** A file that is a spec or a script by its name, or says that it is a spec; or why it is not read. */
export async function readByName(file: string, shell: Reading): Promise<Decoded | Message> {
  const path = nameOf(file, shell.cwd);
  const decoded = refusedByName(path) ?? (await read(file, shell));
  if ('template' in decoded || hasName(file) || isOurs(path, decoded.text)) return decoded;
  return say`${code(path)} is neither a spec nor a script. If it tells of a deployment, ${code('lync-federation import')} makes a spec of it.`;
}

/** Whether a file is what it is called, whatever stands in it; what comes without a name is what it is wanted for. */
function hasName(file: string): boolean {
  return file === STDIN || isYamlName(file) || isProjectName(file) || isScriptName(file);
}

/**
 * A file that somebody named, by what it holds: a spec, a script, or what tells of a deployment in another form. The names of specs
 * and scripts say enough, and what reads all other forms is loaded for these alone.
 */
export async function readByContent(file: string, shell: Reading): Promise<Decoded | Told | Message> {
  const path = nameOf(file, shell.cwd);
  if (isYamlName(file) || isProjectName(file) || isNamed(file, ['*.psd1'])) return readByName(file, shell);
  if (isScriptName(file)) return readScript(file, shell);
  const { captureCalled, captureFrom } = await import('../machine/captures.ts');
  const wanted = captureCalled(path);
  const bytes = await bytesOf(file, shell, wanted);
  if ('template' in bytes) return bytes;
  const spec = readAs(SPEC, path, bytes);
  const asSpec = () => (bytes.length > SPEC.limit ? tooLarge(SPEC, path) : spec);
  if ('text' in spec && isOurs(path, spec.text)) return refusedByName(path) ?? asSpec();
  const capture = readAs(wanted, path, bytes);
  const told = 'text' in capture ? captureFrom(path, capture) : undefined;
  // What comes without a name, and what nobody knows, is meant as a spec.
  if (file === STDIN && (told === undefined || !(await hasReader(told)))) return asSpec();
  return told ? { told } : capture;
}

/** A configuration of Microsoft365DSC has the name of a script, and no command of ours; it is read as `import` reads it. */
async function readScript(file: string, shell: Reading): Promise<Decoded | Told | Message> {
  const path = nameOf(file, shell.cwd);
  const bytes = await bytesOf(file, shell, SCRIPT);
  if ('template' in bytes) return bytes;
  const script = readAs(SCRIPT, path, bytes);
  if ('text' in script && namesOurCmdlets(script.text)) return script;
  const { captureCalled, captureFrom } = await import('../machine/captures.ts');
  const capture = readAs(captureCalled(path), path, bytes);
  const told = 'text' in capture ? captureFrom(path, capture) : undefined;
  return told && (await hasReader(told)) ? { told } : script;
}

async function hasReader(file: NamedText): Promise<boolean> {
  const { readWhole } = await import('../plan/import/read.ts');
  const failures: Failure[] = [];
  const read = attempt('import', failures, () => readWhole(file));
  // A reader that fails on the way has taken the file, and fails once more where that is told.
  return read !== undefined || failures.length > 0;
}

/** Whether a file can be judged as the spec that it holds: the names of other files say what they are. */
export function mayNameSpec(path: string): boolean {
  return refusedByName(path) === undefined && !isScriptName(path) && !isProjectName(path);
}

/** What is neither a spec nor a script, whatever stands in it. */
function refusedByName(path: string): Message | undefined {
  if (isNamed(path, ['*.psd1']))
    return say`${code(path)} holds data of PowerShell and no commands. Name the script or the module that has them: ${codes(SCRIPT_NAMES)}.`;
  if (isNamed(path, ['*.txt']))
    return say`${code(path)} is neither a spec nor a script by its name. Call a spec ${code('*.lync.yaml')} and a script ${code('*.ps1')}; what a console printed is for ${code('lync-federation import')}.`;
  return undefined;
}
