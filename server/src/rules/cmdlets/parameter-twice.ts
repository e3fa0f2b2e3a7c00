import { type GivenByName, givenCommands } from '../../cmdlets/given.ts';
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
    for (const { command, named } of givenCommands(runbook)) {
      for (const [i, second] of named.entries()) {
        const name = nameOf(second);
        const first = named.slice(0, i).find((one) => nameOf(one).toLowerCase() === name.toLowerCase());
        if (first === undefined) continue;
        const isSame = writtenValue(first) === writtenValue(second) && second.written.value !== undefined;
        const removing = (one: GivenByName, title: Fix['title']): Fix[] => {
          const edits = withoutParameter({ spec, lines }, command, one.written);
          return edits ? [{ title, safety: isSame ? 'safe' : 'review', edits }] : [];
        };
        yield {
          at: second.written.at,
          message: say`${code(`-${name}`)} is given twice, so the shell refuses the command. Keep one of them.`,
          related: [{ at: first.written.at, message: say`It is given here first.` }],
          fixes: [
            ...removing(second, say`Remove the second ${code(`-${name}`)}`),
            ...(isSame ? [] : removing(first, say`Remove the first ${code(`-${name}`)}`)),
          ],
        };
      }
    }
  },
};

/** The full name; a shortened one may stand beside it. */
function nameOf({ written, resolution }: GivenByName): string {
  return 'parameter' in resolution ? resolution.parameter.name : written.name;
}

function writtenValue({ written: { value } }: GivenByName): string {
  return JSON.stringify(value ?? null).toLowerCase();
}
