import type { Severity } from '../../rules/rule.ts';
import { listed, type Message, say } from '../../text/message.ts';
import type { ReportedFile } from './reported.ts';

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

/** What is not reported, and why, in words: `14 in the baseline, 1 suppressed`; nothing when there is nothing. */
export function unreported(files: readonly ReportedFile[]): Message | undefined {
  const found = files.flatMap((file) => file.found);
  const baselined = found.filter((problem) => problem.baselined).length;
  const suppressed = found.filter((problem) => problem.suppressed).length;
  const failed = files.reduce((sum, { failures }) => sum + failures.length, 0);
  const parts = [
    ...(failed === 1 ? [say`1 check could not be made`] : []),
    ...(failed > 1 ? [say`${failed} checks could not be made`] : []),
    ...(baselined > 0 ? [say`${baselined} in the baseline`] : []),
    ...(suppressed > 0 ? [say`${suppressed} suppressed`] : []),
  ];
  return parts.length > 0 ? listed(parts) : undefined;
}

/** How many files, in words. */
export function filesCounted(number: number): Message {
  return number === 1 ? say`1 file` : say`${number} files`;
}

function counted(number: number, one: Message, many: (n: number) => Message): Message | undefined {
  if (number === 0) return undefined;
  return number === 1 ? one : many(number);
}
