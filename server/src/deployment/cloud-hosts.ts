import type { Catalog } from '../catalog/catalog.generated.ts';
import { hostsOf } from '../catalog/hosting.ts';
import { idsOf } from '../catalog/ids.ts';
import { hostKey } from '../text/host.ts';
import { nearest } from '../text/near.ts';

/**
 * The host of a cloud service that a misprinted one stands for: one with the same first label and most of the other labels, as
 * `sipfed.online.microsoft.com` for `sipfed.online.lync.com`, or with a letter or two wrong.
 */
export function meantCloudHost(catalog: Catalog, host: string): string | undefined {
  const key = hostKey(host);
  const known = cloudHosts(catalog);
  if (known.includes(key)) return undefined;
  const [first = '', ...others] = key.split('.');
  const alike = known.map((one) => {
    const [label = '', ...zone] = one.split('.');
    return { one, shared: label === first ? zone.slice(0, -1).filter((part) => others.includes(part)).length : 0 };
  });
  const most = Math.max(...alike.map(({ shared }) => shared));
  return most > 0 ? alike.find(({ shared }) => shared === most)?.one : nearest(key, known, 2);
}

/** The host that a record of a domain was meant to lead to, where that is one of the cloud, misprinted. */
export function misprintedSrv(catalog: Catalog, target: string, domain: string): string | undefined {
  return hostKey(target).endsWith(`.${hostKey(domain)}`) ? undefined : meantCloudHost(catalog, target);
}

/** The hosts at which cloud services answer; those of the worldwide service come first. */
function cloudHosts(catalog: Catalog): readonly string[] {
  const hosts = idsOf(catalog.hosting).flatMap((id) => hostsOf(catalog.hosting[id]));
  return [...new Set(hosts.map(hostKey))];
}
