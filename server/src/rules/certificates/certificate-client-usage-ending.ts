import { asksForClientUsage } from '../../deployment/certificates.ts';
import { clientUsage, isClientUsageIssued, isClientUsageLeaving } from '../../deployment/client-usage.ts';
import { hasToBePublic } from '../../deployment/strangers.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { each } from '../../spec/model.ts';
import { code, listed, prose, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateClientUsageEnding: Rule = {
  id: 'certificate-client-usage-ending',
  summary: say`A public certificate with the client usage, which authorities stop issuing.`,
  severity: 'info',
  facts: ['usages', 'milestones.client-usage-left-out', 'milestones.public-certificates-changed-2027'],

  *check(spec, context) {
    if (asksForClientUsage(spec, context) !== undefined) return;
    const { date } = context.catalog.milestones['public-certificates-changed-2027'];
    for (const certificate of each(spec.certificates)) {
      const { name, notBefore, enhancedKeyUsage } = certificate;
      const usage = each(enhancedKeyUsage).find(({ value }) => value === 'client');
      if (name === undefined || usage === undefined || !hasToBePublic(certificate, spec, context)) continue;
      const isImpossible = notBefore !== undefined && !isClientUsageIssued(context, notBefore.value);
      if (!isImpossible && !isClientUsageLeaving(context)) continue;
      const known = clientUsage(context.catalog);
      const ends = known
        .flatMap(({ name: who, endsOn }) => (endsOn === undefined ? [] : [{ who, endsOn }]))
        .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
        .map(({ who, endsOn }) => say`${prose(who)} on ${endsOn}`);
      const asking = known.flatMap(({ name: who, asksForIt }) => (asksForIt ? [prose(who)] : []));
      yield {
        at: usage.at,
        ...(isImpossible && { severity: 'warning' as const }),
        message: isImpossible
          ? say`No public authority issues ${code(name.value)} with the ${code('client')} usage: since ${date} their certificates are for servers only. Federation does without it; a partner who asks for it needs another way.`
          : say`Public authorities stop issuing the ${code('client')} usage (${listed(ends)}), so the certificate after ${code(name.value)} will not have it. Federation needs it for no one but ${prose(context.catalog.providers.aol.name)}; ask partners whose servers insist on it, as ${listed(asking)} may.`,
        fixes: [
          {
            title: say`Request ${code(name.value)} anew without the ${code('client')} usage`,
            safety: 'review',
            edits: [remove(usage.path), requestCertificate(certificate, spec, { ...context, serversOnly: true })],
          },
        ],
      };
    }
  },
};
