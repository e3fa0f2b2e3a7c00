declare module 'picomatch/posix.js' {
  /** Whether a path with forward slashes matches one of the patterns. */
  export default function picomatch(
    patterns: readonly string[],
    options?: { readonly dot?: boolean; readonly nocase?: boolean },
  ): (path: string) => boolean;
}
