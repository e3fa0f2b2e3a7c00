import { Graph, layout } from '@dagrejs/dagre';
import { wordsOf } from '../text/markup.ts';
import type { Bundle } from '../text/message.ts';
import type { Drawn } from './drawn.ts';
import { fitting } from './fitting.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is, by ids, in pixels: of stations the middle, of roads the points they pass and where their labels stand. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly stations: ReadonlyMap<string, Point>;
  readonly roads: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label: Point }>;
}

/** The size of a station. */
export const STATION = { width: 208, height: 46 } as const;
const LETTER = 6;

/** Lays a map out from left to right. */
export function laidOut({ stations, roads }: Drawn, bundle: Bundle): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    ranker: 'tight-tree',
    nodesep: 14,
    edgesep: 8,
    ranksep: 40,
    marginx: 16,
    marginy: 16,
  });
  for (const { id } of stations) graph.setNode(`n:${id}`, { ...STATION });
  for (const { id, from, to, label } of roads) {
    const width = label === undefined ? 0 : fitting(wordsOf(label, bundle)).width * LETTER + 12;
    graph.setEdge(`n:${from}`, `n:${to}`, { width, height: label ? 14 : 0, labelpos: 'c' }, id);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    stations: new Map(stations.map(({ id }) => [id, pointOf(graph.node(`n:${id}`))])),
    roads: new Map(
      roads.map(({ id, from, to }) => {
        const { points = [], width = 0, ...label } = graph.edge(`n:${from}`, `n:${to}`, id);
        const [start, end] = [graph.node(`n:${from}`), graph.node(`n:${to}`)].map(pointOf);
        // A labelled road is straight below its label.
        const { x, y } = pointOf(label);
        const inner =
          width === 0
            ? points.slice(1, -1).map(pointOf)
            : [
                { x: x - width / 2, y },
                { x: x + width / 2, y },
              ];
        return [id, { points: [beside(start, 1), ...inner, beside(end, -1)], label: pointOf(label) }];
      }),
    ),
  };
}

function pointOf({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}

/** The middle of the right side of a station, or of the left one. */
function beside({ x, y }: Point = { x: 0, y: 0 }, side: 1 | -1): Point {
  return { x: x + (side * STATION.width) / 2, y };
}
