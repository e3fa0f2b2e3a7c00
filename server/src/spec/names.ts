/** The names by which a spec is known in a folder. */
export const SPEC_NAMES = [
  '*.lync.yaml',
  '*.lync.yml',
  '*.federation.yaml',
  '*.federation.yml',
  'lync-federation.yaml',
  'lync-federation.yml',
] as const;

/** The names of a project file. */
export const PROJECT_NAMES = ['.lync-federation.yaml', '.lync-federation.yml'] as const;

/** Whether a file is a PowerShell script. */
export function isScriptName(path: string): boolean {
  return /\.ps1$/i.test(path);
}

/** A cmdlet of ours: a script without any is none of our business. */
export function namesOurCmdlets(script: string): boolean {
  return /-Cs[A-Z]/i.test(script);
}
