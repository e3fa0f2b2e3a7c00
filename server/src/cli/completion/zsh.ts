import type { Completed, CompletedOption, Shelled, Values } from './line.ts';

/** For zsh: by a line of ~/.zshrc, or as a file \`_lync-federation\` of its \`fpath\`. */
export const zsh: Shelled = (commands) => `#compdef lync-federation
# Completion of lync-federation in zsh. Put this into ~/.zshrc, behind compinit:
#   eval "$(lync-federation completion zsh)"
_lync_federation() {
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    compadd -- --help --version
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(branch).join('\n')}
  esac
}
if [ "$funcstack[1]" = _lync_federation ]; then _lync_federation "$@"; else compdef _lync_federation lync-federation; fi
`;

function branch({ name, options, words }: Completed): string {
  const all = [...options.map(optionOf), ...(words.length > 0 ? [`*:word:${actionOf(words)}`] : [])];
  return `    ${name})\n      _arguments ${all.map(quoted).join(' \\\n        ')} ;;`;
}

/** An option may be given again: only the command knows which. */
function optionOf({ flag, about, value }: CompletedOption): string {
  const taken = value ? `:${marked(value.name)}:${actionOf(value.values)}` : '';
  return `*${flag}${value ? '=' : ''}[${marked(about)}]${taken}`;
}

function actionOf(values: Values): string {
  if (values === 'files') return '_files';
  return values.length === 0 ? ' ' : `(${values.join(' ')})`;
}

/** A text in which brackets and colons mean nothing. */
function marked(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
