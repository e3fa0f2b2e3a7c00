import type { Problem } from '../../analyze.ts';
import { timeline as turnsOf } from '../../features/timeline.ts';
import { readSpec } from '../../spec/read.ts';
import { LineTable } from '../../text/lines.ts';
import { code, say, textOf } from '../../text/message.ts';
import { visible } from '../../text/visible.ts';
import type { Command } from '../command.ts';
import { gather } from '../files.ts';
import { AS_OF, JUDGEMENT, judgementOf } from '../judgement.ts';
import { outcome } from '../output.ts';

/** `timeline`: the days on which the verdict on a spec changes. */
export const timeline: Command = {
  name: 'timeline',
  takes: {
    shown: 'FILE ...',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name a file, such as ${code('lync-federation timeline contoso.lync.yaml')}.`,
  },
  summary: say`Show each day on which the verdict on a spec changes: what breaks when, and what no longer matters.`,
  // Each day is looked at, whatever day it is.
  options: JUDGEMENT.filter((option) => option !== AS_OF),
  examples: [
    {
      line: 'lync-federation timeline contoso.lync.yaml',
      about: say`from the first service that began to the last one that ended`,
    },
  ],

  async run(given, shell) {
    const { inputs, complaints } = await gather(given.words, shell);
    for (const input of inputs) {
      const { path, text } = input;
      const lines = new LineTable(text);
      const turns = [...turnsOf(readSpec(text), await judgementOf(input, given, shell))];
      shell.print(`${path}\n`);
      for (const { date, begins, ends } of turns) {
        shell.print(`  ${date}\n`);
        for (const problem of begins) shell.print(`    + ${entry(problem, lines)}\n`);
        for (const problem of ends) shell.print(`    - ${entry(problem, lines)}\n`);
      }
      if (turns.length === 0) shell.print(`  ${textOf(say`The verdict is the same on every day.`)}\n`);
    }
    return outcome(complaints, shell);
  },
};

function entry({ rule, severity, message, at }: Problem, lines: LineTable): string {
  const { line, column } = lines.position(at.start);
  return visible(`${line + 1}:${column + 1} ${severity}[${rule}] ${textOf(message)}`);
}
