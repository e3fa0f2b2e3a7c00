/** Where it is said what the way that stands out is like. */
export const TOLD = 'told-way';

/** An element that the page has for sure. */
export function byId<T extends Element = HTMLElement>(id: string): T {
  const found = document.querySelector<T>(`#${id}`);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** Days since the first of January 1970. */
export function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}

export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
