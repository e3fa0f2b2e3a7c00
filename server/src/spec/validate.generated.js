// Generated from schemas/federation.schema.json by `npm run generate`.
// <stdin>
var validate = validate20;
var stdin_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://lync-federation.github.io/schemas/federation.schema.json", "type": "object", "additionalProperties": false, "required": ["lyncFederation"], "properties": { "lyncFederation": { "const": 1 }, "asOf": { "$ref": "#/$defs/date" }, "server": { "type": "object", "additionalProperties": false, "required": ["product"], "properties": { "product": { "$ref": "#/$defs/product" }, "cumulativeUpdate": { "type": "integer", "minimum": 0 } } }, "organization": { "type": "object", "additionalProperties": false, "properties": { "name": { "type": "string" }, "notes": { "type": "string" } } }, "edge": { "type": "object", "additionalProperties": false, "properties": { "configuration": { "$ref": "#/$defs/accessEdgeConfiguration" }, "pools": { "type": "array", "items": { "$ref": "#/$defs/edgePool" } } } }, "domains": { "type": "object", "additionalProperties": false, "properties": { "sip": { "type": "array", "items": { "$ref": "#/$defs/sipDomain" } }, "allowed": { "type": "array", "items": { "$ref": "#/$defs/allowedDomain" } }, "blocked": { "type": "array", "items": { "$ref": "#/$defs/blockedDomain" } }, "discovered": { "type": "array", "items": { "$ref": "#/$defs/discoveredDomain" } }, "xmpp": { "type": "array", "items": { "$ref": "#/$defs/xmppPartner" } } } }, "providers": { "type": "object", "additionalProperties": false, "properties": { "public": { "type": "array", "items": { "$ref": "#/$defs/publicProvider" } }, "hosting": { "type": "array", "items": { "$ref": "#/$defs/hostingProvider" } } } }, "policies": { "type": "object", "additionalProperties": false, "properties": { "externalAccess": { "type": "array", "items": { "$ref": "#/$defs/externalAccessPolicy" } }, "mobility": { "type": "array", "items": { "$ref": "#/$defs/mobilityPolicy" } }, "pushNotification": { "$ref": "#/$defs/pushNotificationConfiguration" }, "xmppGateway": { "$ref": "#/$defs/xmppGatewayConfiguration" } } }, "tenant": { "$ref": "#/$defs/tenantFederationConfiguration" }, "dns": { "type": "object", "additionalProperties": false, "properties": { "srv": { "type": "array", "items": { "$ref": "#/$defs/srvRecord" } }, "hosts": { "type": "array", "items": { "$ref": "#/$defs/hostRecord" } } } }, "certificates": { "type": "array", "items": { "$ref": "#/$defs/certificate" } }, "firewall": { "type": "array", "items": { "$ref": "#/$defs/firewallRule" } }, "licensing": { "type": "object", "additionalProperties": false, "properties": { "standardCal": { "type": "boolean" }, "lyncOnlinePlan": { "enum": [1, 2, 3] }, "picUsl": { "$ref": "#/$defs/picUsl" } } }, "provisioning": { "$ref": "#/$defs/provisioningRequest" }, "cmdlets": { "type": "array", "items": { "type": "string", "pattern": "\\S" } } }, "$defs": { "accessEdgeConfiguration": { "type": "object", "additionalProperties": false, "properties": { "allowFederatedUsers": { "type": "boolean" }, "enablePartnerDiscovery": { "type": "boolean" }, "useDnsSrvRouting": { "type": "boolean" }, "useDefaultRouting": { "type": "boolean" }, "defaultRouteFqdn": { "$ref": "#/$defs/hostName" }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "isPublicProvider": { "type": "boolean" }, "allowOutsideUsers": { "type": "boolean" }, "allowAnonymousUsers": { "type": "boolean" }, "discoveredPartnerVerificationLevel": { "$ref": "#/$defs/verificationLevel" }, "discoveredPartnerStandardRate": { "$ref": "#/$defs/count" }, "enableDiscoveredPartnerContactsLimit": { "type": "boolean" }, "maxContactsPerDiscoveredPartner": { "$ref": "#/$defs/count" }, "discoveredPartnerReportPeriodMinutes": { "$ref": "#/$defs/count" }, "enableArchivingDisclaimer": { "type": "boolean" }, "markSourceVerifiableOnOutgoingMessages": { "type": "boolean" }, "keepCrlsUpToDateForPeers": { "type": "boolean" }, "outgoingTlsCountForFederatedPartners": { "type": "integer", "minimum": 1, "maximum": 4 }, "beClearingHouse": { "type": "boolean" }, "enableUserReplicator": { "type": "boolean" }, "maxAcceptedCertificatesStored": { "$ref": "#/$defs/count" }, "maxRejectedCertificatesStored": { "$ref": "#/$defs/count" }, "certificatesDeletedPercentage": { "type": "integer", "minimum": 0, "maximum": 100 }, "dnsSrvCacheRecordCount": { "$ref": "#/$defs/count" }, "skypeSearchUrl": { "$ref": "#/$defs/url" } } }, "edgePool": { "type": "object", "additionalProperties": false, "required": ["fqdn"], "properties": { "fqdn": { "$ref": "#/$defs/hostName" }, "accessEdgeFqdn": { "$ref": "#/$defs/hostName" }, "federation": { "type": "boolean" }, "xmpp": { "type": "boolean" }, "accessEdgeExternalSipPort": { "$ref": "#/$defs/port" }, "loadBalancing": { "enum": ["none", "dns", "hardware"] }, "nat": { "type": "boolean" }, "operatingSystem": { "enum": ["windows-server-2003", "windows-server-2008", "windows-server-2008-r2", "windows-server-2012", "windows-server-2012-r2", "windows-server-2016", "windows-server-2019", "windows-server-2022"] }, "cipherSuites": { "type": "array", "items": { "type": "string", "pattern": "^TLS_[A-Z0-9_]+$|^SSL_[A-Z0-9_]+$" } }, "certificate": { "$ref": "#/$defs/name" }, "computers": { "type": "array", "items": { "$ref": "#/$defs/hostName" } } } }, "sipDomain": { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["identity"], "properties": { "identity": { "$ref": "#/$defs/domainName" }, "isDefault": { "type": "boolean" }, "mobileClients": { "type": "array", "items": { "enum": ["ios", "windows-phone", "android", "symbian"] } }, "mobileClientVersion": { "enum": ["lync-2010", "lync-2013"] }, "survivableBranchUsers": { "type": "integer", "minimum": 0 }, "users": { "type": "integer", "minimum": 0 }, "usersOnServers": { "type": "integer", "minimum": 0 } } }, "allowedDomain": { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "comment": { "type": "string" }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "markForMonitoring": { "type": "boolean" }, "partner": { "$ref": "#/$defs/partner" } } }, "blockedDomain": { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "comment": { "type": "string" } } }, "discoveredDomain": { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "partner": { "$ref": "#/$defs/partner" } } }, "partner": { "type": "object", "additionalProperties": false, "properties": { "product": { "$ref": "#/$defs/partnerProduct" }, "hosted": { "type": "boolean" }, "federationType": { "enum": ["discovered", "allowed-domain", "allowed-server", "hosting-provider", "public-provider", "open-enhanced-federation", "enhanced-federation", "direct-federation", "clearing-house", "im-provider", "open-enhanced", "enhanced", "direct"] }, "srv": { "$ref": "#/$defs/recordTarget" }, "messagesPerSecond": { "type": "number", "minimum": 0 }, "contacts": { "type": "integer", "minimum": 0 }, "confirmed": { "type": "boolean" } } }, "xmppPartner": { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "partnerType": { "enum": ["Federated", "PublicVerified", "PublicUnverified"] }, "tlsNegotiation": { "$ref": "#/$defs/negotiation" }, "saslNegotiation": { "$ref": "#/$defs/negotiation" }, "supportDialbackNegotiation": { "type": "boolean" }, "enableKeepAlive": { "type": "boolean" }, "tested": { "type": "boolean" }, "additionalDomains": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "connectionLimit": { "$ref": "#/$defs/count" }, "description": { "type": "string" } } }, "publicProvider": { "type": "object", "additionalProperties": false, "required": ["identity", "enabled"], "if": { "required": ["identity"], "properties": { "identity": { "type": "string", "not": { "pattern": "^(?:[Aa][Oo][Ll]|[Aa][Ii][Mm]|[Yy][Aa][Hh][Oo][Oo]!|[Mm][Ee][Ss][Ss][Ee][Nn][Gg][Ee][Rr]|[Mm][Ss][Nn])$" } } } }, "then": { "required": ["proxyFqdn"] }, "properties": { "identity": { "$ref": "#/$defs/name" }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "enabled": { "type": "boolean" }, "capabilities": { "type": "array", "items": { "enum": ["im", "presence", "audio", "video", "file-transfer", "conference"] } }, "region": { "enum": ["mainland-china"] }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "iconUrl": { "$ref": "#/$defs/url" }, "nameDecorationDomain": { "$ref": "#/$defs/domainName" }, "nameDecorationRoutingDomain": { "$ref": "#/$defs/domainName" }, "nameDecorationExcludedDomainList": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "enableSkypeIdRouting": { "type": "boolean" }, "enableSkypeDirectorySearch": { "type": "boolean" } } }, "hostingProvider": { "type": "object", "additionalProperties": false, "required": ["identity", "proxyFqdn", "enabled"], "properties": { "identity": { "$ref": "#/$defs/name" }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "enabled": { "type": "boolean" }, "enabledSharedAddressSpace": { "type": "boolean" }, "hostsOCSUsers": { "type": "boolean" }, "isLocal": { "type": "boolean" }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "autodiscoverUrl": { "$ref": "#/$defs/url" }, "sipClientPort": { "$ref": "#/$defs/port" } } }, "externalAccessPolicy": { "type": "object", "additionalProperties": false, "required": ["identity"], "properties": { "identity": { "$ref": "#/$defs/policyIdentity" }, "description": { "type": "string" }, "enableFederationAccess": { "type": "boolean" }, "enableXmppAccess": { "type": "boolean" }, "enablePublicCloudAccess": { "type": "boolean" }, "enablePublicCloudAudioVideoAccess": { "type": "boolean" }, "enableOutsideAccess": { "type": "boolean" }, "grantedTo": { "$ref": "#/$defs/grantees" } } }, "mobilityPolicy": { "type": "object", "additionalProperties": false, "required": ["identity"], "properties": { "identity": { "$ref": "#/$defs/policyIdentity" }, "description": { "type": "string" }, "enableMobility": { "type": "boolean" }, "enableOutsideVoice": { "type": "boolean" }, "enableIPAudioVideo": { "type": "boolean" }, "requireWIFIForIPAudio": { "type": "boolean" }, "requireWIFIForIPVideo": { "type": "boolean" }, "requireWiFiForSharing": { "type": "boolean" }, "allowSaveCallLogs": { "type": "boolean" }, "allowSaveCredentials": { "type": "boolean" }, "allowSaveIMHistory": { "type": "boolean" }, "allowExchangeConnectivity": { "type": "boolean" }, "allowCustomerExperienceImprovementProgram": { "type": "boolean" }, "grantedTo": { "$ref": "#/$defs/grantees" } } }, "pushNotificationConfiguration": { "type": "object", "additionalProperties": false, "properties": { "identity": { "$ref": "#/$defs/name" }, "enableApplePushNotificationService": { "type": "boolean" }, "enableMicrosoftPushNotificationService": { "type": "boolean" } } }, "xmppGatewayConfiguration": { "type": "object", "additionalProperties": false, "properties": { "connectionLimit": { "$ref": "#/$defs/count" }, "partnerConnectionLimit": { "$ref": "#/$defs/count" }, "keepAliveInterval": { "$ref": "#/$defs/count" }, "streamEstablishmentTimeout": { "$ref": "#/$defs/count" }, "streamInactivityTimeout": { "$ref": "#/$defs/count" }, "subscriptionRefreshInterval": { "$ref": "#/$defs/count" }, "enableLoggingAllMessageBodies": { "type": "boolean" } } }, "tenantFederationConfiguration": { "type": "object", "additionalProperties": false, "properties": { "sharedSipAddressSpace": { "type": "boolean" }, "allowFederatedUsers": { "type": "boolean" }, "allowPublicUsers": { "type": "boolean" }, "sipDomains": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "allowedDomains": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "blockedDomains": { "type": "array", "items": { "$ref": "#/$defs/domainName" } } } }, "srvRecord": { "type": "object", "additionalProperties": false, "required": ["name", "port", "target"], "properties": { "name": { "type": "string", "pattern": "^[^\\r\\n]+$" }, "port": { "type": "integer", "minimum": 0, "maximum": 65535 }, "target": { "$ref": "#/$defs/recordTarget" }, "priority": { "type": "integer", "minimum": 0, "maximum": 65535 }, "weight": { "type": "integer", "minimum": 0, "maximum": 65535 }, "view": { "$ref": "#/$defs/view" } } }, "hostRecord": { "type": "object", "additionalProperties": false, "required": ["name", "addresses"], "properties": { "name": { "$ref": "#/$defs/hostName" }, "addresses": { "type": "array", "items": { "type": "string", "pattern": "^[0-9A-Fa-f.:]+$" } }, "view": { "$ref": "#/$defs/view" } } }, "certificate": { "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "$ref": "#/$defs/name" }, "subject": { "$ref": "#/$defs/certificateName" }, "subjectAlternativeNames": { "type": "array", "items": { "$ref": "#/$defs/certificateName" } }, "enhancedKeyUsage": { "type": "array", "items": { "enum": ["server", "client"] } }, "privateKeyExportable": { "type": "boolean" }, "issuer": { "enum": ["public", "private"] }, "requestedWith": { "enum": ["wizard", "cmdlet"] }, "signatureAlgorithm": { "enum": ["sha1", "sha256", "sha384", "sha512"] }, "notAfter": { "$ref": "#/$defs/date" }, "file": { "type": "string", "pattern": "\\S" } } }, "firewallRule": { "type": "object", "additionalProperties": false, "required": ["from", "to", "protocol", "ports"], "properties": { "from": { "$ref": "#/$defs/name" }, "to": { "$ref": "#/$defs/name" }, "protocol": { "enum": ["tcp", "udp"] }, "ports": { "type": ["integer", "string"], "minimum": 1, "maximum": 65535, "pattern": "^\\d{1,5}(?:-\\d{1,5})?$" }, "direction": { "enum": ["in", "out", "both"] } } }, "picUsl": { "type": "object", "additionalProperties": false, "properties": { "users": { "type": "integer", "minimum": 0 }, "purchased": { "$ref": "#/$defs/date" }, "expires": { "$ref": "#/$defs/date" } } }, "provisioningRequest": { "type": "object", "additionalProperties": false, "properties": { "agreementNumber": { "type": ["string", "integer"], "pattern": "\\S" }, "agreementType": { "enum": ["volume", "spla", "hvs", "partner"] }, "accessEdgeFqdns": { "type": "array", "items": { "$ref": "#/$defs/hostName" } }, "sipDomains": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "providers": { "type": "array", "items": { "$ref": "#/$defs/name" } }, "contact": { "type": "object", "additionalProperties": false, "properties": { "name": { "type": "string" }, "email": { "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$" }, "phone": { "type": ["string", "integer"] } } }, "submitted": { "$ref": "#/$defs/date" } } }, "grantees": { "type": "array", "items": { "$ref": "#/$defs/name" } }, "product": { "enum": ["lcs-2005-sp1", "ocs-2007", "ocs-2007-r2", "lync-2010", "lync-2013", "sfb-2015", "sfb-2019", "sfb-se"] }, "partnerProduct": { "enum": ["lcs-2005-sp1", "ocs-2007", "ocs-2007-r2", "lync-2010", "lync-2013", "sfb-2015", "sfb-2019", "sfb-se", "teams", "lync-online"] }, "verificationLevel": { "enum": ["AlwaysVerifiable", "AlwaysUnverifiable", "UseSourceVerification"] }, "negotiation": { "enum": ["Required", "Optional", "NotSupported"] }, "view": { "enum": ["public", "internal"] }, "policyIdentity": { "type": "string", "pattern": "\\S" }, "name": { "type": "string", "pattern": "\\S" }, "date": { "type": "string", "pattern": "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$" }, "domainName": { "type": "string", "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, "hostName": { "type": "string", "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, "certificateName": { "type": "string", "pattern": "^(?:\\*\\.)?[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, "recordTarget": { "type": "string", "pattern": "^[^\\r\\n]+$" }, "url": { "type": "string", "pattern": "^https?://\\S+$" }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "count": { "type": "integer", "minimum": 0, "maximum": 4294967295 } } };
var schema33 = { "enum": ["lcs-2005-sp1", "ocs-2007", "ocs-2007-r2", "lync-2010", "lync-2013", "sfb-2015", "sfb-2019", "sfb-se"] };
var func1 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp("^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$", "u");
var pattern10 = new RegExp("\\S", "u");
var schema34 = { "type": "object", "additionalProperties": false, "properties": { "allowFederatedUsers": { "type": "boolean" }, "enablePartnerDiscovery": { "type": "boolean" }, "useDnsSrvRouting": { "type": "boolean" }, "useDefaultRouting": { "type": "boolean" }, "defaultRouteFqdn": { "$ref": "#/$defs/hostName" }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "isPublicProvider": { "type": "boolean" }, "allowOutsideUsers": { "type": "boolean" }, "allowAnonymousUsers": { "type": "boolean" }, "discoveredPartnerVerificationLevel": { "$ref": "#/$defs/verificationLevel" }, "discoveredPartnerStandardRate": { "$ref": "#/$defs/count" }, "enableDiscoveredPartnerContactsLimit": { "type": "boolean" }, "maxContactsPerDiscoveredPartner": { "$ref": "#/$defs/count" }, "discoveredPartnerReportPeriodMinutes": { "$ref": "#/$defs/count" }, "enableArchivingDisclaimer": { "type": "boolean" }, "markSourceVerifiableOnOutgoingMessages": { "type": "boolean" }, "keepCrlsUpToDateForPeers": { "type": "boolean" }, "outgoingTlsCountForFederatedPartners": { "type": "integer", "minimum": 1, "maximum": 4 }, "beClearingHouse": { "type": "boolean" }, "enableUserReplicator": { "type": "boolean" }, "maxAcceptedCertificatesStored": { "$ref": "#/$defs/count" }, "maxRejectedCertificatesStored": { "$ref": "#/$defs/count" }, "certificatesDeletedPercentage": { "type": "integer", "minimum": 0, "maximum": 100 }, "dnsSrvCacheRecordCount": { "$ref": "#/$defs/count" }, "skypeSearchUrl": { "$ref": "#/$defs/url" } } };
var schema36 = { "enum": ["AlwaysVerifiable", "AlwaysUnverifiable", "UseSourceVerification"] };
var pattern5 = new RegExp("^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "u");
var pattern6 = new RegExp("^https?://\\S+$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func1.call(schema34.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.allowFederatedUsers !== void 0) {
      if (typeof data.allowFederatedUsers !== "boolean") {
        const err1 = { instancePath: instancePath + "/allowFederatedUsers", schemaPath: "#/properties/allowFederatedUsers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.enablePartnerDiscovery !== void 0) {
      if (typeof data.enablePartnerDiscovery !== "boolean") {
        const err2 = { instancePath: instancePath + "/enablePartnerDiscovery", schemaPath: "#/properties/enablePartnerDiscovery/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.useDnsSrvRouting !== void 0) {
      if (typeof data.useDnsSrvRouting !== "boolean") {
        const err3 = { instancePath: instancePath + "/useDnsSrvRouting", schemaPath: "#/properties/useDnsSrvRouting/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.useDefaultRouting !== void 0) {
      if (typeof data.useDefaultRouting !== "boolean") {
        const err4 = { instancePath: instancePath + "/useDefaultRouting", schemaPath: "#/properties/useDefaultRouting/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.defaultRouteFqdn !== void 0) {
      let data4 = data.defaultRouteFqdn;
      if (typeof data4 === "string") {
        if (!pattern5.test(data4)) {
          const err5 = { instancePath: instancePath + "/defaultRouteFqdn", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/defaultRouteFqdn", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.verificationLevel !== void 0) {
      let data5 = data.verificationLevel;
      if (!(data5 === "AlwaysVerifiable" || data5 === "AlwaysUnverifiable" || data5 === "UseSourceVerification")) {
        const err7 = { instancePath: instancePath + "/verificationLevel", schemaPath: "#/$defs/verificationLevel/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.isPublicProvider !== void 0) {
      if (typeof data.isPublicProvider !== "boolean") {
        const err8 = { instancePath: instancePath + "/isPublicProvider", schemaPath: "#/properties/isPublicProvider/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.allowOutsideUsers !== void 0) {
      if (typeof data.allowOutsideUsers !== "boolean") {
        const err9 = { instancePath: instancePath + "/allowOutsideUsers", schemaPath: "#/properties/allowOutsideUsers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.allowAnonymousUsers !== void 0) {
      if (typeof data.allowAnonymousUsers !== "boolean") {
        const err10 = { instancePath: instancePath + "/allowAnonymousUsers", schemaPath: "#/properties/allowAnonymousUsers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.discoveredPartnerVerificationLevel !== void 0) {
      let data9 = data.discoveredPartnerVerificationLevel;
      if (!(data9 === "AlwaysVerifiable" || data9 === "AlwaysUnverifiable" || data9 === "UseSourceVerification")) {
        const err11 = { instancePath: instancePath + "/discoveredPartnerVerificationLevel", schemaPath: "#/$defs/verificationLevel/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.discoveredPartnerStandardRate !== void 0) {
      let data10 = data.discoveredPartnerStandardRate;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err12 = { instancePath: instancePath + "/discoveredPartnerStandardRate", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 4294967295 || isNaN(data10)) {
          const err13 = { instancePath: instancePath + "/discoveredPartnerStandardRate", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err14 = { instancePath: instancePath + "/discoveredPartnerStandardRate", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.enableDiscoveredPartnerContactsLimit !== void 0) {
      if (typeof data.enableDiscoveredPartnerContactsLimit !== "boolean") {
        const err15 = { instancePath: instancePath + "/enableDiscoveredPartnerContactsLimit", schemaPath: "#/properties/enableDiscoveredPartnerContactsLimit/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.maxContactsPerDiscoveredPartner !== void 0) {
      let data12 = data.maxContactsPerDiscoveredPartner;
      if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
        const err16 = { instancePath: instancePath + "/maxContactsPerDiscoveredPartner", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 4294967295 || isNaN(data12)) {
          const err17 = { instancePath: instancePath + "/maxContactsPerDiscoveredPartner", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data12 < 0 || isNaN(data12)) {
          const err18 = { instancePath: instancePath + "/maxContactsPerDiscoveredPartner", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
    if (data.discoveredPartnerReportPeriodMinutes !== void 0) {
      let data13 = data.discoveredPartnerReportPeriodMinutes;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        const err19 = { instancePath: instancePath + "/discoveredPartnerReportPeriodMinutes", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 4294967295 || isNaN(data13)) {
          const err20 = { instancePath: instancePath + "/discoveredPartnerReportPeriodMinutes", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (data13 < 0 || isNaN(data13)) {
          const err21 = { instancePath: instancePath + "/discoveredPartnerReportPeriodMinutes", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
    }
    if (data.enableArchivingDisclaimer !== void 0) {
      if (typeof data.enableArchivingDisclaimer !== "boolean") {
        const err22 = { instancePath: instancePath + "/enableArchivingDisclaimer", schemaPath: "#/properties/enableArchivingDisclaimer/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.markSourceVerifiableOnOutgoingMessages !== void 0) {
      if (typeof data.markSourceVerifiableOnOutgoingMessages !== "boolean") {
        const err23 = { instancePath: instancePath + "/markSourceVerifiableOnOutgoingMessages", schemaPath: "#/properties/markSourceVerifiableOnOutgoingMessages/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.keepCrlsUpToDateForPeers !== void 0) {
      if (typeof data.keepCrlsUpToDateForPeers !== "boolean") {
        const err24 = { instancePath: instancePath + "/keepCrlsUpToDateForPeers", schemaPath: "#/properties/keepCrlsUpToDateForPeers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.outgoingTlsCountForFederatedPartners !== void 0) {
      let data17 = data.outgoingTlsCountForFederatedPartners;
      if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
        const err25 = { instancePath: instancePath + "/outgoingTlsCountForFederatedPartners", schemaPath: "#/properties/outgoingTlsCountForFederatedPartners/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (typeof data17 == "number" && isFinite(data17)) {
        if (data17 > 4 || isNaN(data17)) {
          const err26 = { instancePath: instancePath + "/outgoingTlsCountForFederatedPartners", schemaPath: "#/properties/outgoingTlsCountForFederatedPartners/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4 }, message: "must be <= 4" };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (data17 < 1 || isNaN(data17)) {
          const err27 = { instancePath: instancePath + "/outgoingTlsCountForFederatedPartners", schemaPath: "#/properties/outgoingTlsCountForFederatedPartners/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    }
    if (data.beClearingHouse !== void 0) {
      if (typeof data.beClearingHouse !== "boolean") {
        const err28 = { instancePath: instancePath + "/beClearingHouse", schemaPath: "#/properties/beClearingHouse/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.enableUserReplicator !== void 0) {
      if (typeof data.enableUserReplicator !== "boolean") {
        const err29 = { instancePath: instancePath + "/enableUserReplicator", schemaPath: "#/properties/enableUserReplicator/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.maxAcceptedCertificatesStored !== void 0) {
      let data20 = data.maxAcceptedCertificatesStored;
      if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
        const err30 = { instancePath: instancePath + "/maxAcceptedCertificatesStored", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (typeof data20 == "number" && isFinite(data20)) {
        if (data20 > 4294967295 || isNaN(data20)) {
          const err31 = { instancePath: instancePath + "/maxAcceptedCertificatesStored", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (data20 < 0 || isNaN(data20)) {
          const err32 = { instancePath: instancePath + "/maxAcceptedCertificatesStored", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      }
    }
    if (data.maxRejectedCertificatesStored !== void 0) {
      let data21 = data.maxRejectedCertificatesStored;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
        const err33 = { instancePath: instancePath + "/maxRejectedCertificatesStored", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (typeof data21 == "number" && isFinite(data21)) {
        if (data21 > 4294967295 || isNaN(data21)) {
          const err34 = { instancePath: instancePath + "/maxRejectedCertificatesStored", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        if (data21 < 0 || isNaN(data21)) {
          const err35 = { instancePath: instancePath + "/maxRejectedCertificatesStored", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      }
    }
    if (data.certificatesDeletedPercentage !== void 0) {
      let data22 = data.certificatesDeletedPercentage;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
        const err36 = { instancePath: instancePath + "/certificatesDeletedPercentage", schemaPath: "#/properties/certificatesDeletedPercentage/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 > 100 || isNaN(data22)) {
          const err37 = { instancePath: instancePath + "/certificatesDeletedPercentage", schemaPath: "#/properties/certificatesDeletedPercentage/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (data22 < 0 || isNaN(data22)) {
          const err38 = { instancePath: instancePath + "/certificatesDeletedPercentage", schemaPath: "#/properties/certificatesDeletedPercentage/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      }
    }
    if (data.dnsSrvCacheRecordCount !== void 0) {
      let data23 = data.dnsSrvCacheRecordCount;
      if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23))) {
        const err39 = { instancePath: instancePath + "/dnsSrvCacheRecordCount", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
      if (typeof data23 == "number" && isFinite(data23)) {
        if (data23 > 4294967295 || isNaN(data23)) {
          const err40 = { instancePath: instancePath + "/dnsSrvCacheRecordCount", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (data23 < 0 || isNaN(data23)) {
          const err41 = { instancePath: instancePath + "/dnsSrvCacheRecordCount", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
    }
    if (data.skypeSearchUrl !== void 0) {
      let data24 = data.skypeSearchUrl;
      if (typeof data24 === "string") {
        if (!pattern6.test(data24)) {
          const err42 = { instancePath: instancePath + "/skypeSearchUrl", schemaPath: "#/$defs/url/pattern", keyword: "pattern", params: { pattern: "^https?://\\S+$" }, message: 'must match pattern "^https?://\\S+$"' };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      } else {
        const err43 = { instancePath: instancePath + "/skypeSearchUrl", schemaPath: "#/$defs/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
  } else {
    const err44 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err44];
    } else {
      vErrors.push(err44);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema45 = { "type": "object", "additionalProperties": false, "required": ["fqdn"], "properties": { "fqdn": { "$ref": "#/$defs/hostName" }, "accessEdgeFqdn": { "$ref": "#/$defs/hostName" }, "federation": { "type": "boolean" }, "xmpp": { "type": "boolean" }, "accessEdgeExternalSipPort": { "$ref": "#/$defs/port" }, "loadBalancing": { "enum": ["none", "dns", "hardware"] }, "nat": { "type": "boolean" }, "operatingSystem": { "enum": ["windows-server-2003", "windows-server-2008", "windows-server-2008-r2", "windows-server-2012", "windows-server-2012-r2", "windows-server-2016", "windows-server-2019", "windows-server-2022"] }, "cipherSuites": { "type": "array", "items": { "type": "string", "pattern": "^TLS_[A-Z0-9_]+$|^SSL_[A-Z0-9_]+$" } }, "certificate": { "$ref": "#/$defs/name" }, "computers": { "type": "array", "items": { "$ref": "#/$defs/hostName" } } } };
var pattern9 = new RegExp("^TLS_[A-Z0-9_]+$|^SSL_[A-Z0-9_]+$", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.fqdn === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fqdn" }, message: "must have required property 'fqdn'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema45.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.fqdn !== void 0) {
      let data0 = data.fqdn;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err2 = { instancePath: instancePath + "/fqdn", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/fqdn", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.accessEdgeFqdn !== void 0) {
      let data1 = data.accessEdgeFqdn;
      if (typeof data1 === "string") {
        if (!pattern5.test(data1)) {
          const err4 = { instancePath: instancePath + "/accessEdgeFqdn", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/accessEdgeFqdn", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.federation !== void 0) {
      if (typeof data.federation !== "boolean") {
        const err6 = { instancePath: instancePath + "/federation", schemaPath: "#/properties/federation/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.xmpp !== void 0) {
      if (typeof data.xmpp !== "boolean") {
        const err7 = { instancePath: instancePath + "/xmpp", schemaPath: "#/properties/xmpp/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.accessEdgeExternalSipPort !== void 0) {
      let data4 = data.accessEdgeExternalSipPort;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err8 = { instancePath: instancePath + "/accessEdgeExternalSipPort", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 65535 || isNaN(data4)) {
          const err9 = { instancePath: instancePath + "/accessEdgeExternalSipPort", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          const err10 = { instancePath: instancePath + "/accessEdgeExternalSipPort", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.loadBalancing !== void 0) {
      let data5 = data.loadBalancing;
      if (!(data5 === "none" || data5 === "dns" || data5 === "hardware")) {
        const err11 = { instancePath: instancePath + "/loadBalancing", schemaPath: "#/properties/loadBalancing/enum", keyword: "enum", params: { allowedValues: schema45.properties.loadBalancing.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.nat !== void 0) {
      if (typeof data.nat !== "boolean") {
        const err12 = { instancePath: instancePath + "/nat", schemaPath: "#/properties/nat/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.operatingSystem !== void 0) {
      let data7 = data.operatingSystem;
      if (!(data7 === "windows-server-2003" || data7 === "windows-server-2008" || data7 === "windows-server-2008-r2" || data7 === "windows-server-2012" || data7 === "windows-server-2012-r2" || data7 === "windows-server-2016" || data7 === "windows-server-2019" || data7 === "windows-server-2022")) {
        const err13 = { instancePath: instancePath + "/operatingSystem", schemaPath: "#/properties/operatingSystem/enum", keyword: "enum", params: { allowedValues: schema45.properties.operatingSystem.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.cipherSuites !== void 0) {
      let data8 = data.cipherSuites;
      if (Array.isArray(data8)) {
        const len0 = data8.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data9 = data8[i0];
          if (typeof data9 === "string") {
            if (!pattern9.test(data9)) {
              const err14 = { instancePath: instancePath + "/cipherSuites/" + i0, schemaPath: "#/properties/cipherSuites/items/pattern", keyword: "pattern", params: { pattern: "^TLS_[A-Z0-9_]+$|^SSL_[A-Z0-9_]+$" }, message: 'must match pattern "^TLS_[A-Z0-9_]+$|^SSL_[A-Z0-9_]+$"' };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/cipherSuites/" + i0, schemaPath: "#/properties/cipherSuites/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/cipherSuites", schemaPath: "#/properties/cipherSuites/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.certificate !== void 0) {
      let data10 = data.certificate;
      if (typeof data10 === "string") {
        if (!pattern10.test(data10)) {
          const err17 = { instancePath: instancePath + "/certificate", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/certificate", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.computers !== void 0) {
      let data11 = data.computers;
      if (Array.isArray(data11)) {
        const len1 = data11.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data12 = data11[i1];
          if (typeof data12 === "string") {
            if (!pattern5.test(data12)) {
              const err19 = { instancePath: instancePath + "/computers/" + i1, schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/computers/" + i1, schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/computers", schemaPath: "#/properties/computers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema51 = { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["identity"], "properties": { "identity": { "$ref": "#/$defs/domainName" }, "isDefault": { "type": "boolean" }, "mobileClients": { "type": "array", "items": { "enum": ["ios", "windows-phone", "android", "symbian"] } }, "mobileClientVersion": { "enum": ["lync-2010", "lync-2013"] }, "survivableBranchUsers": { "type": "integer", "minimum": 0 }, "users": { "type": "integer", "minimum": 0 }, "usersOnServers": { "type": "integer", "minimum": 0 } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema51.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.identity === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "identity" }, message: "must have required property 'identity'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "identity" || key0 === "isDefault" || key0 === "mobileClients" || key0 === "mobileClientVersion" || key0 === "survivableBranchUsers" || key0 === "users" || key0 === "usersOnServers")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.identity !== void 0) {
      let data0 = data.identity;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err4 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.isDefault !== void 0) {
      if (typeof data.isDefault !== "boolean") {
        const err6 = { instancePath: instancePath + "/isDefault", schemaPath: "#/properties/isDefault/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.mobileClients !== void 0) {
      let data2 = data.mobileClients;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (!(data3 === "ios" || data3 === "windows-phone" || data3 === "android" || data3 === "symbian")) {
            const err7 = { instancePath: instancePath + "/mobileClients/" + i0, schemaPath: "#/properties/mobileClients/items/enum", keyword: "enum", params: { allowedValues: schema51.properties.mobileClients.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/mobileClients", schemaPath: "#/properties/mobileClients/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.mobileClientVersion !== void 0) {
      let data4 = data.mobileClientVersion;
      if (!(data4 === "lync-2010" || data4 === "lync-2013")) {
        const err9 = { instancePath: instancePath + "/mobileClientVersion", schemaPath: "#/properties/mobileClientVersion/enum", keyword: "enum", params: { allowedValues: schema51.properties.mobileClientVersion.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.survivableBranchUsers !== void 0) {
      let data5 = data.survivableBranchUsers;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err10 = { instancePath: instancePath + "/survivableBranchUsers", schemaPath: "#/properties/survivableBranchUsers/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 < 0 || isNaN(data5)) {
          const err11 = { instancePath: instancePath + "/survivableBranchUsers", schemaPath: "#/properties/survivableBranchUsers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.users !== void 0) {
      let data6 = data.users;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err12 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 < 0 || isNaN(data6)) {
          const err13 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.usersOnServers !== void 0) {
      let data7 = data.usersOnServers;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err14 = { instancePath: instancePath + "/usersOnServers", schemaPath: "#/properties/usersOnServers/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 < 0 || isNaN(data7)) {
          const err15 = { instancePath: instancePath + "/usersOnServers", schemaPath: "#/properties/usersOnServers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema53 = { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "comment": { "type": "string" }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "markForMonitoring": { "type": "boolean" }, "partner": { "$ref": "#/$defs/partner" } } };
var schema57 = { "type": "object", "additionalProperties": false, "properties": { "product": { "$ref": "#/$defs/partnerProduct" }, "hosted": { "type": "boolean" }, "federationType": { "enum": ["discovered", "allowed-domain", "allowed-server", "hosting-provider", "public-provider", "open-enhanced-federation", "enhanced-federation", "direct-federation", "clearing-house", "im-provider", "open-enhanced", "enhanced", "direct"] }, "srv": { "$ref": "#/$defs/recordTarget" }, "messagesPerSecond": { "type": "number", "minimum": 0 }, "contacts": { "type": "integer", "minimum": 0 }, "confirmed": { "type": "boolean" } } };
var schema58 = { "enum": ["lcs-2005-sp1", "ocs-2007", "ocs-2007-r2", "lync-2010", "lync-2013", "sfb-2015", "sfb-2019", "sfb-se", "teams", "lync-online"] };
var pattern17 = new RegExp("^[^\\r\\n]+$", "u");
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "product" || key0 === "hosted" || key0 === "federationType" || key0 === "srv" || key0 === "messagesPerSecond" || key0 === "contacts" || key0 === "confirmed")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.product !== void 0) {
      let data0 = data.product;
      if (!(data0 === "lcs-2005-sp1" || data0 === "ocs-2007" || data0 === "ocs-2007-r2" || data0 === "lync-2010" || data0 === "lync-2013" || data0 === "sfb-2015" || data0 === "sfb-2019" || data0 === "sfb-se" || data0 === "teams" || data0 === "lync-online")) {
        const err1 = { instancePath: instancePath + "/product", schemaPath: "#/$defs/partnerProduct/enum", keyword: "enum", params: { allowedValues: schema58.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.hosted !== void 0) {
      if (typeof data.hosted !== "boolean") {
        const err2 = { instancePath: instancePath + "/hosted", schemaPath: "#/properties/hosted/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.federationType !== void 0) {
      let data2 = data.federationType;
      if (!(data2 === "discovered" || data2 === "allowed-domain" || data2 === "allowed-server" || data2 === "hosting-provider" || data2 === "public-provider" || data2 === "open-enhanced-federation" || data2 === "enhanced-federation" || data2 === "direct-federation" || data2 === "clearing-house" || data2 === "im-provider" || data2 === "open-enhanced" || data2 === "enhanced" || data2 === "direct")) {
        const err3 = { instancePath: instancePath + "/federationType", schemaPath: "#/properties/federationType/enum", keyword: "enum", params: { allowedValues: schema57.properties.federationType.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.srv !== void 0) {
      let data3 = data.srv;
      if (typeof data3 === "string") {
        if (!pattern17.test(data3)) {
          const err4 = { instancePath: instancePath + "/srv", schemaPath: "#/$defs/recordTarget/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n]+$" }, message: 'must match pattern "^[^\\r\\n]+$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/srv", schemaPath: "#/$defs/recordTarget/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.messagesPerSecond !== void 0) {
      let data4 = data.messagesPerSecond;
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 0 || isNaN(data4)) {
          const err6 = { instancePath: instancePath + "/messagesPerSecond", schemaPath: "#/properties/messagesPerSecond/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/messagesPerSecond", schemaPath: "#/properties/messagesPerSecond/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.contacts !== void 0) {
      let data5 = data.contacts;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err8 = { instancePath: instancePath + "/contacts", schemaPath: "#/properties/contacts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 < 0 || isNaN(data5)) {
          const err9 = { instancePath: instancePath + "/contacts", schemaPath: "#/properties/contacts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.confirmed !== void 0) {
      if (typeof data.confirmed !== "boolean") {
        const err10 = { instancePath: instancePath + "/confirmed", schemaPath: "#/properties/confirmed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema53.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.domain === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "domain" || key0 === "proxyFqdn" || key0 === "comment" || key0 === "verificationLevel" || key0 === "markForMonitoring" || key0 === "partner")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data0 = data.domain;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err4 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.proxyFqdn !== void 0) {
      let data1 = data.proxyFqdn;
      if (typeof data1 === "string") {
        if (!pattern5.test(data1)) {
          const err6 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.comment !== void 0) {
      if (typeof data.comment !== "string") {
        const err8 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.verificationLevel !== void 0) {
      let data3 = data.verificationLevel;
      if (!(data3 === "AlwaysVerifiable" || data3 === "AlwaysUnverifiable" || data3 === "UseSourceVerification")) {
        const err9 = { instancePath: instancePath + "/verificationLevel", schemaPath: "#/$defs/verificationLevel/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.markForMonitoring !== void 0) {
      if (typeof data.markForMonitoring !== "boolean") {
        const err10 = { instancePath: instancePath + "/markForMonitoring", schemaPath: "#/properties/markForMonitoring/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.partner !== void 0) {
      if (!validate28(data.partner, { instancePath: instancePath + "/partner", parentData: data, parentDataProperty: "partner", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
        errors = vErrors.length;
      }
    }
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema60 = { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "comment": { "type": "string" } } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema60.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.domain === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "domain" || key0 === "comment")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data0 = data.domain;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err4 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.comment !== void 0) {
      if (typeof data.comment !== "string") {
        const err6 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema62 = { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "partner": { "$ref": "#/$defs/partner" } } };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema62.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.domain === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "domain" || key0 === "partner")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data0 = data.domain;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err4 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.partner !== void 0) {
      if (!validate28(data.partner, { instancePath: instancePath + "/partner", parentData: data, parentDataProperty: "partner", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
        errors = vErrors.length;
      }
    }
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema64 = { "type": ["object", "string"], "pattern": "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "$ref": "#/$defs/domainName" }, "partnerType": { "enum": ["Federated", "PublicVerified", "PublicUnverified"] }, "tlsNegotiation": { "$ref": "#/$defs/negotiation" }, "saslNegotiation": { "$ref": "#/$defs/negotiation" }, "supportDialbackNegotiation": { "type": "boolean" }, "enableKeepAlive": { "type": "boolean" }, "tested": { "type": "boolean" }, "additionalDomains": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "connectionLimit": { "$ref": "#/$defs/count" }, "description": { "type": "string" } } };
var schema66 = { "enum": ["Required", "Optional", "NotSupported"] };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema64.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.domain === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema64.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data0 = data.domain;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err4 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.partnerType !== void 0) {
      let data1 = data.partnerType;
      if (!(data1 === "Federated" || data1 === "PublicVerified" || data1 === "PublicUnverified")) {
        const err6 = { instancePath: instancePath + "/partnerType", schemaPath: "#/properties/partnerType/enum", keyword: "enum", params: { allowedValues: schema64.properties.partnerType.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.tlsNegotiation !== void 0) {
      let data2 = data.tlsNegotiation;
      if (!(data2 === "Required" || data2 === "Optional" || data2 === "NotSupported")) {
        const err7 = { instancePath: instancePath + "/tlsNegotiation", schemaPath: "#/$defs/negotiation/enum", keyword: "enum", params: { allowedValues: schema66.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.saslNegotiation !== void 0) {
      let data3 = data.saslNegotiation;
      if (!(data3 === "Required" || data3 === "Optional" || data3 === "NotSupported")) {
        const err8 = { instancePath: instancePath + "/saslNegotiation", schemaPath: "#/$defs/negotiation/enum", keyword: "enum", params: { allowedValues: schema66.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.supportDialbackNegotiation !== void 0) {
      if (typeof data.supportDialbackNegotiation !== "boolean") {
        const err9 = { instancePath: instancePath + "/supportDialbackNegotiation", schemaPath: "#/properties/supportDialbackNegotiation/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.enableKeepAlive !== void 0) {
      if (typeof data.enableKeepAlive !== "boolean") {
        const err10 = { instancePath: instancePath + "/enableKeepAlive", schemaPath: "#/properties/enableKeepAlive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.tested !== void 0) {
      if (typeof data.tested !== "boolean") {
        const err11 = { instancePath: instancePath + "/tested", schemaPath: "#/properties/tested/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.additionalDomains !== void 0) {
      let data7 = data.additionalDomains;
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (typeof data8 === "string") {
            if (!pattern5.test(data8)) {
              const err12 = { instancePath: instancePath + "/additionalDomains/" + i0, schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/additionalDomains/" + i0, schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/additionalDomains", schemaPath: "#/properties/additionalDomains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.proxyFqdn !== void 0) {
      let data9 = data.proxyFqdn;
      if (typeof data9 === "string") {
        if (!pattern5.test(data9)) {
          const err15 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.connectionLimit !== void 0) {
      let data10 = data.connectionLimit;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err17 = { instancePath: instancePath + "/connectionLimit", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 4294967295 || isNaN(data10)) {
          const err18 = { instancePath: instancePath + "/connectionLimit", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err19 = { instancePath: instancePath + "/connectionLimit", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err20 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema71 = { "type": "object", "additionalProperties": false, "required": ["identity", "enabled"], "if": { "required": ["identity"], "properties": { "identity": { "type": "string", "not": { "pattern": "^(?:[Aa][Oo][Ll]|[Aa][Ii][Mm]|[Yy][Aa][Hh][Oo][Oo]!|[Mm][Ee][Ss][Ss][Ee][Nn][Gg][Ee][Rr]|[Mm][Ss][Nn])$" } } } }, "then": { "required": ["proxyFqdn"] }, "properties": { "identity": { "$ref": "#/$defs/name" }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "enabled": { "type": "boolean" }, "capabilities": { "type": "array", "items": { "enum": ["im", "presence", "audio", "video", "file-transfer", "conference"] } }, "region": { "enum": ["mainland-china"] }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "iconUrl": { "$ref": "#/$defs/url" }, "nameDecorationDomain": { "$ref": "#/$defs/domainName" }, "nameDecorationRoutingDomain": { "$ref": "#/$defs/domainName" }, "nameDecorationExcludedDomainList": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "enableSkypeIdRouting": { "type": "boolean" }, "enableSkypeDirectorySearch": { "type": "boolean" } } };
var pattern26 = new RegExp("^(?:[Aa][Oo][Ll]|[Aa][Ii][Mm]|[Yy][Aa][Hh][Oo][Oo]!|[Mm][Ee][Ss][Ss][Ee][Nn][Gg][Ee][Rr]|[Mm][Ss][Nn])$", "u");
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.identity === void 0 && (missing0 = "identity")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.identity !== void 0) {
        let data0 = data.identity;
        if (typeof data0 !== "string") {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const _errs5 = errors;
        const _errs6 = errors;
        if (typeof data0 === "string") {
          if (!pattern26.test(data0)) {
            const err2 = {};
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        var valid2 = _errs6 === errors;
        if (valid2) {
          const err3 = {};
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        } else {
          errors = _errs5;
          if (vErrors !== null) {
            if (_errs5) {
              vErrors.length = _errs5;
            } else {
              vErrors = null;
            }
          }
        }
      }
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs7 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.proxyFqdn === void 0) {
        const err4 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "proxyFqdn" }, message: "must have required property 'proxyFqdn'" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.identity === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "identity" }, message: "must have required property 'identity'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.enabled === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "enabled" }, message: "must have required property 'enabled'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema71.properties, key0)) {
        const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.identity !== void 0) {
      let data1 = data.identity;
      if (typeof data1 === "string") {
        if (!pattern10.test(data1)) {
          const err9 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.proxyFqdn !== void 0) {
      let data2 = data.proxyFqdn;
      if (typeof data2 === "string") {
        if (!pattern5.test(data2)) {
          const err11 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.enabled !== void 0) {
      if (typeof data.enabled !== "boolean") {
        const err13 = { instancePath: instancePath + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.capabilities !== void 0) {
      let data4 = data.capabilities;
      if (Array.isArray(data4)) {
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (!(data5 === "im" || data5 === "presence" || data5 === "audio" || data5 === "video" || data5 === "file-transfer" || data5 === "conference")) {
            const err14 = { instancePath: instancePath + "/capabilities/" + i0, schemaPath: "#/properties/capabilities/items/enum", keyword: "enum", params: { allowedValues: schema71.properties.capabilities.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/capabilities", schemaPath: "#/properties/capabilities/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.region !== void 0) {
      if (!(data.region === "mainland-china")) {
        const err16 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/enum", keyword: "enum", params: { allowedValues: schema71.properties.region.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.verificationLevel !== void 0) {
      let data7 = data.verificationLevel;
      if (!(data7 === "AlwaysVerifiable" || data7 === "AlwaysUnverifiable" || data7 === "UseSourceVerification")) {
        const err17 = { instancePath: instancePath + "/verificationLevel", schemaPath: "#/$defs/verificationLevel/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.iconUrl !== void 0) {
      let data8 = data.iconUrl;
      if (typeof data8 === "string") {
        if (!pattern6.test(data8)) {
          const err18 = { instancePath: instancePath + "/iconUrl", schemaPath: "#/$defs/url/pattern", keyword: "pattern", params: { pattern: "^https?://\\S+$" }, message: 'must match pattern "^https?://\\S+$"' };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/iconUrl", schemaPath: "#/$defs/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.nameDecorationDomain !== void 0) {
      let data9 = data.nameDecorationDomain;
      if (typeof data9 === "string") {
        if (!pattern5.test(data9)) {
          const err20 = { instancePath: instancePath + "/nameDecorationDomain", schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/nameDecorationDomain", schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.nameDecorationRoutingDomain !== void 0) {
      let data10 = data.nameDecorationRoutingDomain;
      if (typeof data10 === "string") {
        if (!pattern5.test(data10)) {
          const err22 = { instancePath: instancePath + "/nameDecorationRoutingDomain", schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/nameDecorationRoutingDomain", schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.nameDecorationExcludedDomainList !== void 0) {
      let data11 = data.nameDecorationExcludedDomainList;
      if (Array.isArray(data11)) {
        const len1 = data11.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data12 = data11[i1];
          if (typeof data12 === "string") {
            if (!pattern5.test(data12)) {
              const err24 = { instancePath: instancePath + "/nameDecorationExcludedDomainList/" + i1, schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/nameDecorationExcludedDomainList/" + i1, schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/nameDecorationExcludedDomainList", schemaPath: "#/properties/nameDecorationExcludedDomainList/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.enableSkypeIdRouting !== void 0) {
      if (typeof data.enableSkypeIdRouting !== "boolean") {
        const err27 = { instancePath: instancePath + "/enableSkypeIdRouting", schemaPath: "#/properties/enableSkypeIdRouting/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.enableSkypeDirectorySearch !== void 0) {
      if (typeof data.enableSkypeDirectorySearch !== "boolean") {
        const err28 = { instancePath: instancePath + "/enableSkypeDirectorySearch", schemaPath: "#/properties/enableSkypeDirectorySearch/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema79 = { "type": "object", "additionalProperties": false, "required": ["identity", "proxyFqdn", "enabled"], "properties": { "identity": { "$ref": "#/$defs/name" }, "proxyFqdn": { "$ref": "#/$defs/hostName" }, "enabled": { "type": "boolean" }, "enabledSharedAddressSpace": { "type": "boolean" }, "hostsOCSUsers": { "type": "boolean" }, "isLocal": { "type": "boolean" }, "verificationLevel": { "$ref": "#/$defs/verificationLevel" }, "autodiscoverUrl": { "$ref": "#/$defs/url" }, "sipClientPort": { "$ref": "#/$defs/port" } } };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.identity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "identity" }, message: "must have required property 'identity'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.proxyFqdn === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "proxyFqdn" }, message: "must have required property 'proxyFqdn'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.enabled === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "enabled" }, message: "must have required property 'enabled'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema79.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.identity !== void 0) {
      let data0 = data.identity;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err4 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.proxyFqdn !== void 0) {
      let data1 = data.proxyFqdn;
      if (typeof data1 === "string") {
        if (!pattern5.test(data1)) {
          const err6 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/proxyFqdn", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.enabled !== void 0) {
      if (typeof data.enabled !== "boolean") {
        const err8 = { instancePath: instancePath + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.enabledSharedAddressSpace !== void 0) {
      if (typeof data.enabledSharedAddressSpace !== "boolean") {
        const err9 = { instancePath: instancePath + "/enabledSharedAddressSpace", schemaPath: "#/properties/enabledSharedAddressSpace/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.hostsOCSUsers !== void 0) {
      if (typeof data.hostsOCSUsers !== "boolean") {
        const err10 = { instancePath: instancePath + "/hostsOCSUsers", schemaPath: "#/properties/hostsOCSUsers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.isLocal !== void 0) {
      if (typeof data.isLocal !== "boolean") {
        const err11 = { instancePath: instancePath + "/isLocal", schemaPath: "#/properties/isLocal/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.verificationLevel !== void 0) {
      let data6 = data.verificationLevel;
      if (!(data6 === "AlwaysVerifiable" || data6 === "AlwaysUnverifiable" || data6 === "UseSourceVerification")) {
        const err12 = { instancePath: instancePath + "/verificationLevel", schemaPath: "#/$defs/verificationLevel/enum", keyword: "enum", params: { allowedValues: schema36.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.autodiscoverUrl !== void 0) {
      let data7 = data.autodiscoverUrl;
      if (typeof data7 === "string") {
        if (!pattern6.test(data7)) {
          const err13 = { instancePath: instancePath + "/autodiscoverUrl", schemaPath: "#/$defs/url/pattern", keyword: "pattern", params: { pattern: "^https?://\\S+$" }, message: 'must match pattern "^https?://\\S+$"' };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/autodiscoverUrl", schemaPath: "#/$defs/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.sipClientPort !== void 0) {
      let data8 = data.sipClientPort;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err15 = { instancePath: instancePath + "/sipClientPort", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 > 65535 || isNaN(data8)) {
          const err16 = { instancePath: instancePath + "/sipClientPort", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data8 < 1 || isNaN(data8)) {
          const err17 = { instancePath: instancePath + "/sipClientPort", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.identity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "identity" }, message: "must have required property 'identity'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "identity" || key0 === "description" || key0 === "enableFederationAccess" || key0 === "enableXmppAccess" || key0 === "enablePublicCloudAccess" || key0 === "enablePublicCloudAudioVideoAccess" || key0 === "enableOutsideAccess" || key0 === "grantedTo")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.identity !== void 0) {
      let data0 = data.identity;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err2 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/policyIdentity/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/policyIdentity/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err4 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.enableFederationAccess !== void 0) {
      if (typeof data.enableFederationAccess !== "boolean") {
        const err5 = { instancePath: instancePath + "/enableFederationAccess", schemaPath: "#/properties/enableFederationAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.enableXmppAccess !== void 0) {
      if (typeof data.enableXmppAccess !== "boolean") {
        const err6 = { instancePath: instancePath + "/enableXmppAccess", schemaPath: "#/properties/enableXmppAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.enablePublicCloudAccess !== void 0) {
      if (typeof data.enablePublicCloudAccess !== "boolean") {
        const err7 = { instancePath: instancePath + "/enablePublicCloudAccess", schemaPath: "#/properties/enablePublicCloudAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.enablePublicCloudAudioVideoAccess !== void 0) {
      if (typeof data.enablePublicCloudAudioVideoAccess !== "boolean") {
        const err8 = { instancePath: instancePath + "/enablePublicCloudAudioVideoAccess", schemaPath: "#/properties/enablePublicCloudAudioVideoAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.enableOutsideAccess !== void 0) {
      if (typeof data.enableOutsideAccess !== "boolean") {
        const err9 = { instancePath: instancePath + "/enableOutsideAccess", schemaPath: "#/properties/enableOutsideAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.grantedTo !== void 0) {
      if (!validate43(data.grantedTo, { instancePath: instancePath + "/grantedTo", parentData: data, parentDataProperty: "grantedTo", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
validate42.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema89 = { "type": "object", "additionalProperties": false, "required": ["identity"], "properties": { "identity": { "$ref": "#/$defs/policyIdentity" }, "description": { "type": "string" }, "enableMobility": { "type": "boolean" }, "enableOutsideVoice": { "type": "boolean" }, "enableIPAudioVideo": { "type": "boolean" }, "requireWIFIForIPAudio": { "type": "boolean" }, "requireWIFIForIPVideo": { "type": "boolean" }, "requireWiFiForSharing": { "type": "boolean" }, "allowSaveCallLogs": { "type": "boolean" }, "allowSaveCredentials": { "type": "boolean" }, "allowSaveIMHistory": { "type": "boolean" }, "allowExchangeConnectivity": { "type": "boolean" }, "allowCustomerExperienceImprovementProgram": { "type": "boolean" }, "grantedTo": { "$ref": "#/$defs/grantees" } } };
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate46.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.identity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "identity" }, message: "must have required property 'identity'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema89.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.identity !== void 0) {
      let data0 = data.identity;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err2 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/policyIdentity/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/policyIdentity/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err4 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.enableMobility !== void 0) {
      if (typeof data.enableMobility !== "boolean") {
        const err5 = { instancePath: instancePath + "/enableMobility", schemaPath: "#/properties/enableMobility/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.enableOutsideVoice !== void 0) {
      if (typeof data.enableOutsideVoice !== "boolean") {
        const err6 = { instancePath: instancePath + "/enableOutsideVoice", schemaPath: "#/properties/enableOutsideVoice/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.enableIPAudioVideo !== void 0) {
      if (typeof data.enableIPAudioVideo !== "boolean") {
        const err7 = { instancePath: instancePath + "/enableIPAudioVideo", schemaPath: "#/properties/enableIPAudioVideo/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.requireWIFIForIPAudio !== void 0) {
      if (typeof data.requireWIFIForIPAudio !== "boolean") {
        const err8 = { instancePath: instancePath + "/requireWIFIForIPAudio", schemaPath: "#/properties/requireWIFIForIPAudio/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.requireWIFIForIPVideo !== void 0) {
      if (typeof data.requireWIFIForIPVideo !== "boolean") {
        const err9 = { instancePath: instancePath + "/requireWIFIForIPVideo", schemaPath: "#/properties/requireWIFIForIPVideo/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.requireWiFiForSharing !== void 0) {
      if (typeof data.requireWiFiForSharing !== "boolean") {
        const err10 = { instancePath: instancePath + "/requireWiFiForSharing", schemaPath: "#/properties/requireWiFiForSharing/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.allowSaveCallLogs !== void 0) {
      if (typeof data.allowSaveCallLogs !== "boolean") {
        const err11 = { instancePath: instancePath + "/allowSaveCallLogs", schemaPath: "#/properties/allowSaveCallLogs/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.allowSaveCredentials !== void 0) {
      if (typeof data.allowSaveCredentials !== "boolean") {
        const err12 = { instancePath: instancePath + "/allowSaveCredentials", schemaPath: "#/properties/allowSaveCredentials/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.allowSaveIMHistory !== void 0) {
      if (typeof data.allowSaveIMHistory !== "boolean") {
        const err13 = { instancePath: instancePath + "/allowSaveIMHistory", schemaPath: "#/properties/allowSaveIMHistory/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.allowExchangeConnectivity !== void 0) {
      if (typeof data.allowExchangeConnectivity !== "boolean") {
        const err14 = { instancePath: instancePath + "/allowExchangeConnectivity", schemaPath: "#/properties/allowExchangeConnectivity/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.allowCustomerExperienceImprovementProgram !== void 0) {
      if (typeof data.allowCustomerExperienceImprovementProgram !== "boolean") {
        const err15 = { instancePath: instancePath + "/allowCustomerExperienceImprovementProgram", schemaPath: "#/properties/allowCustomerExperienceImprovementProgram/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.grantedTo !== void 0) {
      if (!validate43(data.grantedTo, { instancePath: instancePath + "/grantedTo", parentData: data, parentDataProperty: "grantedTo", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
validate46.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "identity" || key0 === "enableApplePushNotificationService" || key0 === "enableMicrosoftPushNotificationService")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.identity !== void 0) {
      let data0 = data.identity;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err1 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/identity", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.enableApplePushNotificationService !== void 0) {
      if (typeof data.enableApplePushNotificationService !== "boolean") {
        const err3 = { instancePath: instancePath + "/enableApplePushNotificationService", schemaPath: "#/properties/enableApplePushNotificationService/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.enableMicrosoftPushNotificationService !== void 0) {
      if (typeof data.enableMicrosoftPushNotificationService !== "boolean") {
        const err4 = { instancePath: instancePath + "/enableMicrosoftPushNotificationService", schemaPath: "#/properties/enableMicrosoftPushNotificationService/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
validate49.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate51.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "connectionLimit" || key0 === "partnerConnectionLimit" || key0 === "keepAliveInterval" || key0 === "streamEstablishmentTimeout" || key0 === "streamInactivityTimeout" || key0 === "subscriptionRefreshInterval" || key0 === "enableLoggingAllMessageBodies")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.connectionLimit !== void 0) {
      let data0 = data.connectionLimit;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/connectionLimit", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 4294967295 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/connectionLimit", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/connectionLimit", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.partnerConnectionLimit !== void 0) {
      let data1 = data.partnerConnectionLimit;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/partnerConnectionLimit", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 4294967295 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/partnerConnectionLimit", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/partnerConnectionLimit", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.keepAliveInterval !== void 0) {
      let data2 = data.keepAliveInterval;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err7 = { instancePath: instancePath + "/keepAliveInterval", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 4294967295 || isNaN(data2)) {
          const err8 = { instancePath: instancePath + "/keepAliveInterval", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err9 = { instancePath: instancePath + "/keepAliveInterval", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.streamEstablishmentTimeout !== void 0) {
      let data3 = data.streamEstablishmentTimeout;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err10 = { instancePath: instancePath + "/streamEstablishmentTimeout", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 4294967295 || isNaN(data3)) {
          const err11 = { instancePath: instancePath + "/streamEstablishmentTimeout", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err12 = { instancePath: instancePath + "/streamEstablishmentTimeout", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    }
    if (data.streamInactivityTimeout !== void 0) {
      let data4 = data.streamInactivityTimeout;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err13 = { instancePath: instancePath + "/streamInactivityTimeout", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 4294967295 || isNaN(data4)) {
          const err14 = { instancePath: instancePath + "/streamInactivityTimeout", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err15 = { instancePath: instancePath + "/streamInactivityTimeout", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.subscriptionRefreshInterval !== void 0) {
      let data5 = data.subscriptionRefreshInterval;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err16 = { instancePath: instancePath + "/subscriptionRefreshInterval", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 4294967295 || isNaN(data5)) {
          const err17 = { instancePath: instancePath + "/subscriptionRefreshInterval", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          const err18 = { instancePath: instancePath + "/subscriptionRefreshInterval", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
    if (data.enableLoggingAllMessageBodies !== void 0) {
      if (typeof data.enableLoggingAllMessageBodies !== "boolean") {
        const err19 = { instancePath: instancePath + "/enableLoggingAllMessageBodies", schemaPath: "#/properties/enableLoggingAllMessageBodies/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}
validate51.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "sharedSipAddressSpace" || key0 === "allowFederatedUsers" || key0 === "allowPublicUsers" || key0 === "sipDomains" || key0 === "allowedDomains" || key0 === "blockedDomains")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.sharedSipAddressSpace !== void 0) {
      if (typeof data.sharedSipAddressSpace !== "boolean") {
        const err1 = { instancePath: instancePath + "/sharedSipAddressSpace", schemaPath: "#/properties/sharedSipAddressSpace/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.allowFederatedUsers !== void 0) {
      if (typeof data.allowFederatedUsers !== "boolean") {
        const err2 = { instancePath: instancePath + "/allowFederatedUsers", schemaPath: "#/properties/allowFederatedUsers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.allowPublicUsers !== void 0) {
      if (typeof data.allowPublicUsers !== "boolean") {
        const err3 = { instancePath: instancePath + "/allowPublicUsers", schemaPath: "#/properties/allowPublicUsers/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sipDomains !== void 0) {
      let data3 = data.sipDomains;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (!pattern5.test(data4)) {
              const err4 = { instancePath: instancePath + "/sipDomains/" + i0, schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/sipDomains/" + i0, schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/sipDomains", schemaPath: "#/properties/sipDomains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.allowedDomains !== void 0) {
      let data5 = data.allowedDomains;
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (typeof data6 === "string") {
            if (!pattern5.test(data6)) {
              const err7 = { instancePath: instancePath + "/allowedDomains/" + i1, schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/allowedDomains/" + i1, schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/allowedDomains", schemaPath: "#/properties/allowedDomains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.blockedDomains !== void 0) {
      let data7 = data.blockedDomains;
      if (Array.isArray(data7)) {
        const len2 = data7.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data8 = data7[i2];
          if (typeof data8 === "string") {
            if (!pattern5.test(data8)) {
              const err10 = { instancePath: instancePath + "/blockedDomains/" + i2, schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/blockedDomains/" + i2, schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/blockedDomains", schemaPath: "#/properties/blockedDomains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema106 = { "enum": ["public", "internal"] };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.port === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, message: "must have required property 'port'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.target === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "target" }, message: "must have required property 'target'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "port" || key0 === "target" || key0 === "priority" || key0 === "weight" || key0 === "view")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern17.test(data0)) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n]+$" }, message: 'must match pattern "^[^\\r\\n]+$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err6 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err7 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err8 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.target !== void 0) {
      let data2 = data.target;
      if (typeof data2 === "string") {
        if (!pattern17.test(data2)) {
          const err9 = { instancePath: instancePath + "/target", schemaPath: "#/$defs/recordTarget/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n]+$" }, message: 'must match pattern "^[^\\r\\n]+$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/target", schemaPath: "#/$defs/recordTarget/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.priority !== void 0) {
      let data3 = data.priority;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err11 = { instancePath: instancePath + "/priority", schemaPath: "#/properties/priority/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 65535 || isNaN(data3)) {
          const err12 = { instancePath: instancePath + "/priority", schemaPath: "#/properties/priority/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/priority", schemaPath: "#/properties/priority/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.weight !== void 0) {
      let data4 = data.weight;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err14 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 65535 || isNaN(data4)) {
          const err15 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err16 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.view !== void 0) {
      let data5 = data.view;
      if (!(data5 === "public" || data5 === "internal")) {
        const err17 = { instancePath: instancePath + "/view", schemaPath: "#/$defs/view/enum", keyword: "enum", params: { allowedValues: schema106.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern46 = new RegExp("^[0-9A-Fa-f.:]+$", "u");
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.addresses === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "addresses" }, message: "must have required property 'addresses'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "addresses" || key0 === "view")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.addresses !== void 0) {
      let data1 = data.addresses;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern46.test(data2)) {
              const err5 = { instancePath: instancePath + "/addresses/" + i0, schemaPath: "#/properties/addresses/items/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f.:]+$" }, message: 'must match pattern "^[0-9A-Fa-f.:]+$"' };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/addresses/" + i0, schemaPath: "#/properties/addresses/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.view !== void 0) {
      let data3 = data.view;
      if (!(data3 === "public" || data3 === "internal")) {
        const err8 = { instancePath: instancePath + "/view", schemaPath: "#/$defs/view/enum", keyword: "enum", params: { allowedValues: schema106.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
validate57.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema110 = { "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "$ref": "#/$defs/name" }, "subject": { "$ref": "#/$defs/certificateName" }, "subjectAlternativeNames": { "type": "array", "items": { "$ref": "#/$defs/certificateName" } }, "enhancedKeyUsage": { "type": "array", "items": { "enum": ["server", "client"] } }, "privateKeyExportable": { "type": "boolean" }, "issuer": { "enum": ["public", "private"] }, "requestedWith": { "enum": ["wizard", "cmdlet"] }, "signatureAlgorithm": { "enum": ["sha1", "sha256", "sha384", "sha512"] }, "notAfter": { "$ref": "#/$defs/date" }, "file": { "type": "string", "pattern": "\\S" } } };
var pattern48 = new RegExp("^(?:\\*\\.)?[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$", "u");
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema110.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.subject !== void 0) {
      let data1 = data.subject;
      if (typeof data1 === "string") {
        if (!pattern48.test(data1)) {
          const err4 = { instancePath: instancePath + "/subject", schemaPath: "#/$defs/certificateName/pattern", keyword: "pattern", params: { pattern: "^(?:\\*\\.)?[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^(?:\\*\\.)?[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/subject", schemaPath: "#/$defs/certificateName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.subjectAlternativeNames !== void 0) {
      let data2 = data.subjectAlternativeNames;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern48.test(data3)) {
              const err6 = { instancePath: instancePath + "/subjectAlternativeNames/" + i0, schemaPath: "#/$defs/certificateName/pattern", keyword: "pattern", params: { pattern: "^(?:\\*\\.)?[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^(?:\\*\\.)?[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/subjectAlternativeNames/" + i0, schemaPath: "#/$defs/certificateName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/subjectAlternativeNames", schemaPath: "#/properties/subjectAlternativeNames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.enhancedKeyUsage !== void 0) {
      let data4 = data.enhancedKeyUsage;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (!(data5 === "server" || data5 === "client")) {
            const err9 = { instancePath: instancePath + "/enhancedKeyUsage/" + i1, schemaPath: "#/properties/enhancedKeyUsage/items/enum", keyword: "enum", params: { allowedValues: schema110.properties.enhancedKeyUsage.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/enhancedKeyUsage", schemaPath: "#/properties/enhancedKeyUsage/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.privateKeyExportable !== void 0) {
      if (typeof data.privateKeyExportable !== "boolean") {
        const err11 = { instancePath: instancePath + "/privateKeyExportable", schemaPath: "#/properties/privateKeyExportable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.issuer !== void 0) {
      let data7 = data.issuer;
      if (!(data7 === "public" || data7 === "private")) {
        const err12 = { instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/enum", keyword: "enum", params: { allowedValues: schema110.properties.issuer.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.requestedWith !== void 0) {
      let data8 = data.requestedWith;
      if (!(data8 === "wizard" || data8 === "cmdlet")) {
        const err13 = { instancePath: instancePath + "/requestedWith", schemaPath: "#/properties/requestedWith/enum", keyword: "enum", params: { allowedValues: schema110.properties.requestedWith.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.signatureAlgorithm !== void 0) {
      let data9 = data.signatureAlgorithm;
      if (!(data9 === "sha1" || data9 === "sha256" || data9 === "sha384" || data9 === "sha512")) {
        const err14 = { instancePath: instancePath + "/signatureAlgorithm", schemaPath: "#/properties/signatureAlgorithm/enum", keyword: "enum", params: { allowedValues: schema110.properties.signatureAlgorithm.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.notAfter !== void 0) {
      let data10 = data.notAfter;
      if (typeof data10 === "string") {
        if (!pattern4.test(data10)) {
          const err15 = { instancePath: instancePath + "/notAfter", schemaPath: "#/$defs/date/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$" }, message: 'must match pattern "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$"' };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/notAfter", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data11 = data.file;
      if (typeof data11 === "string") {
        if (!pattern10.test(data11)) {
          const err17 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema115 = { "type": "object", "additionalProperties": false, "required": ["from", "to", "protocol", "ports"], "properties": { "from": { "$ref": "#/$defs/name" }, "to": { "$ref": "#/$defs/name" }, "protocol": { "enum": ["tcp", "udp"] }, "ports": { "type": ["integer", "string"], "minimum": 1, "maximum": 65535, "pattern": "^\\d{1,5}(?:-\\d{1,5})?$" }, "direction": { "enum": ["in", "out", "both"] } } };
var pattern54 = new RegExp("^\\d{1,5}(?:-\\d{1,5})?$", "u");
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate61.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.from === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.to === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.protocol === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.ports === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ports" }, message: "must have required property 'ports'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "from" || key0 === "to" || key0 === "protocol" || key0 === "ports" || key0 === "direction")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data0 = data.from;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err5 = { instancePath: instancePath + "/from", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/from", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data1 = data.to;
      if (typeof data1 === "string") {
        if (!pattern10.test(data1)) {
          const err7 = { instancePath: instancePath + "/to", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/to", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.protocol !== void 0) {
      let data2 = data.protocol;
      if (!(data2 === "tcp" || data2 === "udp")) {
        const err9 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema115.properties.protocol.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.ports !== void 0) {
      let data3 = data.ports;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) && typeof data3 !== "string") {
        const err10 = { instancePath: instancePath + "/ports", schemaPath: "#/properties/ports/type", keyword: "type", params: { type: schema115.properties.ports.type }, message: "must be integer,string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 65535 || isNaN(data3)) {
          const err11 = { instancePath: instancePath + "/ports", schemaPath: "#/properties/ports/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err12 = { instancePath: instancePath + "/ports", schemaPath: "#/properties/ports/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
      if (typeof data3 === "string") {
        if (!pattern54.test(data3)) {
          const err13 = { instancePath: instancePath + "/ports", schemaPath: "#/properties/ports/pattern", keyword: "pattern", params: { pattern: "^\\d{1,5}(?:-\\d{1,5})?$" }, message: 'must match pattern "^\\d{1,5}(?:-\\d{1,5})?$"' };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.direction !== void 0) {
      let data4 = data.direction;
      if (!(data4 === "in" || data4 === "out" || data4 === "both")) {
        const err14 = { instancePath: instancePath + "/direction", schemaPath: "#/properties/direction/enum", keyword: "enum", params: { allowedValues: schema115.properties.direction.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
validate61.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "users" || key0 === "purchased" || key0 === "expires")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      let data0 = data.users;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 0 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    if (data.purchased !== void 0) {
      let data1 = data.purchased;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err3 = { instancePath: instancePath + "/purchased", schemaPath: "#/$defs/date/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$" }, message: 'must match pattern "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/purchased", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.expires !== void 0) {
      let data2 = data.expires;
      if (typeof data2 === "string") {
        if (!pattern4.test(data2)) {
          const err5 = { instancePath: instancePath + "/expires", schemaPath: "#/$defs/date/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$" }, message: 'must match pattern "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/expires", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema121 = { "type": "object", "additionalProperties": false, "properties": { "agreementNumber": { "type": ["string", "integer"], "pattern": "\\S" }, "agreementType": { "enum": ["volume", "spla", "hvs", "partner"] }, "accessEdgeFqdns": { "type": "array", "items": { "$ref": "#/$defs/hostName" } }, "sipDomains": { "type": "array", "items": { "$ref": "#/$defs/domainName" } }, "providers": { "type": "array", "items": { "$ref": "#/$defs/name" } }, "contact": { "type": "object", "additionalProperties": false, "properties": { "name": { "type": "string" }, "email": { "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$" }, "phone": { "type": ["string", "integer"] } } }, "submitted": { "$ref": "#/$defs/date" } } };
var pattern61 = new RegExp("^[^\\s@]+@[^\\s@]+$", "u");
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "agreementNumber" || key0 === "agreementType" || key0 === "accessEdgeFqdns" || key0 === "sipDomains" || key0 === "providers" || key0 === "contact" || key0 === "submitted")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.agreementNumber !== void 0) {
      let data0 = data.agreementNumber;
      if (typeof data0 !== "string" && !(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/agreementNumber", schemaPath: "#/properties/agreementNumber/type", keyword: "type", params: { type: schema121.properties.agreementNumber.type }, message: "must be string,integer" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err2 = { instancePath: instancePath + "/agreementNumber", schemaPath: "#/properties/agreementNumber/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    if (data.agreementType !== void 0) {
      let data1 = data.agreementType;
      if (!(data1 === "volume" || data1 === "spla" || data1 === "hvs" || data1 === "partner")) {
        const err3 = { instancePath: instancePath + "/agreementType", schemaPath: "#/properties/agreementType/enum", keyword: "enum", params: { allowedValues: schema121.properties.agreementType.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.accessEdgeFqdns !== void 0) {
      let data2 = data.accessEdgeFqdns;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern5.test(data3)) {
              const err4 = { instancePath: instancePath + "/accessEdgeFqdns/" + i0, schemaPath: "#/$defs/hostName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/accessEdgeFqdns/" + i0, schemaPath: "#/$defs/hostName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/accessEdgeFqdns", schemaPath: "#/properties/accessEdgeFqdns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.sipDomains !== void 0) {
      let data4 = data.sipDomains;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (typeof data5 === "string") {
            if (!pattern5.test(data5)) {
              const err7 = { instancePath: instancePath + "/sipDomains/" + i1, schemaPath: "#/$defs/domainName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$" }, message: 'must match pattern "^[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?$"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/sipDomains/" + i1, schemaPath: "#/$defs/domainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/sipDomains", schemaPath: "#/properties/sipDomains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.providers !== void 0) {
      let data6 = data.providers;
      if (Array.isArray(data6)) {
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === "string") {
            if (!pattern10.test(data7)) {
              const err10 = { instancePath: instancePath + "/providers/" + i2, schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/providers/" + i2, schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/providers", schemaPath: "#/properties/providers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.contact !== void 0) {
      let data8 = data.contact;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (const key1 in data8) {
          if (!(key1 === "name" || key1 === "email" || key1 === "phone")) {
            const err13 = { instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data8.name !== void 0) {
          if (typeof data8.name !== "string") {
            const err14 = { instancePath: instancePath + "/contact/name", schemaPath: "#/properties/contact/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data8.email !== void 0) {
          let data10 = data8.email;
          if (typeof data10 === "string") {
            if (!pattern61.test(data10)) {
              const err15 = { instancePath: instancePath + "/contact/email", schemaPath: "#/properties/contact/properties/email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"' };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/contact/email", schemaPath: "#/properties/contact/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data8.phone !== void 0) {
          let data11 = data8.phone;
          if (typeof data11 !== "string" && !(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
            const err17 = { instancePath: instancePath + "/contact/phone", schemaPath: "#/properties/contact/properties/phone/type", keyword: "type", params: { type: schema121.properties.contact.properties.phone.type }, message: "must be string,integer" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.submitted !== void 0) {
      let data12 = data.submitted;
      if (typeof data12 === "string") {
        if (!pattern4.test(data12)) {
          const err19 = { instancePath: instancePath + "/submitted", schemaPath: "#/$defs/date/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$" }, message: 'must match pattern "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$"' };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/submitted", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
validate65.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.lyncFederation === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lyncFederation" }, message: "must have required property 'lyncFederation'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.lyncFederation !== void 0) {
      if (1 !== data.lyncFederation) {
        const err2 = { instancePath: instancePath + "/lyncFederation", schemaPath: "#/properties/lyncFederation/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.asOf !== void 0) {
      let data1 = data.asOf;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err3 = { instancePath: instancePath + "/asOf", schemaPath: "#/$defs/date/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$" }, message: 'must match pattern "^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/asOf", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.server !== void 0) {
      let data2 = data.server;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.product === void 0) {
          const err5 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/required", keyword: "required", params: { missingProperty: "product" }, message: "must have required property 'product'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "product" || key1 === "cumulativeUpdate")) {
            const err6 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data2.product !== void 0) {
          let data3 = data2.product;
          if (!(data3 === "lcs-2005-sp1" || data3 === "ocs-2007" || data3 === "ocs-2007-r2" || data3 === "lync-2010" || data3 === "lync-2013" || data3 === "sfb-2015" || data3 === "sfb-2019" || data3 === "sfb-se")) {
            const err7 = { instancePath: instancePath + "/server/product", schemaPath: "#/$defs/product/enum", keyword: "enum", params: { allowedValues: schema33.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data2.cumulativeUpdate !== void 0) {
          let data4 = data2.cumulativeUpdate;
          if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err8 = { instancePath: instancePath + "/server/cumulativeUpdate", schemaPath: "#/properties/server/properties/cumulativeUpdate/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 < 0 || isNaN(data4)) {
              const err9 = { instancePath: instancePath + "/server/cumulativeUpdate", schemaPath: "#/properties/server/properties/cumulativeUpdate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.organization !== void 0) {
      let data5 = data.organization;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key2 in data5) {
          if (!(key2 === "name" || key2 === "notes")) {
            const err11 = { instancePath: instancePath + "/organization", schemaPath: "#/properties/organization/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data5.name !== void 0) {
          if (typeof data5.name !== "string") {
            const err12 = { instancePath: instancePath + "/organization/name", schemaPath: "#/properties/organization/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data5.notes !== void 0) {
          if (typeof data5.notes !== "string") {
            const err13 = { instancePath: instancePath + "/organization/notes", schemaPath: "#/properties/organization/properties/notes/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/organization", schemaPath: "#/properties/organization/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.edge !== void 0) {
      let data8 = data.edge;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (const key3 in data8) {
          if (!(key3 === "configuration" || key3 === "pools")) {
            const err15 = { instancePath: instancePath + "/edge", schemaPath: "#/properties/edge/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data8.configuration !== void 0) {
          if (!validate21(data8.configuration, { instancePath: instancePath + "/edge/configuration", parentData: data8, parentDataProperty: "configuration", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
        if (data8.pools !== void 0) {
          let data10 = data8.pools;
          if (Array.isArray(data10)) {
            const len0 = data10.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate23(data10[i0], { instancePath: instancePath + "/edge/pools/" + i0, parentData: data10, parentDataProperty: i0, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/edge/pools", schemaPath: "#/properties/edge/properties/pools/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/edge", schemaPath: "#/properties/edge/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.domains !== void 0) {
      let data12 = data.domains;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key4 in data12) {
          if (!(key4 === "sip" || key4 === "allowed" || key4 === "blocked" || key4 === "discovered" || key4 === "xmpp")) {
            const err18 = { instancePath: instancePath + "/domains", schemaPath: "#/properties/domains/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data12.sip !== void 0) {
          let data13 = data12.sip;
          if (Array.isArray(data13)) {
            const len1 = data13.length;
            for (let i1 = 0; i1 < len1; i1++) {
              if (!validate25(data13[i1], { instancePath: instancePath + "/domains/sip/" + i1, parentData: data13, parentDataProperty: i1, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/domains/sip", schemaPath: "#/properties/domains/properties/sip/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data12.allowed !== void 0) {
          let data15 = data12.allowed;
          if (Array.isArray(data15)) {
            const len2 = data15.length;
            for (let i2 = 0; i2 < len2; i2++) {
              if (!validate27(data15[i2], { instancePath: instancePath + "/domains/allowed/" + i2, parentData: data15, parentDataProperty: i2, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err20 = { instancePath: instancePath + "/domains/allowed", schemaPath: "#/properties/domains/properties/allowed/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data12.blocked !== void 0) {
          let data17 = data12.blocked;
          if (Array.isArray(data17)) {
            const len3 = data17.length;
            for (let i3 = 0; i3 < len3; i3++) {
              if (!validate31(data17[i3], { instancePath: instancePath + "/domains/blocked/" + i3, parentData: data17, parentDataProperty: i3, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err21 = { instancePath: instancePath + "/domains/blocked", schemaPath: "#/properties/domains/properties/blocked/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data12.discovered !== void 0) {
          let data19 = data12.discovered;
          if (Array.isArray(data19)) {
            const len4 = data19.length;
            for (let i4 = 0; i4 < len4; i4++) {
              if (!validate33(data19[i4], { instancePath: instancePath + "/domains/discovered/" + i4, parentData: data19, parentDataProperty: i4, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/domains/discovered", schemaPath: "#/properties/domains/properties/discovered/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data12.xmpp !== void 0) {
          let data21 = data12.xmpp;
          if (Array.isArray(data21)) {
            const len5 = data21.length;
            for (let i5 = 0; i5 < len5; i5++) {
              if (!validate36(data21[i5], { instancePath: instancePath + "/domains/xmpp/" + i5, parentData: data21, parentDataProperty: i5, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err23 = { instancePath: instancePath + "/domains/xmpp", schemaPath: "#/properties/domains/properties/xmpp/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/domains", schemaPath: "#/properties/domains/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.providers !== void 0) {
      let data23 = data.providers;
      if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
        for (const key5 in data23) {
          if (!(key5 === "public" || key5 === "hosting")) {
            const err25 = { instancePath: instancePath + "/providers", schemaPath: "#/properties/providers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data23.public !== void 0) {
          let data24 = data23.public;
          if (Array.isArray(data24)) {
            const len6 = data24.length;
            for (let i6 = 0; i6 < len6; i6++) {
              if (!validate38(data24[i6], { instancePath: instancePath + "/providers/public/" + i6, parentData: data24, parentDataProperty: i6, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err26 = { instancePath: instancePath + "/providers/public", schemaPath: "#/properties/providers/properties/public/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data23.hosting !== void 0) {
          let data26 = data23.hosting;
          if (Array.isArray(data26)) {
            const len7 = data26.length;
            for (let i7 = 0; i7 < len7; i7++) {
              if (!validate40(data26[i7], { instancePath: instancePath + "/providers/hosting/" + i7, parentData: data26, parentDataProperty: i7, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err27 = { instancePath: instancePath + "/providers/hosting", schemaPath: "#/properties/providers/properties/hosting/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/providers", schemaPath: "#/properties/providers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.policies !== void 0) {
      let data28 = data.policies;
      if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
        for (const key6 in data28) {
          if (!(key6 === "externalAccess" || key6 === "mobility" || key6 === "pushNotification" || key6 === "xmppGateway")) {
            const err29 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data28.externalAccess !== void 0) {
          let data29 = data28.externalAccess;
          if (Array.isArray(data29)) {
            const len8 = data29.length;
            for (let i8 = 0; i8 < len8; i8++) {
              if (!validate42(data29[i8], { instancePath: instancePath + "/policies/externalAccess/" + i8, parentData: data29, parentDataProperty: i8, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err30 = { instancePath: instancePath + "/policies/externalAccess", schemaPath: "#/properties/policies/properties/externalAccess/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data28.mobility !== void 0) {
          let data31 = data28.mobility;
          if (Array.isArray(data31)) {
            const len9 = data31.length;
            for (let i9 = 0; i9 < len9; i9++) {
              if (!validate46(data31[i9], { instancePath: instancePath + "/policies/mobility/" + i9, parentData: data31, parentDataProperty: i9, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err31 = { instancePath: instancePath + "/policies/mobility", schemaPath: "#/properties/policies/properties/mobility/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data28.pushNotification !== void 0) {
          if (!validate49(data28.pushNotification, { instancePath: instancePath + "/policies/pushNotification", parentData: data28, parentDataProperty: "pushNotification", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
            errors = vErrors.length;
          }
        }
        if (data28.xmppGateway !== void 0) {
          if (!validate51(data28.xmppGateway, { instancePath: instancePath + "/policies/xmppGateway", parentData: data28, parentDataProperty: "xmppGateway", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.tenant !== void 0) {
      if (!validate53(data.tenant, { instancePath: instancePath + "/tenant", parentData: data, parentDataProperty: "tenant", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
        errors = vErrors.length;
      }
    }
    if (data.dns !== void 0) {
      let data36 = data.dns;
      if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
        for (const key7 in data36) {
          if (!(key7 === "srv" || key7 === "hosts")) {
            const err33 = { instancePath: instancePath + "/dns", schemaPath: "#/properties/dns/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data36.srv !== void 0) {
          let data37 = data36.srv;
          if (Array.isArray(data37)) {
            const len10 = data37.length;
            for (let i10 = 0; i10 < len10; i10++) {
              if (!validate55(data37[i10], { instancePath: instancePath + "/dns/srv/" + i10, parentData: data37, parentDataProperty: i10, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err34 = { instancePath: instancePath + "/dns/srv", schemaPath: "#/properties/dns/properties/srv/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data36.hosts !== void 0) {
          let data39 = data36.hosts;
          if (Array.isArray(data39)) {
            const len11 = data39.length;
            for (let i11 = 0; i11 < len11; i11++) {
              if (!validate57(data39[i11], { instancePath: instancePath + "/dns/hosts/" + i11, parentData: data39, parentDataProperty: i11, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err35 = { instancePath: instancePath + "/dns/hosts", schemaPath: "#/properties/dns/properties/hosts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
      } else {
        const err36 = { instancePath: instancePath + "/dns", schemaPath: "#/properties/dns/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.certificates !== void 0) {
      let data41 = data.certificates;
      if (Array.isArray(data41)) {
        const len12 = data41.length;
        for (let i12 = 0; i12 < len12; i12++) {
          if (!validate59(data41[i12], { instancePath: instancePath + "/certificates/" + i12, parentData: data41, parentDataProperty: i12, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.firewall !== void 0) {
      let data43 = data.firewall;
      if (Array.isArray(data43)) {
        const len13 = data43.length;
        for (let i13 = 0; i13 < len13; i13++) {
          if (!validate61(data43[i13], { instancePath: instancePath + "/firewall/" + i13, parentData: data43, parentDataProperty: i13, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/firewall", schemaPath: "#/properties/firewall/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.licensing !== void 0) {
      let data45 = data.licensing;
      if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
        for (const key8 in data45) {
          if (!(key8 === "standardCal" || key8 === "lyncOnlinePlan" || key8 === "picUsl")) {
            const err39 = { instancePath: instancePath + "/licensing", schemaPath: "#/properties/licensing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data45.standardCal !== void 0) {
          if (typeof data45.standardCal !== "boolean") {
            const err40 = { instancePath: instancePath + "/licensing/standardCal", schemaPath: "#/properties/licensing/properties/standardCal/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data45.lyncOnlinePlan !== void 0) {
          let data47 = data45.lyncOnlinePlan;
          if (!(data47 === 1 || data47 === 2 || data47 === 3)) {
            const err41 = { instancePath: instancePath + "/licensing/lyncOnlinePlan", schemaPath: "#/properties/licensing/properties/lyncOnlinePlan/enum", keyword: "enum", params: { allowedValues: schema31.properties.licensing.properties.lyncOnlinePlan.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data45.picUsl !== void 0) {
          if (!validate63(data45.picUsl, { instancePath: instancePath + "/licensing/picUsl", parentData: data45, parentDataProperty: "picUsl", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/licensing", schemaPath: "#/properties/licensing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.provisioning !== void 0) {
      if (!validate65(data.provisioning, { instancePath: instancePath + "/provisioning", parentData: data, parentDataProperty: "provisioning", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
        errors = vErrors.length;
      }
    }
    if (data.cmdlets !== void 0) {
      let data50 = data.cmdlets;
      if (Array.isArray(data50)) {
        const len14 = data50.length;
        for (let i14 = 0; i14 < len14; i14++) {
          let data51 = data50[i14];
          if (typeof data51 === "string") {
            if (!pattern10.test(data51)) {
              const err43 = { instancePath: instancePath + "/cmdlets/" + i14, schemaPath: "#/properties/cmdlets/items/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          } else {
            const err44 = { instancePath: instancePath + "/cmdlets/" + i14, schemaPath: "#/properties/cmdlets/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/cmdlets", schemaPath: "#/properties/cmdlets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
  } else {
    const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err46];
    } else {
      vErrors.push(err46);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
