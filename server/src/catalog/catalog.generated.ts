// Generated from server/src/catalog/data and schemas/catalog.schema.json by scripts/generate/catalog.ts.

export type SourceId =
  | 'public-im-support'
  | 'im-and-presence'
  | 'provisioning-guide-2015'
  | 'provisioning-guide-2019'
  | 'planning-federation'
  | 'dns-summary'
  | 'dns-load-balancing'
  | 'dns-requirements'
  | 'port-summary'
  | 'firewall-requirements'
  | 'certificate-summary'
  | 'setting-up-federation'
  | 'setting-up-xmpp'
  | 'allowed-domains'
  | 'media-encryption'
  | 'skype-provisioning-guide'
  | 'skype-provisioning-faq'
  | 'push-notifications'
  | 'lync-online-federation'
  | 'external-user-access'
  | 'hosted-exchange-um'
  | 'skype-connectivity'
  | 'edge-environment'
  | 'removed-in-2019'
  | 'hybrid-connectivity'
  | 'decommission-dns'
  | 'meeting-broadcast'
  | 'microsoft-365-dns'
  | 'microsoft-365-gcc-high-dns'
  | 'microsoft-365-dod-dns'
  | 'lifecycle'
  | 'online-retirement'
  | 'set-external-access-policy'
  | 'new-public-provider'
  | 'new-hosting-provider'
  | 'set-access-edge-configuration'
  | 'locating-sip-servers'
  | 'lync-federation-docs'
  | 'xmpp-google-talk'
  | 'xmpp-partner-settings'
  | 'google-talk-end'
  | 'set-xmpp-gateway-configuration'
  | 'public-im-known-issues'
  | 'aol-cipher-suites'
  | 'aol-cipher-order'
  | 'sha1-advisory'
  | 'edge-certificates'
  | 'rfc-6761'
  | 'rfc-6762'
  | 'rfc-9476'
  | 'icann-internal'
  | 'icann-name-collision';

export type ProductId =
  | 'lcs-2005-sp1'
  | 'ocs-2007'
  | 'ocs-2007-r2'
  | 'lync-2010'
  | 'lync-2013'
  | 'sfb-2015'
  | 'sfb-2019'
  | 'sfb-se';

export type ShellProductId =
  | 'lync-2010'
  | 'lync-2013'
  | 'sfb-2015'
  | 'sfb-2019';

export type ProviderId =
  | 'skype'
  | 'windows-live-messenger'
  | 'aol'
  | 'yahoo';

export type HostingId =
  | 'lync-online'
  | 'exchange-online-um'
  | 'skype-meeting-broadcast'
  | 'push';

export type LicenceId =
  | 'standard-cal'
  | 'lync-online-plan'
  | 'pic-usl';

export type PortId =
  | 'federation'
  | 'remote-users'
  | 'revocation-lists'
  | 'name-resolution'
  | 'stun-udp'
  | 'stun-tcp'
  | 'media'
  | 'ocs-2007-media'
  | 'xmpp'
  | 'xmpp-gateway'
  | 'edge-internal-sip'
  | 'edge-internal-replication'
  | 'skype-search';

export type RecordId =
  | 'federation-srv'
  | 'access-edge-host'
  | 'client-srv'
  | 'web-conferencing-host'
  | 'av-edge-host'
  | 'autodiscover-host'
  | 'autodiscover-internal-host'
  | 'internal-sign-in-srv'
  | 'xmpp-srv'
  | 'xmpp-host'
  | 'cloud-federation-srv'
  | 'cloud-client-srv'
  | 'cloud-sip-alias'
  | 'cloud-autodiscover-alias';

export type XmppServiceId =
  | 'google-talk';

export type ClientId =
  | 'ios'
  | 'windows-phone'
  | 'android'
  | 'symbian';

export type TypeId =
  | 'discovered'
  | 'allowed-domain'
  | 'allowed-server'
  | 'hosting-provider'
  | 'public-provider';

export type MilestoneId =
  | 'pic-usl-off-price-list'
  | 'skype-connectivity-available'
  | 'federation-srv-mandatory-for-public-im'
  | 'provisioning-contact-data-dropped'
  | 'sha1-not-issued'
  | 'provisioning-site-closed'
  | 'srv-target-direct-child'
  | 'online-retired'
  | 'public-cloud-access-dead';

export type LimitId =
  | 'service-ending-notice'
  | 'certificate-renewal-notice'
  | 'discovered-partner-rate'
  | 'discovered-partner-contacts'
  | 'domain-name-length'
  | 'provisioning-access-edges'
  | 'provisioning-time'
  | 'provisioning-time-2019'
  | 'xmpp-connections'
  | 'tenant-public-im-wait';

export type LevelId =
  | 'source-verification'
  | 'always-verifiable'
  | 'always-unverifiable'
  | 'support-encryption'
  | 'require-encryption';

export type NamespaceId =
  | 'special-use'
  | 'private-use'
  | 'collision'
  | 'inside';

/** The DNS records by id. */
export interface DnsRecords {
  readonly 'federation-srv': SrvRecord & Required<Pick<SrvRecord, 'targetLabel'>>;
  readonly 'access-edge-host': HostRecord;
  readonly 'client-srv': SrvRecord & Required<Pick<SrvRecord, 'targetLabel'>>;
  readonly 'web-conferencing-host': HostRecord;
  readonly 'av-edge-host': HostRecord;
  readonly 'autodiscover-host': HostRecord;
  readonly 'autodiscover-internal-host': HostRecord;
  readonly 'internal-sign-in-srv': SrvRecord;
  readonly 'xmpp-srv': SrvRecord & Required<Pick<SrvRecord, 'targetLabel'>>;
  readonly 'xmpp-host': HostRecord;
  readonly 'cloud-federation-srv': SrvRecord;
  readonly 'cloud-client-srv': SrvRecord;
  readonly 'cloud-sip-alias': AliasRecord;
  readonly 'cloud-autodiscover-alias': AliasRecord;
}

/** What holds between the parameters of a command, or for the object it is about. */
export type CmdletConstraint =
  | ParametersConstraint
  | RequiresConstraint
  | GreaterThanConstraint
  | ForbiddenValueConstraint
  | PropertiesConstraint
  | UniqueConstraint
  | ScopesConstraint
  | IdentityConstraint
  | ModesConstraint;
/** What the reference contradicts itself about: a finding that rests on it is a hint at most. */
export type Dispute =
  'versions' | 'sets' | 'mandatory' | 'default' | 'value' | 'deprecation' | 'pipeline' | 'existence';

/** The facts that rules, hovers and plans rest on. Each property is one file of server/src/catalog/data: a mapping from an id to an entry. */
export interface Catalog {
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly products: Readonly<Record<ProductId, Product>>;
  readonly providers: Readonly<Record<ProviderId, PublicProvider>>;
  readonly hosting: Readonly<Record<HostingId, HostingTarget>>;
  readonly licences: Readonly<Record<LicenceId, Licence>>;
  readonly ports: Readonly<Record<PortId, PortRange>>;
  readonly records: DnsRecords;
  readonly xmpp: Readonly<Record<XmppServiceId, XmppService>>;
  readonly clients: Readonly<Record<ClientId, MobileClient>>;
  readonly types: Readonly<Record<TypeId, FederationType>>;
  readonly milestones: Readonly<Record<MilestoneId, Milestone>>;
  readonly limits: Readonly<Record<LimitId, Limit>>;
  readonly levels: Readonly<Record<LevelId, Level>>;
  readonly namespaces: Readonly<Record<NamespaceId, Namespace>>;
}

/** A document that a fact was taken from. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day the text that was read is dated. */
  readonly date?: string;
}

/** A server product, from Live Communications Server to Skype for Business Server. */
export interface Product {
  readonly name: string;
  readonly shortName: string;
  /** Order of generation: a later product has the higher rank. */
  readonly rank: number;
  readonly summary: string;
  /** `fixed` has the two end dates; `modern` is supported as long as it is kept up to date. */
  readonly supportPolicy: 'fixed' | 'modern';
  /** Last day of mainstream support. */
  readonly mainstreamEnd?: string;
  /** Last day of extended support. */
  readonly extendedEnd?: string;
  /** The product whose cmdlet parameters this one has; absent where there is no Management Shell. */
  readonly parametersOf?: ShellProductId;
  /** First day on which public IM connectivity can no longer be used with it. */
  readonly publicImUnsupportedFrom?: string;
  /** `false`: as a partner it knows one address of a name and does not fail over to the next one. */
  readonly dnsLoadBalancing?: boolean;
  /** `gateway`: a server role of its own, without the CsXmpp cmdlets; `removed`: the product no longer has it. */
  readonly xmpp: 'none' | 'gateway' | 'built-in' | 'removed';
  readonly sources: readonly SourceId[];
}

/** A public instant messaging service that federated with the server. */
export interface PublicProvider {
  readonly name: string;
  readonly summary: string;
  /** Names of the provider object on servers; the first is the one to write in a cmdlet. */
  readonly identities: readonly [string, ...string[]];
  /** The server ships the object, not enabled. */
  readonly shipped: boolean;
  readonly proxyFqdn: string;
  /** False: no document was found that states the proxy, so it decides nothing. */
  readonly proxyVerified: boolean;
  readonly iconUrl?: string;
  readonly capabilities: readonly Capability[];
  /** Licences: one of each group. */
  readonly requires: readonly (readonly LicenceId[])[];
  /** First day of service. */
  readonly availableFrom?: string;
  /** Last day of service. */
  readonly lastDay: string;
  /** First day on which it is known to take no further domains from the provisioning site. */
  readonly closedToNewDomains?: string;
  /** Regions in which the service outlasted `lastDay`. */
  readonly regions?: readonly RegionalService[];
  /** What is left to do once the service has ended. */
  readonly afterwards: string;
  /** The provider its users were moved to; a fact, never a fix. */
  readonly successor?: ProviderId;
  /** Its clients send audio and video without encryption. */
  readonly unencryptedMedia?: true;
  /** The external Edge certificate also needs the client authentication usage. */
  readonly clientCertificate?: true;
  readonly cipherSuite?: CipherSuiteNeed;
  readonly nameDecoration?: NameDecoration;
  readonly timeline: readonly TimelineEvent[];
  readonly sources: readonly SourceId[];
}

/** What users can do with contacts of a provider, always between two people. */
export interface Capability {
  readonly id: 'im' | 'presence' | 'audio' | 'video';
  /** First day, where it came later than the service itself. */
  readonly since?: string;
  /** False: no document was found that confirms it, so it is shown and decides nothing. Absent: confirmed. */
  readonly verified?: false;
  readonly sources: readonly SourceId[];
}

/** A region in which a provider outlasted its end elsewhere. */
export interface RegionalService {
  readonly id: 'mainland-china';
  readonly name: string;
  /** Last day of service there, which no document confirms. */
  readonly unconfirmedLastDay?: string;
  readonly sources: readonly SourceId[];
}

/** The cipher suite that a provider wants to be offered first, and the systems that offer another one. */
export interface CipherSuiteNeed {
  readonly first: string;
  /** Operating systems of the Edge whose own order begins with another suite. */
  readonly notFirstOn: readonly string[];
  readonly sources: readonly SourceId[];
}

/** How accounts on other domains are addressed: user(contoso.com)@routingDomain. */
export interface NameDecoration {
  readonly routingDomain: string;
  /** Domains whose accounts are addressed as they are. */
  readonly excludedDomains: readonly string[];
  readonly sources: readonly SourceId[];
}

/** A dated event in the life of a provider. */
export interface TimelineEvent {
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the source gives no more; sorts as text. */
  readonly date: string;
  /** `ended`: this federation stopped; `closed`: the consumer service itself closed. */
  readonly kind: 'announced' | 'available' | 'changed' | 'ended' | 'closed';
  readonly summary: string;
  /** False: no document was found that confirms it, so it is shown and decides nothing. Absent: confirmed. */
  readonly verified?: false;
  readonly sources: readonly SourceId[];
}

/** A cloud service reached through a hosting provider. */
export interface HostingTarget {
  readonly name: string;
  readonly summary: string;
  /** The usual name of the provider object. */
  readonly identity: string;
  /** The proxy to write comes first. */
  readonly proxyFqdns: readonly [string, ...string[]];
  readonly settings: HostingSettings;
  readonly hybridSettings?: HostingSettings;
  /** Domains that must be on the allowed list for the service to work. */
  readonly allowedDomains?: readonly string[];
  /** A federation SRV record may point to it from any SIP domain. */
  readonly srvTargetExempt: boolean;
  readonly sources: readonly SourceId[];
}

/** Parameters of New-CsHostingProvider, in camelCase, with the values they should have. */
export interface HostingSettings {
  readonly enabledSharedAddressSpace: boolean;
  readonly hostsOCSUsers: boolean;
  readonly isLocal: boolean;
  readonly verificationLevel: 'AlwaysVerifiable' | 'AlwaysUnverifiable' | 'UseSourceVerification';
  readonly autodiscoverUrl?: string;
}

/** A licence that a provider may need. */
export interface Licence {
  readonly name: string;
  readonly summary: string;
  /** Its key under `licensing` in a federation spec. */
  readonly specKey: 'standardCal' | 'lyncOnlinePlan' | 'picUsl';
  /** Licences that its holder has as well; no other licence covers it. Absent: it stands alone. */
  readonly onTopOf?: readonly LicenceId[];
  /** First day on which it can no longer be bought. */
  readonly notSoldFrom?: string;
  /** Last day on which it is worth anything, whatever its own term says. */
  readonly validUntil?: string;
  readonly sources: readonly SourceId[];
}

/** Traffic that the firewall must let through at the Edge. */
export interface PortRange {
  readonly firstPort: number;
  readonly lastPort: number;
  readonly protocols: readonly ('tcp' | 'udp')[];
  /** The Edge role at this end. */
  readonly edge: 'access-edge' | 'av-edge' | 'edge-internal';
  /** The other end. */
  readonly peer: 'internet' | 'dns-server' | 'front-end';
  /** Who opens the connection, seen from the Edge. */
  readonly direction: 'inbound' | 'outbound' | 'both';
  /** The products of partners that need it. Absent: it does not depend on them. */
  readonly partnerProducts?: readonly ProductId[];
  readonly neededFor: readonly (
    | 'sip-federation'
    | 'public-im'
    | 'remote-users'
    | 'media'
    | 'messenger-media'
    | 'ocs-2007-media'
    | 'certificate-revocation'
    | 'name-resolution'
    | 'xmpp'
    | 'skype-search'
    | 'replication'
  )[];
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** An SRV record; its full name is service.protocol.sipDomain. */
export interface SrvRecord {
  readonly kind: 'srv';
  readonly service: string;
  readonly protocol: '_tcp' | '_tls';
  /** Whether the service exists on other protocols as well, so that another one is no slip. */
  readonly otherProtocols?: boolean;
  readonly port: number;
  /** The usual value; no other is wrong. */
  readonly priority: number;
  /** The usual value; no other is wrong. */
  readonly weight: number;
  /** The label in front of the SIP domain that makes the usual target. */
  readonly targetLabel?: string;
  /** The fixed target of a cloud record. */
  readonly target?: string;
  readonly view: 'public' | 'internal';
  readonly neededFor: readonly RecordNeed[];
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** An A or AAAA record; its full name is label.sipDomain. */
export interface HostRecord {
  readonly kind: 'host';
  readonly label: string;
  readonly view: 'public' | 'internal';
  readonly neededFor: readonly RecordNeed[];
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** A CNAME record; its full name is label.sipDomain. */
export interface AliasRecord {
  readonly kind: 'alias';
  readonly label: string;
  readonly target: string;
  readonly view: 'public' | 'internal';
  readonly neededFor: readonly RecordNeed[];
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** A reason to publish a record. */
export interface RecordNeed {
  readonly reason:
    | 'discovery'
    | 'public-im'
    | 'push'
    | 'hybrid'
    | 'hosted-voice-mail'
    | 'federation'
    | 'remote-users'
    | 'conferencing'
    | 'media'
    | 'mobility'
    | 'xmpp'
    | 'internal-sign-in'
    | 'cloud-only';
  /** First day on which nothing works without the record; recommended before. Absent: always mandatory. */
  readonly mandatoryFrom?: string;
}

/** A public messaging service reached over XMPP. */
export interface XmppService {
  readonly name: string;
  readonly summary: string;
  /** The domains of its users' addresses. */
  readonly domains: readonly string[];
  readonly settings: XmppSettings;
  /** Last day on which servers of others were connected. */
  readonly lastDay: string;
  readonly sources: readonly SourceId[];
}

/** Parameters of New-CsXmppAllowedPartner, in camelCase, with the only values that work. */
export interface XmppSettings {
  readonly partnerType: 'Federated' | 'PublicVerified' | 'PublicUnverified';
  readonly tlsNegotiation: 'Required' | 'Optional' | 'NotSupported';
  readonly saslNegotiation: 'Required' | 'Optional' | 'NotSupported';
  readonly supportDialbackNegotiation: boolean;
  readonly enableKeepAlive: boolean;
}

/** A platform of the mobile client. */
export interface MobileClient {
  readonly name: string;
  /** Whether its clients are woken by push notifications: all, those of an older generation, or none. */
  readonly needsPush: 'all' | 'older' | 'none';
  /** The service that wakes them. */
  readonly pushService?: 'apple' | 'microsoft';
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** A way in which partners are federated with, under the names that generations of servers gave it. */
export interface FederationType {
  readonly name: string;
  readonly summary: string;
  /** What it was called before, the latest name first. */
  readonly formerly: readonly FormerName[];
  readonly sources: readonly SourceId[];
}

/** What servers of a generation called a federation type. */
export interface FormerName {
  readonly term: string;
  readonly name: string;
  readonly products: readonly ProductId[];
}

/** A day on which something became true. */
export interface Milestone {
  /** First day on which it is true. */
  readonly date: string;
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** A number that rules decide on. */
export interface Limit {
  readonly value: number;
  readonly unit: 'days' | 'messages-per-second' | 'contacts' | 'characters' | 'hours' | 'connections' | 'names';
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** A level that a setting can have, as far as a verdict rests on it. */
export interface Level {
  /** The parameter that sets it. */
  readonly parameter: string;
  /** As the parameter takes it. */
  readonly value: string;
  /** Holds where nobody says otherwise. */
  readonly isDefault?: true;
  readonly summary: string;
  readonly sources: readonly SourceId[];
}

/** Top-level names under which nobody can register a domain. */
export interface Namespace {
  readonly summary: string;
  readonly names: readonly string[];
  readonly sources: readonly SourceId[];
}

/** The cmdlets and their parameters (server/src/catalog/cmdlets.json). */
export interface CmdletReference {
  /** Parameters that PowerShell gives every cmdlet. */
  readonly common: Readonly<Record<string, CmdletParameter>>;
  /** Parameters that say how a command runs, not what it changes; each cmdlet names those it has. */
  readonly shared: Readonly<Record<string, CmdletParameter>>;
  /** How values of a type are written, by the name of the type. */
  readonly types: Readonly<Record<string, ValueType>>;
  readonly cmdlets: Readonly<Record<string, Cmdlet>>;
}

export interface Cmdlet {
  /** Server products that have it; none for a cmdlet of the online service alone. */
  readonly appliesTo: readonly ShellProductId[];
  /** The month (YYYY-MM) of the cumulative update that brought it, where the reference has no number for it. */
  readonly updateMonth?: Readonly<Partial<Record<ShellProductId, string>>>;
  /** The last day on which a page had it: the newest has it no more. */
  readonly lastDocumented?: string;
  readonly disputed?: readonly Dispute[];
  /** It has parameters that are not listed. */
  readonly open?: true;
  /** What a guide of Microsoft passes although no page of the cmdlet has it. */
  readonly unlisted?: readonly string[];
  readonly parameters: Readonly<Record<string, CmdletParameter>>;
  /** The shared parameters it has, with what differs from the usual. */
  readonly shared: Readonly<Record<string, SharedParameter>>;
  /** The parameter sets, in the order of the reference page. */
  readonly sets: readonly ParameterSet[];
  readonly constraints?: readonly CmdletConstraint[];
  readonly doc: string;
}

export interface ParameterSet {
  readonly name: string;
  /** The one that PowerShell takes where several fit. */
  readonly default?: true;
  /** The last day on which a page had it: the newest has it no more. */
  readonly lastDocumented?: string;
  /** Those in it; shared parameters that every set has are left out. */
  readonly parameters: readonly string[];
  readonly mandatory?: readonly string[];
  /** Parameters that may be given without their name, in order. */
  readonly positional?: readonly string[];
}

export interface CmdletParameter {
  /** Name of the .NET type, as in the reference: Boolean, SwitchParameter, String ... */
  readonly type: string;
  /** `per-set`: see the parameter sets; `disputed`: the reference contradicts itself. Absent: optional. */
  readonly mandatory?: true | 'per-set' | 'disputed';
  readonly aliases?: readonly string[];
  readonly values?: readonly string[];
  /** The list of values is not complete. */
  readonly valuesOpen?: true;
  readonly deprecatedValues?: readonly string[];
  /** The first product in which these values are deprecated; absent where the reference does not say. */
  readonly deprecatedFrom?: ShellProductId;
  readonly deprecated?: true;
  readonly deprecatedSince?: string;
  /** The last day on which a page had it: the newest has it no more. */
  readonly lastDocumented?: string;
  readonly disputed?: readonly Dispute[];
  readonly default?: string | number | boolean;
  /** The default of single products, where it is another one. */
  readonly defaultIn?: Readonly<Partial<Record<ShellProductId, string | number | boolean>>>;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  /** Form of a text: fqdn, domain, url, path ... */
  readonly format?: string;
  readonly pattern?: string;
  /** How several values are written: a,b,c / "a,b,c" / @{Add=...}. */
  readonly list?: 'array' | 'comma-string' | 'list-modifier';
  readonly nullable?: true;
  /** For Microsoft's own use. */
  readonly reserved?: true;
  /** Its value is a password. */
  readonly secret?: true;
  /** Whether `*` stands for any text. */
  readonly wildcards?: boolean;
  /** The ways an identity is written that the pages show: global, site:<name>, service:<Role>:<fqdn> ... */
  readonly forms?: readonly string[];
  /** Filled from the pipeline, so that it may be absent behind a `|`. */
  readonly pipeline?: true;
  /** Where it differs from the cmdlet's. */
  readonly appliesTo?: readonly ShellProductId[];
  /** The cumulative update that brought it, where it came after the first release. */
  readonly cumulativeUpdate?: Readonly<Partial<Record<ShellProductId, number>>>;
}

export interface SharedParameter {
  /** The last day on which a page had it: the newest has it no more. */
  readonly lastDocumented?: string;
  /** For Microsoft's own use. */
  readonly reserved?: true;
  /** Where it differs from the cmdlet's. */
  readonly appliesTo?: readonly ShellProductId[];
}

/** How values of a type are written. */
export interface ValueType {
  /** `object`: never text, but a variable or the output of another command; `user`: any name of a user. */
  readonly kind: 'boolean' | 'switch' | 'number' | 'enum' | 'text' | 'guid' | 'date' | 'identity' | 'user' | 'object' | 'any';
  readonly values?: readonly string[];
  /** The list of values is not complete. */
  readonly open?: true;
  /** Numbers stand for the values in their order, from 0; no page says so, their order suggests it. */
  readonly numbers?: 'inferred';
  readonly min?: number;
  readonly max?: number;
  readonly format?: string;
  /** The ways an identity is written that the pages show: global, site:<name>, service:<Role>:<fqdn> ... */
  readonly forms?: readonly string[];
  readonly list?: 'array' | 'list-modifier';
  /** The cmdlet whose output it is. */
  readonly from?: string;
}

/** `sameValue`: giving one sets the others to the same value. */
export interface ParametersConstraint {
  readonly kind: 'exactlyOne' | 'mutuallyExclusive' | 'sameValue';
  readonly parameters: readonly string[];
}

/** A parameter that needs others beside it (`requires`), or needs them to be true where it is true (`needsTrue`). */
export interface RequiresConstraint {
  readonly kind: 'requires' | 'needsTrue';
  readonly parameter: string;
  readonly requires: readonly string[];
  /** Microsoft's own examples break it, or its defaults do: a hint at most. */
  readonly soft?: true;
}

export interface GreaterThanConstraint {
  readonly kind: 'greaterThan';
  readonly parameter: string;
  readonly than: string;
  /** Microsoft's own examples break it, or its defaults do: a hint at most. */
  readonly soft?: true;
}

export interface ForbiddenValueConstraint {
  readonly kind: 'forbiddenValue';
  readonly parameter: string;
  readonly values: readonly (string | boolean)[];
}

/** `immutable`: only a new object has other values; `onlyModifies`: the cmdlet changes nothing else. */
export interface PropertiesConstraint {
  readonly kind: 'immutable' | 'onlyModifies';
  readonly properties: readonly string[];
}

/** No two objects of these nouns have the same value of the property. */
export interface UniqueConstraint {
  readonly kind: 'unique';
  readonly property: string;
  readonly across: readonly string[];
}

/** Where objects of the cmdlet can be. */
export interface ScopesConstraint {
  readonly kind: 'scopes';
  readonly allowed: readonly ('global' | 'site' | 'service:WebServer' | 'per-user')[];
  readonly onePerSite?: true;
}

/** `singleton`: there is only this one; `removeResets`: removing it only resets it. */
export interface IdentityConstraint {
  readonly kind: 'singleton' | 'removeResets';
  readonly identity: 'global';
}

/** The combinations of settings that the reference describes. */
export interface ModesConstraint {
  readonly kind: 'modes';
  readonly modes: readonly CmdletMode[];
}

export interface CmdletMode {
  readonly name: string;
  readonly settings: Readonly<Record<string, boolean>>;
}

/** What cmdlets and parameters are for, one sentence each (server/src/catalog/cmdlet-prose.yaml). */
export interface CmdletProse {
  readonly cmdlets: Readonly<Record<string, string>>;
  /** By name, for every cmdlet that has it. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameters that mean something else: by noun or by whole cmdlet, then by name. */
  readonly nouns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** All facts. */
export const catalog: Catalog = {
  "sources": {
    "public-im-support": {
      "title": "Lync Server 2013, support for public instant messenger connectivity",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-support-for-public-instant-messenger-connectivity",
      "date": "2013-10-07"
    },
    "im-and-presence": {
      "title": "Lync Server 2013, IM and presence",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-im-and-presence",
      "date": "2013-10-07"
    },
    "provisioning-guide-2015": {
      "title": "Lync Server 2013, public IM connectivity provisioning site, edition of 2015",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-accessing-the-lync-server-public-im-connectivity-provisioning-site",
      "date": "2015-03-09"
    },
    "provisioning-guide-2019": {
      "title": "Lync Server 2013, public IM connectivity provisioning site, edition of 2019",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-accessing-the-lync-server-public-im-connectivity-provisioning-site",
      "date": "2019-03-22"
    },
    "planning-federation": {
      "title": "Lync Server 2013, planning for SIP, XMPP federation and public instant messaging",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-planning-for-sip-xmpp-federation-and-public-instant-messaging",
      "date": "2013-10-28"
    },
    "dns-summary": {
      "title": "Lync Server 2013, DNS summary for SIP, XMPP federation and public instant messaging",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-dns-summary-sip-xmpp-federation-and-public-instant-messaging",
      "date": "2017-03-09"
    },
    "dns-load-balancing": {
      "title": "Lync Server 2013, DNS load balancing",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-dns-load-balancing"
    },
    "dns-requirements": {
      "title": "Lync Server 2013, determine DNS requirements",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-determine-dns-requirements"
    },
    "port-summary": {
      "title": "Lync Server 2013, port summary for SIP, XMPP federation and public instant messaging",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-port-summary-sip-xmpp-federation-and-public-instant-messaging",
      "date": "2013-03-15"
    },
    "firewall-requirements": {
      "title": "Lync Server 2013, external A/V firewall and port requirements",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-determine-external-a-v-firewall-and-port-requirements"
    },
    "certificate-summary": {
      "title": "Lync Server 2013, certificate summary for SIP, XMPP federation and public instant messaging",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-certificate-summary-sip-xmpp-federation-and-public-instant-messaging",
      "date": "2013-03-15"
    },
    "setting-up-federation": {
      "title": "Lync Server 2013, setting up Lync federation",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-setting-up-lync-federation",
      "date": "2014-03-27"
    },
    "setting-up-xmpp": {
      "title": "Lync Server 2013, setting up XMPP federation",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-setting-up-xmpp-federation"
    },
    "allowed-domains": {
      "title": "Lync Server 2013, configure support for allowed external domains",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-configure-support-for-allowed-external-domains",
      "date": "2012-10-19"
    },
    "media-encryption": {
      "title": "Lync Server 2013, configure media encryption for public providers",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-configure-media-encryption-for-public-providers",
      "date": "2014-12-12"
    },
    "skype-provisioning-guide": {
      "title": "Lync Server 2013, provisioning guide for Lync-Skype connectivity",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-provisioning-guide-for-lync-skype-connectivity",
      "date": "2014-11-26"
    },
    "skype-provisioning-faq": {
      "title": "Lync Server 2013, frequently asked questions about provisioning for Skype connectivity",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-frequently-asked-questions-provisioning-lync-server-for-skype-connectivity"
    },
    "push-notifications": {
      "title": "Lync Server 2013, configuring for push notifications",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-configuring-for-push-notifications"
    },
    "lync-online-federation": {
      "title": "Lync Server 2013, configuring federation support for a Lync Online customer",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-configuring-federation-support-for-a-lync-online-customer"
    },
    "external-user-access": {
      "title": "Lync Server 2013, overview of external user access",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-overview-of-external-user-access",
      "date": "2013-11-07"
    },
    "hosted-exchange-um": {
      "title": "Lync Server 2013, configure the Edge Server for integration with hosted Exchange UM",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-configure-the-edge-server-for-integration-with-hosted-exchange-um"
    },
    "skype-connectivity": {
      "title": "Skype for Business Server, deploy Skype connectivity",
      "url": "https://learn.microsoft.com/skypeforbusiness/deploy/deploy-skype-connectivity"
    },
    "edge-environment": {
      "title": "Skype for Business Server, Edge environmental requirements",
      "url": "https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/edge-server-deployments/edge-environmental-requirements"
    },
    "removed-in-2019": {
      "title": "Skype for Business Server 2019, features removed or deprecated",
      "url": "https://learn.microsoft.com/skypeforbusiness/deprecated"
    },
    "hybrid-connectivity": {
      "title": "Skype for Business, plan hybrid connectivity",
      "url": "https://learn.microsoft.com/skypeforbusiness/hybrid/plan-hybrid-connectivity"
    },
    "decommission-dns": {
      "title": "Skype for Business, manage DNS entries when decommissioning",
      "url": "https://learn.microsoft.com/skypeforbusiness/hybrid/decommission-manage-dns-entries"
    },
    "meeting-broadcast": {
      "title": "Skype for Business Server, configure your deployment for Skype Meeting Broadcast",
      "url": "https://learn.microsoft.com/skypeforbusiness/deploy/configure-skype-meeting-broadcast"
    },
    "microsoft-365-dns": {
      "title": "Microsoft 365, external Domain Name System records",
      "url": "https://learn.microsoft.com/microsoft-365/enterprise/external-domain-name-system-records"
    },
    "microsoft-365-gcc-high-dns": {
      "title": "Microsoft 365, DNS records of the cloud for the US government (GCC High)",
      "url": "https://learn.microsoft.com/microsoft-365/enterprise/dns-records-for-office-365-gcc-high"
    },
    "microsoft-365-dod-dns": {
      "title": "Microsoft 365, DNS records of the cloud for the US Department of Defense",
      "url": "https://learn.microsoft.com/microsoft-365/enterprise/dns-records-for-office-365-dod"
    },
    "lifecycle": {
      "title": "Microsoft, product lifecycle",
      "url": "https://learn.microsoft.com/lifecycle/products/"
    },
    "online-retirement": {
      "title": "Microsoft Teams, retirement of Skype for Business Online",
      "url": "https://learn.microsoft.com/microsoftteams/skype-for-business-online-retirement"
    },
    "set-external-access-policy": {
      "title": "Set-CsExternalAccessPolicy",
      "url": "https://learn.microsoft.com/powershell/module/skypeforbusiness/set-csexternalaccesspolicy"
    },
    "new-public-provider": {
      "title": "New-CsPublicProvider",
      "url": "https://learn.microsoft.com/powershell/module/skypeforbusiness/new-cspublicprovider"
    },
    "new-hosting-provider": {
      "title": "New-CsHostingProvider",
      "url": "https://learn.microsoft.com/powershell/module/skypeforbusiness/new-cshostingprovider"
    },
    "set-access-edge-configuration": {
      "title": "Set-CsAccessEdgeConfiguration",
      "url": "https://learn.microsoft.com/powershell/module/skypeforbusiness/set-csaccessedgeconfiguration"
    },
    "locating-sip-servers": {
      "title": "RFC 3263, Session Initiation Protocol, locating SIP servers",
      "url": "https://www.rfc-editor.org/rfc/rfc3263"
    },
    "lync-federation-docs": {
      "title": "Lync Federation, documentation of the rule retired-provider",
      "url": "https://github.com/lync-federation/lync-federation/blob/main/docs/rules/retired-provider.md"
    },
    "xmpp-google-talk": {
      "title": "Lync Server 2013, example of XMPP federation with Google Talk",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-example-xmpp-configuration-%E2%80%93-xmpp-federation-with-google-talk"
    },
    "xmpp-partner-settings": {
      "title": "Lync Server 2013, create or edit XMPP partner configuration",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-create-or-edit-xmpp-partner-configuration",
      "date": "2014-09-03"
    },
    "google-talk-end": {
      "title": "Android Central, Google finally shutters this long-defunct messaging service",
      "url": "https://androidcentral.com/apps-software/google-finally-shutters-this-long-defunct-messaging-service",
      "date": "2022-06-16"
    },
    "set-xmpp-gateway-configuration": {
      "title": "Set-CsXmppGatewayConfiguration",
      "url": "https://learn.microsoft.com/powershell/module/skypeforbusiness/set-csxmppgatewayconfiguration"
    },
    "public-im-known-issues": {
      "title": "Known issues with public instant messaging and Communications Server",
      "url": "https://support.microsoft.com/kb/897567"
    },
    "aol-cipher-suites": {
      "title": "Skype for Business, Access Edge services cannot negotiate a TLS connection with AOL",
      "url": "https://learn.microsoft.com/skypeforbusiness/troubleshoot/server-configuration/access-edge-services-cannot-negotiate-tls"
    },
    "aol-cipher-order": {
      "title": "Messaging with Communications, Lync and intermittent AOL PIC issues",
      "url": "https://blogs.technet.microsoft.com/messaging_with_communications/2011/09/27/lync-and-intermittent-aol-pic-issues/",
      "date": "2011-09-27"
    },
    "sha1-advisory": {
      "title": "Microsoft Security Advisory 2880823, deprecation of SHA-1 for the Microsoft Root Certificate Program",
      "url": "https://learn.microsoft.com/security-updates/securityadvisories/2016/2880823",
      "date": "2016-05-18"
    },
    "edge-certificates": {
      "title": "Lync Server 2013, set up certificates for the external Edge interface",
      "url": "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-set-up-certificates-for-the-external-edge-interface"
    },
    "rfc-6761": {
      "title": "RFC 6761, special-use domain names",
      "url": "https://www.rfc-editor.org/rfc/rfc6761"
    },
    "rfc-6762": {
      "title": "RFC 6762, multicast DNS, with appendix G on private DNS namespaces",
      "url": "https://www.rfc-editor.org/rfc/rfc6762"
    },
    "rfc-9476": {
      "title": "RFC 9476, the .alt special-use top-level domain",
      "url": "https://www.rfc-editor.org/rfc/rfc9476"
    },
    "icann-internal": {
      "title": "ICANN, SSAC report SAC113 on private-use top-level domains",
      "url": "https://www.icann.org/en/system/files/files/sac-113-en.pdf"
    },
    "icann-name-collision": {
      "title": "ICANN, board resolutions of 4 February 2018 on .corp, .home and .mail",
      "url": "https://www.icann.org/resources/board-material/resolutions-2018-02-04-en",
      "date": "2018-02-04"
    }
  },
  "products": {
    "lcs-2005-sp1": {
      "name": "Live Communications Server 2005 SP1",
      "shortName": "LCS 2005 SP1",
      "rank": 1,
      "summary": "Federates through an access proxy, and brought public IM connectivity, which it kept until 2013.",
      "supportPolicy": "fixed",
      "mainstreamEnd": "2010-04-13",
      "extendedEnd": "2015-04-14",
      "publicImUnsupportedFrom": "2013-05-23",
      "xmpp": "none",
      "dnsLoadBalancing": false,
      "sources": [
        "lifecycle",
        "public-im-known-issues",
        "skype-provisioning-guide",
        "dns-load-balancing"
      ]
    },
    "ocs-2007": {
      "name": "Office Communications Server 2007",
      "shortName": "OCS 2007",
      "rank": 2,
      "summary": "The first server with an Edge role, with public IM connectivity until 2013.",
      "supportPolicy": "fixed",
      "mainstreamEnd": "2013-01-08",
      "extendedEnd": "2018-01-09",
      "publicImUnsupportedFrom": "2013-05-23",
      "xmpp": "none",
      "dnsLoadBalancing": false,
      "sources": [
        "lifecycle",
        "public-im-known-issues",
        "skype-provisioning-guide",
        "dns-load-balancing"
      ]
    },
    "ocs-2007-r2": {
      "name": "Office Communications Server 2007 R2",
      "shortName": "OCS 2007 R2",
      "rank": 3,
      "summary": "Has public IM connectivity while there is a provisioning site, and XMPP through a separate gateway.",
      "supportPolicy": "fixed",
      "mainstreamEnd": "2013-01-08",
      "extendedEnd": "2018-01-09",
      "publicImUnsupportedFrom": "2019-08-15",
      "xmpp": "gateway",
      "dnsLoadBalancing": false,
      "sources": [
        "lifecycle",
        "provisioning-guide-2015",
        "skype-connectivity",
        "dns-load-balancing"
      ]
    },
    "lync-2010": {
      "name": "Lync Server 2010",
      "shortName": "Lync 2010",
      "rank": 4,
      "summary": "Brings the Management Shell and provider objects, and still needs a separate XMPP gateway.",
      "supportPolicy": "fixed",
      "mainstreamEnd": "2016-04-12",
      "extendedEnd": "2021-04-13",
      "parametersOf": "lync-2010",
      "xmpp": "gateway",
      "sources": [
        "lifecycle",
        "provisioning-guide-2015",
        "skype-connectivity"
      ]
    },
    "lync-2013": {
      "name": "Lync Server 2013",
      "shortName": "Lync 2013",
      "rank": 5,
      "summary": "Has XMPP built in, and name decoration from cumulative update 5 on.",
      "supportPolicy": "fixed",
      "mainstreamEnd": "2018-04-10",
      "extendedEnd": "2023-04-11",
      "parametersOf": "lync-2013",
      "xmpp": "built-in",
      "sources": [
        "lifecycle",
        "provisioning-guide-2019",
        "skype-connectivity"
      ]
    },
    "sfb-2015": {
      "name": "Skype for Business Server 2015",
      "shortName": "SfB 2015",
      "rank": 6,
      "summary": "Adds Skype directory search, and is the last product with XMPP.",
      "supportPolicy": "fixed",
      "mainstreamEnd": "2020-10-13",
      "extendedEnd": "2025-10-14",
      "parametersOf": "sfb-2015",
      "xmpp": "built-in",
      "sources": [
        "lifecycle",
        "skype-connectivity",
        "removed-in-2019"
      ]
    },
    "sfb-2019": {
      "name": "Skype for Business Server 2019",
      "shortName": "SfB 2019",
      "rank": 7,
      "summary": "Removes XMPP and the legacy mobility service.",
      "supportPolicy": "fixed",
      "mainstreamEnd": "2024-01-09",
      "extendedEnd": "2025-10-14",
      "parametersOf": "sfb-2019",
      "xmpp": "removed",
      "sources": [
        "lifecycle",
        "skype-connectivity",
        "removed-in-2019"
      ]
    },
    "sfb-se": {
      "name": "Skype for Business Server Subscription Edition",
      "shortName": "SfB SE",
      "rank": 8,
      "summary": "Follows the 2019 release with the same configuration and is supported as long as it is kept up to date.",
      "supportPolicy": "modern",
      "parametersOf": "sfb-2019",
      "xmpp": "removed",
      "sources": [
        "lifecycle",
        "skype-connectivity",
        "removed-in-2019"
      ]
    }
  },
  "providers": {
    "skype": {
      "name": "Skype",
      "summary": "The consumer Skype service, which took over the Messenger gateway in 2013 and was retired in 2025.",
      "identities": [
        "Skype"
      ],
      "shipped": false,
      "proxyFqdn": "federation.messenger.msn.com",
      "proxyVerified": true,
      "iconUrl": "https://images.edge.messenger.live.com/Messenger_16x16.png",
      "capabilities": [
        {
          "id": "im",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "id": "presence",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "id": "audio",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "id": "video",
          "since": "2014-11-26",
          "verified": false,
          "sources": [
            "skype-provisioning-guide",
            "skype-connectivity"
          ]
        }
      ],
      "requires": [
        [
          "standard-cal",
          "lync-online-plan"
        ]
      ],
      "availableFrom": "2013-05-23",
      "lastDay": "2025-05-04",
      "afterwards": "Disable and remove the provider; contacts who moved to Teams are reached by federation with Microsoft 365.",
      "nameDecoration": {
        "routingDomain": "msn.com",
        "excludedDomains": [
          "msn.com",
          "outlook.com",
          "live.com",
          "hotmail.com"
        ],
        "sources": [
          "provisioning-guide-2019",
          "skype-connectivity"
        ]
      },
      "timeline": [
        {
          "date": "2013-05-23",
          "kind": "available",
          "summary": "Lync-Skype connectivity becomes generally available through the former Messenger gateway.",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "date": "2014-11-26",
          "kind": "changed",
          "summary": "The provisioning guide of this day describes video calls as well.",
          "verified": false,
          "sources": [
            "skype-provisioning-guide"
          ]
        },
        {
          "date": "2017-07-01",
          "kind": "changed",
          "summary": "A federation SRV record becomes mandatory for each SIP domain.",
          "sources": [
            "provisioning-guide-2019"
          ]
        },
        {
          "date": "2019-08-15",
          "kind": "changed",
          "summary": "The provisioning site closes, and partner discovery takes its place.",
          "sources": [
            "skype-connectivity"
          ]
        },
        {
          "date": "2025-02-28",
          "kind": "announced",
          "summary": "The retirement of consumer Skype is announced.",
          "verified": false,
          "sources": []
        },
        {
          "date": "2025-05-05",
          "kind": "ended",
          "summary": "Consumer Skype is retired, and its users can no longer be reached.",
          "sources": [
            "set-external-access-policy"
          ]
        }
      ],
      "sources": [
        "public-im-support",
        "provisioning-guide-2019",
        "skype-connectivity",
        "set-external-access-policy"
      ]
    },
    "windows-live-messenger": {
      "name": "Windows Live Messenger",
      "summary": "Microsoft's consumer messenger, whose users were switched to Skype in April 2013.",
      "identities": [
        "Messenger",
        "MSN"
      ],
      "shipped": true,
      "proxyFqdn": "federation.messenger.msn.com",
      "proxyVerified": true,
      "iconUrl": "https://images.edge.messenger.live.com/Messenger_16x16.png",
      "capabilities": [
        {
          "id": "im",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "id": "presence",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "id": "audio",
          "sources": [
            "public-im-support",
            "external-user-access",
            "media-encryption"
          ]
        },
        {
          "id": "video",
          "sources": [
            "public-im-support",
            "external-user-access",
            "media-encryption"
          ]
        }
      ],
      "requires": [
        [
          "standard-cal"
        ]
      ],
      "lastDay": "2013-04-30",
      "afterwards": "Disable and remove the provider, because no other provider can use its proxy while it exists.",
      "successor": "skype",
      "regions": [
        {
          "id": "mainland-china",
          "name": "mainland China",
          "unconfirmedLastDay": "2014-10-31",
          "sources": [
            "port-summary"
          ]
        }
      ],
      "unencryptedMedia": true,
      "timeline": [
        {
          "date": "2012-10",
          "kind": "announced",
          "summary": "Accounts start to move to Skype, and no further Windows Live domains are activated.",
          "sources": [
            "skype-provisioning-faq"
          ]
        },
        {
          "date": "2013-03-15",
          "kind": "announced",
          "summary": "The port pages give this day as the end of Messenger federation outside mainland China.",
          "sources": [
            "port-summary"
          ]
        },
        {
          "date": "2013-04",
          "kind": "ended",
          "summary": "Users are switched to Skype when they sign in, and existing federation carries on with Skype.",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "date": "2014-10-31",
          "kind": "closed",
          "summary": "Messenger closes in mainland China, where it lasted longest.",
          "verified": false,
          "sources": []
        }
      ],
      "sources": [
        "public-im-support",
        "im-and-presence",
        "port-summary",
        "new-public-provider",
        "media-encryption"
      ]
    },
    "aol": {
      "name": "AOL Instant Messenger",
      "summary": "AOL's messenger, open in its last years to existing customers only.",
      "identities": [
        "AOL",
        "AIM"
      ],
      "shipped": true,
      "proxyFqdn": "sip.oscar.aol.com",
      "proxyVerified": false,
      "capabilities": [
        {
          "id": "im",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "id": "presence",
          "sources": [
            "public-im-support"
          ]
        }
      ],
      "requires": [
        [
          "standard-cal"
        ]
      ],
      "lastDay": "2014-06-30",
      "closedToNewDomains": "2013-10-07",
      "afterwards": "Disable and remove the provider; whoever bought direct federation from AOL enters it as an allowed partner server.",
      "clientCertificate": true,
      "cipherSuite": {
        "first": "TLS_RSA_WITH_RC4_128_MD5",
        "notFirstOn": [
          "windows-server-2008",
          "windows-server-2008-r2"
        ],
        "sources": [
          "aol-cipher-suites",
          "aol-cipher-order"
        ]
      },
      "timeline": [
        {
          "date": "2013",
          "kind": "changed",
          "summary": "No new domains are provisioned any more.",
          "sources": [
            "public-im-support",
            "skype-provisioning-faq"
          ]
        },
        {
          "date": "2014-06-30",
          "kind": "ended",
          "summary": "Public IM connectivity with AOL ends with this day, and AOL sells direct federation itself.",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "date": "2017-12-15",
          "kind": "closed",
          "summary": "The AIM service itself closes.",
          "verified": false,
          "sources": []
        }
      ],
      "sources": [
        "public-im-support",
        "im-and-presence",
        "planning-federation",
        "certificate-summary",
        "edge-certificates"
      ]
    },
    "yahoo": {
      "name": "Yahoo! Messenger",
      "summary": "Yahoo's messenger, the one provider that needed a PIC USL to the end.",
      "identities": [
        "Yahoo!"
      ],
      "shipped": true,
      "proxyFqdn": "lcsap.msg.yahoo.com",
      "proxyVerified": false,
      "capabilities": [
        {
          "id": "im",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "id": "presence",
          "sources": [
            "public-im-support"
          ]
        }
      ],
      "requires": [
        [
          "standard-cal"
        ],
        [
          "pic-usl"
        ]
      ],
      "lastDay": "2014-06-30",
      "afterwards": "Disable and remove the provider, and claim the credit for PIC licences that were paid beyond the end.",
      "timeline": [
        {
          "date": "2012-09-01",
          "kind": "changed",
          "summary": "The PIC USL it needs is no longer sold.",
          "sources": [
            "public-im-support",
            "setting-up-federation"
          ]
        },
        {
          "date": "2012-11-26",
          "kind": "announced",
          "summary": "The end of connectivity with Yahoo! is announced.",
          "sources": [
            "public-im-support"
          ]
        },
        {
          "date": "2014-06-30",
          "kind": "ended",
          "summary": "Public IM connectivity with Yahoo! ends with this day.",
          "sources": [
            "public-im-support",
            "skype-provisioning-faq"
          ]
        },
        {
          "date": "2018-07-17",
          "kind": "closed",
          "summary": "The Yahoo! Messenger service itself closes.",
          "verified": false,
          "sources": []
        }
      ],
      "sources": [
        "public-im-support",
        "im-and-presence",
        "setting-up-federation"
      ]
    }
  },
  "hosting": {
    "lync-online": {
      "name": "Microsoft 365",
      "summary": "Lync Online, Skype for Business Online and Teams have all been reached through this proxy.",
      "identity": "LyncOnline",
      "proxyFqdns": [
        "sipfed.online.lync.com",
        "sipfed.online.gov.skypeforbusiness.us",
        "sipfed.online.dod.skypeforbusiness.us",
        "sipfed.online.partner.lync.cn"
      ],
      "settings": {
        "enabledSharedAddressSpace": false,
        "hostsOCSUsers": false,
        "isLocal": false,
        "verificationLevel": "UseSourceVerification"
      },
      "hybridSettings": {
        "enabledSharedAddressSpace": true,
        "hostsOCSUsers": true,
        "isLocal": false,
        "verificationLevel": "UseSourceVerification",
        "autodiscoverUrl": "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
      },
      "srvTargetExempt": true,
      "sources": [
        "lync-online-federation",
        "hybrid-connectivity",
        "microsoft-365-dns",
        "microsoft-365-gcc-high-dns",
        "microsoft-365-dod-dns",
        "new-hosting-provider"
      ]
    },
    "exchange-online-um": {
      "name": "Exchange Online voice mail",
      "summary": "Hosted Exchange Unified Messaging, later Cloud Voicemail, which works without partner discovery.",
      "identity": "ExchangeOnline",
      "proxyFqdns": [
        "exap.um.outlook.com"
      ],
      "settings": {
        "enabledSharedAddressSpace": true,
        "hostsOCSUsers": false,
        "isLocal": false,
        "verificationLevel": "UseSourceVerification"
      },
      "srvTargetExempt": true,
      "sources": [
        "hosted-exchange-um"
      ]
    },
    "skype-meeting-broadcast": {
      "name": "Skype Meeting Broadcast",
      "summary": "Broadcast meetings of Skype for Business Online, joined from the server through a proxy of their own.",
      "identity": "LyncOnlineResources",
      "proxyFqdns": [
        "sipfed.resources.lync.com"
      ],
      "settings": {
        "enabledSharedAddressSpace": true,
        "hostsOCSUsers": true,
        "isLocal": false,
        "verificationLevel": "AlwaysVerifiable"
      },
      "allowedDomains": [
        "noammeetings.lync.com",
        "emeameetings.lync.com",
        "apacmeetings.lync.com",
        "resources.lync.com"
      ],
      "srvTargetExempt": true,
      "sources": [
        "meeting-broadcast"
      ]
    },
    "push": {
      "name": "Push Notification Service",
      "summary": "The push clearing house of Lync Online, reached through the Microsoft 365 proxy.",
      "identity": "LyncOnline",
      "proxyFqdns": [
        "sipfed.online.lync.com"
      ],
      "settings": {
        "enabledSharedAddressSpace": false,
        "hostsOCSUsers": false,
        "isLocal": false,
        "verificationLevel": "UseSourceVerification"
      },
      "allowedDomains": [
        "push.lync.com"
      ],
      "srvTargetExempt": true,
      "sources": [
        "push-notifications",
        "lync-online-federation"
      ]
    }
  },
  "licences": {
    "standard-cal": {
      "name": "Lync Server Standard CAL",
      "summary": "Covers Skype, Windows Live Messenger and AOL without anything extra.",
      "specKey": "standardCal",
      "sources": [
        "public-im-support",
        "im-and-presence"
      ]
    },
    "lync-online-plan": {
      "name": "Lync Online Plan 1, 2 or 3",
      "summary": "Covers Skype in place of a client access licence.",
      "specKey": "lyncOnlinePlan",
      "sources": [
        "public-im-support"
      ]
    },
    "pic-usl": {
      "name": "Public IM Connectivity User Subscription Licence (PIC USL)",
      "summary": "Is held per user and month on top of a client access licence, and is worth nothing once AOL and Yahoo! have ended.",
      "specKey": "picUsl",
      "onTopOf": [
        "standard-cal"
      ],
      "notSoldFrom": "2012-09-01",
      "validUntil": "2014-06-30",
      "sources": [
        "public-im-support",
        "im-and-presence",
        "setting-up-federation"
      ]
    }
  },
  "ports": {
    "federation": {
      "firstPort": 5061,
      "lastPort": 5061,
      "protocols": [
        "tcp"
      ],
      "edge": "access-edge",
      "peer": "internet",
      "direction": "both",
      "neededFor": [
        "sip-federation",
        "public-im"
      ],
      "summary": "Carries the signalling of federation and public IM over mutual TLS.",
      "sources": [
        "port-summary",
        "firewall-requirements"
      ]
    },
    "remote-users": {
      "firstPort": 443,
      "lastPort": 443,
      "protocols": [
        "tcp"
      ],
      "edge": "access-edge",
      "peer": "internet",
      "direction": "inbound",
      "neededFor": [
        "remote-users"
      ],
      "summary": "Carries the signalling of clients outside.",
      "sources": [
        "port-summary"
      ]
    },
    "revocation-lists": {
      "firstPort": 80,
      "lastPort": 80,
      "protocols": [
        "tcp"
      ],
      "edge": "access-edge",
      "peer": "internet",
      "direction": "outbound",
      "neededFor": [
        "certificate-revocation"
      ],
      "summary": "Fetches the lists of revoked certificates.",
      "sources": [
        "firewall-requirements"
      ]
    },
    "name-resolution": {
      "firstPort": 53,
      "lastPort": 53,
      "protocols": [
        "tcp",
        "udp"
      ],
      "edge": "access-edge",
      "peer": "dns-server",
      "direction": "outbound",
      "neededFor": [
        "name-resolution"
      ],
      "summary": "Looks up the records of partners.",
      "sources": [
        "firewall-requirements"
      ]
    },
    "stun-udp": {
      "firstPort": 3478,
      "lastPort": 3478,
      "protocols": [
        "udp"
      ],
      "edge": "av-edge",
      "peer": "internet",
      "direction": "both",
      "neededFor": [
        "media",
        "messenger-media"
      ],
      "summary": "Negotiates and carries audio and video.",
      "sources": [
        "firewall-requirements",
        "port-summary"
      ]
    },
    "stun-tcp": {
      "firstPort": 443,
      "lastPort": 443,
      "protocols": [
        "tcp"
      ],
      "edge": "av-edge",
      "peer": "internet",
      "direction": "both",
      "neededFor": [
        "media"
      ],
      "summary": "Negotiates and carries audio and video where UDP is closed.",
      "sources": [
        "firewall-requirements"
      ]
    },
    "media": {
      "firstPort": 50000,
      "lastPort": 59999,
      "protocols": [
        "tcp"
      ],
      "edge": "av-edge",
      "peer": "internet",
      "direction": "outbound",
      "neededFor": [
        "media",
        "messenger-media"
      ],
      "summary": "Carries audio and video to partners from OCS 2007 R2 on and to Messenger clients.",
      "sources": [
        "firewall-requirements",
        "port-summary",
        "edge-environment"
      ]
    },
    "ocs-2007-media": {
      "firstPort": 50000,
      "lastPort": 59999,
      "protocols": [
        "tcp",
        "udp"
      ],
      "edge": "av-edge",
      "peer": "internet",
      "direction": "both",
      "neededFor": [
        "ocs-2007-media"
      ],
      "partnerProducts": [
        "ocs-2007"
      ],
      "summary": "Carries audio and video with partners on OCS 2007, which need the range open both ways.",
      "sources": [
        "firewall-requirements"
      ]
    },
    "xmpp": {
      "firstPort": 5269,
      "lastPort": 5269,
      "protocols": [
        "tcp"
      ],
      "edge": "access-edge",
      "peer": "internet",
      "direction": "both",
      "neededFor": [
        "xmpp"
      ],
      "summary": "Connects the XMPP proxy with the servers of partners.",
      "sources": [
        "port-summary"
      ]
    },
    "xmpp-gateway": {
      "firstPort": 23456,
      "lastPort": 23456,
      "protocols": [
        "tcp"
      ],
      "edge": "edge-internal",
      "peer": "front-end",
      "direction": "inbound",
      "neededFor": [
        "xmpp"
      ],
      "summary": "Connects the XMPP gateway on the Front End with the proxy on the Edge.",
      "sources": [
        "port-summary",
        "setting-up-xmpp"
      ]
    },
    "edge-internal-sip": {
      "firstPort": 5061,
      "lastPort": 5061,
      "protocols": [
        "tcp"
      ],
      "edge": "edge-internal",
      "peer": "front-end",
      "direction": "both",
      "neededFor": [
        "sip-federation",
        "public-im",
        "remote-users"
      ],
      "summary": "Carries all signalling between the Edge and the inner network.",
      "sources": [
        "firewall-requirements",
        "edge-environment"
      ]
    },
    "edge-internal-replication": {
      "firstPort": 4443,
      "lastPort": 4443,
      "protocols": [
        "tcp"
      ],
      "edge": "edge-internal",
      "peer": "front-end",
      "direction": "inbound",
      "neededFor": [
        "replication",
        "skype-search"
      ],
      "summary": "Brings the configuration to the Edge and carries Skype directory searches.",
      "sources": [
        "firewall-requirements",
        "skype-connectivity"
      ]
    },
    "skype-search": {
      "firstPort": 443,
      "lastPort": 443,
      "protocols": [
        "tcp"
      ],
      "edge": "access-edge",
      "peer": "internet",
      "direction": "outbound",
      "neededFor": [
        "skype-search"
      ],
      "summary": "Lets the Edge ask the Skype directory.",
      "sources": [
        "skype-connectivity"
      ]
    }
  },
  "records": {
    "federation-srv": {
      "kind": "srv",
      "service": "_sipfederationtls",
      "protocol": "_tcp",
      "port": 5061,
      "priority": 0,
      "weight": 0,
      "targetLabel": "sip",
      "view": "public",
      "neededFor": [
        {
          "reason": "discovery"
        },
        {
          "reason": "public-im",
          "mandatoryFrom": "2017-07-01"
        },
        {
          "reason": "push"
        },
        {
          "reason": "hybrid"
        },
        {
          "reason": "hosted-voice-mail"
        }
      ],
      "summary": "Tells partners which Access Edge answers for a SIP domain.",
      "sources": [
        "dns-summary",
        "provisioning-guide-2019",
        "skype-connectivity",
        "push-notifications",
        "hybrid-connectivity",
        "hosted-exchange-um"
      ]
    },
    "access-edge-host": {
      "kind": "host",
      "label": "sip",
      "view": "public",
      "neededFor": [
        {
          "reason": "federation"
        },
        {
          "reason": "remote-users"
        }
      ],
      "summary": "Holds the public addresses of the Access Edge, one for each pool member under DNS load balancing.",
      "sources": [
        "dns-requirements",
        "setting-up-federation"
      ]
    },
    "client-srv": {
      "kind": "srv",
      "service": "_sip",
      "protocol": "_tls",
      "otherProtocols": true,
      "port": 443,
      "priority": 0,
      "weight": 0,
      "targetLabel": "sip",
      "view": "public",
      "neededFor": [
        {
          "reason": "remote-users"
        }
      ],
      "summary": "Lets clients outside sign in without a configured server.",
      "sources": [
        "dns-requirements",
        "locating-sip-servers"
      ]
    },
    "web-conferencing-host": {
      "kind": "host",
      "label": "webcon",
      "view": "public",
      "neededFor": [
        {
          "reason": "conferencing"
        }
      ],
      "summary": "Holds the public addresses of the Web Conferencing Edge.",
      "sources": [
        "dns-requirements"
      ]
    },
    "av-edge-host": {
      "kind": "host",
      "label": "av",
      "view": "public",
      "neededFor": [
        {
          "reason": "media"
        }
      ],
      "summary": "Holds the public addresses of the A/V Edge.",
      "sources": [
        "dns-requirements"
      ]
    },
    "autodiscover-host": {
      "kind": "host",
      "label": "lyncdiscover",
      "view": "public",
      "neededFor": [
        {
          "reason": "mobility"
        }
      ],
      "summary": "Leads mobile clients to the reverse proxy.",
      "sources": [
        "push-notifications"
      ]
    },
    "autodiscover-internal-host": {
      "kind": "host",
      "label": "lyncdiscoverinternal",
      "view": "internal",
      "neededFor": [
        {
          "reason": "mobility"
        }
      ],
      "summary": "Leads clients on the inner network to the web services.",
      "sources": [
        "push-notifications"
      ]
    },
    "internal-sign-in-srv": {
      "kind": "srv",
      "service": "_sipinternaltls",
      "protocol": "_tcp",
      "port": 5061,
      "priority": 0,
      "weight": 0,
      "view": "internal",
      "neededFor": [
        {
          "reason": "internal-sign-in"
        }
      ],
      "summary": "Lets clients on the inner network sign in without a configured server.",
      "sources": [
        "dns-requirements"
      ]
    },
    "xmpp-srv": {
      "kind": "srv",
      "service": "_xmpp-server",
      "protocol": "_tcp",
      "port": 5269,
      "priority": 0,
      "weight": 0,
      "targetLabel": "xmpp",
      "view": "public",
      "neededFor": [
        {
          "reason": "xmpp"
        }
      ],
      "summary": "Tells XMPP partners where to connect, for each domain whose users chat over XMPP.",
      "sources": [
        "dns-summary"
      ]
    },
    "xmpp-host": {
      "kind": "host",
      "label": "xmpp",
      "view": "public",
      "neededFor": [
        {
          "reason": "xmpp"
        }
      ],
      "summary": "Points to the address of the Access Edge.",
      "sources": [
        "dns-summary"
      ]
    },
    "cloud-federation-srv": {
      "kind": "srv",
      "service": "_sipfederationtls",
      "protocol": "_tcp",
      "port": 5061,
      "priority": 100,
      "weight": 1,
      "target": "sipfed.online.lync.com",
      "view": "public",
      "neededFor": [
        {
          "reason": "cloud-only"
        }
      ],
      "summary": "Tells partners that Microsoft 365 answers for a SIP domain.",
      "sources": [
        "microsoft-365-dns",
        "decommission-dns"
      ]
    },
    "cloud-client-srv": {
      "kind": "srv",
      "service": "_sip",
      "protocol": "_tls",
      "otherProtocols": true,
      "port": 443,
      "priority": 100,
      "weight": 1,
      "target": "sipdir.online.lync.com",
      "view": "public",
      "neededFor": [
        {
          "reason": "cloud-only"
        }
      ],
      "summary": "Sends clients of a SIP domain in Microsoft 365 to its directory.",
      "sources": [
        "microsoft-365-dns",
        "decommission-dns"
      ]
    },
    "cloud-sip-alias": {
      "kind": "alias",
      "label": "sip",
      "target": "sipdir.online.lync.com",
      "view": "public",
      "neededFor": [
        {
          "reason": "cloud-only"
        }
      ],
      "summary": "Sends clients of a SIP domain in Microsoft 365 to its directory.",
      "sources": [
        "microsoft-365-dns",
        "decommission-dns"
      ]
    },
    "cloud-autodiscover-alias": {
      "kind": "alias",
      "label": "lyncdiscover",
      "target": "webdir.online.lync.com",
      "view": "public",
      "neededFor": [
        {
          "reason": "cloud-only"
        }
      ],
      "summary": "Leads mobile clients of a SIP domain in Microsoft 365 to its web directory.",
      "sources": [
        "microsoft-365-dns",
        "decommission-dns"
      ]
    }
  },
  "xmpp": {
    "google-talk": {
      "name": "Google Talk",
      "summary": "The one XMPP service that the server was tested with, which no longer connects to others.",
      "domains": [
        "gmail.com"
      ],
      "settings": {
        "partnerType": "PublicUnverified",
        "tlsNegotiation": "NotSupported",
        "saslNegotiation": "NotSupported",
        "supportDialbackNegotiation": true,
        "enableKeepAlive": false
      },
      "lastDay": "2022-06-16",
      "sources": [
        "planning-federation",
        "xmpp-google-talk",
        "xmpp-partner-settings",
        "google-talk-end"
      ]
    }
  },
  "clients": {
    "ios": {
      "name": "iPhone and iPad",
      "needsPush": "older",
      "pushService": "apple",
      "summary": "Lync 2010 Mobile is woken by push notifications, while Lync 2013 Mobile does without.",
      "sources": [
        "push-notifications"
      ]
    },
    "windows-phone": {
      "name": "Windows Phone",
      "needsPush": "all",
      "pushService": "microsoft",
      "summary": "Its clients are woken by push notifications.",
      "sources": [
        "push-notifications"
      ]
    },
    "android": {
      "name": "Android",
      "needsPush": "none",
      "summary": "Its client does without push notifications.",
      "sources": [
        "push-notifications"
      ]
    },
    "symbian": {
      "name": "Nokia Symbian",
      "needsPush": "none",
      "summary": "Its client does without push notifications.",
      "sources": [
        "push-notifications"
      ]
    }
  },
  "types": {
    "discovered": {
      "name": "Discovered partner domain",
      "summary": "The partner is found through its federation SRV record, without an entry on the allow list, and both sides publish one.",
      "formerly": [
        {
          "term": "open-enhanced-federation",
          "name": "open enhanced federation",
          "products": [
            "ocs-2007-r2",
            "ocs-2007"
          ]
        },
        {
          "term": "open-enhanced",
          "name": "open enhanced",
          "products": [
            "lcs-2005-sp1"
          ]
        }
      ],
      "sources": [
        "planning-federation",
        "setting-up-federation"
      ]
    },
    "allowed-domain": {
      "name": "Allowed partner domain",
      "summary": "The partner is on the allow list, and its Access Edge is found through its federation SRV record.",
      "formerly": [
        {
          "term": "enhanced-federation",
          "name": "enhanced federation",
          "products": [
            "ocs-2007-r2",
            "ocs-2007"
          ]
        },
        {
          "term": "enhanced",
          "name": "enhanced",
          "products": [
            "lcs-2005-sp1"
          ]
        }
      ],
      "sources": [
        "planning-federation",
        "setting-up-federation"
      ]
    },
    "allowed-server": {
      "name": "Allowed partner server",
      "summary": "The partner is on the allow list with the name of its Access Edge, and no record of it is looked up.",
      "formerly": [
        {
          "term": "direct-federation",
          "name": "direct federation",
          "products": [
            "ocs-2007-r2",
            "ocs-2007"
          ]
        },
        {
          "term": "direct",
          "name": "direct",
          "products": [
            "lcs-2005-sp1"
          ]
        }
      ],
      "sources": [
        "planning-federation",
        "setting-up-federation"
      ]
    },
    "hosting-provider": {
      "name": "Hosting provider",
      "summary": "The partner is one of many domains that a service such as Microsoft 365 hosts behind one proxy.",
      "formerly": [
        {
          "term": "clearing-house",
          "name": "clearing house",
          "products": [
            "ocs-2007-r2",
            "ocs-2007"
          ]
        }
      ],
      "sources": [
        "planning-federation",
        "lync-online-federation"
      ]
    },
    "public-provider": {
      "name": "Public provider",
      "summary": "The contacts are those of a public IM service, which has a proxy and terms of its own.",
      "formerly": [
        {
          "term": "im-provider",
          "name": "IM provider",
          "products": [
            "ocs-2007-r2",
            "ocs-2007"
          ]
        }
      ],
      "sources": [
        "planning-federation",
        "public-im-support"
      ]
    }
  },
  "milestones": {
    "pic-usl-off-price-list": {
      "date": "2012-09-01",
      "summary": "The PIC USL left the price list and can no longer be bought or renewed.",
      "sources": [
        "public-im-support",
        "im-and-presence",
        "setting-up-federation"
      ]
    },
    "skype-connectivity-available": {
      "date": "2013-05-23",
      "summary": "Lync-Skype connectivity became generally available.",
      "sources": [
        "public-im-support"
      ]
    },
    "federation-srv-mandatory-for-public-im": {
      "date": "2017-07-01",
      "summary": "Public IM connectivity works only for SIP domains that publish a federation SRV record.",
      "sources": [
        "provisioning-guide-2019"
      ]
    },
    "provisioning-contact-data-dropped": {
      "date": "2019-05-01",
      "summary": "The provisioning site no longer takes contact data and has purged what it held.",
      "sources": [
        "provisioning-guide-2019"
      ]
    },
    "sha1-not-issued": {
      "date": "2016-01-01",
      "summary": "Public authorities sign no more certificates with SHA-1.",
      "sources": [
        "sha1-advisory"
      ]
    },
    "provisioning-site-closed": {
      "date": "2019-08-15",
      "summary": "The provisioning site pic.lync.com is shut, and federation with Skype relies on partner discovery.",
      "sources": [
        "skype-connectivity"
      ]
    },
    "srv-target-direct-child": {
      "date": "2019-08-15",
      "summary": "Since the provisioning site closed, the target of a federation SRV record must stand directly under its SIP domain.",
      "sources": [
        "skype-connectivity"
      ]
    },
    "online-retired": {
      "date": "2021-08-01",
      "summary": "Skype for Business Online is gone, the day after its retirement in favour of Microsoft Teams.",
      "sources": [
        "online-retirement"
      ]
    },
    "public-cloud-access-dead": {
      "date": "2025-05-05",
      "summary": "The public cloud flags of an external access policy have no effect, as no public provider is left.",
      "sources": [
        "set-external-access-policy"
      ]
    }
  },
  "limits": {
    "service-ending-notice": {
      "value": 90,
      "unit": "days",
      "summary": "A service counts as ending during this many days before its last day, a choice of this project.",
      "sources": [
        "lync-federation-docs"
      ]
    },
    "certificate-renewal-notice": {
      "value": 30,
      "unit": "days",
      "summary": "A certificate counts as expiring during this many days before its last day, a choice of this project.",
      "sources": [
        "lync-federation-docs"
      ]
    },
    "discovered-partner-rate": {
      "value": 20,
      "unit": "messages-per-second",
      "summary": "Each second a discovered partner may send this many messages, unless the rate is set otherwise.",
      "sources": [
        "set-access-edge-configuration",
        "allowed-domains"
      ]
    },
    "discovered-partner-contacts": {
      "value": 1000,
      "unit": "contacts",
      "summary": "A discovered partner that contacts more local users than this is watched and throttled.",
      "sources": [
        "set-access-edge-configuration",
        "allowed-domains"
      ]
    },
    "domain-name-length": {
      "value": 256,
      "unit": "characters",
      "summary": "No name on the allowed or the blocked list may be longer than this.",
      "sources": [
        "allowed-domains"
      ]
    },
    "provisioning-access-edges": {
      "value": 10,
      "unit": "names",
      "summary": "One provisioning request holds no more Access Edge names than this.",
      "sources": [
        "skype-provisioning-faq"
      ]
    },
    "provisioning-time": {
      "value": 30,
      "unit": "days",
      "summary": "A provisioning request takes up to this long until all providers know its domains.",
      "sources": [
        "provisioning-guide-2015",
        "provisioning-guide-2019"
      ]
    },
    "provisioning-time-2019": {
      "value": 2,
      "unit": "days",
      "summary": "Since the provisioning site takes no contact data any more, a request takes a day or two.",
      "sources": [
        "provisioning-guide-2019"
      ]
    },
    "xmpp-connections": {
      "value": 1000,
      "unit": "connections",
      "summary": "The XMPP gateway holds this many connections with all partners together, unless it is set otherwise.",
      "sources": [
        "set-xmpp-gateway-configuration"
      ]
    },
    "tenant-public-im-wait": {
      "value": 24,
      "unit": "hours",
      "summary": "After public IM was turned off in a tenant, the request for the servers has to wait this long.",
      "sources": [
        "skype-provisioning-faq"
      ]
    }
  },
  "levels": {
    "source-verification": {
      "parameter": "VerificationLevel",
      "value": "UseSourceVerification",
      "summary": "The mark that the other side puts on each message decides whether users hear of senders they do not know.",
      "sources": [
        "new-public-provider"
      ]
    },
    "always-verifiable": {
      "parameter": "VerificationLevel",
      "value": "AlwaysVerifiable",
      "summary": "Every sender counts as verified, so that users hear also of those they do not know.",
      "sources": [
        "new-public-provider"
      ]
    },
    "always-unverifiable": {
      "parameter": "VerificationLevel",
      "value": "AlwaysUnverifiable",
      "summary": "No sender counts as verified, so that users hear only of those among their contacts.",
      "sources": [
        "new-public-provider"
      ]
    },
    "support-encryption": {
      "parameter": "EncryptionLevel",
      "value": "SupportEncryption",
      "summary": "Media are encrypted where the other side can do it.",
      "sources": [
        "media-encryption"
      ]
    },
    "require-encryption": {
      "parameter": "EncryptionLevel",
      "value": "RequireEncryption",
      "isDefault": true,
      "summary": "Media that are not encrypted are refused; so servers do where nobody says otherwise.",
      "sources": [
        "media-encryption"
      ]
    }
  },
  "namespaces": {
    "special-use": {
      "summary": "These names mean something to programs and are in no public DNS.",
      "names": [
        "alt",
        "invalid",
        "local",
        "localhost"
      ],
      "sources": [
        "rfc-6761",
        "rfc-6762",
        "rfc-9476"
      ]
    },
    "private-use": {
      "summary": "This name is kept for networks inside an organization.",
      "names": [
        "internal"
      ],
      "sources": [
        "icann-internal"
      ]
    },
    "collision": {
      "summary": "These names are in such wide use inside organizations that they are not delegated.",
      "names": [
        "corp",
        "home",
        "mail"
      ],
      "sources": [
        "icann-name-collision"
      ]
    },
    "inside": {
      "summary": "These names were in use inside organizations before anybody thought of registering them.",
      "names": [
        "intranet",
        "lan",
        "localdomain",
        "private"
      ],
      "sources": [
        "rfc-6762"
      ]
    }
  }
};
