import { planned } from '../../features/planned.ts';
import { readCapture } from '../../plan/capture-file.ts';
import { stepData } from '../../plan/render-json.ts';
import { block } from '../../plan/render-text.ts';
import { fileAndLine, remarksOf, summaryOf } from '../../plan/summary.ts';
import { code, codes, say } from '../../text/message.ts';
import { Refusal } from '../../text/refusal.ts';
import type { Answer } from '../answer.ts';
import { givenCaptures } from '../given-captures.ts';
import type { Ground, Judged } from '../ground.ts';
import { judgedOne } from '../judged.ts';
import { optional, texts } from '../parameter.ts';
import { AS_OF, SPEC } from '../parameters.ts';
import { tool } from '../tool.ts';

export const plan = tool({
  name: 'plan',
  title: say`Plan from a Federation Spec`,
  about: say`The Management Shell commands that bring servers to what a spec declares, in an order that is safe at every step; with a capture of the servers only what differs. Nothing is run.`,
  takes: {
    spec: SPEC,
    captures: optional(texts(say`the paths of captures of what is there, such as the file of the collector`)),
    asOf: AS_OF,
  },
  list: 'steps',
  entry: {
    action: 'string',
    object: 'string',
    identity: 'string',
    commands: 'array',
    reason: 'string',
    file: 'string',
    line: 'integer',
  },
  async answer({ spec, captures, asOf }, ground) {
    const one = await judgedOne(ground, spec, asOf);
    refuseFaulty(one);
    return planOf(one, captures, ground);
  },
});

/** What is wrong in a spec would be wrong on the servers. */
function refuseFaulty({ path, analysis }: Judged): void {
  const errors = analysis.problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const rules = codes([...new Set(errors.map(({ rule }) => rule))]);
  throw new Refusal(say`${code(path)} has errors (${rules}), so it is not planned: ${code('check')} shows them.`);
}

async function planOf(
  { path, analysis }: Judged,
  captures: readonly string[] | undefined,
  ground: Ground,
): Promise<Answer> {
  const given = captures && (await givenCaptures(captures, ground));
  const live = given && readCapture(given.files, given.tools);
  const [complaint] = live?.complaints ?? [];
  if (complaint) throw new Refusal(complaint);
  const { whole, origin } = planned(analysis, { path, live, bundle: ground.env.bundle });
  const [refused] = whole.refusals;
  if (refused) throw new Refusal(say`${fileAndLine(refused.at, origin)}: ${refused.message}`);
  const remarks = remarksOf(whole).map(({ message, at }) => say`${fileAndLine(at, origin)}: ${message}`);
  return {
    head: [say`${summaryOf(whole)}.`, ...remarks, ...(live?.notes ?? [])],
    data: { path, asOf: analysis.asOf },
    entries: whole.steps.map((step) => () => ({
      text: block(step, origin)
        .map(({ text }) => text)
        .join('\n'),
      data: stepData(step, origin),
    })),
    remedy: say`${code(`lync-federation plan ${path}`)} shows all of it.`,
  };
}
