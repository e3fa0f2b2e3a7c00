import { missingParameters } from '../../catalog/parameter-sets.ts';
import { isKnown, isUnderstood } from '../../cmdlets/resolved.ts';
import { withParameters } from '../../edits/parameter-edits.ts';
import { code, codes, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const missingParameter: Rule = {
  id: 'missing-parameter',
  summary: say`A command without a parameter that its cmdlet demands.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook.filter(isKnown)) {
      // What another rule finds first, and what only the running shell knows.
      if (!isUnderstood(command)) continue;
      const { known, names } = command;
      const all = missingParameters(known, names, command);
      const certain = all.filter(({ disputed }) => !disputed);
      const missing = certain.length > 0 ? certain : all;
      const [first] = missing;
      if (first === undefined) continue;
      const shown = codes(missing.map(({ name }) => `-${name}`));
      const isDisputed = certain.length === 0;
      const edits = withParameters(
        { spec, lines },
        command,
        missing.map(({ name }) => name),
      );
      yield {
        at: command.at,
        message: isDisputed
          ? say`${code(known.name)} may demand ${shown}: its reference page says so in one place and not in another. Add it to be sure.`
          : say`${code(known.name)} demands ${shown}: a script stops here, and a console asks for it. Add it.`,
        ...(isDisputed ? { severity: 'info' } : {}),
        fixes: edits
          ? [
              {
                title: missing.length === 1 ? say`Add ${code(`-${first.name}`)}` : say`Add ${shown}`,
                safety: 'review',
                edits,
              },
            ]
          : [],
      };
    }
  },
};
