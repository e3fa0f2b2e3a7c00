import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { commands } from '../../server/src/cli/commands.ts';
import { cli, workspace } from './cli.ts';

/** Lines as they are typed, the last word to be completed, and what is offered for it. */
const TYPED: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['lync-federation che', ['check']],
  ['lync-federation --ver', ['--version']],
  ['lync-federation check --fo', ['--format']],
  ['lync-federation check --format s', ['sarif']],
  ['lync-federation plan --format d', ['dns', 'dsc']],
  ['lync-federation completion z', ['zsh']],
  ['lync-federation explain retired-p', ['retired-provider']],
  ['lync-federation check --baseline kn', ['known.json']],
  ['lync-federation check kn', ['known.json']],
  ['lync-federation rules kn', []],
];

const cwd = workspace({ 'known.json': '{}', 'other.txt': '' });
const script: Record<string, string> = {};

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const { code, stdout, stderr } = await cli(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    script[shell] = join(cwd, `.completion.${shell}`);
    writeFileSync(script[shell], stdout);
  }
});

/** What a shell prints, line by line and in order. */
function offers(shell: string, args: readonly string[]): readonly string[] {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME: cwd, TERM: 'dumb', REAL_HOME: HOME, SCRIPT: script[shell] };
  const { stdout, stderr } = spawnSync(shell, args, { cwd, env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .toSorted();
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

describe.skipIf(!isInstalled('bash'))('in bash', () => {
  const ask = (line: string) => {
    const words = line.split(' ');
    const given = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}`;
    return offers('bash', ['-c', `source "$SCRIPT"; ${given}; _lync_federation; printf '%s\\n' "\${COMPREPLY[@]}"`]);
  };

  it.each(TYPED)('%s', (line, offered) => expect(ask(line)).toEqual(offered));

  // Bash makes three words of it.
  it('--format=s', () => expect(ask('lync-federation check --format = s')).toEqual(['sarif']));
});

describe.skipIf(!isInstalled('zsh'))('in zsh', () => {
  /** Completion in zsh has a screen only: what it would put there is written out instead. */
  const WATCHED = `autoload -Uz compinit; compinit -u -D; source "$SCRIPT"
compadd() {
  local -a kept; builtin compadd -O kept "$@"; print -l -- $kept >> out
  builtin compadd "$@"
}
`;
  const ask = (line: string) => {
    writeFileSync(join(cwd, '.watched'), WATCHED);
    writeFileSync(join(cwd, 'out'), '');
    const asked = [
      'zmodload zsh/zpty',
      `zpty shell 'exec zsh -f -i'`,
      `zpty -w shell 'source .watched; bindkey "^I" complete-word; PS1=; print READY'`,
      `zpty -r shell said '*READY*READY*'`,
      `zpty -w -n shell '${line}'$'\\t'`,
      `for i in {1..40}; do sleep 0.05; [[ -s out ]] && break; done`,
      'sleep 0.1; cat out',
    ];
    return offers('zsh', ['-f', '-c', asked.join('\n')]);
  };

  it.each(TYPED.filter(([, offered]) => offered.length > 0))('%s', (line, offered) => {
    expect([...new Set(ask(line))]).toEqual(offered);
  });
});

describe.skipIf(!isInstalled('fish'))('in fish', () => {
  const ask = (line: string) => {
    const found = offers('fish', ['--no-config', '-c', `source $SCRIPT; complete -C '${line}'`]);
    return found.map((one) => one.split('\t')[0]);
  };

  it.each(TYPED)('%s', (line, offered) => expect(ask(line)).toEqual(offered));

  it('--format=s', () => expect(ask('lync-federation check --format=s')).toEqual(['--format=sarif']));
});

/** Whether the grammar of PowerShell takes a script as a whole. */
async function grammar(): Promise<(script: string) => boolean> {
  const folder = 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm';
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(folder)));
  return (script) => parser.parse(script)?.rootNode.hasError === false;
}

describe('in PowerShell', () => {
  it('it is a script without a mistake, which knows all commands and options', async () => {
    const { stdout } = await cli(['completion', 'powershell']);
    const read = await grammar();
    expect(read(stdout)).toBe(true);
    expect(read(stdout.replace('-ScriptBlock {', '-ScriptBlock {{'))).toBe(false);
    for (const { name, load } of commands) {
      const entry = new RegExp(`^    '${name}' = @\\{.*\n(?:        .*\n)*`, 'm').exec(stdout)?.[0] ?? '';
      const flags = Array.from(entry.matchAll(/Text = '--([a-z-]+)'/g), ([, flag]) => flag);
      const { options } = await load();
      expect([name, flags]).toEqual([name, [...options.map((option) => option.name), 'locale', 'color', 'help']]);
    }
  });

  const completes = `. $env:SCRIPT; (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText`;
  it.skipIf(!isInstalled('pwsh')).each(TYPED.filter(([line]) => !line.includes(' kn')))('%s', (line, offered) => {
    expect(offers('pwsh', ['-NoProfile', '-Command', `$line = '${line}'; ${completes}`])).toEqual(offered);
  });
});

it('wants a shell that it knows', async () => {
  expect((await cli(['completion', 'zhs'])).stderr).toBe(
    'error: `completion` does not take `zhs`. Did you mean `zsh`?\n',
  );
  expect((await cli(['completion'])).code).toBe(2);
});
