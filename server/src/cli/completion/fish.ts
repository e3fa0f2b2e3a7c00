import type { Completed, CompletedOption, Shelled, Values } from './line.ts';

/** For fish. */
export const fish: Shelled = (commands) => `# Completion of lync-federation in fish:
#   lync-federation completion fish > ~/.config/fish/completions/lync-federation.fish
function __lync_federation_command
    set -l words (commandline -opc)
    if test (count $argv) -eq 0
        test (count $words) -eq 1
    else
        test (count $words) -gt 1; and test "$words[2]" = $argv[1]
    end
end
complete -c lync-federation -f
complete -c lync-federation -n __lync_federation_command -l help
complete -c lync-federation -n __lync_federation_command -l version
${commands.flatMap(lines).join('\n')}
`;

function lines({ name, about, options, words }: Completed): readonly string[] {
  const behind = `complete -c lync-federation -n '__lync_federation_command ${name}'`;
  return [
    `complete -c lync-federation -n __lync_federation_command -a ${name} -d ${quoted(about)}`,
    ...(words.length > 0 ? [`${behind} ${words === 'files' ? '-F' : `-a ${quoted(words.join(' '))}`}`] : []),
    ...options.map((option) => `${behind} ${optionOf(option)}`),
  ];
}

function optionOf({ flag, about, value }: CompletedOption): string {
  return `-l ${flag.slice(2)}${value ? takenBy(value.values) : ''} -d ${quoted(about)}`;
}

function takenBy(values: Values): string {
  if (values === 'files') return ' -r -F';
  return values.length === 0 ? ' -x' : ` -x -a ${quoted(values.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
