import { type EarlyEnd, earlyEnds } from '../../cmdlets/early-ends.ts';
import { offered } from '../../edits/fix.ts';
import { placeInDocument, rewrittenScript, scriptTexts } from '../../edits/script-texts.ts';
import { code, type Message, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const lineEndsEarly: Rule = {
  id: 'line-ends-early',
  summary: say`A line that ends before its command: a space behind the back-tick, or a block on the next line.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, context) {
    for (const script of scriptTexts(spec, context)) {
      for (const early of earlyEnds(script.text)) {
        const insert = early.kind === 'block' ? ' ' : '';
        const edits = rewrittenScript(script, [{ at: early.gap, insert }]);
        yield {
          at: placeInDocument(script, early.at),
          message: endsEarly(early),
          fixes: offered(joining(early), edits, early.kind === 'comment' ? 'review' : 'safe'),
        };
      }
    }
  },
};

function endsEarly(early: EarlyEnd): Message {
  switch (early.kind) {
    case 'blank':
      return say`A back-tick joins two lines only as the last character, and a space stands behind this one; so the shell takes the next line for a command of its own. Remove the space.`;
    case 'comment':
      return say`A back-tick joins two lines only as the last character, and a comment stands behind this one; so the shell takes the next line for a command of its own. Remove the comment.`;
    case 'block':
      return say`${code(early.cmdlet)} does not get this block, because its line ends before it. Put ${code('{')} on that line.`;
  }
}

function joining(early: EarlyEnd): Message {
  if (early.kind === 'block') return say`Put ${code('{')} on the line of ${code(early.cmdlet)}`;
  return early.kind === 'blank'
    ? say`Remove the space behind the back-tick`
    : say`Remove the comment behind the back-tick`;
}
