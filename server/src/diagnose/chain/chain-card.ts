import { catalog } from '../../catalog/catalog.generated.ts';
import { sourcesOf } from '../../catalog/sources.ts';
import { render } from '../../cmdlets/command.ts';
import { kindName } from '../../deployment/classify.ts';
import type { Fix } from '../../edits/fix.ts';
import { bold, heading, paragraphs, sourceLine, statusOn } from '../../features/cards.ts';
import type { Env } from '../../features/env.ts';
import { failureMessage } from '../../text/failure.ts';
import { code, codes, listed, type Message, prose, say, type Value } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { SIDES } from '../symptom-card.ts';
import { isWritten } from './alone.ts';
import type { Chain, JudgedLink, LinkFinding } from './chain.ts';

/** How places of the spec are shown. */
export interface PlacesInSpec {
  inSpec(at: Range): Value;
}

/** The chain to a partner, as Markdown: the first broken link with its repair, then all links. */
export function chainCard(
  { alone, asOf, reached, own, links, first, failures }: Chain,
  env: Env,
  places: PlacesInSpec,
): string {
  const needed = links.filter(({ verdict }) => verdict !== 'not needed');
  const others = links.filter(({ verdict }) => verdict === 'not needed');
  const id = alone.provider?.id;
  const way = id
    ? say`Public provider: ${prose(catalog.providers[id].name)}. ${statusOn(catalog.providers[id], asOf)}`
    : say`${bold(kindName(reached.kind))}. ${reached.reason}`;
  return paragraphs(env, [
    [heading(code(alone.partner))],
    [...(alone.isNamed ? [] : [say`The spec does not name this domain.`]), way],
    first ? [bold(headline(first))] : [bold(say`Nothing in the spec is broken.`)],
    first ? first.findings.slice(0, 1).flatMap((finding) => findingOf(finding, places, '')) : [],
    failures.map(failureMessage),
    [say`The chain, as of ${asOf}:`],
    needed.flatMap((one, i) => linkOf(i + 1, one, { places, own })),
    others.length > 0
      ? [
          say`Not needed on this way: ${codes(
            others.map((one) => one.link.id),
            others.length,
          )}`,
        ]
      : [],
    [sourceLine(needed.flatMap((one) => one.link.sources))],
  ]);
}

function headline({ verdict, link: { title } }: JudgedLink): Message {
  return verdict === 'broken' ? say`The first broken link: ${title}` : say`The first link in doubt: ${title}`;
}

interface Shown {
  readonly places: PlacesInSpec;
  readonly own: Chain['own'];
}

function linkOf(
  number: number,
  { link, verdict, findings, looks }: JudgedLink,
  { places, own }: Shown,
): readonly Message[] {
  const rules = Object.keys(link.rules);
  const titles = sourcesOf(catalog, link).map(({ title }) => title);
  const isPartners = looks.some(({ side }) => side === 'partner');
  return [
    say`${String(number)}. ${bold(VERDICTS[verdict])}: ${link.title} (${code(link.id)})`,
    ...findings.flatMap((finding) => findingOf(finding, places, '   - ')),
    ...(verdict === 'unknown' ? looks.flatMap(lookAt) : []),
    ...(verdict === 'unknown' && isPartners && own.length > 0 ? [inner(say`Your domains there: ${codes(own)}`)] : []),
    inner(say`Judged by: ${codes(rules, rules.length)}; ${listed(titles, '; ')}`),
  ];
}

function lookAt({ check, side, cmdlet }: JudgedLink['looks'][number]): readonly Message[] {
  const what =
    side === 'partner' ? say`Ask the partner: ${prose(check)}` : say`Look at (${SIDES[side]}): ${prose(check)}`;
  return [inner(what), ...(cmdlet === undefined ? [] : [inner(say`Shown by: ${code(cmdlet)}`)])];
}

/** What the verdicts are called. */
export const VERDICTS: Readonly<Record<JudgedLink['verdict'], Message>> = {
  holds: say`holds`,
  broken: say`broken`,
  unknown: say`cannot be known from the spec`,
  'not needed': say`not needed`,
};

function findingOf(
  { at, rule, message, fixes = [] }: LinkFinding,
  places: PlacesInSpec,
  mark: string,
): readonly Message[] {
  const by = rule ? [code(rule)] : [];
  const from = [...(isWritten(at) ? [places.inSpec(at)] : []), ...by];
  const [fix] = fixes;
  const line = (text: Message): Message => ({ template: `${mark}{0}`, values: [text] });
  return [
    line(from.length > 0 ? say`${listed(from, ' ')}: ${message}` : message),
    ...(fix ? [line(say`Fix: ${fix.title}`), ...commandsOf(fix).map((one) => line(say`Run: ${code(one)}`))] : []),
  ];
}

/** The commands of a repair, as they are typed. */
export function commandsOf({ edits }: Fix): readonly string[] {
  return edits.flatMap((edit) => (edit.edit === 'run' ? [render(edit.command)] : []));
}

function inner(text: Message): Message {
  return { template: '   - {0}', values: [text] };
}
