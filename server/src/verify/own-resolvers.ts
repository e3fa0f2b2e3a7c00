import { getServers } from 'node:dns';
import { endpointOf, shownEndpoint } from './resolver.ts';

/** The name servers that this computer asks, as its settings say. */
export function ownResolvers(): readonly string[] {
  return getServers().flatMap((one) => {
    const endpoint = endpointOf(one);
    return endpoint ? [shownEndpoint(endpoint)] : [];
  });
}
