import type { Catalog } from '../catalog/catalog.generated.ts';
import { cloudByHost } from '../catalog/hosting.ts';
import { hostKey } from '../text/host.ts';
import { meantCloudHost } from './cloud-hosts.ts';

/** Whether an address is of the form of the known one: the regions of a cloud differ in what follows the first label of the host. */
export function isLike(catalog: Catalog, address: string, known: string): boolean {
  const [right, own] = [partsOf(known), partsOf(address)];
  const isOfForm = own.scheme === right.scheme && own.label.startsWith(right.label) && own.path === right.path;
  const isElsewhere = own.zone !== right.zone && (cloudByHost(catalog, own.host) ?? meantCloudHost(catalog, own.host));
  return isOfForm && !isElsewhere;
}

function partsOf(address: string) {
  const [, scheme = '', named = '', path = ''] =
    /^([a-z]+):\/\/([^/:]+)(?::\d+)?(\/.*)?$/.exec(address.trim().toLowerCase()) ?? [];
  const host = hostKey(named);
  const [label = '', ...zone] = host.split('.');
  return { scheme, host, label, zone: zone.join('.'), path };
}
