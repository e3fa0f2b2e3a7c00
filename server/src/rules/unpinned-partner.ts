import type { Catalog } from '../catalog/catalog.generated.ts';
import type { Located, Spec } from '../spec/model.ts';
import type { AllowedDomain } from '../spec/spec.generated.ts';
import { code, say } from '../text/message.ts';
import { remove } from '../yaml/edit.ts';
import type { PartnerEntry } from './partner-entries.ts';
import type { Fix } from './rule.ts';
import { runOnServer } from './server-command.ts';

/** Takes the pinned server off an allowed domain, which is made anew for it, so that its SRV record decides again. */
export function unpinned(
  { domain, path, comment, verificationLevel }: Located<AllowedDomain> & PartnerEntry,
  spec: Spec,
  catalog: Catalog,
): Fix {
  const Identity = domain.value;
  const parameters = {
    Identity,
    ...(comment ? { Comment: comment.value } : {}),
    ...(verificationLevel ? { VerificationLevel: verificationLevel.value } : {}),
  };
  return {
    title: say`Remove ${code('proxyFqdn')}, so that ${code(Identity)} is found by its SRV record`,
    safety: 'review',
    edits: [
      remove([...path, 'proxyFqdn']),
      ...runOnServer(spec, catalog, { cmdlet: 'Remove-CsAllowedDomain', parameters: { Identity } }),
      ...runOnServer(spec, catalog, { cmdlet: 'New-CsAllowedDomain', parameters }),
    ],
  };
}
