/** The names of the two files in the folder of a bundle. */
export const ENGINE = 'web-tree-sitter.wasm';
export const GRAMMAR = 'tree-sitter-powershell.wasm';
