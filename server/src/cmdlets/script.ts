import type { Node, Tree } from 'web-tree-sitter';
import type { Range } from '../text/range.ts';
import { type CommandLine, readCommands, readQuickly } from './read.ts';

/** PowerShell text as it was read: our commands in it, and where it is no PowerShell at all. */
export interface Script {
  readonly commands: readonly ScriptCommand[];
  /** Places the shell could not read. */
  readonly faults: readonly Range[];
}

/** A command of a script. */
export interface ScriptCommand extends CommandLine {
  /** The names of all commands of its pipeline, its own included. */
  readonly pipeline: readonly string[];
}

/** Reads PowerShell text. Comes from a shell, because the grammar has to be loaded first. */
export type ReadScript = (text: string) => Script;

/** What is ours in a syntax tree of the whole text. */
export function toScript(text: string, tree: Tree): Script {
  const { rootNode } = tree;
  const read = rootNode.descendantsOfType('command').flatMap((node) => (node === null ? [] : toCommands(text, node)));
  if (!rootNode.hasError) return { commands: inOrder(read), faults: [] };
  // What the grammar cannot follow may still hold commands: those that a reading without it finds.
  const known = new Set(read.map(({ at }) => at.start));
  const others = readQuickly(text).filter(({ at }) => !known.has(at.start));
  return { commands: inOrder([...read, ...others]), faults: faultsOf(rootNode) };
}

function inOrder(commands: readonly ScriptCommand[]): readonly ScriptCommand[] {
  return commands.toSorted((a, b) => a.at.start - b.at.start);
}

const NAME = /^[A-Za-z]+-Cs[A-Za-z]/i;

function toCommands(text: string, node: Node): readonly ScriptCommand[] {
  if (!NAME.test(node.text)) return [];
  // What stands in brackets is a command node of its own.
  const [command] = readCommands(text, node.startIndex, endOf(text, node));
  if (command === undefined || command.at.start !== node.startIndex) return [];
  const pipeline = (node.parent?.children ?? []).flatMap((one) => (one?.type === 'command' ? [nameOf(one)] : []));
  const place = node.parent?.children.findIndex((one) => one?.id === node.id) ?? 0;
  return [{ ...command, piped: place > 0, pipeline, nested: isNested(node) }];
}

/** The end of a command: the grammar ends it too early at some lists, `a,'b'`, and calls the rest an error. */
function endOf(text: string, { endIndex }: Node): number {
  const isEnd = /^[ \t]*(?:$|[\r\n;|&)}\]#])/.test(text.slice(endIndex, endIndex + FAR));
  return isEnd ? endIndex : Math.min(text.length, endIndex + FAR);
}

/** Longer than any command. */
const FAR = 10_000;

function nameOf(command: Node): string {
  return command.childForFieldName('command_name')?.text ?? command.firstChild?.text ?? '';
}

const NESTING = /_statement$|^script_block_expression$|^statement_block$|^sub_expression$/;

function isNested(node: Node): boolean {
  for (let one = node.parent; one !== null; one = one.parent) if (NESTING.test(one.type)) return true;
  return false;
}

function faultsOf(root: Node): readonly Range[] {
  const faults: Range[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // The grammar asks for a blank where PowerShell needs none.
    if (node.type === 'ERROR' || (node.isMissing && node.type !== ' ')) {
      faults.push({ start: node.startIndex, end: node.endIndex });
    } else if (node.hasError) {
      for (const child of node.children.toReversed()) if (child !== null) waiting.push(child);
    }
  }
  return faults;
}
