import type { Language } from '../../../protocol/locale.ts';
import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { counts } from '../features/counts.ts';
import type { Live } from '../features/live.ts';
import { comparedWith } from '../features/plan-preview.ts';
import { planned } from '../features/planned.ts';
import type { Turn } from '../features/timeline.ts';
import { sightOf } from '../map/scene.ts';
import { type Bundle, code, type Message, prose, say } from '../text/message.ts';
import { acceptedSection, type Known } from './accepted.ts';
import { declaredSection } from './declared.ts';
import { driftSection } from './drifted.ts';
import { findingsSection } from './findings.ts';
import { planSection, waySection } from './planned.ts';
import type { Report, Section } from './report.ts';
import { Sources } from './sources.ts';
import { timelineSection } from './turns.ts';

/** What a report is made from beside the spec, and how it is told. */
export interface From {
  /** What the report calls the spec. */
  readonly path: string;
  readonly live: Live | undefined;
  /** What a baseline knows; it is none of the problems of the analysis. */
  readonly known?: Known | undefined;
  /** All days on which the verdict changes. */
  readonly turns: readonly Turn[];
  readonly today: string;
  readonly bundle: Bundle;
  readonly language: Language;
}

/** The report on a spec that was judged. */
export function reportOf(analysis: Analysis, from: From): Report {
  const { asOf, problems } = analysis;
  const { path, live, known, turns, bundle, language } = from;
  const env = { bundle, language };
  const sources = new Sources();
  const plan = planned(analysis, { path, live: live?.capture, bundle });
  const title = say`Federation of ${path}, as of ${asOf}`;
  const sections = [
    declaredSection(analysis.root, plan.origin),
    mapSection(analysis, title, bundle),
    findingsSection(problems, { origin: plan.origin, sources, env }),
    acceptedSection(analysis, { known, origin: plan.origin, env }),
    timelineSection(turns, asOf),
    driftSection(plan.wanted, live, plan.origin),
    planSection(plan, problems),
    waySection(plan),
  ];
  return {
    title,
    facts: { kind: 'facts', rows: facts(analysis, from) },
    sections: [...sections, sources.section()],
    bundle,
    language,
  };
}

function facts(
  { spec, asOf, problems, options }: Analysis,
  { path, live, turns, today }: From,
): Report['facts']['rows'] {
  const { organization, server } = spec;
  const { name } = organization ?? {};
  const product = server?.product;
  const next = turns.find(({ date }) => date > asOf);
  const verdict = problems.length === 0 ? say`nothing is found` : counts(problems);
  return [
    [say`Spec`, say`${code(path)}`],
    ...(name ? [[say`Organization`, say`${name.value}`] as const] : []),
    ...(product ? [[say`Server`, prose(catalog.products[product.value].name)] as const] : []),
    [say`Judged as of`, say`${asOf}`],
    [say`Judged for`, say`${code(options.persona ?? 'regular')}`],
    [say`Verdict`, verdict],
    [say`It changes next on`, next ? say`${next.date}` : say`no day that is known`],
    [say`Servers`, live ? comparedWith(live) : say`no capture is given`],
    [say`Made on`, say`${today}`],
  ];
}

function mapSection(analysis: Analysis, title: Message, bundle: Bundle): Section {
  const { scene } = sightOf(analysis, { bundle });
  return { id: 'map', title: say`Map`, parts: [{ kind: 'map', title, scene }] };
}
