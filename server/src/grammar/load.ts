import { Language, type Node, Parser } from 'web-tree-sitter';
import { plainCharacters } from '../cmdlets/characters.ts';
import { type ReadScript, toScript } from '../cmdlets/script.ts';

/** Where the two parts of the parser come from: the engine of tree-sitter and the grammar of PowerShell. */
export interface Wasm {
  readonly engine: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Loads the parser of PowerShell. It takes some 50 ms, so whoever has no script does not call it. */
export async function loadPowerShell(wasm: Wasm): Promise<ReadScript> {
  // Without `locateFile` the engine makes a URL of its own place, which a bundle in a worker has not, although it is given here.
  await Parser.init({ wasmBinary: wasm.engine, locateFile: (name: string) => name });
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm.grammar));
  const isRefused = (text: string) => {
    const tree = parser.parse(plainCharacters(text));
    const isFaulty = tree !== null && hasFault(tree.rootNode);
    tree?.delete();
    return isFaulty;
  };
  return (text) => toScript(text, isRefused);
}

function hasFault(root: Node): boolean {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // The grammar asks for a blank where PowerShell needs none.
    if (node.type === 'ERROR' || (node.isMissing && node.type !== ' ')) return true;
    if (node.hasError) for (const child of node.children) if (child !== null) waiting.push(child);
  }
  return false;
}
