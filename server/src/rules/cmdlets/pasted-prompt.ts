import { allTokens, placeInDocument, rewrittenScript, type ScriptText, scriptTexts } from '../../edits/script-texts.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Rule } from '../rule.ts';

export const pastedPrompt: Rule = {
  id: 'pasted-prompt',
  summary: say`A command that was copied together with the prompt of a console.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, context) {
    for (const script of scriptTexts(spec, context)) {
      for (const { at, more } of promptsIn(script)) {
        const edits = rewrittenScript(
          script,
          [at, ...more].map((range) => ({ at: range, insert: '' })),
        );
        const shown = code(script.text.slice(at.start, at.end).trim());
        yield {
          at: placeInDocument(script, {
            start: at.start,
            end: at.start + script.text.slice(at.start, at.end).trimEnd().length,
          }),
          message: say`${shown} is the prompt of a console, and the shell takes it for a command. Remove it.`,
          fixes: edits ? [{ title: say`Remove ${shown}`, safety: 'safe', edits }] : [],
        };
      }
    }
  },
};

interface Prompt {
  readonly at: Range;
  /** The prompts of the lines that go on with the command. */
  readonly more: readonly Range[];
}

const PROMPT = /^([ \t]*)((?:\[PS\]|(?:\[[^\]\r\n]*\]:?[ \t]*)?PS)(?:[ \t][^>\r\n|]*)?>+[ \t]*)[^\r\n]*$/gim;
const CONTINUED = /[ \t]*(>>[ \t]*)[^\r\n]*(?:\r?\n|$)/y;

/** Prompts before commands of ours; in a comment or a string they are no mistake. */
function promptsIn({ text }: ScriptText): readonly Prompt[] {
  if (!/\bPS\b/i.test(text) || !text.includes('>')) return [];
  const starts = new Set(allTokens(text).map(({ at }) => at.start));
  return [...text.matchAll(PROMPT)].flatMap(({ 0: line, 1: indent = '', 2: prompt = '', index }) => {
    const start = index + indent.length;
    const more = continuations(text, index + line.length);
    const end = (more.at(-1)?.end ?? index) + 1;
    const reach = text.slice(start, Math.max(index + line.length, lineEnd(text, end)));
    const isOurs = /\b[A-Za-z]+-Cs[A-Za-z]/i.test(reach);
    return isOurs && starts.has(start) ? [{ at: { start, end: start + prompt.length }, more }] : [];
  });
}

/** The `>>` that a console puts before lines that go on with a command. */
function continuations(text: string, from: number): readonly Range[] {
  const found: Range[] = [];
  CONTINUED.lastIndex = from + (/^\r?\n/.exec(text.slice(from))?.[0].length ?? 0);
  for (let match = CONTINUED.exec(text); match !== null && match[0] !== ''; match = CONTINUED.exec(text)) {
    const start = match.index + match[0].indexOf('>>');
    found.push({ start, end: start + (match[1]?.length ?? 0) });
    CONTINUED.lastIndex = match.index + match[0].length;
  }
  return found;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
