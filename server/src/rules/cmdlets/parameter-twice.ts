import { type Argument, nameInFull } from '../../cmdlets/resolved.ts';
import type { Fix } from '../../edits/fix.ts';
import { withoutParameter } from '../../edits/parameter-edits.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const parameterTwice: Rule = {
  id: 'parameter-twice',
  summary: say`A parameter that is given twice.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook) {
      const named = command.known ? command.parameters.filter(({ role }) => role === 'named') : [];
      for (const [i, second] of named.entries()) {
        const name = nameInFull(second);
        const first = named.slice(0, i).find((one) => nameInFull(one).toLowerCase() === name.toLowerCase());
        if (first === undefined) continue;
        const isSame = writtenValue(first) === writtenValue(second) && second.value !== undefined;
        const removing = (one: Argument, title: Fix['title']): Fix[] => {
          const edits = withoutParameter({ spec, lines }, command, one);
          return edits ? [{ title, safety: isSame ? 'safe' : 'review', edits }] : [];
        };
        yield {
          at: second.at,
          message: say`${code(`-${name}`)} is given twice, so the shell refuses the command. Keep one of them.`,
          related: [{ at: first.at, message: say`It is given here first.` }],
          fixes: [
            ...removing(second, say`Remove the second ${code(`-${name}`)}`),
            ...(isSame ? [] : removing(first, say`Remove the first ${code(`-${name}`)}`)),
          ],
        };
      }
    }
  },
};

function writtenValue({ value }: Argument): string {
  return JSON.stringify(value ?? null).toLowerCase();
}
