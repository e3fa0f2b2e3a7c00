import type { CmdletParameter } from './catalog.generated.ts';

/** How a tenant says that it allows all domains but those it blocks: that there is no allow list. */
export const OPEN = 'AllowAllKnownDomains';

/** What makes this value, for no text stands for it in a command. */
export const OPENING = { cmdlet: `New-CsEdge${OPEN}` };

/** Whether a parameter holds either the only domains that are allowed, or that all are. */
export function isOpenness({ type }: Pick<CmdletParameter, 'type'>): boolean {
  return type === 'IAllowedDomainsChoice';
}
