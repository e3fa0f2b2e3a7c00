import type { CommandValue } from '../cmdlets/command.ts';

/**
 * Why no domain is ever open that is closed before and after: whoever gets through, gets through a row of gates, each open
 * or shut, and opening one never shuts anybody out. The plan first shuts all gates that are to be shut, then does what moves
 * none, then opens all that are to be opened. So at any moment before the last opening the gates are a part of those open
 * before, or a part of those open afterwards, and a run that breaks off leaves less open, never more.
 */
export type Phase = 'close' | 'between' | 'open';

/** What a step does to an object. */
export type Deed = 'make' | 'change' | 'remove' | 'replace' | 'grant' | 'ungrant';

interface Row {
  readonly phase: Phase;
  readonly does: Deed;
  /** All nouns, where none are named. */
  readonly nouns?: readonly string[];
}

const POLICIES = ['CsExternalAccessPolicy', 'CsMobilityPolicy'] as const;
const PROVIDERS = ['CsPublicProvider', 'CsHostingProvider'] as const;

/** The order of all steps; the first row that fits a step places it. */
const ROWS: readonly Row[] = [
  // The outermost gate shuts first: with it nothing gets through, whatever follows. Under a default route there can be no
  // providers, so leaving it comes before they are made.
  { phase: 'close', does: 'change', nouns: ['CsAccessEdgeConfiguration'] },
  { phase: 'close', does: 'change' },
  // Identity and proxy of a provider are free for its successor only when it is gone.
  { phase: 'close', does: 'remove', nouns: [...PROVIDERS, 'CsXmppAllowedPartner'] },
  // A domain is on one list at most: off the allow list, then blocked.
  { phase: 'close', does: 'remove', nouns: ['CsAllowedDomain'] },
  { phase: 'close', does: 'make', nouns: ['CsBlockedDomain'] },

  // A new SIP domain may become the default one before the old default goes.
  { phase: 'between', does: 'make', nouns: ['CsSipDomain'] },
  { phase: 'between', does: 'change', nouns: ['CsSipDomain'] },
  { phase: 'between', does: 'remove', nouns: ['CsSipDomain'] },
  { phase: 'between', does: 'change', nouns: ['CsTopology'] },
  { phase: 'between', does: 'change' },
  { phase: 'between', does: 'replace' },
  // A policy has to be there to be granted, and is free to go when nobody has it.
  { phase: 'between', does: 'make', nouns: POLICIES },
  { phase: 'between', does: 'grant' },
  { phase: 'between', does: 'ungrant' },
  { phase: 'between', does: 'remove', nouns: [...POLICIES, 'CsPushNotificationConfiguration'] },

  // The outermost gate opens last, when all behind it stands as it should.
  { phase: 'open', does: 'change', nouns: POLICIES },
  { phase: 'open', does: 'remove', nouns: ['CsBlockedDomain'] },
  { phase: 'open', does: 'make', nouns: ['CsAllowedDomain'] },
  { phase: 'open', does: 'make', nouns: ['CsXmppAllowedPartner'] },
  { phase: 'open', does: 'make', nouns: PROVIDERS },
  { phase: 'open', does: 'change', nouns: PROVIDERS },
  { phase: 'open', does: 'make' },
  { phase: 'open', does: 'change', nouns: ['CsPushNotificationConfiguration', 'CsTenantFederationConfiguration'] },
  { phase: 'open', does: 'change' },
];

/** The place of a step among all: where a change may shut or open, `phase` says which. */
export function placeOf(does: Deed, noun: string, phase?: Phase): { readonly phase: Phase; readonly rank: number } {
  const rank = ROWS.findIndex(
    (row) => row.does === does && (row.nouns?.includes(noun) ?? true) && (phase === undefined || row.phase === phase),
  );
  return { phase: ROWS[rank]?.phase ?? 'between', rank: rank < 0 ? ROWS.length : rank };
}

/** Switches that let somebody through when they are true. */
const GATES: ReadonlySet<string> = new Set([
  'AllowFederatedUsers',
  'AllowOutsideUsers',
  'AllowAnonymousUsers',
  'AllowPublicUsers',
  'BeClearingHouse',
  'Enabled',
  'EnabledSharedAddressSpace',
  'EnableApplePushNotificationService',
  'EnableFederationAccess',
  'EnableMicrosoftPushNotificationService',
  'EnableMobility',
  'EnableOutsideAccess',
  'EnableOutsideVoice',
  'EnablePartnerDiscovery',
  'EnablePublicCloudAccess',
  'EnablePublicCloudAudioVideoAccess',
  'EnableSkypeDirectorySearch',
  'EnableSkypeIdRouting',
  'EnableXmppAccess',
  'SharedSipAddressSpace',
  'UseDefaultRouting',
]);

/** Whether giving a parameter this value shuts a gate, opens one, or moves none. */
export function phaseOf(parameter: string, to: CommandValue | null): Phase {
  if (!GATES.has(parameter) || typeof to !== 'boolean') return 'between';
  return to ? 'open' : 'close';
}
