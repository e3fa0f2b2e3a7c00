import { rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { code, codes, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const ambiguousParameter: Rule = {
  id: 'ambiguous-parameter',
  summary: say`A shortened parameter that begins more than one name.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook) {
      for (const { name: short, at: written, resolution } of command.parameters) {
        if (resolution?.match !== 'ambiguous') continue;
        const at = { start: written.start, end: written.start + short.length + 1 };
        const free = resolution.names.filter((name) => !command.names.includes(name));
        yield {
          at: written,
          message: say`${code(`-${short}`)} is short for ${codes(resolution.names.map((name) => `-${name}`))} of ${code(`${command.verb}-${command.noun}`)}, so the shell refuses the command. Write the name in full.`,
          fixes: free.slice(0, MOST).flatMap((name): Fix[] => {
            const edits = rewritten({ spec, lines }, command, [{ at, insert: `-${name}` }]);
            return edits ? [{ title: say`Write ${code(`-${name}`)}`, safety: 'review', edits }] : [];
          }),
        };
      }
    }
  },
};

/** As many names as a person chooses from. */
const MOST = 3;
