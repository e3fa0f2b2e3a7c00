import type { Analysis } from '../analyze.ts';
import { renderScript } from '../plan/render-ps1.ts';
import { blocks, lineOf, type PlanLine, planLines, remark } from '../plan/render-text.ts';
import { fileAndLine } from '../plan/summary.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Live } from './live.ts';
import { planned } from './planned.ts';

/** The plan of a spec, line by line: from what it is made, what stands in the way, and what builds the declared state. */
export function planPreview(analysis: Analysis, name: string, live?: Live): readonly PlanLine[] {
  const { whole, origin } = planned(analysis, name, live?.capture);
  const inTheWay = [
    ...(hasErrors(analysis)
      ? [
          lineOf(
            say`! The spec has errors, so ${code('lync-federation plan')} refuses it; this is what it amounts to as it stands.`,
          ),
        ]
      : []),
    ...whole.refusals.map((refusal) => remark(refusal, origin)),
  ];
  return blocks([
    [lineOf(say`The plan of ${name}, as of ${analysis.asOf}`), lineOf(comparedWith(live))],
    inTheWay,
    (live?.capture?.notes ?? []).map((note) => lineOf(say`! ${note}`)),
    planLines(whole, origin),
  ]);
}

/** The plan of a spec as a script to run; or why there is none: half a plan is worse than none. */
export function planScript(analysis: Analysis, name: string, live?: Live): string | Message {
  if (live?.unread) return live.unread;
  if (hasErrors(analysis)) return say`${code(name)} has errors. What is wrong in it would be wrong on the servers.`;
  const { whole, origin } = planned(analysis, name, live?.capture);
  const [refusal] = whole.refusals;
  return refusal === undefined
    ? renderScript(whole, origin)
    : say`${fileAndLine(refusal.at, origin)}: ${refusal.message}`;
}

function hasErrors({ problems }: Analysis): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function comparedWith(live: Live | undefined): Message {
  if (live === undefined)
    return say`Made without a look at the servers: the setting ${code('lyncFederation.capture')} names no capture of them`;
  if (live.unread) return say`Made without a look at the servers. ${live.unread}`;
  const { path, capture } = live;
  return capture.captured === undefined
    ? say`Compared with ${code(path)}`
    : say`Compared with ${code(path)}, captured ${capture.captured}`;
}
