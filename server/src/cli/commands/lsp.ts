import { code, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';
import { flag, type Option } from '../option.ts';

const STDIO: Option<true> = {
  ...flag('stdio', say`speak over standard input and output`),
  read(typed) {
    if (typed.length > 0) return true;
    throw new Complaint(REMEDY);
  },
};
const REMEDY = say`The language server speaks over standard input and output: ${code('lync-federation lsp --stdio')}.`;

/** `lsp`: the language server, for editors. */
export const lsp: Usage = {
  takes: { shown: '--stdio', least: 0, most: 0, remedy: REMEDY },
  options: [STDIO],
  examples: [{ line: 'lync-federation lsp --stdio', about: say`the line to enter in Neovim, Helix or Emacs` }],

  async run() {
    // It starts by being loaded, and reads `--stdio` itself.
    await import('../../lsp/process.ts');
    return EXIT.clean;
  },
};
