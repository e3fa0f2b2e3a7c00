import { argumentFor, isUndone, textFor } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { shellServer } from '../../deployment/version-gap.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const mediaEncryptionTooStrict: Rule = {
  id: 'media-encryption-too-strict',
  summary: say`Audio and video with a provider that does not encrypt them, on servers that demand it.`,
  severity: 'warning',
  facts: ['providers', 'levels.require-encryption', 'levels.support-encryption', 'sources.media-encryption'],

  *check(spec, { catalog, asOf, runbook }) {
    const [strict, relaxed] = [catalog.levels['require-encryption'].value, catalog.levels['support-encryption'].value];
    // Servers without a shell have no calls with public contacts to begin with, and no such setting.
    if (spec.server?.product && !shellServer(spec, catalog)) return;
    const provider = activeProviders(spec, { catalog, asOf }).find(({ known }) => known?.unencryptedMedia === true);
    const wanted =
      allowedMedia(spec) ?? each(provider?.entry.capabilities).find(({ value }) => /^(?:audio|video)$/.test(value));
    const command = runbook.findLast(isEncryptionLevel);
    const level = command && argumentFor(command, 'EncryptionLevel');
    const demanded = String(level?.value ?? strict).toLowerCase() === strict.toLowerCase();
    if (provider?.known === undefined || wanted === undefined || !demanded) return;
    const name = prose(provider.known.name);
    const related = [{ at: provider.identity.at, message: say`This provider sends media without encryption.` }];
    const found = { related, fixes: [relaxing((command && textFor(command, 'Identity')) ?? 'global', relaxed)] };
    yield level?.valueAt
      ? {
          ...found,
          at: level.valueAt,
          message: say`${name} does not encrypt audio and video, so servers with ${code(strict)} refuse its calls. Set it to ${code(relaxed)}.`,
        }
      : ({
          ...found,
          at: wanted.at,
          severity: 'info',
          message: say`${name} does not encrypt audio and video, and servers refuse its calls unless told otherwise. Set ${code(`-EncryptionLevel ${relaxed}`)} with ${code('Set-CsMediaConfiguration')}.`,
        } satisfies Finding);
  },
};

/** Where a policy allows audio and video with public contacts. */
function allowedMedia({ policies }: Spec): Leaf<boolean> | undefined {
  return each(policies?.externalAccess).find(
    (policy) =>
      policy.enablePublicCloudAccess?.value === true && policy.enablePublicCloudAudioVideoAccess?.value === true,
  )?.enablePublicCloudAudioVideoAccess;
}

function isEncryptionLevel(command: RunbookCommand): boolean {
  const isConfiguration = /^(?:new|set)-csmediaconfiguration$/i.test(command.cmdlet) && !isUndone(command);
  return isConfiguration && argumentFor(command, 'EncryptionLevel') !== undefined;
}

function relaxing(scope: string, level: string): Fix {
  return {
    title: say`Support encryption of media without demanding it`,
    safety: 'review',
    edits: [run({ cmdlet: 'Set-CsMediaConfiguration', parameters: { Identity: scope, EncryptionLevel: level } })],
  };
}
