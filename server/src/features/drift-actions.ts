import type { Analysis } from '../analyze.ts';
import { render } from '../cmdlets/command.ts';
import { run, type SpecEdit } from '../edits/fix.ts';
import { type DriftFinding, driftFindings } from '../plan/drift.ts';
import { isNothing, takenOver } from '../plan/drift-fixes.ts';
import type { State } from '../plan/state.ts';
import type { Step } from '../plan/step.ts';
import { proof } from '../proof.ts';
import type { TextEdit } from '../text/edit.ts';
import { code, codes, ENGLISH, inEnglish, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { planned } from './planned.ts';

/** What can be done about a difference between a spec and the servers. */
export interface DriftAction {
  readonly title: Message;
  /** What it is done about. */
  readonly findings: readonly DriftFinding[];
  /** The changes of the spec; without any the plan shows what there is to do on the servers. */
  readonly edits?: readonly TextEdit[];
}

/**
 * What can be done about the drift in a range: the spec takes over what the servers hold, or the plan takes it back, in the preview or as
 * commands of the runbook.
 */
export function driftActions(analysis: Analysis, live: State, range: Range): readonly DriftAction[] {
  const { spec, asOf } = analysis;
  const all = driftFindings(spec, live, asOf);
  const here = all.filter(({ at }) => at.start <= range.end && range.start <= at.end).slice(0, mostFor(analysis));
  if (here.length === 0) return [];
  const judge = judgeOf(all, live);
  const { steps } = planned(analysis, { path: '', live: { state: live, captured: undefined }, bundle: ENGLISH }).whole;
  const taken = (findings: readonly DriftFinding[], title: Message): readonly DriftAction[] => {
    const edits = takenOver(findings, { root: analysis.root, server: live.server });
    const made = edits && tried(analysis, edits, (after) => judge(after, findings));
    return made ? [{ findings, title: withNews(title, made.brings), edits: made.edits }] : [];
  };
  return [
    ...here.flatMap((finding) => taken([finding], titleOf(finding))),
    ...(all.length > 1 ? taken(all, say`Take over all ${all.length} differences from the capture`) : []),
    { findings: all, title: say`Preview the plan, which takes it back` },
    ...[...new Set(here.map(({ difference }) => objectOf(difference)))].flatMap((object) =>
      takenBack(object, all, analysis, steps),
    ),
  ];
}

function objectOf({ object, identity }: Pick<Step, 'object' | 'identity'>): string {
  return `${object} ${identity}`;
}

/** How many differences are looked at: what is done about each is proven by analyses of the whole text, while somebody waits. */
function mostFor({ text }: Analysis): number {
  return Math.min(Math.max(Math.floor(MOST_PROVEN / (text.length + 1)), LEAST), MOST);
}

/** Characters. */
const MOST_PROVEN = 60_000;
const LEAST = 3;
const MOST = 10;

interface Tried {
  readonly edits: readonly TextEdit[];
  /** Rules that have more errors to tell then. */
  readonly brings: readonly string[];
}

/** Edits that do what they say, and of which something is true afterwards. */
function tried(analysis: Analysis, edits: readonly SpecEdit[], holds: (after: Analysis) => boolean): Tried | undefined {
  const made = proof(analysis, [{ edits }]);
  if (made === undefined || !holds(made.after)) return undefined;
  return { edits: made.edits, brings: made.brings(() => true) };
}

/** Tells whether differences are gone from a spec, and no others have come. */
function judgeOf(all: readonly DriftFinding[], live: State) {
  return ({ spec, asOf }: Analysis, gone: readonly DriftFinding[]): boolean => {
    const left = new Set(driftFindings(spec, live, asOf).map(({ message }) => inEnglish(message)));
    return left.size <= all.length - gone.length && gone.every(({ message }) => !left.has(inEnglish(message)));
  };
}

/** The commands that make an object what the spec says, in its runbook: all that is found of it is gone then. */
function takenBack(
  object: string,
  all: readonly DriftFinding[],
  analysis: Analysis,
  steps: readonly Step[],
): readonly DriftAction[] {
  const own = steps.filter((step) => objectOf(step) === object);
  const commands = own.flatMap((step) => step.commands);
  const made = tried(analysis, commands.map(run), () => true);
  if (made === undefined) return [];
  const title = say`Take it back by the runbook: ${codes(commands.map(render), 2)}`;
  const findings = all.filter(({ difference }) => objectOf(difference) === object);
  return [{ findings, title: withNews(title, made.brings), edits: made.edits }];
}

function titleOf({ difference: { is, identity, setting = '', live } }: DriftFinding): Message {
  switch (is) {
    case 'missing':
      return say`Remove ${code(identity)} from the spec, as the servers do not have it`;
    case 'surplus':
      return say`Add ${code(identity)} to the spec, as the servers have it`;
    case 'granted':
      return say`Change who has ${code(identity)} to what the servers hold`;
    case 'changed':
      return isNothing(live)
        ? say`Remove ${code(setting)} of ${code(identity)} from the spec, as the servers have none`
        : say`Change ${code(setting)} of ${code(identity)} to ${Array.isArray(live) ? codes(live) : code(String(live))}, as the servers have it`;
  }
}

/** Nobody is to meet an error that he was not told of. */
function withNews(title: Message, brings: readonly string[]): Message {
  return brings.length === 0 ? title : say`${title} (brings ${codes(brings)})`;
}
