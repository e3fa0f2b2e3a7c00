import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import type { Capture } from '../plan/capture-file.ts';
import { type Declared, declared } from '../plan/declared.ts';
import { type Plan, plan } from '../plan/plan.ts';
import type { Origin } from '../plan/summary.ts';
import { placesIn } from '../spec/placed.ts';
import type { Bundle } from '../text/message.ts';

/** What a spec declares, the plan that makes it true, and where that comes from. */
export interface Planned {
  readonly wanted: Declared;
  readonly whole: Plan;
  readonly origin: Origin;
}

/** What a plan is made from beside the spec, and how it is told. */
interface From {
  /** What reports call the spec. */
  readonly path: string;
  readonly live?: Pick<Capture, 'state' | 'captured'> | undefined;
  readonly bundle: Bundle;
}

/** The plan of a spec; with a capture only of what differs from it. */
export function planned(
  { spec, text, asOf }: Pick<Analysis, 'spec' | 'text' | 'asOf'>,
  { path, live, bundle }: From,
): Planned {
  const wanted = declared(spec, catalog, asOf);
  const made = plan(wanted, live?.state, catalog);
  const { captured } = live ?? {};
  return {
    wanted,
    whole: { ...made, notes: [...wanted.leftOut, ...made.notes] },
    origin: {
      path,
      placeOf: placesIn(path, text),
      bundle,
      compared: live !== undefined,
      ...(captured && { captured }),
    },
  };
}
