import type { Analysis } from '../analyze.ts';
import type { Env } from '../features/env.ts';
import type { Origin } from '../plan/summary.ts';
import type { Problem } from '../problem.ts';
import { code, type Message, say } from '../text/message.ts';
import { lineOf, ruleLink } from './findings.ts';
import { listOf, paragraph, type Row, type Section } from './report.ts';

/** What a baseline knows. */
export interface Known {
  /** The name of the baseline. */
  readonly path: string;
  readonly problems: readonly Problem[];
}

interface Around {
  readonly known: Known | undefined;
  readonly origin: Origin;
  readonly env: Env;
}

/** What is found and accepted: why, and until when; and the rules that somebody gave a level of their own. */
export function acceptedSection(
  { suppressed, options }: Pick<Analysis, 'suppressed' | 'options'>,
  { known, origin, env }: Around,
): Section {
  const row = ({ rule, at, message }: Problem, reason: Message, until: Message): Row => ({
    cells: [[lineOf(at, origin)], [message], [ruleLink(rule, env)], [reason], [until]],
  });
  const rows = [
    ...suppressed.map(({ problem, by: { reason, until } }) =>
      row(problem, reason === '' ? say`none is given` : say`${reason}`, until?.day ? say`${until.day}` : NO_END),
    ),
    ...(known?.problems ?? []).map((problem) =>
      row(problem, say`It stands in the baseline ${code(known?.path ?? '')}.`, NO_END),
    ),
  ];
  const head = [say`line`, say`what is accepted`, say`rule`, say`reason`, say`until`];
  const levels = Object.entries(options.severities ?? {}).map(([rule, level]) =>
    level === 'off'
      ? say`The rule ${code(rule)} is switched off.`
      : say`The rule ${code(rule)} has the level ${code(level)}.`,
  );
  return {
    id: 'accepted',
    title: say`What is accepted`,
    parts: [
      rows.length > 0 ? { kind: 'table', head, rows } : paragraph(say`No finding is accepted.`),
      ...listOf(levels),
    ],
  };
}

const NO_END = say`no end`;
