import { type Command, refusal, render } from '../cmdlets/command.ts';
import { putsIntoService } from '../cmdlets/into-service.ts';
import { textFor } from '../cmdlets/resolved.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { type Document, replaced, withoutCommand } from './command-edits.ts';
import type { SpecEdit } from './fix.ts';

/** The first command that puts a provider into service is turned into its removal, the others go. */
export function removedInScript(
  command: RunbookCommand,
  removal: Command,
  { spec, lines, runbook }: Document & { readonly runbook: readonly RunbookCommand[] },
): readonly SpecEdit[] | undefined {
  if (refusal(removal) !== undefined) return undefined;
  const isLater = runbook.slice(0, runbook.indexOf(command)).some((before) => isSame(before, command));
  return isLater
    ? withoutCommand({ spec, lines }, command, { runbook })
    : replaced({ spec, lines }, command, { runbook, text: render(removal) });
}

/** Whether two commands put the same provider into service. */
function isSame(before: RunbookCommand, command: RunbookCommand): boolean {
  const [one, other] = [before, command].map((each) => textFor(each, 'Identity')?.toLowerCase());
  return putsIntoService(before) && one === other;
}
