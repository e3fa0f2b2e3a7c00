import type { Catalog, ProductId, ShellProductId } from '../catalog/catalog.generated.ts';
import { cmdlet, type NamedCmdlet, type NamedParameter, parameter, supports } from '../catalog/cmdlets.ts';
import { idsOf } from '../catalog/ids.ts';
import { atLeast, hasManagementShell } from '../catalog/products.ts';
import type { Spec } from '../spec/model.ts';
import { sectionAt } from '../spec/noun-sections.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import type { Path } from '../yaml/tree.ts';

/** The server of a spec, as far as cmdlets depend on it. */
export interface ServerVersion {
  readonly product: ProductId;
  readonly installedUpdate: number | undefined;
}

/** The server the spec is for, where it has a Management Shell: of a mixed deployment the newer one, whose shell sets up all. */
export function shellServer(spec: Spec, catalog: Catalog): ServerVersion | undefined {
  const newer = newestServer(spec, catalog);
  return newer && hasManagementShell(catalog, newer.product) ? newer : undefined;
}

/** The newer one of the servers inside and on the Edge. */
export function newestServer(spec: Spec, catalog: Catalog): ServerVersion | undefined {
  const [front, edge] = [frontServer(spec), edgeServer(spec)];
  return front && edge && !atLeast(catalog, front.product, edge.product) ? edge : (front ?? edge);
}

/** The server that partners meet. */
export function edgeServer(spec: Spec): ServerVersion | undefined {
  const { product, edgeProduct } = spec.server ?? {};
  if (edgeProduct === undefined || edgeProduct.value === product?.value) return frontServer(spec);
  return { product: edgeProduct.value, installedUpdate: undefined };
}

/** The server on which users are homed. */
export function frontServer({ server }: Spec): ServerVersion | undefined {
  return server?.product && { product: server.product.value, installedUpdate: server.cumulativeUpdate?.value };
}

/** What a server lacks: `update` is the cumulative update that brings it, absent where another product is needed. */
export interface VersionGap {
  readonly update?: number;
  /** The oldest and the newest product that have it; absent where only the online service does. */
  readonly shells?: { readonly first: ShellProductId; readonly last: ShellProductId };
}

/** The cmdlets that write objects of a noun. */
export function writers(noun: string): readonly NamedCmdlet[] {
  return ['New', 'Set'].flatMap((verb) => cmdlet(`${verb}-${noun}`) ?? []);
}

/** The parameter that a key of the spec stands for, in each of the cmdlets that write it. */
export function parametersFor(path: Path): readonly NamedParameter[] {
  const section = sectionAt(path);
  const name = section?.parameters.get(String(path.at(-1)));
  return section && name !== undefined ? parametersNamed(writers(section.noun), name) : [];
}

/** The parameter of this name in each of the cmdlets that has it. */
export function parametersNamed(cmdlets: readonly NamedCmdlet[], name: string): readonly NamedParameter[] {
  return cmdlets.flatMap((one) => parameter(one, name) ?? []);
}

/** Why a server has none of these cmdlets or parameters; nothing when it has one, or when they run in the online service. */
export function versionGap(
  catalog: Catalog,
  ways: readonly (NamedCmdlet | NamedParameter)[],
  server: ServerVersion,
): VersionGap | undefined {
  const answers = ways.map((way) => supports(catalog, way, server));
  if (ways.length === 0 || answers.includes('yes')) return undefined;
  const products = idsOf(catalog.products).filter(isShellOf(ways));
  const [first] = products;
  const last = products.at(-1);
  // How a command runs is documented of the service alone here and there, and nobody has seen servers refuse it.
  if (first === undefined || last === undefined) return ways.some(isShared) ? undefined : {};
  const updates = answers.flatMap((answer) => (typeof answer === 'object' ? [answer.needsUpdate] : []));
  return { ...(updates.length > 0 && { update: Math.min(...updates) }), shells: { first, last } };
}

/** Which version has what the server lacks, and what to do. */
export function gapMessage(
  catalog: Catalog,
  name: string,
  gap: VersionGap,
  { product, installedUpdate }: ServerVersion,
): Message {
  const [shown, own] = [code(name), prose(catalog.products[product].name)];
  if (gap.update !== undefined) {
    return say`${shown} needs cumulative update ${gap.update} of ${own}; the server here has update ${installedUpdate ?? 0}. Install the update, or remove it.`;
  }
  if (gap.shells === undefined)
    return say`${shown} exists only in ${prose(catalog.hosting['lync-online'].name)}; the server here is ${own}. Remove it, or run it in the tenant.`;
  const { first, last } = gap.shells;
  const from = prose(catalog.products[first].name);
  if (isNewest(catalog, last))
    return say`${shown} needs ${from} or later; the server here is ${own}. Remove it, or upgrade the server.`;
  if (first === last) return say`${shown} exists only in ${from}; the server here is ${own}. Remove it.`;
  return say`${shown} exists only from ${from} to ${prose(catalog.products[last].name)}; the server here is ${own}. Remove it.`;
}

function isShared(way: NamedCmdlet | NamedParameter): boolean {
  return 'shared' in way && way.shared === true;
}

function isShellOf(ways: readonly (NamedCmdlet | NamedParameter)[]) {
  return (id: ProductId): id is ShellProductId => ways.some(({ appliesTo }) => appliesTo.some((one) => one === id));
}

function isNewest(catalog: Catalog, product: ShellProductId): boolean {
  const newest = idsOf(catalog.products).findLast((id) => catalog.products[id].parametersOf !== undefined);
  return newest !== undefined && catalog.products[newest].parametersOf === product;
}
