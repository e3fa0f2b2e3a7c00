import { nouns } from '../../../catalog/nouns.ts';
import { code, type Message, say } from '../../../text/message.ts';
import { type Asked, readAsked } from '../asked.ts';
import { type Found, together, type Unread } from '../found.ts';
import { nounPlace } from '../nouns.ts';
import { Answer } from './answer.ts';
import { consoleLines, greetingLines, isPrompt, linesOf } from './console.ts';
import { PROPERTY } from './lists.ts';
import type { Reader } from './reader.ts';
import { hasTable, linesBelow } from './table-cells.ts';
import { endingOf } from './torn-list.ts';
import { isAboutConsole, transcriptLines } from './transcript.ts';

/** What a console shows with `Format-List` or `Format-Table`. */
export const formatList: Reader = {
  format: 'format-list',
  about: say`what a console shows with ${code('Format-List')} or ${code('Format-Table')}, its transcript included`,
  gives: say`all that the console showed; what it cut off is a comment`,
  takes: ({ text }) => looksLikeConsole(text),
  read: ({ text, source }, noun) => fromConsole(text, source, noun),
};

function looksLikeConsole(text: string): boolean {
  const lines = linesOf(text);
  const isList = lines.filter((line) => PROPERTY.test(line)).length >= 2 && lines.some((line) => line.includes(' : '));
  return isList || hasTable(lines) || lines.some((line) => isPrompt(line) && GETS.test(line));
}

/** A command that may show that there is nothing. */
const GETS = />\s*Get-Cs[a-z]+/i;

/**
 * Reads what was copied from a console that shows `Format-List` or `Format-Table`. A line with a prompt names the noun, and
 * tells whether all of it is shown.
 */
function fromConsole(text: string, source: string, noun: string | undefined): Found {
  const lines = linesOf(text);
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const commands: Unread[] = [];
  const answers: Found[] = [];
  let answer = new Answer({ noun, lacks: [], isPlain: false }, { source, width });
  const added = new Set([...transcriptLines(lines), ...greetingLines(lines)]);
  for (const line of consoleLines(lines, { added, width })) {
    const { is, index } = line;
    if (is !== 'command') {
      answer.take(line, linesBelow(lines, index));
      continue;
    }
    answers.push(answer.found());
    const asked = withoutOthers(readAsked(line.text));
    const place = { source, width, isAside: isAboutConsole(line.text) };
    answer = new Answer({ ...asked, noun: asked.noun ?? (asked.isMixed ? undefined : noun) }, place);
    const reason = doubtOn(line.text, asked);
    if (reason) commands.push({ source, line: index + 1, text: lines[index] ?? '', reason });
  }
  const found = together([...answers, answer.found(endingOf(text))]);
  return { ...found, unread: [...commands, ...found.unread].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** Of what there is one of, one is all. */
function withoutOthers(asked: Asked): Asked {
  const isOne = asked.noun !== undefined && nounPlace(asked.noun)?.isList !== true && asked.noun !== nouns.user;
  return isOne ? { ...asked, lacks: asked.lacks.filter((one) => one !== 'objects') } : asked;
}

/** What a command is that shows nothing, or not all. */
function doubtOn(command: string, { noun, lacks, isMixed }: Asked): Message | undefined {
  if (isMixed && GETS_CS.test(command)) return MIXED;
  if (command !== '' && !/^(?:Get|Resolve)-/i.test(command))
    return isAboutConsole(command) ? undefined : say`It is a command line.`;
  return noun !== undefined && lacks.includes('objects') ? PART : undefined;
}

const GETS_CS = /\bGet-Cs/i;
const MIXED = say`Several commands stand on the line, so only its properties tell of what kind an object is.`;
const PART = say`The command shows only a part of what is there.`;
