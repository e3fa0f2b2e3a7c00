import { docsUrl } from '../../rules/docs.ts';
import { rules as allRules } from '../../rules/index.generated.ts';
import { code, codes, say, textOf } from '../../text/message.ts';
import { type Command, valueGiven } from '../arguments.ts';
import { Complaint, EXIT } from '../exit.ts';
import { table } from '../table.ts';

/** `rules`: what there is to be found. */
export const rules: Command = {
  name: 'rules',
  takes: '',
  summary: say`List all rules with their severity.`,
  options: { format: { value: 'FORMAT', about: say`text or json (text)` } },
  examples: [
    { line: 'lync-federation rules', about: say`the list; one of them is explained by lync-federation explain RULE` },
  ],

  async run(given, shell) {
    const format = valueGiven(given, 'format') ?? 'text';
    if (!['text', 'json'].includes(format))
      throw new Complaint(say`Unknown format ${code(format)}: take one of ${codes(['text', 'json'])}.`);
    if (given.words.length > 0)
      throw new Complaint(say`${code('rules')} takes no words; ${code('lync-federation explain RULE')} explains one.`);
    const sorted = allRules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (format === 'text')
      shell.print(table(sorted.map(({ id, severity, summary }) => [id, severity, textOf(summary)])));
    else {
      const listed = sorted.map(({ id, severity, summary }) => ({
        id,
        severity,
        summary: textOf(summary),
        docs: docsUrl(id),
      }));
      shell.print(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
    }
    return EXIT.clean;
  },
};
