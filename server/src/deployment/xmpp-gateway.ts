import type { Catalog, ProductId, XmppGateway } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import { atLeast } from '../catalog/products.ts';
import type { Leaf, Spec } from '../spec/model.ts';

/** The server that lacks its part of XMPP, where one does: the gateway is on the Front End Server, its proxy on the Edge. */
export function serverWithoutXmpp({ server }: Spec, catalog: Catalog): Leaf<ProductId> | undefined {
  return [server?.product, server?.edgeProduct].find((one) => one && catalog.products[one.value].xmpp !== 'built-in');
}

/** The separate gateway that is the only way from a product without the cmdlets to XMPP; `fits` where it is made for it. */
export function xmppGateway(
  catalog: Catalog,
  product: ProductId,
): (XmppGateway & { readonly fits: boolean }) | undefined {
  const { xmpp, xmppGateway: own } = catalog.products[product];
  if (xmpp === 'built-in' || xmpp === 'removed') return undefined;
  if (own) return { ...own, fits: true };
  const later = idsOf(catalog.products).filter((id) => atLeast(catalog, id, product));
  const [next] = later.flatMap((id) => catalog.products[id].xmppGateway ?? []);
  return next && { ...next, fits: false };
}
