import { DEFAULT_ROUTE, DNS_SRV } from '../routing.ts';
import type { Properties } from './found.ts';

/** Which parameters an object that was shown does not tell, not even as empty: what they are is not known, and no default. */
export function unshown(parameters: Iterable<string>, properties: Properties): readonly string[] {
  const shown = new Set(Object.keys(properties).map((name) => name.toLowerCase()));
  const isShown = (parameter: string) =>
    TOLD_AS.some(({ told, by }) => told.includes(parameter) && by.some((name) => shown.has(name.toLowerCase()))) ||
    [parameter, `${parameter}AsAList`].some((name) => shown.has(name.toLowerCase()));
  return [...parameters].filter((parameter) => !isShown(parameter));
}

/** What one property tells for several parameters. */
const TOLD_AS: readonly { readonly told: readonly string[]; readonly by: readonly string[] }[] = [
  { told: [DEFAULT_ROUTE, DNS_SRV], by: ['RoutingMethod', DEFAULT_ROUTE, DNS_SRV] },
  { told: ['Identity', 'Domain'], by: ['Identity', 'Domain'] },
];
