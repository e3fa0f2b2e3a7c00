/** What a console has on a line, or on several that belong together. */
export interface ConsoleLine {
  /** What somebody typed behind a prompt, why a command failed, what the shell remarks, or what a command shows. */
  readonly is: 'command' | 'failure' | 'remark' | 'shown';
  /** Counted from zero. */
  readonly index: number;
  readonly text: string;
}

/**
 * The lines of a console as it shows them: without blanks at their ends and what a mail puts before what it quotes, and with plain
 * blanks for those that do not break.
 */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) =>
    line
      .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
      .replace(/^>(?!>) ?/, '')
      .trimEnd(),
  );
}

/** Tells what the lines are. `added` are those that are none of the console, and `width` is that of a full line. */
export function* consoleLines(
  lines: readonly string[],
  { added, width }: { readonly added: ReadonlySet<number>; readonly width: number },
): Generator<ConsoleLine> {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const typed = PROMPT.exec(line)?.[1];
    if (added.has(index)) yield { is: 'shown', index, text: '' };
    else if (typed !== undefined) {
      const end = commandEnd(lines, index, width);
      const more = lines.slice(index + 1, end + 1).map((one) => one.replace(NEXT_PROMPT, ' '));
      yield { is: 'command', index, text: typed + more.join('') };
      index = end;
    } else if (failsAt(lines, index)) {
      const end = runEnd(lines, index, MOST_OF_FAILURE);
      yield { is: 'failure', index, text: lines.slice(index, end + 1).join('\n') };
      index = end;
    } else if (REMARK.test(line)) yield { is: 'remark', index, text: line };
    else yield { is: 'shown', index, text: BANNER.test(line) ? '' : line };
  }
}

/** Whether a line is what somebody typed. */
export function isPrompt(line: string): boolean {
  return PROMPT.test(line);
}

/** `PS C:\Users\admin>`, `[fe01]: PS C:\>`, and `[PS] C:\>` as the shells of servers have it. */
const PROMPT = /^[ \t]*(?:\[[^\]]*\]: ?)?(?:PS(?: [^>]*)?|\[PS\] [^>]*)>+ ?(.*)$/;
/** The prompt of a command that goes on. */
const NEXT_PROMPT = /^[ \t]*>> ?/;
/** `WARNING:`, in whatever language: in capitals, or in letters that have none. */
const REMARK = /^(?:\p{Lu}{5,}|AVERTISSEMENT |\p{Lo}{2,4}): /u;
/** What a shell says of itself when it starts. */
const BANNER =
  /^(?:Windows PowerShell|PowerShell \d\S*|Copyright \([Cc]\).*|Loading personal and system profiles took .*|.*https?:\/\/aka\.ms\/\S*)$/;

/** The lines before the first prompt of a text that begins as a shell does: it greets, in whatever language. */
export function greetingLines(lines: readonly string[]): ReadonlySet<number> {
  const first = lines.findIndex((line) => line !== '');
  const prompt = lines.findIndex(isPrompt);
  const isGreeting = BANNER.test(lines[first] ?? '') && prompt > first && prompt - first <= MOST_OF_GREETING;
  const greeting = isGreeting ? Array.from({ length: prompt - first }, (_, i) => first + i) : [];
  return new Set(greeting.filter((index) => !lines[index]?.includes(' : ') && !REMARK.test(lines[index] ?? '')));
}

const MOST_OF_GREETING = 15;

/** The last line of a command: it has prompts of its own, or the console broke it where a line was full. */
function commandEnd(lines: readonly string[], start: number, width: number): number {
  let end = start;
  while (NEXT_PROMPT.test(lines[end + 1] ?? '')) end++;
  const isBroken = (lines[end] ?? '').length >= width && lines[end + 2] === '';
  const next = lines[end + 1] ?? '';
  return isBroken && /^\S/.test(next) && !isPrompt(next) && !REMARK.test(next) ? end + 1 : end;
}

/** Whether a failure is told from a line on: by the name of the cmdlet, or by what stands below each. */
function failsAt(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (/^(?:Get|Resolve)-[a-z]+ ?:(?: |$)/i.test(line)) return true;
  const before = lines[index - 1] ?? '';
  if (line === '' || (before !== '' && !isPrompt(before))) return false;
  const end = runEnd(lines, index, MOST_OF_FAILURE);
  return lines.slice(index, end + 1).some((one) => /^ *\+ (?:CategoryInfo|FullyQualifiedErrorId) *:/.test(one));
}

/** The last of the lines that follow each other without a blank one or a prompt between. */
function runEnd(lines: readonly string[], start: number, most: number): number {
  let end = start;
  while (end - start < most && (lines[end + 1] ?? '') !== '' && !isPrompt(lines[end + 1] ?? '')) end++;
  return end;
}

const MOST_OF_FAILURE = 30;
