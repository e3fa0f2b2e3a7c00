import { bullet, heading, paragraphs, sourceLine } from '../features/cards.ts';
import type { Env } from '../features/env.ts';
import { ruleIds } from '../rules/ids.generated.ts';
import { codes, type Message, prose, say } from '../text/message.ts';
import type { Diagnostic } from './diagnostics.generated.ts';

/** What another diagnosis looks for, and who finds it here, as Markdown. */
export function diagnosticCard(name: string, diagnostic: Diagnostic, env: Env): string {
  const { insights, runs, about, rules = [], captured = [], live, notOurs } = diagnostic;
  const found = ruleIds.filter((id) => rules.includes(id));
  const answers: Message[] = [
    ...(found.length > 0 ? [say`In a spec: ${codes(found)}`] : []),
    ...(captured.length > 0 ? [say`In a capture, once imported, by the same rules; it takes ${codes(captured)}`] : []),
    ...(live === undefined ? [] : [say`On running servers: ${prose(live)}`]),
    ...(notOurs === undefined ? [] : [say`Left out: ${prose(notOurs)}`]),
  ];
  return paragraphs(env, [
    [heading(name)],
    [prose(about)],
    [say`A rule of On-Premises Diagnostics, in its scenarios ${codes(runs)}; it reports ${codes(insights)}.`],
    answers.map(bullet),
    [sourceLine(['on-premises-diagnostics'])],
  ]);
}
