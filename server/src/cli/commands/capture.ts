import { collectorScript } from '../../plan/collector.ts';
import { code, say } from '../../text/message.ts';
import { type Command, valueGiven } from '../arguments.ts';
import { BOM } from '../decode.ts';
import { Complaint, EXIT } from '../exit.ts';
import { writeNamed } from '../write.ts';

/** `capture`: the script that reads a deployment. */
export const capture: Command = {
  name: 'capture',
  takes: '',
  summary: say`Print a script for the Management Shell that reads a deployment, and changes nothing, into one JSON file.`,
  options: { output: { value: 'FILE', about: say`write the script to a file instead` } },
  examples: [
    { line: 'lync-federation capture --output collect.ps1', about: say`the script to run on a server` },
    { line: '.\\collect.ps1 -OutputPath contoso.json', about: say`then, in the Management Shell` },
    { line: 'lync-federation import contoso.json', about: say`and back here` },
  ],

  async run(given, shell) {
    if (given.words.length > 0)
      throw new Complaint(
        say`${code('capture')} takes no words; ${code('lync-federation import')} reads what its script collects.`,
      );
    const script = collectorScript(shell.version);
    const output = valueGiven(given, 'output');
    if (output === undefined) {
      shell.print(script);
      return EXIT.clean;
    }
    // Windows PowerShell takes a file without the mark for one in the old code page.
    await writeNamed(output, BOM + script.replaceAll('\n', '\r\n'), shell);
    return EXIT.clean;
  },
};
