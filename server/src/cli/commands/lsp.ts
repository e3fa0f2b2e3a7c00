import { code, say } from '../../text/message.ts';
import type { Command } from '../arguments.ts';
import { Complaint, EXIT } from '../exit.ts';

/** `lsp`: the language server, for editors. */
export const lsp: Command = {
  name: 'lsp',
  takes: '--stdio',
  summary: say`Start the language server for an editor.`,
  options: { stdio: { about: say`speak over standard input and output` } },
  examples: [{ line: 'lync-federation lsp --stdio', about: say`the line to enter in Neovim, Helix or Emacs` }],

  async run(given) {
    if (!given.options.has('stdio'))
      throw new Complaint(
        say`The language server speaks over standard input and output: ${code('lync-federation lsp --stdio')}.`,
      );
    // It starts by being loaded, and reads `--stdio` itself.
    await import('../../lsp/node.ts');
    return EXIT.clean;
  },
};
