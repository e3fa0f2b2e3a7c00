/** Whether a path says by itself where a file lies, on Windows or elsewhere; else it counts from a folder. */
export function isWhole(path: string): boolean {
  return /^(?:[a-z]:)?[\\/]/i.test(path);
}
