import type { Leaf, List } from '../spec/model.ts';
import { each } from '../spec/model.ts';
import type { Range } from '../text/range.ts';
import { type CommandLine, readCommands } from './read.ts';

/** A command of the spec's runbook; its places are places in the document. */
export interface RunbookCommand extends CommandLine {
  /** Which item of `cmdlets:` it stands in; a pipeline puts several commands into one item. */
  readonly item: number;
}

/** The commands of `cmdlets:` in the order in which they will be run. */
export function readRunbook(cmdlets: List<string> | undefined): readonly RunbookCommand[] {
  return each(cmdlets).flatMap((line) => readCommands(line.value).map((command) => inDocument(command, line)));
}

function inDocument(command: CommandLine, line: Leaf<string>): RunbookCommand {
  return {
    cmdlet: command.cmdlet,
    at: moved(command.at, line),
    parameters: command.parameters.map((parameter) => ({
      ...parameter,
      at: moved(parameter.at, line),
      valueAt: parameter.valueAt && moved(parameter.valueAt, line),
    })),
    item: Number(line.path.at(-1)),
  };
}

/** A place within the line as a place in the document; the whole item where the text is escaped or folded. */
function moved(at: Range, line: Leaf<string>): Range {
  const start = line.verbatimAt;
  return start === undefined ? line.at : { start: start + at.start, end: start + at.end };
}
