import { cmdlet } from '../../catalog/cmdlets.ts';
import { resolveParameter } from '../../catalog/parameter-names.ts';
import { effectsOf } from '../../cmdlets/effect.ts';
import { isOnOtherList, namesTaken } from '../../cmdlets/names-taken.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { rewritten } from '../../edits/command-edits.ts';
import { offered } from '../../edits/fix.ts';
import { withoutLine } from '../../edits/own-line.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const madeTwice: Rule = {
  id: 'made-twice',
  summary: say`A command that makes an object which another command has made already.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    const document = { spec, lines };
    for (const taken of namesTaken(effectsOf(runbook))) {
      const { before, again } = taken;
      if (isOnOtherList(taken)) continue;
      const { command } = again;
      const change = command.cmdlet.replace(/^new/i, 'Set');
      yield {
        at: again.nameAt,
        message:
          before.noun === again.noun
            ? say`${code(again.name)} is there since ${code(before.command.cmdlet)} further up, so this command fails. Change it with ${code(change)}, or leave one of the two out.`
            : say`${code(again.name)} names a provider since ${code(before.command.cmdlet)} further up, and no two providers can have one name, so this command fails. Give one of them another name.`,
        related: [{ at: before.command.at, message: say`It is made here.` }],
        fixes: [
          ...offered(
            before.noun === again.noun && canChange(command) ? say`Use ${code(change)}` : undefined,
            rewritten(document, command, [{ at: command.at, insert: change }]),
          ),
          ...offered(say`Leave this ${code(command.cmdlet)} out`, withoutLine(document, command)),
        ],
      };
    }
  },
};

/** Whether the cmdlet that changes such an object takes all that the command gives, and has something to change. */
function canChange({ noun, parameters }: RunbookCommand): boolean {
  const set = cmdlet(`Set-${noun}`);
  return (
    set !== undefined &&
    parameters.length > 1 &&
    parameters.every(({ parameter }) => parameter !== undefined && 'parameter' in resolveParameter(set, parameter.name))
  );
}
