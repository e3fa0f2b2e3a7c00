import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { classifyListed } from '../deployment/classify.ts';
import type { Grounds } from '../deployment/grounds.ts';
import { hostingInUse } from '../deployment/hosting-providers.ts';
import { activeProviders } from '../deployment/public-providers.ts';
import type { Problem } from '../problem.ts';
import { type Severity, severities } from '../rules/rule.ts';
import type { Spec } from '../spec/model.ts';
import { contains } from '../text/range.ts';
import { Homes } from './homes.ts';
import type { FederationMap } from './map.ts';

/** How something on the map stands on a day. */
export interface Standing {
  /** The worst that is found of it. */
  readonly verdict: Severity | 'fine';
  /** No message goes that way: it is blocked, switched off, out of service, or leads nowhere. */
  readonly isClosed: boolean;
  readonly problems: readonly Problem[];
}

export type Standings = ReadonlyMap<string, Standing>;

/** What lies as it should. */
export const FINE: Standing = { verdict: 'fine', isClosed: false, problems: [] };
const CLOSED: Standing = { ...FINE, isClosed: true };

/** Tells of a map how all on it stands on the day of an analysis; what is the same on all days is found out once. */
export function judging(map: FederationMap, spec: Spec): (analysis: Pick<Analysis, 'problems' | 'asOf'>) => Standings {
  const homes = new Homes(
    map.stations.flatMap(({ id, places }) =>
      places.map(({ at, keyAt }) => ({ id, at: keyAt ? around(keyAt, at) : at })),
    ),
  );
  const reached = new Map<string, boolean>();
  return ({ problems, asOf }) => {
    const found = new Map<string, Problem[]>();
    const about = (id: string | undefined, problem: Problem) => {
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), problem]);
    };
    const roads = map.roads.filter(({ at }) => at !== undefined);
    for (const problem of problems) {
      about(homes.of(problem.at), problem);
      for (const { id, at } of roads) if (at && contains(at, problem.at)) about(id, problem);
    }
    const closed = closedOn(map, spec, { catalog, asOf }, reached);
    const stands = (id: string): Standing => {
      const problems = found.get(id);
      if (problems === undefined) return closed.has(id) ? CLOSED : FINE;
      return { verdict: worst(problems.map(({ severity }) => severity)), isClosed: closed.has(id), problems };
    };
    return new Map([
      ...map.stations.map(({ id }) => [id, stands(id)] as const),
      ...map.roads.map(({ id, to, sharesEnd }) => [id, stands(sharesEnd ? to : id)] as const),
    ]);
  };
}

/** The most severe of some; `fine` where there is none. */
export function worst(verdicts: readonly Standing['verdict'][]): Standing['verdict'] {
  return ORDER.find((one) => verdicts.includes(one)) ?? 'fine';
}

/** From the worst to the best. */
export const ORDER = [...severities, 'fine'] as const satisfies readonly Standing['verdict'][];

function around(a: { readonly start: number; readonly end: number }, b: typeof a): typeof a {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The stations to which no message goes on a day. */
function closedOn(
  map: FederationMap,
  spec: Spec,
  grounds: Grounds,
  reached: Map<string, boolean>,
): ReadonlySet<string> {
  const active = new Set(activeProviders(spec, grounds).map(({ entry }) => entry.path.join('.')));
  const used = new Set(hostingInUse(spec).map(({ path }) => path.join('.')));
  const closed = map.stations.filter(({ id, kind, places }) => {
    const path = places[0]?.path.join('.') ?? '';
    if (kind === 'public-provider') return !active.has(path);
    if (kind === 'hosting-provider') return !used.has(path);
    const listed = map.listed.get(id);
    if (listed === undefined) return false;
    const isDated = listed.xmpp || listed.allowed?.partner?.trialOnly || listed.discovered?.partner?.trialOnly;
    const known = isDated ? undefined : reached.get(id);
    const isReached = known ?? !/^(?:blocked|unreachable)$/.test(classifyListed(spec, grounds, listed).kind);
    reached.set(id, isReached);
    return !isReached;
  });
  return new Set(closed.map(({ id }) => id));
}
