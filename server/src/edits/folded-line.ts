import { readCommands } from '../cmdlets/read.ts';

/** A line without one of the statements that `;` separates; nothing where the command is part of a pipeline. */
export function lineWithoutStatement(line: string, cmdlet: string): string | undefined {
  const command = readCommands(line).find((one) => one.cmdlet === cmdlet);
  if (command === undefined) return undefined;
  const last = command.parameters.at(-1);
  const before = line.slice(0, command.at.start).trimEnd();
  const behind = line.slice(last?.valueAt?.end ?? last?.at.end ?? command.at.end).trimStart();
  if (/[^;]$/.test(before) || /^[^;]/.test(behind)) return undefined;
  return [before.slice(0, -1), behind.slice(1).trimStart()].filter((part) => part !== '').join('; ');
}

/** A line that is not written letter by letter, without the first parameter of this name. */
export function lineWithoutParameter(line: string, name: string): string {
  const found = readCommands(line)
    .flatMap(({ parameters }) => parameters)
    .find((one) => one.name === name);
  if (found === undefined) return line;
  return line.slice(0, found.at.start).trimEnd() + line.slice(found.valueAt?.end ?? found.at.end);
}
