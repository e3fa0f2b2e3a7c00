import type { Met } from './symptoms.ts';

/** How much a code of several tells, the most first: one of the SIP stack more than another, and the bare response the least. */
export function trust({ kind, code }: Met): number {
  const number = Number(code);
  switch (kind) {
    case 'event':
      return 0;
    case 'diagnostics':
      return number >= 1000 && number < 2000 ? 0 : number < 1000 ? 3 : 1;
    case 'result':
      return 2;
    default:
      return 4;
  }
}
