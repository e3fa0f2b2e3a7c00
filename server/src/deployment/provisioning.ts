import { addDays } from '../catalog/dates.ts';
import type { Spec } from '../spec/model.ts';
import type { Grounds } from './grounds.ts';

/** The last day by which the providers know the domains of a request: they took weeks, and a day or two in the last months. */
export function provisionedBy({ catalog }: Pick<Grounds, 'catalog'>, submitted: string): string {
  const quick = submitted >= catalog.milestones['provisioning-contact-data-dropped'].date;
  const time = catalog.limits[quick ? 'provisioning-time-2019' : 'provisioning-time'];
  return addDays(submitted, time.value);
}

/** The provisioning request of the spec on a day on which there is a site to take it. */
export function openRequest({ provisioning }: Spec, { catalog, asOf }: Grounds): Spec['provisioning'] {
  return asOf < catalog.milestones['provisioning-site-closed'].date ? provisioning : undefined;
}

/** Whether nothing shows that the public providers do not know the domains of the spec yet: no open request, or one that is old enough. */
export function isProvisioned(spec: Spec, grounds: Grounds): boolean {
  const request = openRequest(spec, grounds);
  const sent = request?.submitted?.value;
  return request === undefined || (sent !== undefined && grounds.asOf >= provisionedBy(grounds, sent));
}
