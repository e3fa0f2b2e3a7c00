import { inQuotes as quoted } from '../../cmdlets/command.ts';
import { type Completed, type CompletedOption, type Shelled, type Values, withHelp } from './line.ts';

/** For PowerShell, also that of Windows: where nothing is given, it offers files by itself. */
export const powershell: Shelled = (commands) => `# Completion of lync-federation in PowerShell. Put this into $PROFILE:
#   lync-federation completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'lync-federation' -ScriptBlock {
  param($word, $line, $position)
  $commands = @{
${commands.map(entryOf).join('\n')}
  }
  $first = ${listOf(withHelp(commands))}
  $typed = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  if ($typed.Count -eq 0) {
    $offered = $first | ForEach-Object { @{ Text = $_; About = $(if ($commands[$_]) { $commands[$_].About } else { $_ }) } }
  } elseif ($command = $commands[$typed[0]]) {
    $before = $command.Options | Where-Object { $_.Text -eq $typed[-1] }
    if ($before -and $before.TakesValue) {
      $offered = $before.Values | ForEach-Object { @{ Text = $_; About = $_ } }
    } elseif ("$word".StartsWith('-')) {
      $offered = $command.Options
    } else {
      $offered = $command.Words | ForEach-Object { @{ Text = $_; About = $_ } }
    }
  }
  $offered | Where-Object { $_.Text -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Text, $_.Text, 'ParameterValue', $_.About)
  }
}
`;

function entryOf({ name, about, options, words }: Completed): string {
  const all = options.map((option) => `        ${optionOf(option)}`).join('\n');
  return `    ${quoted(name)} = @{ About = ${quoted(about)}; Words = ${listOf(words)}; Options = @(\n${all}\n    ) }`;
}

function optionOf({ flag, about, value }: CompletedOption): string {
  const taken = value ? `$true; Values = ${listOf(value.values)}` : '$false';
  return `@{ Text = ${quoted(flag)}; About = ${quoted(about)}; TakesValue = ${taken} }`;
}

function listOf(values: Values): string {
  return values === 'files' ? '@()' : `@(${values.map(quoted).join(', ')})`;
}
