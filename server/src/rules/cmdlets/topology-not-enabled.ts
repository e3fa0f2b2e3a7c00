import { topologyChanges } from '../../catalog/powershell.ts';
import { isUndone } from '../../cmdlets/resolved.ts';
import { isPiped, lineOf, rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const topologyNotEnabled: Rule = {
  id: 'topology-not-enabled',
  summary: say`A change to the topology that nothing enables.`,
  severity: 'warning',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    const last = runbook.findLast(
      (command) =>
        topologyChanges.some((one) => one.toLowerCase() === command.cmdlet.toLowerCase()) && !isUndone(command),
    );
    if (last === undefined) return;
    const enabled = runbook.findLast((command) => command.known?.name === 'Enable-CsTopology' && !isUndone(command));
    if (enabled && runbook.indexOf(enabled) > runbook.indexOf(last)) return;
    const end = { start: last.whole.end, end: last.whole.end };
    const insert = lineOf(spec, last) ? '; Enable-CsTopology' : '\nEnable-CsTopology';
    const edits =
      isPiped(last, lines) || last.nested ? undefined : rewritten({ spec, lines }, last, [{ at: end, insert }]);
    const fix: Fix | undefined = edits && { title: say`Add ${code('Enable-CsTopology')}`, safety: 'review', edits };
    yield {
      at: last.at,
      message: say`${code(last.cmdlet)} changes the topology in the store, and servers follow only when it is enabled. Run ${code('Enable-CsTopology')} after it.`,
      fixes: fix ? [fix] : [],
    };
  },
};
