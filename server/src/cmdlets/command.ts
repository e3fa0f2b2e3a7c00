/** A value as the Management Shell takes it; a list is comma-separated. */
export type CommandValue = string | number | boolean | readonly string[];

/** One Management Shell command line. A parameter without a value is a switch. */
export interface Command {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, CommandValue | undefined>>;
}

/** The command as one line of Windows PowerShell. Every value goes through `quote`. */
export function render(command: Command): string {
  const parameters = Object.entries(command.parameters).map(([name, value]) =>
    value === undefined ? ` -${name}` : ` -${name} ${renderValue(value)}`,
  );
  return command.cmdlet + parameters.join('');
}

function renderValue(value: CommandValue): string {
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? quote(value) : value.map(quote).join(',');
}

/**
 * A text as one PowerShell argument: bare where it is a plain word, else in single quotes, in which nothing is expanded.
 * PowerShell takes typographic quotes for quotes, so these are doubled as well.
 */
export function quote(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*$/.test(text)) return text;
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** `New-CsPublicProvider` taken apart. */
export function verbAndNoun(cmdlet: string): { readonly verb: string; readonly noun: string } {
  const dash = cmdlet.indexOf('-');
  return { verb: cmdlet.slice(0, dash), noun: cmdlet.slice(dash + 1) };
}
