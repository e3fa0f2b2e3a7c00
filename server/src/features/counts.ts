import type { Severity } from '../rules/rule.ts';
import { listed, type Message, say } from '../text/message.ts';

/** How many problems there are of each severity, in words: `2 errors, 1 warning`; nothing when there is none. */
export function counts(problems: readonly { readonly severity: Severity }[]): Message {
  const number = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const parts = [
    counted(number('error'), say`1 error`, (n) => say`${n} errors`),
    counted(number('warning'), say`1 warning`, (n) => say`${n} warnings`),
    counted(number('info'), say`1 hint`, (n) => say`${n} hints`),
  ];
  return listed(parts.flatMap((part) => part ?? []));
}

function counted(number: number, one: Message, many: (n: number) => Message): Message | undefined {
  if (number === 0) return undefined;
  return number === 1 ? one : many(number);
}
