import { isExemptSrvTarget } from '../catalog/hosting.ts';
import type { Grounds } from '../deployment/grounds.ts';
import type { Spec } from '../spec/model.ts';
import type { WorldDifference } from './difference.ts';
import { nameDifferences, type PlacedName } from './name-differences.ts';
import { hostsOf } from './needed.ts';
import type { Seen } from './seen.ts';
import { serviceDifferences } from './service-differences.ts';
import type { Subject } from './subjects.ts';

/** Where our own records are otherwise than the spec declares them, or the spec does not have them. */
export function recordDifferences(
  { spec, grounds }: { readonly spec: Spec; readonly grounds: Grounds },
  subjects: readonly Subject[],
  seen: Seen,
): readonly WorldDifference[] {
  const own = subjects.filter(({ partner }) => partner === undefined);
  const services = own.filter(({ kind }) => kind === 'service').flatMap((one) => serviceDifferences(spec, one, seen));
  const hosts = new Map<string, PlacedName>();
  for (const subject of own) {
    const { view, at } = subject;
    const names = subject.kind === 'alias' ? [subject.name] : hostsOf(subject, seen).map(({ host }) => host);
    for (const name of names)
      if (!isExemptSrvTarget(grounds.catalog, name) && !hosts.has(`${view} ${name}`))
        hosts.set(`${view} ${name}`, { view, name, at });
  }
  return [...services, ...[...hosts.values()].flatMap((one) => nameDifferences(spec, one, seen))];
}
