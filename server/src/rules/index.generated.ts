// Generated from the folders of rules by `npm run generate`.
import { certificateByWizard } from './certificates/certificate-by-wizard.ts';
import { certificateExpired } from './certificates/certificate-expired.ts';
import { certificateLacksSipDomain } from './certificates/certificate-lacks-sip-domain.ts';
import { certificateLacksWebConferencing } from './certificates/certificate-lacks-web-conferencing.ts';
import { certificateLacksXmppDomain } from './certificates/certificate-lacks-xmpp-domain.ts';
import { certificateNeedsClientEku } from './certificates/certificate-needs-client-eku.ts';
import { certificatePrivateIssuer } from './certificates/certificate-private-issuer.ts';
import { certificateSubjectNotRepeated } from './certificates/certificate-subject-not-repeated.ts';
import { certificateWeakSignature } from './certificates/certificate-weak-signature.ts';
import { certificateWildcard } from './certificates/certificate-wildcard.ts';
import { privateKeyNotExportable } from './certificates/private-key-not-exportable.ts';
import { srvTargetNotInCertificate } from './certificates/srv-target-not-in-certificate.ts';
import { ambiguousParameter } from './cmdlets/ambiguous-parameter.ts';
import { changeWithoutCmdlet } from './cmdlets/change-without-cmdlet.ts';
import { cmdletSyntax } from './cmdlets/cmdlet-syntax.ts';
import { configurationForbids } from './cmdlets/configuration-forbids.ts';
import { creationBeforeRemoval } from './cmdlets/creation-before-removal.ts';
import { grantBeforePolicy } from './cmdlets/grant-before-policy.ts';
import { missingParameter } from './cmdlets/missing-parameter.ts';
import { parameterConstraint } from './cmdlets/parameter-constraint.ts';
import { parameterSetsMixed } from './cmdlets/parameter-sets-mixed.ts';
import { parameterTwice } from './cmdlets/parameter-twice.ts';
import { parameterValueOverLimit } from './cmdlets/parameter-value-over-limit.ts';
import { pastedPrompt } from './cmdlets/pasted-prompt.ts';
import { runbookContradictsSpec } from './cmdlets/runbook-contradicts-spec.ts';
import { topologyNotEnabled } from './cmdlets/topology-not-enabled.ts';
import { typographicCharacters } from './cmdlets/typographic-characters.ts';
import { unfilteredRemoval } from './cmdlets/unfiltered-removal.ts';
import { unknownCmdlet } from './cmdlets/unknown-cmdlet.ts';
import { unknownParameter } from './cmdlets/unknown-parameter.ts';
import { wrongParameterValue } from './cmdlets/wrong-parameter-value.ts';
import { missingFederationSrv } from './dns/missing-federation-srv.ts';
import { missingXmppSrv } from './dns/missing-xmpp-srv.ts';
import { privateAddressInPublicZone } from './dns/private-address-in-public-zone.ts';
import { sipDomainIsHost } from './dns/sip-domain-is-host.ts';
import { sipDomainNotPublic } from './dns/sip-domain-not-public.ts';
import { srvFailoverByPriority } from './dns/srv-failover-by-priority.ts';
import { srvNameForm } from './dns/srv-name-form.ts';
import { srvPort } from './dns/srv-port.ts';
import { srvTargetNoHost } from './dns/srv-target-no-host.ts';
import { srvTargetWrongDomain } from './dns/srv-target-wrong-domain.ts';
import { allowedAndBlocked } from './federation/allowed-and-blocked.ts';
import { defaultRoutingWithProvider } from './federation/default-routing-with-provider.ts';
import { discoveryLimitsRaised } from './federation/discovery-limits-raised.ts';
import { duplicateDomain } from './federation/duplicate-domain.ts';
import { edgeDefaultOverturned } from './federation/edge-default-overturned.ts';
import { federationDisabled } from './federation/federation-disabled.ts';
import { federationPoolMissing } from './federation/federation-pool-missing.ts';
import { natWithHardwareLoadBalancer } from './federation/nat-with-hardware-load-balancer.ts';
import { routingIncomplete } from './federation/routing-incomplete.ts';
import { routingSettingsMixed } from './federation/routing-settings-mixed.ts';
import { severalFederationPools } from './federation/several-federation-pools.ts';
import { accessEdgePortMoved } from './firewall/access-edge-port-moved.ts';
import { firewallPortClosed } from './firewall/firewall-port-closed.ts';
import { firewallRangeTooOpen } from './firewall/firewall-range-too-open.ts';
import { hostedPartnerWithoutProvider } from './hosting/hosted-partner-without-provider.ts';
import { hostedServiceIncomplete } from './hosting/hosted-service-incomplete.ts';
import { hostingSettingUnsuited } from './hosting/hosting-setting-unsuited.ts';
import { hybridFederationDiffers } from './hosting/hybrid-federation-differs.ts';
import { hybridRecordInCloud } from './hosting/hybrid-record-in-cloud.ts';
import { hybridSharingOneSided } from './hosting/hybrid-sharing-one-sided.ts';
import { teamsOnlyTooEarly } from './hosting/teams-only-too-early.ts';
import { tenantDomainNotOnServers } from './hosting/tenant-domain-not-on-servers.ts';
import { discoveredPartnerThrottled } from './partners/discovered-partner-throttled.ts';
import { discoveredPartnerUnreachable } from './partners/discovered-partner-unreachable.ts';
import { domainNameForm } from './partners/domain-name-form.ts';
import { federationTypeDiffers } from './partners/federation-type-differs.ts';
import { hostedPartnerPinned } from './partners/hosted-partner-pinned.ts';
import { legacyFederationType } from './partners/legacy-federation-type.ts';
import { ownDomainAsPartner } from './partners/own-domain-as-partner.ts';
import { partnerNotConfirmed } from './partners/partner-not-confirmed.ts';
import { partnerPinned } from './partners/partner-pinned.ts';
import { partnerSrvWrongDomain } from './partners/partner-srv-wrong-domain.ts';
import { partnerWithoutDnsFailover } from './partners/partner-without-dns-failover.ts';
import { partnerWithoutSrv } from './partners/partner-without-srv.ts';
import { pinnedProxyDiffers } from './partners/pinned-proxy-differs.ts';
import { subdomainOfBlocked } from './partners/subdomain-of-blocked.ts';
import { testOfUnlistedPartner } from './partners/test-of-unlisted-partner.ts';
import { policyInert } from './policies/policy-inert.ts';
import { policyMissingForCalls } from './policies/policy-missing-for-calls.ts';
import { policyMissingForFederation } from './policies/policy-missing-for-federation.ts';
import { policyMissingForPublicCloud } from './policies/policy-missing-for-public-cloud.ts';
import { policyNotGranted } from './policies/policy-not-granted.ts';
import { policyScopeTwice } from './policies/policy-scope-twice.ts';
import { policyScopeUnknown } from './policies/policy-scope-unknown.ts';
import { policyShadowed } from './policies/policy-shadowed.ts';
import { pushNotNeeded } from './policies/push-not-needed.ts';
import { asOfMissing } from './products/as-of-missing.ts';
import { parameterNotInVersion } from './products/parameter-not-in-version.ts';
import { parameterOnlyAtCreation } from './products/parameter-only-at-creation.ts';
import { partnerProductRetired } from './products/partner-product-retired.ts';
import { productOutOfSupport } from './products/product-out-of-support.ts';
import { cipherOrderRefused } from './providers/cipher-order-refused.ts';
import { iconUrlHttp } from './providers/icon-url-http.ts';
import { licenceExpired } from './providers/licence-expired.ts';
import { licenceNotNeeded } from './providers/licence-not-needed.ts';
import { licenceNotSold } from './providers/licence-not-sold.ts';
import { licenceOutlivesService } from './providers/licence-outlives-service.ts';
import { mediaEncryptionTooStrict } from './providers/media-encryption-too-strict.ts';
import { nameDecorationMissing } from './providers/name-decoration-missing.ts';
import { providerCapabilityExceeded } from './providers/provider-capability-exceeded.ts';
import { providerIdentityClash } from './providers/provider-identity-clash.ts';
import { providerLeftover } from './providers/provider-leftover.ts';
import { providerLicenceMissing } from './providers/provider-licence-missing.ts';
import { providerNameUncertain } from './providers/provider-name-uncertain.ts';
import { providerOnUnsupportedServer } from './providers/provider-on-unsupported-server.ts';
import { providerProxyUnexpected } from './providers/provider-proxy-unexpected.ts';
import { retiredProvider } from './providers/retired-provider.ts';
import { skypeSearchIncomplete } from './providers/skype-search-incomplete.ts';
import { verificationContactsOnly } from './providers/verification-contacts-only.ts';
import { verificationLevelDeprecated } from './providers/verification-level-deprecated.ts';
import { verificationLevelNumeric } from './providers/verification-level-numeric.ts';
import { provisioningContactObsolete } from './provisioning/provisioning-contact-obsolete.ts';
import { provisioningIncomplete } from './provisioning/provisioning-incomplete.ts';
import { provisioningLeadTime } from './provisioning/provisioning-lead-time.ts';
import { provisioningProviderClosed } from './provisioning/provisioning-provider-closed.ts';
import { provisioningSiteClosed } from './provisioning/provisioning-site-closed.ts';
import { tenantBeforeProvisioning } from './provisioning/tenant-before-provisioning.ts';
import { duplicateKey } from './schema/duplicate-key.ts';
import { missingKey } from './schema/missing-key.ts';
import { placeholderLeft } from './schema/placeholder-left.ts';
import { unknownKey } from './schema/unknown-key.ts';
import { unknownValue } from './schema/unknown-value.ts';
import { wrongType } from './schema/wrong-type.ts';
import { yamlSyntax } from './schema/yaml-syntax.ts';
import { expiredSuppression } from './suppression/expired-suppression.ts';
import { suppressionWithoutReason } from './suppression/suppression-without-reason.ts';
import { unusedSuppression } from './suppression/unused-suppression.ts';
import { retiredXmppService } from './xmpp/retired-xmpp-service.ts';
import { xmppAdditionalDomainUnrelated } from './xmpp/xmpp-additional-domain-unrelated.ts';
import { xmppConnectionLimit } from './xmpp/xmpp-connection-limit.ts';
import { xmppDialbackIdle } from './xmpp/xmpp-dialback-idle.ts';
import { xmppDomainAmbiguous } from './xmpp/xmpp-domain-ambiguous.ts';
import { xmppPartnerUntested } from './xmpp/xmpp-partner-untested.ts';
import { xmppPartnerUnverifiable } from './xmpp/xmpp-partner-unverifiable.ts';
import { xmppRouteMissing } from './xmpp/xmpp-route-missing.ts';
import { xmppSaslWithoutTls } from './xmpp/xmpp-sasl-without-tls.ts';
import { xmppServiceSettings } from './xmpp/xmpp-service-settings.ts';
import { xmppSurvivableBranch } from './xmpp/xmpp-survivable-branch.ts';
import { xmppUnencrypted } from './xmpp/xmpp-unencrypted.ts';
import type { Rule } from './rule.ts';

/** All rules, family by family. */
export const rules: readonly Rule[] = [
  certificateByWizard,
  certificateExpired,
  certificateLacksSipDomain,
  certificateLacksWebConferencing,
  certificateLacksXmppDomain,
  certificateNeedsClientEku,
  certificatePrivateIssuer,
  certificateSubjectNotRepeated,
  certificateWeakSignature,
  certificateWildcard,
  privateKeyNotExportable,
  srvTargetNotInCertificate,
  ambiguousParameter,
  changeWithoutCmdlet,
  cmdletSyntax,
  configurationForbids,
  creationBeforeRemoval,
  grantBeforePolicy,
  missingParameter,
  parameterConstraint,
  parameterSetsMixed,
  parameterTwice,
  parameterValueOverLimit,
  pastedPrompt,
  runbookContradictsSpec,
  topologyNotEnabled,
  typographicCharacters,
  unfilteredRemoval,
  unknownCmdlet,
  unknownParameter,
  wrongParameterValue,
  missingFederationSrv,
  missingXmppSrv,
  privateAddressInPublicZone,
  sipDomainIsHost,
  sipDomainNotPublic,
  srvFailoverByPriority,
  srvNameForm,
  srvPort,
  srvTargetNoHost,
  srvTargetWrongDomain,
  allowedAndBlocked,
  defaultRoutingWithProvider,
  discoveryLimitsRaised,
  duplicateDomain,
  edgeDefaultOverturned,
  federationDisabled,
  federationPoolMissing,
  natWithHardwareLoadBalancer,
  routingIncomplete,
  routingSettingsMixed,
  severalFederationPools,
  accessEdgePortMoved,
  firewallPortClosed,
  firewallRangeTooOpen,
  hostedPartnerWithoutProvider,
  hostedServiceIncomplete,
  hostingSettingUnsuited,
  hybridFederationDiffers,
  hybridRecordInCloud,
  hybridSharingOneSided,
  teamsOnlyTooEarly,
  tenantDomainNotOnServers,
  discoveredPartnerThrottled,
  discoveredPartnerUnreachable,
  domainNameForm,
  federationTypeDiffers,
  hostedPartnerPinned,
  legacyFederationType,
  ownDomainAsPartner,
  partnerNotConfirmed,
  partnerPinned,
  partnerSrvWrongDomain,
  partnerWithoutDnsFailover,
  partnerWithoutSrv,
  pinnedProxyDiffers,
  subdomainOfBlocked,
  testOfUnlistedPartner,
  policyInert,
  policyMissingForCalls,
  policyMissingForFederation,
  policyMissingForPublicCloud,
  policyNotGranted,
  policyScopeTwice,
  policyScopeUnknown,
  policyShadowed,
  pushNotNeeded,
  asOfMissing,
  parameterNotInVersion,
  parameterOnlyAtCreation,
  partnerProductRetired,
  productOutOfSupport,
  cipherOrderRefused,
  iconUrlHttp,
  licenceExpired,
  licenceNotNeeded,
  licenceNotSold,
  licenceOutlivesService,
  mediaEncryptionTooStrict,
  nameDecorationMissing,
  providerCapabilityExceeded,
  providerIdentityClash,
  providerLeftover,
  providerLicenceMissing,
  providerNameUncertain,
  providerOnUnsupportedServer,
  providerProxyUnexpected,
  retiredProvider,
  skypeSearchIncomplete,
  verificationContactsOnly,
  verificationLevelDeprecated,
  verificationLevelNumeric,
  provisioningContactObsolete,
  provisioningIncomplete,
  provisioningLeadTime,
  provisioningProviderClosed,
  provisioningSiteClosed,
  tenantBeforeProvisioning,
  duplicateKey,
  missingKey,
  placeholderLeft,
  unknownKey,
  unknownValue,
  wrongType,
  yamlSyntax,
  expiredSuppression,
  suppressionWithoutReason,
  unusedSuppression,
  retiredXmppService,
  xmppAdditionalDomainUnrelated,
  xmppConnectionLimit,
  xmppDialbackIdle,
  xmppDomainAmbiguous,
  xmppPartnerUntested,
  xmppPartnerUnverifiable,
  xmppRouteMissing,
  xmppSaslWithoutTls,
  xmppServiceSettings,
  xmppSurvivableBranch,
  xmppUnencrypted,
];
