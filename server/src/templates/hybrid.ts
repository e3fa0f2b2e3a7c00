import { say } from '../text/message.ts';
import type { Template } from './template.ts';

export const hybrid: Template = {
  name: 'hybrid',
  title: say`Hybrid`,
  summary: say`Servers and a tenant of Microsoft 365 that share a SIP domain`,
  text: `lyncFederation: 1
server: { product: sfb-se }
organization: { name: Contoso }

edge:
  configuration: { allowFederatedUsers: true, useDnsSrvRouting: true, enablePartnerDiscovery: true }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      federation: true
      certificate: access-edge

domains:
  sip:
    - { identity: contoso.com, isDefault: true }

providers:
  hosting:
    - identity: Office365
      proxyFqdn: sipfed.online.lync.com
      enabled: true
      enabledSharedAddressSpace: true
      hostsOCSUsers: true
      isLocal: false
      verificationLevel: UseSourceVerification
      autodiscoverUrl: https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root

policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enableOutsideAccess: true }

tenant:
  sharedSipAddressSpace: true
  allowFederatedUsers: true

dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
    - { name: _sip._tls.contoso.com, port: 443, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }

certificates:
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com, webcon.contoso.com]
    enhancedKeyUsage: [server]
    issuer: public

cmdlets:
  - Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true -UseDnsSrvRouting -EnablePartnerDiscovery $true
  - New-CsHostingProvider -Identity Office365 -ProxyFqdn sipfed.online.lync.com -Enabled $true -EnabledSharedAddressSpace $true -HostsOCSUsers $true -VerificationLevel UseSourceVerification -IsLocal $false -AutodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
  - Set-CsTenantFederationConfiguration -SharedSipAddressSpace $true -AllowFederatedUsers $true
`,
};
