import type { Leaf, List, Spec } from '../spec/model.ts';
import { each } from '../spec/model.ts';
import type { Range } from '../text/range.ts';
import { withInputs } from './inputs.ts';
import { type Input, type ResolvedCommand, resolver } from './resolved.ts';
import { type ReadScript, type Script, toScript } from './script.ts';

/** A command of the spec's runbook, or of a script; its places are places in the document. */
export interface RunbookCommand extends ResolvedCommand {
  /** Which item of `cmdlets:` it stands in; a pipeline puts several commands into one item. A script is one item. */
  readonly item: number;
}

/** The runbook as read, and its lines for the next time. */
export interface Runbook {
  readonly commands: readonly RunbookCommand[];
  /** Places that are no PowerShell; as long as the grammar is not loaded, only what lies too deep. */
  readonly faults: readonly Range[];
  readonly scripts: Scripts;
}

/** What was made of lines, by their text. Whoever reads the next version of a document hands it on. */
export type Scripts = ReadonlyMap<string, ResolvedScript>;

/** PowerShell text as it was read, with what its commands mean. */
interface ResolvedScript extends Pick<Script, 'faults'> {
  readonly commands: readonly ResolvedCommand[];
}

/**
 * The commands of `cmdlets:` in the order in which they will be run. What is wrong with a line is known only
 * with the grammar.
 */
export function readRunbook(
  cmdlets: List<string> | undefined,
  readScript: ReadScript | undefined,
  before: Scripts = new Map(),
): Runbook {
  const scripts = new Map<string, ResolvedScript>();
  const read = reader(readScript);
  const lines = each(cmdlets).map((line) => {
    const script = scripts.get(line.value) ?? before.get(line.value) ?? read(line.value);
    if (readScript) scripts.set(line.value, script);
    return { line, script };
  });
  return {
    commands: lines.flatMap(({ line, script }) => script.commands.map((command) => inDocument(command, line))),
    faults: lines.flatMap(({ line, script }) => script.faults.map((at) => moved(at, line))),
    scripts,
  };
}

/** Whether a spec has lines that the grammar of PowerShell is to be loaded for. */
export function hasRunbook({ cmdlets }: Spec): boolean {
  return each(cmdlets).length > 0;
}

/** The commands of a script that stands alone. */
export function readAlone(text: string, readScript: ReadScript | undefined): Runbook {
  const { commands, faults } = reader(readScript)(text);
  return { commands: commands.map((command) => ({ ...command, item: 0 })), faults, scripts: new Map() };
}

/** The commands of a piece of PowerShell that is looked at by itself, read without the grammar. */
export function resolveQuickly(text: string): readonly ResolvedCommand[] {
  return quickReader()(text);
}

/** The same for many pieces, of which the reference is asked less often. */
export function quickReader(): (text: string) => readonly ResolvedCommand[] {
  const read = reader(undefined);
  return (text) => read(text).commands;
}

function reader(readScript: ReadScript | undefined): (text: string) => ResolvedScript {
  const resolve = resolver();
  return (text) => {
    const { commands, faults } = readScript?.(text) ?? toScript(text);
    return { commands: withInputs(commands.map(resolve), text), faults };
  };
}

function inDocument(command: ResolvedCommand, line: Leaf<string>): RunbookCommand {
  const { input } = command;
  return {
    ...command,
    ...(input && { input: { ...input, source: moved(input.source, line), ...movedAssigning(input, line) } }),
    at: moved(command.at, line),
    whole: moved(command.whole, line),
    parameters: command.parameters.map((parameter) => ({
      ...parameter,
      at: moved(parameter.at, line),
      valueAt: parameter.valueAt && moved(parameter.valueAt, line),
      ...(parameter.said && { said: parameter.said.map((word) => ({ ...word, at: moved(word.at, line) })) }),
    })),
    item: Number(line.path.at(-1)),
  };
}

function movedAssigning({ assigning }: Input, line: Leaf<string>): Pick<Input, 'assigning'> {
  return assigning === undefined ? {} : { assigning: moved(assigning, line) };
}

/** A place within the line as a place in the document; the whole item where the text is escaped or folded. */
function moved(at: Range, line: Leaf<string>): Range {
  const start = line.verbatimAt;
  return start === undefined ? line.at : { start: start + at.start, end: start + at.end };
}
