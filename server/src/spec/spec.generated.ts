// Generated from schemas/federation.schema.json by `npm run generate`.

export type Date = string;
export type Product =
  'lcs-2005-sp1' | 'ocs-2007' | 'ocs-2007-r2' | 'lync-2010' | 'lync-2013' | 'sfb-2015' | 'sfb-2019' | 'sfb-se';
export type HostName = string;
export type VerificationLevel = 'AlwaysVerifiable' | 'AlwaysUnverifiable' | 'UseSourceVerification';
export type Count = number;
export type Url = string;
export type Port = number;
export type Name = string;
export type DomainName = string;
export type PartnerProduct =
  | 'lcs-2005-sp1'
  | 'ocs-2007'
  | 'ocs-2007-r2'
  | 'lync-2010'
  | 'lync-2013'
  | 'sfb-2015'
  | 'sfb-2019'
  | 'sfb-se'
  | 'teams'
  | 'lync-online';
export type RecordTarget = string;
export type Negotiation = 'Required' | 'Optional' | 'NotSupported';
export type PolicyIdentity = string;
export type Grantees = Name[];
export type View = 'public' | 'internal';
export type CertificateName = string;

export interface FederationSpec {
  lyncFederation: 1;
  asOf?: Date;
  server?: {
    product: Product;
    cumulativeUpdate?: number;
  };
  organization?: {
    name?: string;
    notes?: string;
  };
  edge?: {
    configuration?: AccessEdgeConfiguration;
    pools?: EdgePool[];
  };
  domains?: {
    sip?: SipDomain[];
    allowed?: AllowedDomain[];
    blocked?: BlockedDomain[];
    discovered?: DiscoveredDomain[];
    xmpp?: XmppPartner[];
  };
  providers?: {
    public?: PublicProvider[];
    hosting?: HostingProvider[];
  };
  policies?: {
    externalAccess?: ExternalAccessPolicy[];
    mobility?: MobilityPolicy[];
    pushNotification?: PushNotificationConfiguration;
    xmppGateway?: XmppGatewayConfiguration;
  };
  tenant?: TenantFederationConfiguration;
  dns?: {
    srv?: SrvRecord[];
    hosts?: HostRecord[];
  };
  certificates?: Certificate[];
  firewall?: FirewallRule[];
  licensing?: {
    standardCal?: boolean;
    lyncOnlinePlan?: 1 | 2 | 3;
    picUsl?: PicUsl;
  };
  provisioning?: ProvisioningRequest;
  cmdlets?: string[];
}
export interface AccessEdgeConfiguration {
  allowFederatedUsers?: boolean;
  enablePartnerDiscovery?: boolean;
  useDnsSrvRouting?: boolean;
  useDefaultRouting?: boolean;
  defaultRouteFqdn?: HostName;
  verificationLevel?: VerificationLevel;
  isPublicProvider?: boolean;
  allowOutsideUsers?: boolean;
  allowAnonymousUsers?: boolean;
  discoveredPartnerVerificationLevel?: VerificationLevel;
  discoveredPartnerStandardRate?: Count;
  enableDiscoveredPartnerContactsLimit?: boolean;
  maxContactsPerDiscoveredPartner?: Count;
  discoveredPartnerReportPeriodMinutes?: Count;
  enableArchivingDisclaimer?: boolean;
  markSourceVerifiableOnOutgoingMessages?: boolean;
  keepCrlsUpToDateForPeers?: boolean;
  outgoingTlsCountForFederatedPartners?: number;
  beClearingHouse?: boolean;
  enableUserReplicator?: boolean;
  maxAcceptedCertificatesStored?: Count;
  maxRejectedCertificatesStored?: Count;
  certificatesDeletedPercentage?: number;
  dnsSrvCacheRecordCount?: Count;
  skypeSearchUrl?: Url;
}
export interface EdgePool {
  fqdn: HostName;
  accessEdgeFqdn?: HostName;
  federation?: boolean;
  xmpp?: boolean;
  accessEdgeExternalSipPort?: Port;
  loadBalancing?: 'none' | 'dns' | 'hardware';
  nat?: boolean;
  operatingSystem?:
    | 'windows-server-2003'
    | 'windows-server-2008'
    | 'windows-server-2008-r2'
    | 'windows-server-2012'
    | 'windows-server-2012-r2'
    | 'windows-server-2016'
    | 'windows-server-2019'
    | 'windows-server-2022';
  cipherSuites?: string[];
  certificate?: Name;
  computers?: HostName[];
}
export interface SipDomain {
  identity: DomainName;
  isDefault?: boolean;
  mobileClients?: ('ios' | 'windows-phone' | 'android' | 'symbian')[];
  mobileClientVersion?: 'lync-2010' | 'lync-2013';
  survivableBranchUsers?: number;
  users?: number;
  usersOnServers?: number;
}
export interface AllowedDomain {
  domain: DomainName;
  proxyFqdn?: HostName;
  comment?: string;
  verificationLevel?: VerificationLevel;
  markForMonitoring?: boolean;
  partner?: Partner;
}
export interface Partner {
  product?: PartnerProduct;
  hosted?: boolean;
  federationType?:
    | 'discovered'
    | 'allowed-domain'
    | 'allowed-server'
    | 'hosting-provider'
    | 'public-provider'
    | 'open-enhanced-federation'
    | 'enhanced-federation'
    | 'direct-federation'
    | 'clearing-house'
    | 'im-provider'
    | 'open-enhanced'
    | 'enhanced'
    | 'direct';
  srv?: RecordTarget;
  messagesPerSecond?: number;
  contacts?: number;
  confirmed?: boolean;
}
export interface BlockedDomain {
  domain: DomainName;
  comment?: string;
}
export interface DiscoveredDomain {
  domain: DomainName;
  partner?: Partner;
}
export interface XmppPartner {
  domain: DomainName;
  partnerType?: 'Federated' | 'PublicVerified' | 'PublicUnverified';
  tlsNegotiation?: Negotiation;
  saslNegotiation?: Negotiation;
  supportDialbackNegotiation?: boolean;
  enableKeepAlive?: boolean;
  tested?: boolean;
  additionalDomains?: DomainName[];
  proxyFqdn?: HostName;
  connectionLimit?: Count;
  description?: string;
}
export interface PublicProvider {
  identity: Name;
  proxyFqdn?: HostName;
  enabled: boolean;
  capabilities?: ('im' | 'presence' | 'audio' | 'video' | 'file-transfer' | 'conference')[];
  region?: 'mainland-china';
  verificationLevel?: VerificationLevel;
  iconUrl?: Url;
  nameDecorationDomain?: DomainName;
  nameDecorationRoutingDomain?: DomainName;
  nameDecorationExcludedDomainList?: DomainName[];
  enableSkypeIdRouting?: boolean;
  enableSkypeDirectorySearch?: boolean;
}
export interface HostingProvider {
  identity: Name;
  proxyFqdn: HostName;
  enabled: boolean;
  enabledSharedAddressSpace?: boolean;
  hostsOCSUsers?: boolean;
  isLocal?: boolean;
  verificationLevel?: VerificationLevel;
  autodiscoverUrl?: Url;
  sipClientPort?: Port;
}
export interface ExternalAccessPolicy {
  identity: PolicyIdentity;
  description?: string;
  enableFederationAccess?: boolean;
  enableXmppAccess?: boolean;
  enablePublicCloudAccess?: boolean;
  enablePublicCloudAudioVideoAccess?: boolean;
  enableOutsideAccess?: boolean;
  grantedTo?: Grantees;
}
export interface MobilityPolicy {
  identity: PolicyIdentity;
  description?: string;
  enableMobility?: boolean;
  enableOutsideVoice?: boolean;
  enableIPAudioVideo?: boolean;
  requireWIFIForIPAudio?: boolean;
  requireWIFIForIPVideo?: boolean;
  requireWiFiForSharing?: boolean;
  allowSaveCallLogs?: boolean;
  allowSaveCredentials?: boolean;
  allowSaveIMHistory?: boolean;
  allowExchangeConnectivity?: boolean;
  allowCustomerExperienceImprovementProgram?: boolean;
  grantedTo?: Grantees;
}
export interface PushNotificationConfiguration {
  identity?: Name;
  enableApplePushNotificationService?: boolean;
  enableMicrosoftPushNotificationService?: boolean;
}
export interface XmppGatewayConfiguration {
  connectionLimit?: Count;
  partnerConnectionLimit?: Count;
  keepAliveInterval?: Count;
  streamEstablishmentTimeout?: Count;
  streamInactivityTimeout?: Count;
  subscriptionRefreshInterval?: Count;
  enableLoggingAllMessageBodies?: boolean;
}
export interface TenantFederationConfiguration {
  sharedSipAddressSpace?: boolean;
  allowFederatedUsers?: boolean;
  allowPublicUsers?: boolean;
  sipDomains?: DomainName[];
  allowedDomains?: DomainName[];
  blockedDomains?: DomainName[];
}
export interface SrvRecord {
  name: string;
  port: number;
  target: RecordTarget;
  priority?: number;
  weight?: number;
  view?: View;
}
export interface HostRecord {
  name: HostName;
  addresses: string[];
  view?: View;
}
export interface Certificate {
  name: Name;
  subject?: CertificateName;
  subjectAlternativeNames?: CertificateName[];
  enhancedKeyUsage?: ('server' | 'client')[];
  privateKeyExportable?: boolean;
  issuer?: 'public' | 'private';
  requestedWith?: 'wizard' | 'cmdlet';
  signatureAlgorithm?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  notAfter?: Date;
  file?: string;
}
export interface FirewallRule {
  from: Name;
  to: Name;
  protocol: 'tcp' | 'udp';
  ports: number | string;
  direction?: 'in' | 'out' | 'both';
}
export interface PicUsl {
  users?: number;
  purchased?: Date;
  expires?: Date;
}
export interface ProvisioningRequest {
  agreementNumber?: string | number;
  agreementType?: 'volume' | 'spla' | 'hvs' | 'partner';
  accessEdgeFqdns?: HostName[];
  sipDomains?: DomainName[];
  providers?: Name[];
  contact?: {
    name?: string;
    email?: string;
    phone?: string | number;
  };
  submitted?: Date;
}
