import type { Fix } from '../../edits/fix.ts';
import { removal, type Suppression } from '../../suppression/suppressions.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { ruleIds } from '../ids.generated.ts';
import type { Rule } from '../rule.ts';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  summary: say`A suppression comment that suppresses nothing.`,
  severity: 'warning',
  facts: [],
  scripts: true,
  about: 'suppressions',

  *check(_, { asOf, suppressions, lines }) {
    for (const suppression of suppressions) {
      const { rule, at, used, expired, forbidden } = suppression;
      if (used || (expired && !forbidden)) continue;
      const isRule = ruleIds.some((id) => id === rule);
      const meant = isRule ? undefined : nearest(rule, ruleIds);
      const fixes = [...(meant ? [renaming(suppression, meant)] : []), removing(suppression, suppressions, lines)];
      yield { at, tag: 'unnecessary', message: messageOf(suppression, asOf, meant), fixes };
    }
  },
};

function messageOf(suppression: Suppression, asOf: string, meant: string | undefined): Message {
  const { rule, forbidden } = suppression;
  if (forbidden)
    return say`The project file lets nobody suppress ${code(rule)}, so this comment does nothing. Repair what it covers, and remove it.`;
  return ruleIds.some((id) => id === rule) ? needless(suppression, asOf) : unknown(rule, meant);
}

function needless({ rule, line }: Suppression, asOf: string): Message {
  if (line === undefined)
    return say`On ${asOf}, ${code(rule)} finds nothing in this file for which this comment is needed. Remove it from the comment.`;
  return say`On ${asOf}, ${code(rule)} finds nothing on the line this comment covers. Remove it from the comment.`;
}

function unknown(rule: string, meant: string | undefined): Message {
  if (meant === undefined)
    return say`There is no rule ${code(rule)}, so nothing is suppressed. Remove it from the comment.`;
  return say`There is no rule ${code(rule)}, so nothing is suppressed. Did you mean ${code(meant)}?`;
}

function renaming({ rule, at }: Suppression, meant: string): Fix {
  return {
    title: say`Change ${code(rule)} to ${code(meant)}`,
    safety: 'safe',
    edits: [{ edit: 'text', at, insert: meant }],
  };
}

/** Asks for review: with the last rule goes the reason somebody wrote. */
function removing(suppression: Suppression, all: readonly Suppression[], lines: LineTable): Fix {
  const title = say`Remove ${code(suppression.rule)} from the suppressions`;
  return { title, safety: 'review', edits: [{ edit: 'text', ...removal(suppression, all, lines) }] };
}
