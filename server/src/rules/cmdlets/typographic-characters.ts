import { DOUBLE, isQuote, SINGLE } from '../../cmdlets/characters.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { commandsOn } from '../../edits/command-edits.ts';
import { allTokens, placeInDocument, rewrittenScript, type ScriptText, scriptTexts } from '../../edits/script-texts.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Message } from '../../text/message.ts';
import { say } from '../../text/message.ts';
import { firstFrom, type Range } from '../../text/range.ts';
import type { Rule } from '../rule.ts';

export const typographicCharacters: Rule = {
  id: 'typographic-characters',
  summary: say`A command with the quotes, dashes or spaces of a word processor.`,
  severity: 'warning',
  facts: [],
  scripts: true,

  *check(spec, context) {
    for (const script of scriptTexts(spec, context)) {
      if (!ANY.test(script.text)) continue;
      const edits = replacements(script);
      for (const own of byCommand(script, edits, context.runbook)) {
        const [first] = own;
        if (first === undefined) continue;
        const plain = rewrittenScript(script, own);
        yield {
          at: placeInDocument(script, first.at),
          message: characterMessage(script.text.slice(first.at.start, first.at.end)),
          fixes: plain ? [{ title: say`Write plain quotes, dashes and spaces`, safety: 'safe', edits: plain }] : [],
        };
      }
    }
  },
};

/** The edits, which are in order, for each command; for all together where the places in a line are not known. */
function byCommand(
  script: ScriptText,
  edits: readonly TextEdit[],
  runbook: readonly RunbookCommand[],
): readonly (readonly TextEdit[])[] {
  const { line } = script;
  const commands = line === undefined ? runbook : commandsOn(Number(line.path.at(-1)), runbook);
  if (line !== undefined && line.verbatimAt === undefined) return commands.length > 0 ? [edits] : [];
  const from = line?.verbatimAt ?? 0;
  return commands.map(({ whole }) => {
    const first = firstFrom(edits, ({ at }) => whole.start <= from + at.start);
    return edits.slice(
      first,
      firstFrom(edits, ({ at }) => whole.end < from + at.end),
    );
  });
}

const DASH = /[\u2013\u2014\u2015]/;
const SPACE = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const ANY = new RegExp(`${SPACE.source}|${DASH.source}|[\u2018-\u201e]`);

/** What the shell reads as a quote, a dash or a space. Inside of a value the same characters are part of it. */
function replacements(script: ScriptText): readonly TextEdit[] {
  const { text } = script;
  const found = allTokens(text);
  const edits = found.flatMap((token): TextEdit[] => {
    const { start, end } = token.at;
    if (token.kind === 'name') return DASH.test(text[start] ?? '') ? [one(start, '-')] : [];
    if (token.kind !== 'word') return [];
    if (token.form === 'bare') return [...dashOfName(text, token.at), ...quotesWithin(text, token.at)];
    const opening = plainQuote(text[start]);
    const closing = end - 1 > start ? plainQuote(text[end - 1]) : undefined;
    // A text that holds plain quotes of the other kind stays what it is.
    return isQuote(text[start] ?? '')
      ? [...(opening ? [one(start, opening)] : []), ...(closing ? [one(end - 1, closing)] : [])]
      : [];
  });
  return [...edits, ...spacesBetween(text, found)].toSorted((a, b) => a.at.start - b.at.start);
}

function one(start: number, insert: string): TextEdit {
  return { at: { start, end: start + 1 }, insert };
}

function plainQuote(char = ''): string | undefined {
  if (char === "'" || char === '"') return undefined;
  if (SINGLE.test(char)) return "'";
  return DOUBLE.test(char) ? '"' : undefined;
}

/** The dash between verb and noun. */
function dashOfName(text: string, { start, end }: Range): readonly TextEdit[] {
  const match = /^([A-Za-z]+)[\u2013-\u2015]Cs[A-Za-z]+$/i.exec(text.slice(start, end));
  return match ? [one(start + (match[1] ?? '').length, '-')] : [];
}

/** Quotes around a part of a word: `site:“Redmond”`. */
function quotesWithin(text: string, { start, end }: Range): readonly TextEdit[] {
  return Array.from(text.slice(start, end), (char, i) => [plainQuote(char), start + i] as const).flatMap(
    // Behind a back-tick it is no quote, but a part of the value.
    ([quote, at]) => (quote === undefined || text[at - 1] === '`' ? [] : [one(at, quote)]),
  );
}

/** Spaces outside of all tokens; the words in a comment are nobody's business. */
function spacesBetween(text: string, found: ReturnType<typeof allTokens>): readonly TextEdit[] {
  const inside = found.filter((token) => token.kind !== 'word' || !/^[({]|^[@$][({]/.test(text.slice(token.at.start)));
  return [...text.matchAll(SPACE)].flatMap(({ index }) => {
    const token = inside[firstFrom(inside, ({ at }) => index < at.end)];
    return token !== undefined && token.at.start <= index ? [] : [one(index, ' ')];
  });
}

function characterMessage(char: string): Message {
  if (DASH.test(char))
    return say`This is the dash of a word processor. The console takes it, but a script saved without Unicode loses it; write a plain one.`;
  if (isQuote(char))
    return say`This is the quote of a word processor. The console takes it, but a script saved without Unicode loses it; write a plain one.`;
  return say`This is a space that does not break, as web pages have it. It is hard to see and gets lost on the way into a script; write a plain one.`;
}
