// What a file is, by its name. Case makes no difference: `Contoso.Lync.YAML` is a spec.

/** The names by which a spec is known in a folder. */
export const SPEC_NAMES = [
  '*.lync.yaml',
  '*.lync.yml',
  '*.federation.yaml',
  '*.federation.yml',
  'federation.yaml',
  'federation.yml',
  'lync-federation.yaml',
  'lync-federation.yml',
] as const;

/** The names of a project file. */
export const PROJECT_NAMES = ['.lync-federation.yaml', '.lync-federation.yml'] as const;

/** The names of what can be a spec, as its text says then. */
const YAML_NAMES = ['*.yaml', '*.yml'] as const;

/** The names of scripts and of modules with functions; `*.psd1` holds data alone. */
export const SCRIPT_NAMES = ['*.ps1', '*.psm1'] as const;

/** The usual names of certificates. */
export const CERTIFICATE_NAMES = ['*.pem', '*.cer', '*.crt', '*.der', '*.p7b', '*.p7c'] as const;

/** Captures, zones and documents of Topology Builder, as far as their names tell. The manifest has this pattern as well. */
export const CAPTURE_NAME = /\.(?:tbxml|zone|dns)$|capture[\w.-]*\.json$/i;

/** Traces, logs and event logs, as far as their names tell. The manifest has this pattern as well. */
export const TRACE_NAME = /\.(?:log|uccapilog|etl|evtx)$/i;

/** Whether a file is a spec by its name. */
export function isSpecName(path: string): boolean {
  return isNamed(path, SPEC_NAMES);
}

/** Whether a file is a project file by its name. */
export function isProjectName(path: string): boolean {
  return isNamed(path, PROJECT_NAMES);
}

/** Whether a file may be a spec by its name. */
export function isYamlName(path: string): boolean {
  return isNamed(path, YAML_NAMES);
}

/** Whether a file holds commands of PowerShell by its name. */
export function isScriptName(path: string): boolean {
  return isNamed(path, SCRIPT_NAMES);
}

/** All names that a search looks for; which of them count, the project says. */
export const SOUGHT_NAMES = [...PROJECT_NAMES, ...YAML_NAMES, ...SCRIPT_NAMES] as const;

/** Whether a search looks for a file of this name: hidden files are none of its business, unless they are project files. */
export function isSought(path: string): boolean {
  return isProjectName(path) || (!nameIn(path).startsWith('.') && isNamed(path, SOUGHT_NAMES));
}

/** Whether a file has one of some names, in which `*` at the start stands for any letters. */
export function isNamed(path: string, names: readonly string[]): boolean {
  const name = nameIn(path).toLowerCase();
  return names.some((one) => (one.startsWith('*') ? name.endsWith(one.slice(1)) : name === one));
}

/** The last part of a path or URI. */
function nameIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A pattern for those who look at case: `*.ps1` as `*.[pP][sS]1`. */
export function inAnyCase(pattern: string): string {
  return pattern.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

/** Whether a script, or a part of one, names a cmdlet of ours; one without any is none of our business. */
export function namesOurCmdlets(script: string): boolean {
  return /-Cs[A-Z]/i.test(script);
}
