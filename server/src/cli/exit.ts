import { Refusal } from '../text/refusal.ts';

/** What the process says by its exit code. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Wrong use or unreadable input: one sentence for the person who typed it. */
export class Complaint extends Refusal {}
