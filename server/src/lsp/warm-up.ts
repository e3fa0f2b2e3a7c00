import { analyze } from '../analyze.ts';

/**
 * Analyses a small spec for nobody: the first analyses of a process are several times slower than later ones, because they
 * compile the code they run through. These run before the first message is answered, so the start takes longer and the first
 * open less.
 */
export function warmUp(asOf: string): void {
  for (let round = 0; round < ROUNDS; round++) analyze(SAMPLE, { asOf });
}

/** So many that a spec of 150 lines opens in two thirds of the time; they cost some 20 ms of the start. */
const ROUNDS = 8;

const SAMPLE = `lyncFederation: 1
server: { product: lync-2013, cumulativeUpdate: 5 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - fqdn: edge.contoso.com
      accessEdgeFqdn: sip.contoso.com
      certificate: access-edge
domains:
  sip: [contoso.com]
  allowed:
    - fabrikam.com
    - domain: litwareinc.com
      proxyFqdn: 'sip.litwareinc.com'
providers:
  public:
    - identity: AOL
      enabled: yes
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
certificates:
  - name: access-edge
    subject: sip.contoso.com
    enhancedKeyUsage: [server]
cmdlets:
  - Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true
`;
