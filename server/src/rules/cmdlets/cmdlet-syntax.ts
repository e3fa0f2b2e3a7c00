import { DEEPEST, readStatements, type Slip } from '../../cmdlets/statements.ts';
import type { Fix } from '../../edits/fix.ts';
import { placeInDocument, rewrittenScript, type ScriptText, scriptTexts } from '../../edits/script-texts.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { code, type Message, say } from '../../text/message.ts';
import { firstFrom, overlaps, touches } from '../../text/range.ts';
import type { Context, Rule } from '../rule.ts';

export const cmdletSyntax: Rule = {
  id: 'cmdlet-syntax',
  summary: say`A command that is not PowerShell: a quote, a bracket or a pipe without its other end.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, context) {
    for (const script of scriptTexts(spec, context)) {
      if (!isFaulty(script, context)) continue;
      const seen = new Set<number>();
      const { slips } = readStatements(script.text);
      const isOurs = ours(script, context);
      for (const slip of slips) {
        const at = placeInDocument(script, slip.at);
        const line = context.lines.lineAt(at.start);
        if (seen.has(line) || !isOurs(slip)) continue;
        seen.add(line);
        // To prove a repair takes as long as to read the text.
        const isProvable = seen.size * script.text.length < MOST_PROVEN;
        const fixes = isProvable ? fixesFor(slip, { ...script, slips }) : [];
        yield { at, message: slipMessage(slip, script), fixes };
      }
    }
  },
};

/** The grammar does not know all of PowerShell, so what it does not read is no mistake by itself. */
function isFaulty({ line }: ScriptText, { scriptFaults }: Context): boolean {
  if (line === undefined) return scriptFaults.length > 0;
  const { at } = line;
  // They are in order.
  for (let i = firstFrom(scriptFaults, ({ end }) => at.start <= end); ; i++) {
    const fault = scriptFaults[i];
    if (fault === undefined || fault.start > at.end) return false;
    if (overlaps(fault, at) || touches(at, fault.start)) return true;
  }
}

/** Characters that are read for all proofs together. */
const MOST_PROVEN = 2_000_000;

/** In a script, what stands on the lines of other commands is left to others; where it is too deep, no command is known. */
function ours({ line }: ScriptText, { runbook, lines }: Context): (slip: Slip) => boolean {
  if (line !== undefined) return () => true;
  const on = new Set(runbook.flatMap(({ whole }) => [lines.lineAt(whole.start), lines.lineAt(whole.end)]));
  let furthest = 0;
  const ends = runbook.map(({ whole }) => {
    furthest = Math.max(furthest, whole.end);
    return furthest;
  });
  return ({ at, kind }) => {
    if (kind === 'depth' || on.has(lines.lineAt(at.start))) return true;
    const before = firstFrom(runbook, ({ whole }) => at.start < whole.start);
    return before > 0 && at.start <= (ends[before - 1] ?? 0);
  };
}

function slipMessage({ kind, at }: Slip, { text }: ScriptText): Message {
  const shown = code(text.slice(at.start, at.end));
  switch (kind) {
    case 'quote':
      return say`The quote that begins here is never closed, so the shell reads no command at all. Close it.`;
    case 'bracket':
      return say`${shown} is never closed, so the shell reads no command at all. Close it.`;
    case 'closing':
      return say`No open bracket belongs to ${shown}, so the shell reads no command at all. Remove it, or open the bracket.`;
    case 'pipe':
      return say`A command is missing before or after ${shown}, so the shell reads none at all. Add it, or remove the pipe.`;
    case 'comma':
      return say`A value is missing after the comma, so the shell reads no command at all. Add it, or remove the comma.`;
    case 'ampersand':
      return say`The shell does not take ${shown} between two commands. Write ${code(';')}.`;
    case 'depth':
      return say`Brackets and quotes lie more than ${DEEPEST} deep within one another here, so nothing around them is checked. Keep the inner parts in variables.`;
  }
}

interface Slipped extends ScriptText {
  readonly slips: readonly Slip[];
}

function fixesFor(slip: Slip, script: Slipped): readonly Fix[] {
  const { kind, at } = slip;
  const fix = (title: Message, edit: TextEdit): readonly Fix[] => {
    const edits = isCured(slip, script, edit) ? rewrittenScript(script, [edit]) : undefined;
    return edits ? [{ title, safety: 'review', edits }] : [];
  };
  const shown = code(script.text.slice(at.start, at.end));
  const end = closingPlace(slip, script);
  switch (kind) {
    case 'quote':
      return fix(say`Close the quote`, { at: { start: end, end }, insert: script.text.slice(at.start, at.end) });
    case 'bracket':
      return fix(say`Close the bracket`, {
        at: { start: end, end },
        insert: CLOSING[script.text[at.start] ?? ''] ?? '',
      });
    case 'ampersand':
      return fix(say`Write ${code(';')}`, { at, insert: ';' });
    case 'depth':
      return [];
    default: {
      let { start } = at;
      while (/[ \t]/.test(script.text[start - 1] ?? '')) start--;
      return fix(say`Remove ${shown}`, { at: { start, end: at.end }, insert: '' });
    }
  }
}

/** What closes a bracket or a quote helps only outside of another text. */
function isCured({ kind, at }: Slip, { text, slips }: Slipped, edit: TextEdit): boolean {
  const { slips: left } = readStatements(applyEdits(text, [edit]));
  return left.length < slips.length || !left.some((slip) => slip.kind === kind && slip.at.start === at.start);
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': ' }', '[': ']' };

/** Before the next parameter, pipe or statement of the line, else at its end. */
function closingPlace({ kind, at }: Slip, { text }: ScriptText): number {
  const rest = /^[^\r\n]*/.exec(text.slice(at.end))?.[0] ?? '';
  const next =
    kind === 'quote'
      ? /(?<! ) +-[A-Za-z]|(?<!\s)\s*[;|)}]/.exec(rest)
      : /(?<!\s)(?:\s*;|\s+\|)/.exec(kind === 'bracket' ? rest : '');
  const cut = kind === 'bracket' && text[at.start] === '{' ? rest : rest.slice(0, next?.index ?? rest.length);
  return at.end + cut.trimEnd().length;
}
