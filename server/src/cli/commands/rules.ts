import { docsUrl } from '../../features/docs-url.ts';
import { rules as allRules } from '../../rules/index.generated.ts';
import type { Rule } from '../../rules/rule.ts';
import { type Bundle, code, say, textOf } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { flag, usually } from '../option.ts';
import { forPrograms } from '../output.ts';
import { type Paints, paints } from '../paint.ts';
import { ruleMessages } from '../rule-messages.generated.ts';
import type { Speech } from '../shell.ts';
import { type Cell, table } from '../table.ts';

const MESSAGES = flag('messages', say`with all that each rule can say`);
const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the form of the list`,
  oneOf: ['text', 'json'],
  usual: 'text',
});

/** `rules`: what there is to be found. */
export const rules: Usage = {
  takes: {
    shown: '',
    least: 0,
    most: 0,
    remedy: say`${code('rules')} takes no words; ${code('lync-federation explain RULE')} explains one.`,
  },
  options: [MESSAGES, FORMAT],
  examples: [
    { line: 'lync-federation rules', about: say`the list; one of them is explained by lync-federation explain RULE` },
    { line: 'lync-federation rules --messages', about: say`every message; values stand in braces` },
  ],

  async run(given, shell) {
    const sorted = allRules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const messages = given.of(MESSAGES);
    const { people, programs, colours } = shell;
    const shown = { bundle: people.bundle, paint: paints(colours) };
    if (given.of(FORMAT) === 'json')
      shell.print(forPrograms({ version: 1, rules: sorted.map((rule) => described(rule, messages, programs)) }));
    else if (messages) shell.print(sorted.map((rule) => withMessages(rule, shown)).join('\n'));
    else shell.print(table(sorted.map((rule) => row(rule, shown))));
    return EXIT.clean;
  },
};

interface Manner {
  readonly bundle: Bundle;
  readonly paint: Paints;
}

function row({ id, severity, summary }: Rule, { bundle, paint }: Manner): readonly Cell[] {
  return [{ text: id, paint: paint.strong }, { text: severity, paint: paint[severity] }, textOf(summary, bundle)];
}

function withMessages({ id, severity, summary }: Rule, { bundle, paint }: Manner): string {
  const said = ruleMessages[id].map(({ kind, text }) => [{ text: kind, paint: paint.faint }, text]);
  return `${paint.strong(id)} (${paint[severity](severity)}): ${textOf(summary, bundle)}\n${table(said, '  ')}`;
}

function described(
  { id, severity, summary }: Rule,
  messages: boolean,
  { bundle, language }: Speech,
): Readonly<Record<string, unknown>> {
  return {
    id,
    severity,
    summary: textOf(summary, bundle),
    docs: docsUrl(id, language),
    ...(messages && { messages: ruleMessages[id] }),
  };
}
