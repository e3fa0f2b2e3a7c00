import { catalog } from '../../../catalog/catalog.generated.ts';
import { say } from '../../../text/message.ts';
import type { Link } from '../link.ts';
import { certificatesSay, isAllowedByPolicy, statesPolicies } from '../told.ts';

// What only a public provider asks for.

export const publicProvider: Link = {
  id: 'public-provider',
  title: say`An enabled public provider leads to the partner, whose service is still there.`,
  ways: ['public'],
  rules: {
    'retired-provider': 'holds',
    'provider-leftover': 'holds',
    'provider-on-unsupported-server': 'broken',
    'provider-proxy-unexpected': 'unknown',
    'provider-identity-clash': 'unknown',
    'name-decoration-missing': 'holds',
  },
  isTold: ({ provider }) => provider?.id !== undefined,
  looks: ['provider-ended', 'address-undecorated'],
  sources: ['public-im-support', 'new-public-provider'],
};

export const licence: Link = {
  id: 'licence',
  title: say`The licences that the public provider asks for are there.`,
  ways: ['public'],
  rules: { 'provider-licence-missing': 'unknown', 'licence-expired': 'unknown', 'licence-not-sold': 'unknown' },
  isTold: ({ spec, provider }) => provider?.isThere === true && spec.licensing !== undefined,
  looks: ['user-without-licence'],
  sources: ['public-im-support'],
};

export const provisioning: Link = {
  id: 'provisioning',
  title: say`The public provider knows the own domains.`,
  ways: ['public'],
  rules: {
    'provisioning-provider-closed': 'broken',
    'provisioning-incomplete': 'unknown',
    'provisioning-site-closed': 'unknown',
    'provisioning-lead-time': 'holds',
  },
  isTold: ({ spec }) => spec.provisioning !== undefined,
  looks: ['provider-not-provisioned'],
  sources: ['provisioning-guide-2019', 'skype-connectivity'],
};

export const certificateClientUsage: Link = {
  id: 'certificate-client-usage',
  title: say`That certificate is also for clients, where the public provider wants it.`,
  ways: ['public'],
  isPassed: ({ provider }) => provider?.id === undefined || catalog.providers[provider.id].clientCertificate === true,
  rules: { 'certificate-needs-client-eku': 'broken', 'certificate-client-usage-ending': 'holds' },
  isTold: ({ spec, provider }) =>
    provider?.isThere === true && certificatesSay(spec, ({ enhancedKeyUsage }) => enhancedKeyUsage),
  looks: ['client-usage-missing'],
  sources: ['certificate-summary', 'planning-federation'],
};

export const publicPolicy: Link = {
  id: 'public-policy',
  title: say`A policy lets users talk to public providers.`,
  ways: ['public'],
  rules: { 'policy-missing-for-public-cloud': ({ spec }) => (statesPolicies(spec) ? 'broken' : 'unknown') },
  isTold: ({ spec, provider }) => provider?.isThere === true && isAllowedByPolicy(spec, 'enablePublicCloudAccess'),
  looks: ['public-policy-missing'],
  sources: ['set-external-access-policy'],
};
