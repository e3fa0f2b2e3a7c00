import { DEEPEST, readStatements, type Slip } from '../../cmdlets/statements.ts';
import type { Fix } from '../../edits/fix.ts';
import { placeInDocument, rewrittenScript, type ScriptText, scriptTexts } from '../../edits/script-texts.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { code, type Message, say } from '../../text/message.ts';
import { overlaps, touches } from '../../text/range.ts';
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
      for (const slip of readStatements(script.text).slips) {
        const at = placeInDocument(script, slip.at);
        const line = context.lines.lineAt(at.start);
        if (seen.has(line) || !isOurs(slip, script, context)) continue;
        seen.add(line);
        yield { at, message: slipMessage(slip, script), fixes: fixesFor(slip, script) };
      }
    }
  },
};

/** The grammar does not know all of PowerShell, so what it does not read is no mistake by itself. */
function isFaulty({ line }: ScriptText, { scriptFaults }: Context): boolean {
  return scriptFaults.some((fault) => line === undefined || overlaps(fault, line.at) || touches(line.at, fault.start));
}

/** In a script, what stands on the lines of other commands is left to others; where it is too deep, no command is known. */
function isOurs({ at, kind }: Slip, script: ScriptText, { runbook, lines }: Context): boolean {
  if (script.line || kind === 'depth') return true;
  const line = lines.lineAt(at.start);
  return runbook.some(
    ({ whole }) => touches(whole, at.start) || lines.lineAt(whole.start) === line || lines.lineAt(whole.end) === line,
  );
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

function fixesFor(slip: Slip, script: ScriptText): readonly Fix[] {
  const { kind, at } = slip;
  const fix = (title: Message, edit: TextEdit): readonly Fix[] =>
    isCured(slip, script, edit) ? [{ title, safety: 'review', edits: rewrittenScript(script, [edit]) }] : [];
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
      const blanks = /[ \t]*$/.exec(script.text.slice(0, at.start))?.[0].length ?? 0;
      return fix(say`Remove ${shown}`, { at: { start: at.start - blanks, end: at.end }, insert: '' });
    }
  }
}

/** What closes a bracket or a quote helps only outside of another text. */
function isCured({ kind, at }: Slip, { text }: ScriptText, edit: TextEdit): boolean {
  const { slips: left } = readStatements(applyEdits(text, [edit]));
  return (
    left.length < readStatements(text).slips.length ||
    !left.some((slip) => slip.kind === kind && slip.at.start === at.start)
  );
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': ' }', '[': ']' };

/** Before the next parameter, pipe or statement of the line, else at its end. */
function closingPlace({ kind, at }: Slip, { text }: ScriptText): number {
  const rest = /^[^\r\n]*/.exec(text.slice(at.end))?.[0] ?? '';
  const next =
    kind === 'quote' ? / +-[A-Za-z]|\s*[;|)}]/.exec(rest) : /\s*;|\s+\|/.exec(kind === 'bracket' ? rest : '');
  const cut = kind === 'bracket' && text[at.start] === '{' ? rest : rest.slice(0, next?.index ?? rest.length);
  return at.end + cut.trimEnd().length;
}
