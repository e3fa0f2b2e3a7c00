import { docsUrl } from '../../features/docs-url.ts';
import { rules as allRules } from '../../rules/index.generated.ts';
import type { Rule } from '../../rules/rule.ts';
import { code, codes, say, textOf } from '../../text/message.ts';
import { type Command, valueGiven } from '../arguments.ts';
import { Complaint, EXIT } from '../exit.ts';
import { ruleMessages } from '../rule-messages.generated.ts';
import { table } from '../table.ts';

/** `rules`: what there is to be found. */
export const rules: Command = {
  name: 'rules',
  takes: '',
  summary: say`List all rules with their severity.`,
  options: {
    messages: { about: say`with all that each rule can say` },
    format: { value: 'FORMAT', about: say`text or json (text)` },
  },
  examples: [
    { line: 'lync-federation rules', about: say`the list; one of them is explained by lync-federation explain RULE` },
    { line: 'lync-federation rules --messages', about: say`every message; values stand in braces` },
  ],

  async run(given, shell) {
    const format = valueGiven(given, 'format') ?? 'text';
    if (!['text', 'json'].includes(format))
      throw new Complaint(say`Unknown format ${code(format)}: take one of ${codes(['text', 'json'])}.`);
    if (given.words.length > 0)
      throw new Complaint(say`${code('rules')} takes no words; ${code('lync-federation explain RULE')} explains one.`);
    const sorted = allRules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const messages = given.options.has('messages');
    if (format === 'json') {
      const listed = sorted.map((rule) => forPrograms(rule, messages));
      shell.print(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
    } else if (messages) shell.print(sorted.map(withMessages).join('\n'));
    else shell.print(table(sorted.map(({ id, severity, summary }) => [id, severity, textOf(summary)])));
    return EXIT.clean;
  },
};

function withMessages({ id, severity, summary }: Rule): string {
  const said = ruleMessages[id].map(({ kind, text }) => [kind, text]);
  return `${id} (${severity}): ${textOf(summary)}\n${table(said, '  ')}`;
}

function forPrograms({ id, severity, summary }: Rule, messages: boolean): Readonly<Record<string, unknown>> {
  return {
    id,
    severity,
    summary: textOf(summary),
    docs: docsUrl(id),
    ...(messages && { messages: ruleMessages[id] }),
  };
}
