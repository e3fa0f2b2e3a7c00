import { allPartners } from '../deployment/partners.ts';
import { each, type Spec } from '../spec/model.ts';

/** The partners that a spec names, public providers included. */
export function partnersIn(spec: Spec): readonly string[] {
  return [
    ...allPartners(spec).map(({ domain }) => domain.value),
    ...each(spec.domains?.xmpp).flatMap(({ domain }) => domain?.value ?? []),
    ...each(spec.providers?.public).flatMap(({ identity }) => identity?.value ?? []),
  ];
}
