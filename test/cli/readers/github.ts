/** An annotation as the runner of GitHub Actions takes it from a line of the log. */
export interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * The annotations in a log, by the rules of the runner (`ActionCommand.cs` in its sources).
 * @throws Error for a line in which it would not see one.
 */
export function readGithub(log: string): readonly Annotation[] {
  return log
    .split(/[\r\n]+/)
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): Annotation {
  const [, command, given = '', data = ''] = /^\s*::(error|warning|notice) (.*?)::(.*)$/.exec(line) ?? [];
  if (command === undefined) throw new Error(`no annotation: ${line}`);
  const properties = given.split(',').map((property) => {
    const [name = '', ...value] = property.split('=');
    return [name, unescaped(value.join('='), { ...OF_DATA, '%3A': ':', '%2C': ',' })] as const;
  });
  return { command, properties: Object.fromEntries(properties), message: unescaped(data, OF_DATA) };
}

const OF_DATA = { '%0D': '\r', '%0A': '\n' };

/** The percent sign comes last, as it does for the runner. */
function unescaped(text: string, marks: Readonly<Record<string, string>>): string {
  return Object.entries({ ...marks, '%25': '%' }).reduce((rest, [mark, char]) => rest.replaceAll(mark, char), text);
}
