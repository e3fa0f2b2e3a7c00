/** A made-up spec of a given size, and the place where the benchmark types. The same seed makes the same text. */
export interface BenchSpec {
  readonly text: string;
  readonly edit: Edit;
}

/** A place in the text, where `healed` stands: with `broken` instead, something is wrong on this line, and nothing without. */
export interface Edit {
  readonly line: number;
  readonly character: number;
  readonly healed: string;
  readonly broken: string;
}

/** A spec with this many allowed domains; everything else grows along. One item in ten has a comment, one in thirty is a flow mapping. */
export function makeSpec(domains: number, seed = 1): BenchSpec {
  const random = generator(seed);
  const sip = Array.from({ length: share(domains, 50, 40) }, (_, i) =>
    i === 0 ? 'contoso.com' : `div${i}.contoso.com`,
  );
  const lines = [
    'lyncFederation: 1',
    'asOf: 2019-03-22',
    'server: { product: lync-2013, cumulativeUpdate: 10 }',
    'organization: { name: Contoso }',
    '',
    'edge:',
    '  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }',
    '  pools:',
    '    - fqdn: edge01.corp.contoso.com',
    '      accessEdgeFqdn: sip.contoso.com',
    '      federation: true',
    '      certificate: access-edge',
    '',
    'domains:',
    '  sip:',
    ...sip.map((domain) => `    - ${domain}`),
    '  allowed:',
  ];
  const middle = Math.floor(domains / 2);
  let edit: Edit = { line: 0, character: 0, healed: '', broken: '_!' };
  for (let i = 0; i < domains; i++) {
    const domain = `partner-${String(i).padStart(5, '0')}.example`;
    if (random() < 0.1) lines.push(`    # Ticket ${1000 + i}, reviewed each year`);
    if (i === middle) edit = { ...edit, line: lines.length, character: '    - domain: partner'.length };
    else if (random() < 0.03) {
      lines.push(`    - { domain: ${domain}, proxyFqdn: sip.${domain} }`);
      continue;
    }
    lines.push(`    - domain: ${domain}`);
    if (random() < 0.5) lines.push(`      proxyFqdn: sip.${domain}`);
    if (random() < 0.6) lines.push(`      comment: Approved by the collaboration board, batch ${i}`);
  }
  lines.push('  blocked:');
  for (let i = 0; i < share(domains, 10, 5000); i++) lines.push(`    - spam-${i}.example`);
  lines.push(
    '',
    'providers:',
    '  public:',
    '    - identity: Skype',
    '      proxyFqdn: federation.messenger.msn.com',
    '      nameDecorationRoutingDomain: msn.com',
    '      nameDecorationExcludedDomainList: [msn.com, outlook.com, live.com, hotmail.com]',
    '      enabled: true',
    'policies:',
    '  externalAccess:',
    '    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }',
    'dns:',
    '  srv:',
    ...sip.map((domain) => `    - { name: _sipfederationtls._tcp.${domain}, port: 5061, target: sip.${domain} }`),
    '  hosts:',
    ...sip.map((domain) => `    - { name: sip.${domain}, addresses: [203.0.113.10] }`),
    'certificates:',
    '  - name: access-edge',
    '    subject: sip.contoso.com',
    '    subjectAlternativeNames:',
    ...sip.map((domain) => `      - sip.${domain}`),
    '    enhancedKeyUsage: [server]',
    'licensing: { standardCal: true }',
    'cmdlets:',
    ...Array.from(
      { length: share(domains, 20, 2000) },
      (_, i) => `  - New-CsAllowedDomain -Identity partner-${String(i).padStart(5, '0')}.example -Comment "batch ${i}"`,
    ),
    '',
  );
  return { text: lines.join('\n'), edit };
}

function share(domains: number, part: number, most: number): number {
  return Math.max(1, Math.min(most, Math.round(domains / part)));
}

/** mulberry32: small, seeded, good enough to vary a text. */
export function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
