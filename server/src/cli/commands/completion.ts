import { code, codes, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { completed, type Shelled } from '../completion/line.ts';
import { EXIT } from '../exit.ts';
import { one } from '../option.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], () => Promise<Shelled>>> = {
  bash: async () => (await import('../completion/bash.ts')).bash,
  zsh: async () => (await import('../completion/zsh.ts')).zsh,
  fish: async () => (await import('../completion/fish.ts')).fish,
  powershell: async () => (await import('../completion/powershell.ts')).powershell,
};

/** `completion`: what a shell needs to complete what is typed; the commands themselves say what that may be. */
export const completion: Usage = {
  takes: {
    shown: 'SHELL',
    least: 1,
    most: 1,
    known: () => SHELLS,
    remedy: say`Name the shell: take one of ${codes(SHELLS)}.`,
  },
  options: [],
  examples: [
    { line: 'eval "$(lync-federation completion bash)"', about: say`in ~/.bashrc; the same with zsh in ~/.zshrc` },
    {
      line: 'lync-federation completion fish > ~/.config/fish/completions/lync-federation.fish',
      about: say`once, for fish`,
    },
    {
      line: 'lync-federation completion powershell | Out-String | Invoke-Expression',
      about: say`in the profile of PowerShell`,
    },
  ],

  async run(given, shell, commands = []) {
    const [word = ''] = given.words;
    const name = one(word, SHELLS, (complaint) => say`${code('completion')} ${complaint}`);
    const script = await SCRIPTS[name]();
    shell.print(script(await completed(commands, shell.people.bundle)));
    return EXIT.clean;
  },
};
