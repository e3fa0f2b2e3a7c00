/** Yields generated files: path from the repository root, and text. */
export type Generator = () => Promise<Iterable<readonly [path: string, text: string]>>;
