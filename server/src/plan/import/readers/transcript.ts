import { isPrompt } from './console.ts';

/**
 * The lines that a transcript adds to what the console showed: the blocks between two lines of asterisks at its head, at its foot
 * and before each command, in whatever language, and the line below the head that names the file.
 */
export function transcriptLines(lines: readonly string[]): ReadonlySet<number> {
  const added = new Set<number>();
  for (let line = 0; line < lines.length; line++) {
    const end = isBorder(lines[line]) ? blockEnd(lines, line) : undefined;
    if (end === undefined) continue;
    const first = added.size === 0;
    for (let inside = line; inside <= end; inside++) added.add(inside);
    const below = lines[end + 1] ?? '';
    if (first && NAMES_FILE.test(below) && !isPrompt(below)) added.add(end + 1);
    line = end;
  }
  return added;
}

/** Whether a command is about the console or its transcript, and not about what it shows. */
export function isAboutConsole(command: string): boolean {
  return ABOUT_CONSOLE.test(command.trim());
}

const ABOUT_CONSOLE =
  /^(?:(?:(?:Start|Stop)-Transcript|Import-Module|Set-Location|cd)\b[^;|]*|cls|clear|Clear-Host|exit|\$FormatEnumerationLimit *= *-?\d+)$/i;

/** The line that closes the block a border opens. A block holds neither a blank line nor a prompt, and not much. */
function blockEnd(lines: readonly string[], start: number): number | undefined {
  for (let line = start + 1; line <= start + MOST_LINES && line < lines.length; line++) {
    if (isBorder(lines[line])) return line > start + 1 ? line : undefined;
    if ((lines[line] ?? '') === '' || isPrompt(lines[line] ?? '')) return undefined;
  }
  return undefined;
}

function isBorder(line: string | undefined): boolean {
  return /^\*{10,}\s*$/.test(line ?? '');
}

const MOST_LINES = 40;
/** `Transcript started, output file is C:\Temp\fed.txt`. */
const NAMES_FILE = /^.*\s\S*[\\/]\S*$/;
