import { judgedValues } from '../../cmdlets/judged-values.ts';
import { rewritten } from '../../edits/command-edits.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const parameterValueOverLimit: Rule = {
  id: 'parameter-value-over-limit',
  summary: say`A number that a parameter does not go up or down to.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook) {
      for (const { value, text, at, fault } of judgedValues(command, lines)) {
        if (fault.fault !== 'above' && fault.fault !== 'below') continue;
        const { parameter, rule } = value;
        const limit = code(fault.limit);
        const edits = rewritten({ spec, lines }, command, [{ at, insert: String(fault.limit) }]);
        yield {
          at,
          message:
            fault.fault === 'above'
              ? say`${code(text)} is more than ${code(`-${parameter.name}`)} takes: ${limit} at most. Lower it.`
              : say`${code(text)} is less than ${code(`-${parameter.name}`)} takes: ${limit} at least. Raise it.`,
          ...(rule.disputed ? { severity: 'info' } : {}),
          fixes: edits ? [{ title: say`Write ${limit}`, safety: 'review', edits }] : [],
        };
      }
    }
  },
};
