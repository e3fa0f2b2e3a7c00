import { accessEdgeCertificates, type EdgeCertificate } from '../../deployment/edge-certificates.ts';
import type { AccessFlag } from '../../deployment/policies.ts';
import { each } from '../../spec/model.ts';
import type { Alone } from './alone.ts';

/** Whether the spec states policies at all. */
export function statesPolicies({ policies }: Alone['spec']): boolean {
  return policies?.externalAccess !== undefined;
}

/** Whether the partner stands on the allow list. */
export function isOnAllowList(spec: Alone['spec']): boolean {
  return each(spec.domains?.allowed).length > 0;
}

/** Whether all certificates that the Access Edge shows say something. */
export function certificatesSay(spec: Alone['spec'], part: (certificate: EdgeCertificate) => unknown): boolean {
  const shown = accessEdgeCertificates(spec);
  return shown.length > 0 && shown.every((one) => part(one) !== undefined);
}

/** Whether a policy of the spec allows something. */
export function isAllowedByPolicy(spec: Alone['spec'], flag: AccessFlag): boolean {
  return each(spec.policies?.externalAccess).some((policy) => policy[flag]?.value === true);
}
