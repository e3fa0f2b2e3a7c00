import { counts } from '../features/counts.ts';
import { docsUrl } from '../features/docs-url.ts';
import type { Env } from '../features/env.ts';
import { SEVERITIES } from '../features/rule-card.ts';
import { type Origin, placeData } from '../plan/summary.ts';
import type { Problem } from '../problem.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { rules } from '../rules/index.generated.ts';
import { severities } from '../rules/rule.ts';
import { groupedBy } from '../text/grouped.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { type Link, type Part, paragraph, type Section } from './report.ts';
import type { Sources } from './sources.ts';

interface Around {
  readonly origin: Origin;
  readonly sources: Sources;
  readonly env: Env;
}

/** What is wrong, rule by rule, the worst first. */
export function findingsSection(problems: readonly Problem[], around: Around): Section {
  const sorted = problems.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const byRule = [...groupedBy(sorted, ({ rule }) => rule)];
  return {
    id: 'findings',
    title: say`Findings`,
    parts: [
      paragraph(problems.length === 0 ? say`Nothing is found.` : counts(problems)),
      ...byRule.flatMap(([rule, found]) => partsOf(rule, found, around)),
    ],
  };
}

function partsOf(id: RuleId, found: readonly Problem[], { origin, sources, env }: Around): readonly Part[] {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return [];
  const rows = found.map(({ severity, message, at }) => ({
    level: severity,
    cells: [[SEVERITIES[severity]], [lineOf(at, origin)], [message]],
  }));
  return [
    {
      kind: 'table',
      title: say`${code(id)}: ${rule.summary}`,
      head: [say`level`, say`line`, say`what is found`],
      rows,
    },
    { kind: 'links', name: say`Page and sources`, links: [ruleLink(id, env), ...sources.of(rule)] },
  ];
}

/** A rule, with the way to its page. */
export function ruleLink(rule: RuleId, { language }: Env): Link {
  return { words: say`${rule}`, to: docsUrl(rule, language) };
}

/** The line of a place, counted from one; with its file where that is not the spec itself. */
export function lineOf(at: Range | undefined, origin: Origin): Message {
  const { file, line } = placeData(at, origin);
  return file === undefined ? say`${line}` : say`${file}:${line}`;
}
