import { isTrue } from './read.ts';
import { isUndone, textFor } from './resolved.ts';
import type { RunbookCommand } from './runbook.ts';

/** Whether a command puts a public provider into service. */
export function putsIntoService(command: RunbookCommand): boolean {
  if (isUndone(command)) return false;
  switch (command.known?.name) {
    case 'Enable-CsPublicProvider':
      return true;
    case 'New-CsPublicProvider':
    case 'Set-CsPublicProvider':
      return isTrue(textFor(command, 'Enabled'));
    default:
      return false;
  }
}
