// Generated from schemas/federation.schema.json by `npm run generate`.

export const accessEdgeConfigurationDefaults = {
  allowFederatedUsers: false,
  enablePartnerDiscovery: false,
  useDefaultRouting: false,
  allowOutsideUsers: true,
  allowAnonymousUsers: false,
  discoveredPartnerStandardRate: 20,
  enableDiscoveredPartnerContactsLimit: true,
  maxContactsPerDiscoveredPartner: 1000,
  discoveredPartnerReportPeriodMinutes: 60,
  enableArchivingDisclaimer: false,
  markSourceVerifiableOnOutgoingMessages: true,
  keepCrlsUpToDateForPeers: true,
  outgoingTlsCountForFederatedPartners: 4,
  beClearingHouse: false,
  enableUserReplicator: false,
  maxAcceptedCertificatesStored: 1000,
  maxRejectedCertificatesStored: 500,
  certificatesDeletedPercentage: 20,
} as const;

export const edgePoolDefaults = {
  accessEdgeExternalSipPort: 5061,
} as const;

export const sipDomainDefaults = {
  isDefault: false,
} as const;

export const allowedDomainDefaults = {
  verificationLevel: 'UseSourceVerification',
  markForMonitoring: false,
} as const;

export const xmppPartnerDefaults = {
  partnerType: 'PublicUnverified',
  tlsNegotiation: 'Required',
  saslNegotiation: 'Required',
  supportDialbackNegotiation: true,
  enableKeepAlive: true,
} as const;

export const publicProviderDefaults = {
  verificationLevel: 'AlwaysVerifiable',
} as const;

export const hostingProviderDefaults = {
  enabledSharedAddressSpace: false,
  hostsOCSUsers: false,
  isLocal: false,
  verificationLevel: 'AlwaysVerifiable',
  sipClientPort: 443,
} as const;

export const externalAccessPolicyDefaults = {
  enableXmppAccess: false,
  enablePublicCloudAccess: false,
  enablePublicCloudAudioVideoAccess: false,
  enableOutsideAccess: false,
} as const;

export const mobilityPolicyDefaults = {
  enableOutsideVoice: true,
  enableIPAudioVideo: true,
  requireWIFIForIPAudio: false,
  requireWIFIForIPVideo: false,
  requireWiFiForSharing: false,
  allowSaveCallLogs: true,
  allowSaveCredentials: true,
  allowSaveIMHistory: true,
  allowExchangeConnectivity: true,
  allowCustomerExperienceImprovementProgram: true,
} as const;

export const pushNotificationConfigurationDefaults = {
  identity: 'global',
  enableApplePushNotificationService: false,
  enableMicrosoftPushNotificationService: false,
} as const;

export const xmppGatewayConfigurationDefaults = {
  connectionLimit: 1000,
  partnerConnectionLimit: 20,
  keepAliveInterval: 300,
  streamEstablishmentTimeout: 60,
  streamInactivityTimeout: 600,
  subscriptionRefreshInterval: 28800,
  enableLoggingAllMessageBodies: false,
} as const;

export const tenantFederationConfigurationDefaults = {
  allowFederatedUsers: true,
} as const;

export const srvRecordDefaults = {
  view: 'public',
} as const;

export const hostRecordDefaults = {
  view: 'public',
} as const;
