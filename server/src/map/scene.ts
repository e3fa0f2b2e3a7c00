import { type Analysis, judge } from '../analyze.ts';
import type { Bundle } from '../text/message.ts';
import { drawn } from './drawn.ts';
import { laidOut } from './layout.ts';
import type { FederationMap } from './map.ts';
import type { Scene } from './picture.ts';
import { readMap } from './read-map.ts';
import { judging, type Standings } from './standings.ts';
import { chainFrom, type Ends, endsOn, trailOf } from './trail.ts';

/** What somebody wants of a map beside the map. */
export interface Wanted {
  /** Stations that are drawn each by itself, however many there are of their kind. */
  readonly shown?: readonly string[];
  /** The way that is to stand out. */
  readonly ends?: Ends | undefined;
  readonly bundle: Bundle;
}

/** A map on the day of an analysis, ready to be drawn, and how it stands on other days. */
export interface Sight {
  readonly map: FederationMap;
  readonly scene: Scene;
  standsOn(analysis: Analysis): Standings;
}

/** The map of a spec that was judged. */
export function sightOf(analysis: Analysis, { shown = [], ends, bundle }: Wanted): Sight {
  const { spec, lines, options } = analysis;
  const map = readMap(spec);
  const standsOn = judging(map, spec);
  const standings = standsOn(whole(analysis));
  const stations = ends && endsOn(map, spec, ends);
  const single = new Set([...shown, ...[stations?.from, stations?.to].flatMap((id) => id ?? [])]);
  const all = drawn(map, standings, single);
  const { from, domain, to } = stations ?? {};
  const isThere = ends !== undefined && from !== undefined && to !== undefined;
  const chain = isThere ? chainFrom(analysis, { ...options, asOf: analysis.asOf }, { domain, to: ends.to }) : undefined;
  const scene: Scene = {
    drawn: all,
    layout: laidOut(all, bundle),
    standings,
    trail: isThere && chain ? trailOf(all, { from, to }, chain) : undefined,
    placeOf: ({ start }) => lines.position(start),
    bundle,
  };
  return { map, scene, standsOn };
}

/** The same with all that is found: of more than anybody reads, a map shows where it is. */
function whole(analysis: Analysis): Analysis {
  if (analysis.unfinished.size === 0) return analysis;
  const { options, asOf } = analysis;
  return judge(analysis, { ...options, judgedAs: asOf, most: Number.POSITIVE_INFINITY, once: true });
}
