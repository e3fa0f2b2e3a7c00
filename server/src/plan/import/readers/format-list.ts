import { code, type Message, say } from '../../../text/message.ts';
import { type Asked, readAsked } from '../asked.ts';
import { absentNote } from '../dns-records.ts';
import { type Found, type FoundObject, nothingFound, together, type Unread, withOthers } from '../found.ts';
import { type ConsoleLine, consoleLines, isPrompt, linesOf } from './console.ts';
import { ListedObject, PROPERTY } from './lists.ts';
import type { Reader } from './reader.ts';
import { columnsOf, hasTable, rowsOf, type Table } from './tables.ts';
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

/** A command, and what it shows. */
interface Answer {
  readonly asked: Asked;
  readonly lines: ConsoleLine[];
  /** Whether a prompt comes after it: it shows no more than this. */
  isWhole: boolean;
}

/** Where an answer stands. */
interface Place {
  readonly source: string;
  readonly lines: readonly string[];
  /** Of a full line. */
  readonly width: number;
}

/**
 * Reads what was copied from a console that shows `Format-List` or `Format-Table`. A line with a prompt names the noun, and
 * tells whether all of it is shown.
 */
function fromConsole(text: string, source: string, noun: string | undefined): Found {
  const lines = linesOf(text);
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const answers: Answer[] = [{ asked: { noun, lacks: [], isPlain: false }, lines: [], isWhole: false }];
  const commands: Unread[] = [];
  for (const line of consoleLines(lines, { added: transcriptLines(lines), width })) {
    const last = answers.at(-1);
    if (line.is !== 'command') {
      last?.lines.push(line);
      continue;
    }
    if (last) last.isWhole = true;
    const asked = readAsked(line.text);
    answers.push({ asked: { ...asked, noun: asked.noun ?? noun }, lines: [], isWhole: false });
    const reason = doubtOn(line.text, asked);
    if (reason) commands.push({ source, line: line.index + 1, text: lines[line.index] ?? '', reason });
  }
  const found = together(answers.map((answer) => readAnswer(answer, { source, lines, width })));
  return { ...found, unread: [...commands, ...found.unread].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** What a command is that shows nothing, or not all. */
function doubtOn(command: string, { noun, lacks }: Asked): Message | undefined {
  if (command !== '' && !/^(?:Get|Resolve)-/i.test(command))
    return isAboutConsole(command) ? undefined : say`It is a command line.`;
  return noun !== undefined && lacks.includes('objects') ? PART : undefined;
}

const PART = say`The command shows only a part of what is there.`;

function readAnswer({ asked, lines, isWhole }: Answer, { source, lines: all, width }: Place): Found {
  const objects: FoundObject[] = [];
  const unread: Unread[] = [];
  const comments: string[] = [];
  let open: ListedObject | undefined;
  let table: Table | undefined;
  const close = () => {
    if (open) objects.push(open.shown(source, asked));
    if (table) {
      const rows = rowsOf(table, source, asked);
      for (const one of rows.objects) objects.push(one);
      for (const one of rows.unread) unread.push(one);
    }
    open = undefined;
    table = undefined;
  };
  for (const { is, index, text } of lines) {
    const leave = (reason: Message) => unread.push({ source, line: index + 1, text, reason });
    const columns = columnsOf(text, all[index + 1]);
    const absent = is === 'failure' ? ABSENT.exec(text)?.[1] : undefined;
    if (absent !== undefined) comments.push(absentNote(absent, source));
    else if (is === 'failure') leave(FAILED);
    else if (is === 'remark') leave(say`The shell remarks it.`);
    else if (text === '' && open) open.isPaused = true;
    else if (text === '') close();
    else if (columns) {
      close();
      table = { columns, rows: [] };
    } else if (table) {
      if (!/^[ -]+$/.test(text)) table.rows.push({ line: index + 1, text });
    } else if (!open?.takes(index + 1, text, all[index + 1])) {
      close();
      const next = new ListedObject(width);
      if (next.takes(index + 1, text)) open = next;
      else leave(say`It is no line of a list of properties.`);
    }
  }
  close();
  const { zone: ZoneName } = asked;
  const named =
    ZoneName === undefined ? objects : objects.map((one) => ({ ...one, properties: { ...one.properties, ZoneName } }));
  const isNone = asked.isPlain && isWhole && objects.length + unread.length === 0;
  return {
    ...nothingFound,
    objects: unread.some(({ reason }) => reason === FAILED) ? withOthers(named) : named,
    unread,
    comments,
    ...(isNone && asked.noun !== undefined && { none: [asked.noun] }),
  };
}

/** What `Resolve-DnsName` says of a name that nobody has, in whatever language. */
const ABSENT = /\((\S+):String\)[\s\S]*\bDNS_ERROR_RCODE_NAME_ERROR\b/;
const FAILED = say`The command failed, so what it would show is not known.`;
