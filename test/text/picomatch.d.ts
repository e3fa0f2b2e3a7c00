declare module 'picomatch/posix.js' {
  /** Whether a path with forward slashes matches a pattern. */
  export default function picomatch(pattern: string, options?: { readonly dot?: boolean }): (path: string) => boolean;
}
