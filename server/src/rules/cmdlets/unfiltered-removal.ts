import { quote } from '../../cmdlets/command.ts';
import { argumentFor, isOn, isSplatted, isUndone } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Range } from '../../text/range.ts';
import type { Rule } from '../rule.ts';

export const unfilteredRemoval: Rule = {
  id: 'unfiltered-removal',
  summary: say`A pipeline or loop that removes all objects of a kind.`,
  severity: 'warning',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook) {
      const { verb, noun, input } = command;
      if (verb !== 'Remove' || input?.noun !== noun || input.names?.length !== 0 || asks(command)) continue;
      const write = (title: Fix['title'], at: Range, insert: string): Fix[] => {
        const edits = rewritten({ spec, lines }, command, [{ at, insert }]);
        return edits ? [{ title, safety: 'review', edits }] : [];
      };
      const { source, assigning } = input;
      const filter = ` | Where-Object { $_.Identity -eq ${quote(placeholder('identity'))} }`;
      const whatIf = argumentFor(command, 'WhatIf');
      const end = { start: whatIf?.at.start ?? command.whole.end, end: whatIf?.valueAt?.end ?? command.whole.end };
      yield {
        at: command.at,
        message: assigning
          ? say`${code('=')} gives each object a value and compares nothing, so this is no filter for what is removed. Write ${code('-eq')}.`
          : say`${code(`Get-${noun}`)} returns all there are, so this removes every one of them. Put ${code('Where-Object')} between, or name the one to remove.`,
        fixes: [
          ...(assigning
            ? write(say`Write ${code('-eq')}`, assigning, comparing(assigning, lines.text))
            : write(
                say`Insert ${code('Where-Object')} with the one to remove`,
                { start: source.end, end: source.end },
                filter,
              )),
          ...write(
            say`Add ${code('-WhatIf')} to see what it would remove`,
            end,
            whatIf === undefined ? ' -WhatIf' : '-WhatIf',
          ),
        ],
      };
    }
  },
};

/** Whether a command only shows what it would do, or asks before; or may, for all that can be told. */
function asks(command: RunbookCommand): boolean {
  return isUndone(command) || isOn(argumentFor(command, 'Confirm')) || isSplatted(command);
}

/** The operator that was meant, with the blanks that it needs. */
function comparing({ start, end }: Range, text: string): string {
  const [before, after] = [/\s/.test(text[start - 1] ?? ''), /\s/.test(text[end] ?? '')];
  return `${before ? '' : ' '}-eq${after ? '' : ' '}`;
}
