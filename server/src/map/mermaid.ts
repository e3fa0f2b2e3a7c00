import { wordsOf } from '../text/markup.ts';
import type { Bundle, Message } from '../text/message.ts';
import { type Drawn, standingOf } from './drawn.ts';
import type { Standings } from './standings.ts';
import type { Trail } from './trail.ts';

interface Shown {
  readonly standings: Standings;
  readonly trail?: Trail | undefined;
  readonly bundle: Bundle;
}

/** A map as a flowchart of Mermaid, which GitHub and many wikis draw. */
export function mermaid({ stations, roads }: Drawn, { standings, trail, bundle }: Shown): string {
  const ids = new Map(stations.map(({ id }, i) => [id, `n${i}`]));
  const words = (...parts: readonly (Message | undefined)[]) =>
    `"${parts.flatMap((part) => (part === undefined ? [] : entities(wordsOf(part, bundle)))).join('<br/>')}"`;
  const marked = (one: { readonly id: string; readonly members: readonly string[] }) => {
    const { verdict, isClosed } = standingOf(one, standings);
    const classes = trail?.broken === one.id ? ['broken'] : verdict !== 'fine' ? [verdict] : isClosed ? ['closed'] : [];
    return classes.map((name) => `:::${name}`).join('');
  };
  const lines = roads.map((road) => {
    const arrow = standingOf(road, standings).isClosed ? '-.->' : trail?.ids.has(road.id) ? '==>' : '-->';
    const label = road.label === undefined ? '' : `|${words(road.label)}|`;
    return `  ${ids.get(road.from)} ${arrow}${label} ${ids.get(road.to)}`;
  });
  return [
    'flowchart LR',
    ...stations.map((station) => `  ${ids.get(station.id)}[${words(station.name, station.detail)}]${marked(station)}`),
    ...lines,
    '  classDef error stroke:#c01c28,stroke-width:2px',
    '  classDef warning stroke:#9a6700,stroke-width:2px',
    '  classDef info stroke:#0969da',
    '  classDef closed stroke-dasharray:5 4',
    '  classDef broken stroke:#c01c28,stroke-width:4px,stroke-dasharray:8 5',
    '',
  ].join('\n');
}

/** A text in which nothing means anything to Mermaid, to Markdown or to HTML: it has names of its own for what is no letter. */
function entities(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:_/()+-]/gu, (char) => `#${char.codePointAt(0)};`);
}
