import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { code, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';

/** `mcp`: answers assistants. */
export const mcp: Usage = {
  takes: {
    shown: '[FOLDER ...]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name the folders that may be looked at, such as ${code('lync-federation mcp specs')}.`,
  },
  options: [],
  examples: [
    { line: 'lync-federation mcp', about: say`the folders that the client names, else the working directory` },
    { line: 'lync-federation mcp specs captures', about: say`these folders, whatever the client names` },
  ],

  async run({ words }, shell) {
    const folders = words.map((word) => resolve(shell.cwd, word));
    for (const [i, folder] of folders.entries())
      if (!(await stat(folder).catch(() => undefined))?.isDirectory())
        throw new Complaint(say`There is no folder ${code(words[i] ?? '')}.`);
    // It ends with standard input.
    const { serve } = await import('../mcp-server.ts');
    serve(folders, shell);
    return EXIT.clean;
  },
};
