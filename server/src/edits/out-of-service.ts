import { type Command, refusal, render } from '../cmdlets/command.ts';
import { putsIntoService } from '../cmdlets/into-service.ts';
import { textFor } from '../cmdlets/resolved.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { derived } from '../text/derived.ts';
import { type Document, replaced, withoutCommand } from './command-edits.ts';
import type { SpecEdit } from './fix.ts';

/** The first command that puts a provider into service is turned into its removal, the others go. */
export function removedInScript(
  command: RunbookCommand,
  removal: Command,
  { spec, lines, runbook }: Document & { readonly runbook: readonly RunbookCommand[] },
): readonly SpecEdit[] | undefined {
  if (refusal(removal) !== undefined) return undefined;
  const first = firstInService(runbook).get(nameOf(command));
  return first !== undefined && first.at.start < command.at.start
    ? withoutCommand({ spec, lines }, command, { runbook })
    : replaced({ spec, lines }, command, { runbook, text: render(removal) });
}

/** The first command that puts each provider into service; each of many findings asks for it. */
const firstInService = derived(
  (runbook: readonly RunbookCommand[]) =>
    new Map(
      runbook
        .filter(putsIntoService)
        .toReversed()
        .map((one) => [nameOf(one), one]),
    ),
);

function nameOf(command: RunbookCommand): string | undefined {
  return textFor(command, 'Identity')?.toLowerCase();
}
