import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import type { Capture } from '../plan/capture-file.ts';
import { type Declared, declared } from '../plan/declared.ts';
import { type Plan, plan } from '../plan/plan.ts';
import type { Origin } from '../plan/summary.ts';

/** What a spec declares, the plan that makes it true, and where that comes from. */
export interface Planned {
  readonly wanted: Declared;
  readonly whole: Plan;
  readonly origin: Origin;
}

/** The plan of a spec; with a capture only of what differs from it. `path` is what reports call the spec. */
export function planned(
  { spec, lines, asOf }: Pick<Analysis, 'spec' | 'lines' | 'asOf'>,
  path: string,
  live?: Pick<Capture, 'state' | 'captured'>,
): Planned {
  const wanted = declared(spec, catalog, asOf);
  const made = plan(wanted, live?.state, catalog);
  const { captured } = live ?? {};
  return {
    wanted,
    whole: { ...made, notes: [...wanted.leftOut, ...made.notes] },
    origin: { path, lines, compared: live !== undefined, ...(captured && { captured }) },
  };
}
