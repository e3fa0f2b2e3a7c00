import type { Located } from '../spec/model.ts';
import type { AliasRecord, HostRecord, SrvRecord } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import type { View } from './subjects.ts';

/** A name in one of the zones. */
export interface Name {
  readonly view: View;
  readonly name: string;
}

/** The records of the spec for a name. */
export function recordsOf<T extends Located<SrvRecord> | Located<HostRecord> | Located<AliasRecord>>(
  records: readonly T[],
  { view, name }: Name,
): readonly T[] {
  return records.filter((one) => (one.view?.value ?? 'public') === view && hostKey(one.name?.value ?? '') === name);
}

/** What a record of the spec says of its zone. */
export function inView(view: View) {
  return view === 'internal' ? { view } : {};
}
