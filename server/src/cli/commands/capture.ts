import { collectorFile, collectorScript } from '../../plan/collector.ts';
import { code, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { FORCE, OUTPUT } from '../output.ts';
import { writeKept } from '../write.ts';

/** `capture`: the script that reads a deployment. */
export const capture: Usage = {
  takes: {
    shown: '',
    least: 0,
    most: 0,
    remedy: say`${code('capture')} takes no words; ${code('lync-federation import')} reads what its script collects.`,
  },
  options: [OUTPUT, FORCE],
  examples: [
    { line: 'lync-federation capture --output collect.ps1', about: say`the script to run on a server` },
    { line: '.\\collect.ps1 -OutputPath contoso.json', about: say`then, in the Management Shell` },
    { line: 'lync-federation import contoso.json', about: say`and back here` },
  ],

  async run(given, shell) {
    const output = given.of(OUTPUT);
    if (output === undefined) {
      shell.print(collectorScript(shell.version));
      return EXIT.clean;
    }
    const bytes = new TextEncoder().encode(collectorFile(shell.version));
    const isKept = await writeKept(output, bytes, { shell, isForced: given.of(FORCE) });
    if (isKept)
      shell.tell(
        say`${code(output)} is written; run it on a server in the Management Shell, and import what it collects.`,
      );
    return EXIT.clean;
  },
};
