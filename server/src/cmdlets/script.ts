import type { Range } from '../text/range.ts';
import { type CommandLine, toCommand } from './read.ts';
import { statementsAs } from './statements.ts';

/** PowerShell text as it was read: our commands in it, and where it is no PowerShell at all. */
export interface Script {
  readonly commands: readonly CommandLine[];
  /** Why the shell reads no command of the text; without the grammar is known only what lies too deep. */
  readonly faults: readonly Range[];
}

/** Reads PowerShell text. Comes from a shell, because the grammar has to be loaded first. */
export type ReadScript = (text: string) => Script;

/**
 * Reads PowerShell text by our own rules. The grammar is the second opinion on what looks wrong: it knows statements that
 * these pass over, and they know arguments that it misreads.
 */
export function toScript(text: string, isRefused: (text: string) => boolean = () => false): Script {
  const { commands, slips } = statementsAs(text, (command) => toCommand(text, command));
  const faults = slips.map(({ at }) => at);
  // What lies too deep nobody reads, the grammar neither.
  if (slips.some(({ kind }) => kind === 'depth')) return { commands: [], faults };
  const isFaulty = slips.length > 0 && isRefused(text);
  return { commands, faults: isFaulty ? faults : [] };
}
