/** There is no such file, where the platform has no code that says so. */
export class Absent extends Error {}

/** Whether a file is not read as there is none. */
export function isAbsence(error: unknown): boolean {
  if (error instanceof Absent) return true;
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
