import { listed, type Message, say } from '../../text/message.ts';
import type { ReportedFile } from './reported.ts';

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
