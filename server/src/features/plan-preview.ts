import type { Analysis } from '../analyze.ts';
import { renderScript } from '../plan/render-ps1.ts';
import { blocks, lineOf, type PlanLine, planLines, remark } from '../plan/render-text.ts';
import { fileAndLine } from '../plan/summary.ts';
import { type Bundle, code, type Message, say } from '../text/message.ts';
import type { Live } from './live.ts';
import { planned } from './planned.ts';

interface About {
  /** What the plan calls the spec. */
  readonly name: string;
  readonly live?: Live | undefined;
  readonly bundle: Bundle;
}

/** The plan of a spec, line by line: from what it is made, what stands in the way, and what builds the declared state. */
export function planPreview(analysis: Analysis, { name, live, bundle }: About): readonly PlanLine[] {
  const { whole, origin } = planned(analysis, { path: name, live: live?.capture, bundle });
  const line = (text: Message) => lineOf(text, bundle);
  const inTheWay = [
    ...(hasErrors(analysis) ? [line(say`! ${IN_SPITE}`)] : []),
    ...whole.refusals.map((refusal) => remark(refusal, origin)),
  ];
  return blocks([
    [line(say`The plan of ${name}, as of ${analysis.asOf}`), line(comparedWith(live))],
    inTheWay,
    (live?.capture?.notes ?? []).map((note) => line(say`! ${note}`)),
    planLines(whole, origin),
  ]);
}

/** The plan of a spec as a script to run; or why there is none: half a plan is worse than none. */
export function planScript(analysis: Analysis, { name, live, bundle }: About): string | Message {
  if (live?.unread) return live.unread;
  if (hasErrors(analysis)) return say`${code(name)} has errors. What is wrong in it would be wrong on the servers.`;
  const { whole, origin } = planned(analysis, { path: name, live: live?.capture, bundle });
  const [refusal] = whole.refusals;
  return refusal === undefined
    ? renderScript(whole, origin)
    : say`${fileAndLine(refusal.at, origin)}: ${refusal.message}`;
}

/** What is said of the plan of a spec that has errors. */
export const IN_SPITE: Message = say`The spec has errors, so ${code('lync-federation plan')} refuses it; this is what it amounts to as it stands.`;

export function hasErrors({ problems }: Pick<Analysis, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** What a plan was compared with, by the name of the capture. */
export function comparedWith(live: Live | undefined): Message {
  if (live === undefined)
    return say`Made without a look at the servers: the setting ${code('lyncFederation.capture')} names no capture of them`;
  if (live.unread) return say`Made without a look at the servers. ${live.unread}`;
  const { path, capture } = live;
  return capture.captured === undefined
    ? say`Compared with ${code(path)}`
    : say`Compared with ${code(path)}, captured ${capture.captured}`;
}
