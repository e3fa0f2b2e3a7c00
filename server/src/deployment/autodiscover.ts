import type { Catalog } from '../catalog/catalog.generated.ts';
import { cloudByHost } from '../catalog/hosting.ts';
import { hostKey } from '../text/host.ts';

/** Whether an address is of the form of the known one: the regions of a cloud differ in what follows the name of the host. */
export function isLike(catalog: Catalog, address: string, known: string): boolean {
  const [right, own] = [partsOf(known), partsOf(address)];
  const label = right.host.split('.')[0] ?? '';
  const cloud = cloudByHost(catalog, own.host);
  const isElsewhere = cloud !== undefined && cloud !== cloudByHost(catalog, right.host);
  return own.scheme === right.scheme && own.host.startsWith(label) && own.path === right.path && !isElsewhere;
}

function partsOf(address: string): { readonly scheme: string; readonly host: string; readonly path: string } {
  const [, scheme = '', host = '', path = ''] =
    /^([a-z]+):\/\/([^/:]+)(?::\d+)?(\/.*)?$/.exec(address.trim().toLowerCase()) ?? [];
  return { scheme, host: hostKey(host), path };
}
