import { OPENING } from '../catalog/tenant.ts';
import type { List } from '../spec/model.ts';
import { type Message, say } from '../text/message.ts';
import { remove } from '../yaml/edit.ts';
import { type Fix, run } from './fix.ts';

/** The repair that opens a tenant to all: its allow list goes from the spec, and the tenant is told. */
export function openingTenant(list: List<string>, title?: Message): Fix {
  return {
    title: title ?? say`Open the tenant`,
    safety: 'review',
    edits: [
      remove(list.path),
      run({ cmdlet: 'Set-CsTenantFederationConfiguration', parameters: { AllowedDomains: OPENING } }),
    ],
  };
}
