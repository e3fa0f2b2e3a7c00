// Generated from the folders of rules by `npm run generate`.
import { certificateNeedsClientEku } from './certificates/certificate-needs-client-eku.ts';
import { srvTargetNotInCertificate } from './certificates/srv-target-not-in-certificate.ts';
import { missingFederationSrv } from './dns/missing-federation-srv.ts';
import { srvNameForm } from './dns/srv-name-form.ts';
import { srvPort } from './dns/srv-port.ts';
import { srvTargetNoHost } from './dns/srv-target-no-host.ts';
import { srvTargetWrongDomain } from './dns/srv-target-wrong-domain.ts';
import { allowedAndBlocked } from './federation/allowed-and-blocked.ts';
import { defaultRoutingWithProvider } from './federation/default-routing-with-provider.ts';
import { duplicateDomain } from './federation/duplicate-domain.ts';
import { federationDisabled } from './federation/federation-disabled.ts';
import { policyInert } from './policies/policy-inert.ts';
import { policyMissingForFederation } from './policies/policy-missing-for-federation.ts';
import { policyMissingForPublicCloud } from './policies/policy-missing-for-public-cloud.ts';
import { licenceExpired } from './providers/licence-expired.ts';
import { licenceNotSold } from './providers/licence-not-sold.ts';
import { nameDecorationMissing } from './providers/name-decoration-missing.ts';
import { parameterNotInVersion } from './providers/parameter-not-in-version.ts';
import { providerIdentityClash } from './providers/provider-identity-clash.ts';
import { providerLicenceMissing } from './providers/provider-licence-missing.ts';
import { providerOnUnsupportedServer } from './providers/provider-on-unsupported-server.ts';
import { retiredProvider } from './providers/retired-provider.ts';
import { provisioningIncomplete } from './provisioning/provisioning-incomplete.ts';
import { provisioningSiteClosed } from './provisioning/provisioning-site-closed.ts';
import { duplicateKey } from './schema/duplicate-key.ts';
import { missingKey } from './schema/missing-key.ts';
import { unknownKey } from './schema/unknown-key.ts';
import { unknownValue } from './schema/unknown-value.ts';
import { wrongType } from './schema/wrong-type.ts';
import { yamlSyntax } from './schema/yaml-syntax.ts';
import { suppressionWithoutReason } from './suppression/suppression-without-reason.ts';
import { unusedSuppression } from './suppression/unused-suppression.ts';
import type { Rule } from './rule.ts';

/** All rules, family by family. */
export const rules: readonly Rule[] = [
  certificateNeedsClientEku,
  srvTargetNotInCertificate,
  missingFederationSrv,
  srvNameForm,
  srvPort,
  srvTargetNoHost,
  srvTargetWrongDomain,
  allowedAndBlocked,
  defaultRoutingWithProvider,
  duplicateDomain,
  federationDisabled,
  policyInert,
  policyMissingForFederation,
  policyMissingForPublicCloud,
  licenceExpired,
  licenceNotSold,
  nameDecorationMissing,
  parameterNotInVersion,
  providerIdentityClash,
  providerLicenceMissing,
  providerOnUnsupportedServer,
  retiredProvider,
  provisioningIncomplete,
  provisioningSiteClosed,
  duplicateKey,
  missingKey,
  unknownKey,
  unknownValue,
  wrongType,
  yamlSyntax,
  suppressionWithoutReason,
  unusedSuppression,
];
