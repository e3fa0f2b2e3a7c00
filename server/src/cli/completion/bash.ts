import { type Completed, type Shelled, type Values, withHelp } from './line.ts';

/** For bash, also that of old: what is no file completes to words. */
export const bash: Shelled = (commands) => `# Completion of lync-federation in bash. Put this into ~/.bashrc:
#   eval "$(lync-federation completion bash)"
_lync_federation() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" options='' words=''
  # Bash takes \`--format=json\` apart.
  if [ "$word" = '=' ]; then word=''; elif [ "$before" = '=' ]; then before="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(withHelp(commands))} -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(valued).join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map(listed).join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) _lync_federation_values "$words" ;;
  esac
}
_lync_federation_values() {
  if [ "$1" = '/files' ]; then
    COMPREPLY=($(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -W "$1" -- "$word"))
  fi
}
complete -o filenames -F _lync_federation lync-federation
`;

function valued({ name, options }: Completed): readonly string[] {
  return options.flatMap(({ flag, value }) =>
    value === undefined
      ? []
      : `    ${quoted([`${name} ${flag}`])}) _lync_federation_values ${values(value.values)}; return ;;`,
  );
}

function listed({ name, options, words }: Completed): string {
  return `    ${name}) options=${quoted(options.map(({ flag }) => flag))} words=${values(words)} ;;`;
}

function values(of: Values): string {
  return of === 'files' ? "'/files'" : quoted(of);
}

function quoted(words: readonly string[]): string {
  return `'${words.join(' ').replaceAll("'", "'\\''")}'`;
}
