import type { Catalog, ProductId } from './catalog.generated.ts';
import { idsOf } from './ids.ts';

/** Whether the product is the other one or came after it. */
export function atLeast(catalog: Catalog, product: ProductId, other: ProductId): boolean {
  return catalog.products[product].rank >= catalog.products[other].rank;
}

/** The product that people call so: by its name or its short one, whatever stands before or behind it. */
export function productCalled(catalog: Catalog, called: string): ProductId | undefined {
  const wanted = withoutTitles(called);
  return idsOf(catalog.products).find((id) => {
    const { name, shortName } = catalog.products[id];
    return [id, name, shortName].some((one) => withoutTitles(one) === wanted);
  });
}

function withoutTitles(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(?:microsoft|server|(?:enterprise|standard) edition)\b/g, '')
    .replace(/[^\p{L}\d]+/gu, '');
}

/** Whether public IM connectivity can be used with the product on the day `asOf` (`YYYY-MM-DD`). */
export function supportsPublicIm(catalog: Catalog, product: ProductId, asOf: string): boolean {
  const { publicImUnsupportedFrom } = catalog.products[product];
  return publicImUnsupportedFrom === undefined || asOf < publicImUnsupportedFrom;
}

/** The day after which no public provider is left for any product. */
export function lastDayOfPublicIm(catalog: Catalog): string {
  return (
    Object.values(catalog.providers)
      .map(({ lastDay }) => lastDay)
      .toSorted()
      .at(-1) ?? ''
  );
}

/** Whether the product is configured through a Management Shell with Cs cmdlets. */
export function hasManagementShell(catalog: Catalog, product: ProductId): boolean {
  return catalog.products[product].parametersOf !== undefined;
}
