import { quote, verbAndNoun } from '../../cmdlets/command.ts';
import { argumentFor, isKnown, isSplatted, type KnownCommand } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Rule } from '../rule.ts';

export const unfilteredRemoval: Rule = {
  id: 'unfiltered-removal',
  summary: say`A pipeline that removes all objects of a kind.`,
  severity: 'warning',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    const commands = runbook.filter(isKnown);
    for (const [i, command] of commands.entries()) {
      const source = commands[i - 1];
      if (source === undefined || !feeds(source, command) || !takesAll(source, command)) continue;
      const filter = `Where-Object { $_.Identity -eq ${quote(placeholder('identity'))} }`;
      const at = { start: source.whole.end, end: source.whole.end };
      const filtered = rewritten({ spec, lines }, command, [{ at, insert: ` | ${filter}` }]);
      const end = { start: command.whole.end, end: command.whole.end };
      const shown = rewritten({ spec, lines }, command, [{ at: end, insert: ' -WhatIf' }]);
      const fixes: readonly (Fix | undefined)[] = [
        filtered && {
          title: say`Insert ${code('Where-Object')} with the one to remove`,
          safety: 'review',
          edits: filtered,
        },
        shown && { title: say`Add ${code('-WhatIf')} to see what it would remove`, safety: 'review', edits: shown },
      ];
      yield {
        at: command.at,
        message: say`${code(source.known.name)} returns all there are, so this removes every one of them. Put ${code('Where-Object')} between, or name the one to remove.`,
        fixes: fixes.flatMap((fix) => fix ?? []),
      };
    }
  },
};

/** Whether the first command stands right before the second one in a pipeline of these two. */
function feeds(source: RunbookCommand, removal: RunbookCommand): boolean {
  const [from, to] = [verbAndNoun(source.cmdlet), verbAndNoun(removal.cmdlet)];
  const isPair = from.verb.toLowerCase() === 'get' && to.verb.toLowerCase() === 'remove';
  return (
    isPair &&
    from.noun.toLowerCase() === to.noun.toLowerCase() &&
    removal.piped &&
    source.item === removal.item &&
    removal.pipeline.length === 2 &&
    removal.pipeline[0]?.toLowerCase() === source.cmdlet.toLowerCase() &&
    source.whole.end <= removal.at.start
  );
}

/** Neither command says which of them, nor asks before. */
function takesAll(source: KnownCommand, removal: KnownCommand): boolean {
  const narrows = isSplatted(source) || isSplatted(removal) || argumentFor(source, 'Identity') !== undefined;
  const asks = removal.names.some((name) => name === 'WhatIf' || name === 'Confirm');
  return !narrows && !asks && source.names.every((name) => name !== 'Identity' && name !== 'Filter');
}
