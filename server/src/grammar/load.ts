import { Language, Parser } from 'web-tree-sitter';
import { plainCharacters } from '../cmdlets/plain-characters.ts';
import { type ReadScript, toScript } from '../cmdlets/script.ts';

/** Where the two parts of the parser come from: the engine of tree-sitter and the grammar of PowerShell. */
export interface Wasm {
  readonly engine: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Loads the parser of PowerShell. It takes some 50 ms, so whoever has no script does not call it. */
export async function loadPowerShell(wasm: Wasm): Promise<ReadScript> {
  await Parser.init({ wasmBinary: wasm.engine });
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm.grammar));
  return (text) => {
    const tree = parser.parse(plainCharacters(text));
    if (tree === null) return { commands: [], faults: [] };
    const script = toScript(text, tree);
    tree.delete();
    return script;
  };
}
