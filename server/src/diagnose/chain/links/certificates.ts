import { say } from '../../../text/message.ts';
import { type Link, ON_SERVERS } from '../link.ts';
import { certificatesSay } from '../told.ts';

// What the certificate of the own Access Edge has to be.

export const certificateNames: Link = {
  id: 'certificate-names',
  title: say`The certificate of the own Access Edge has the names that partners connect to.`,
  ways: ON_SERVERS,
  rules: {
    'access-edge-not-in-certificate': 'broken',
    'srv-target-not-in-certificate': 'broken',
    'certificate-lacks-sip-domain': 'broken',
    'certificate-wildcard': 'broken',
    'certificate-subject-not-repeated': 'unknown',
    'certificate-name-twice': 'unknown',
    'certificate-file-unusable': 'unknown',
  },
  isTold: ({ spec }) => certificatesSay(spec, ({ subject, subjectAlternativeNames: names }) => names ?? subject),
  looks: ['own-certificate-name'],
  sources: ['certificate-summary', 'edge-certificates'],
};

export const certificateUsage: Link = {
  id: 'certificate-usage',
  title: say`That certificate may be used for what the partner asks of it.`,
  ways: ON_SERVERS,
  rules: { 'certificate-lacks-server-usage': 'broken' },
  isTold: ({ spec }) => certificatesSay(spec, ({ enhancedKeyUsage }) => enhancedKeyUsage),
  looks: ['usage-missing'],
  sources: ['certificate-summary', 'edge-certificates'],
};

export const certificateDays: Link = {
  id: 'certificate-days',
  title: say`That certificate is valid on the day.`,
  ways: ON_SERVERS,
  rules: { 'certificate-expired': 'holds', 'certificate-not-yet-valid': 'broken' },
  isTold: ({ spec }) => certificatesSay(spec, ({ notAfter }) => notAfter),
  looks: ['own-certificate-old'],
  sources: ['certificate-summary'],
};

export const certificateIssuer: Link = {
  id: 'certificate-issuer',
  title: say`The partner trusts who issued that certificate, and how it is signed.`,
  ways: ON_SERVERS,
  rules: { 'certificate-private-issuer': 'broken', 'certificate-weak-signature': 'unknown' },
  isTold: ({ spec }) => certificatesSay(spec, ({ issuer }) => (issuer?.value === 'public' ? issuer : undefined)),
  looks: ['own-authority-unknown'],
  sources: ['certificate-summary', 'baseline-requirements'],
};
