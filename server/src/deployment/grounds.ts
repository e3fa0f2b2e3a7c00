import type { Catalog } from '../catalog/catalog.generated.ts';
import type { Fault } from '../spec/faults.ts';

/** What a question about a spec is answered by: the facts, and the day, `YYYY-MM-DD`. */
export interface Grounds {
  readonly catalog: Catalog;
  readonly asOf: string;
}

/** The same with what of the spec could not be read, for questions to which a gap is no answer. */
export interface GroundsWithFaults extends Grounds {
  readonly faults: readonly Fault[];
}
