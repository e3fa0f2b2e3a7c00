import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { hostingByProxy } from '../../server/src/catalog/hosting.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { hover } from '../../server/src/features/hover.ts';
import { ENGLISH, excerpt, marked } from './document.ts';

/** What stands below the cursor, and the first line of what is said about it. */
function hovered(source: string, asOf = '2014-05-01'): readonly [string | undefined, string | undefined] {
  const { analysis, offset, text } = marked(source, { asOf });
  const found = hover(analysis, offset, ENGLISH);
  return [excerpt(text, found?.at), found?.markdown.split('\n')[0]];
}

function markdownOf(source: string, asOf = '2014-05-01'): string {
  const { analysis, offset } = marked(source, { asOf });
  return hover(analysis, offset, ENGLISH)?.markdown ?? '';
}

describe('hover', () => {
  it.each([
    ['a public provider', 'providers:\n  public:\n    - identity: A<|>OL\n', 'AOL', '### AOL Instant Messenger'],
    [
      'its proxy',
      'providers: { public: [{ identity: Messenger, proxyFqdn: federation<|>.messenger.msn.com }] }',
      'federation.messenger.msn.com',
      '### Windows Live Messenger',
    ],
    ['a provider of a request', 'provisioning:\n  providers: [Yah<|>oo!]\n', 'Yahoo!', '### Yahoo! Messenger'],
    ['a partner', 'domains:\n  allowed: [fabri<|>kam.com]\n', 'fabrikam.com', '### `fabrikam.com`'],
    [
      'a hosting provider by its proxy',
      'providers: { hosting: [{ identity: O<|>365, proxyFqdn: sipfed.online.lync.com }] }',
      'O365',
      '### Microsoft 365',
    ],
    [
      'a hosting provider by its name',
      'providers: { hosting: [{ identity: Lync<|>OnlineResources }] }',
      'LyncOnlineResources',
      '### Skype Meeting Broadcast',
    ],
    [
      'a record that points to the cloud',
      'dns: { srv: [{ target: <|>sipfed.online.lync.com }] }',
      'sipfed.online.lync.com',
      '### Microsoft 365',
    ],
    ['a product', 'server: { product: lync-2013<|> }', 'lync-2013', '### Lync Server 2013'],
    ['a key', 'edge:\n  conf<|>iguration:\n', 'configuration', '**Access Edge configuration** `configuration`'],
    ['a value of an enum', 'edge: { pools: [{ loadBalancing: d<|>ns }] }', 'dns', '**`dns`**'],
    ['a value of its own', 'organization: { name: Con<|>toso }', 'Contoso', '**Organization name** `name`'],
    [
      'a cmdlet',
      'cmdlets:\n  - new-cs<|>publicprovider -Identity AOL\n',
      'new-cspublicprovider',
      '**`New-CsPublicProvider`**',
    ],
    [
      'a parameter',
      'cmdlets:\n  - New-CsPublicProvider -Proxy<|>Fqdn x\n',
      '-ProxyFqdn',
      '**`New-CsPublicProvider -ProxyFqdn`**',
    ],
    [
      'a common parameter',
      'cmdlets:\n  - New-CsPublicProvider -What<|>If\n',
      '-WhatIf',
      '**`New-CsPublicProvider -WhatIf`**',
    ],
    [
      'a provider in the runbook',
      'cmdlets:\n  - "Remove-CsPublicProvider -Identity \'Yah<|>oo!\'"\n',
      "'Yahoo!'",
      '### Yahoo! Messenger',
    ],
    [
      'a proxy in the runbook',
      'cmdlets:\n  - New-CsHostingProvider -ProxyFqdn sipfed.<|>online.lync.com\n',
      'sipfed.online.lync.com',
      '### Microsoft 365',
    ],
    ['nothing on an unknown key', 'nothing: <|>x', undefined, undefined],
    ['a line of the runbook', 'cmdlets:\n  - Get-Cs<|>Nothing\n', 'Get-CsNothing', '**Command line**'],
    ['nothing on blanks', 'edge:\n <|> pools:\n', undefined, undefined],
    ['nothing in an empty document', '<|>', undefined, undefined],
  ])('knows %s', (_, source, at, heading) => {
    expect(hovered(source)).toEqual([at, heading]);
  });

  it('shows the life of a provider with the day marked at its place', () => {
    const lines = (asOf: string) => markdownOf('providers: { public: [{ identity: <|>AOL }] }', asOf).split('\n\n');
    const [heading, summary, status, facts, title, timeline, sources] = lines('2014-05-01');
    expect([heading, summary, status, title]).toEqual([
      '### AOL Instant Messenger',
      "AOL's messenger, open in its last years to existing customers only.",
      '**On 2014-05-01: about to end; 2014-06-30 is the last day.**',
      'Timeline:',
    ]);
    expect(facts?.split('\n')).toEqual([
      '- Users can exchange: instant messages, presence',
      '- Licence needed: Lync Server Standard CAL',
      '- Proxy: `sip.oscar.aol.com` (unverified)',
      '- Identity on servers: `AOL`, `AIM`',
      '- The external Edge certificate also needs client authentication.',
      '- The Edge has to offer the cipher suite `TLS_RSA_WITH_RC4_128_MD5` first.',
    ]);
    expect(timeline?.split('\n')).toEqual([
      '- 2009-10-01: The PIC USL is no longer needed beside the standard client access licence.',
      '- 2013: No new domains are provisioned any more.',
      '- **2014-05-01: judged as of this day.**',
      '- 2014-06-30: Public IM connectivity with AOL ends with this day, and AOL sells direct federation itself.',
      '- 2017-12-15: The AIM service itself closes. (unverified)',
    ]);
    expect(sources).toMatch(
      /^Sources, last confirmed on 2026-\d\d-\d\d: \[Lync Server 2013, support for public instant messenger connectivity\]\(https:/,
    );
  });

  it.each([
    ['Skype', '2013-01-01', 'On 2013-01-01: not available before 2013-05-23.'],
    ['Skype', '2014-01-01', 'On 2014-01-01: available, until 2025-05-04.'],
    ['AOL', '2014-07-01', 'On 2014-07-01: ended; 2014-06-30 was the last day.'],
  ])('says where %s stands on %s', (identity, asOf, expected) => {
    expect(markdownOf(`providers: { public: [{ identity: <|>${identity} }] }`, asOf)).toContain(`**${expected}**`);
  });

  it.each([
    'dns: # lync-federation: ignore[srv-port, retired<|>-provider] why',
    '# lync-federation: ignore-file[retired-provider<|>] until=2014-12-31 why',
  ])('shows the rule that a comment suppresses: %s', (source) => {
    expect(hovered(source)).toEqual(['retired-provider', '### retired-provider']);
    expect(hovered(source.replace('<|>', '').replace('why', 'w<|>hy'))).toEqual([undefined, undefined]);
  });

  it('goes by the date of the spec', () => {
    expect(markdownOf('asOf: 2015-01-01\nproviders: { public: [{ identity: <|>AOL }] }')).toContain(
      '**On 2015-01-01: ended;',
    );
  });

  it('says what the licence of Yahoo! is worth', () => {
    const of = (asOf: string) =>
      markdownOf('providers: { public: [{ identity: <|>Yahoo! }] }', asOf)
        .split('\n')
        .filter((line) => line.startsWith('- Licence'));
    expect(of('2012-08-31')).toEqual([
      '- Licence needed: Lync Server Standard CAL',
      '- Licence needed: Public IM Connectivity User Subscription Licence (PIC USL)',
    ]);
    expect(of('2013-01-01')[1]).toBe(
      '- Licence needed: Public IM Connectivity User Subscription Licence (PIC USL) (not sold since 2012-09-01)',
    );
    expect(of('2014-07-01')[1]).toBe(
      '- Licence needed: Public IM Connectivity User Subscription Licence (PIC USL) (worth nothing since 2014-06-30)',
    );
  });

  it('shows what a licence is at its key', () => {
    expect(markdownOf('licensing: { pic<|>Usl: {} }')).toContain(
      '\n- 2012-09-01: It is no longer sold.\n- **2014-05-01: judged as of this day.**\n- 2014-06-30: It is worth nothing after this day.\n',
    );
  });

  it.each(idsOf(catalog.providers))('tells of the provider %s under each of its names', (id) => {
    for (const identity of catalog.providers[id].identities)
      expect(markdownOf(`providers: { public: [{ identity: <|>${identity} }] }`)).toMatch(
        new RegExp(
          `^### ${catalog.providers[id].name}\\n[\\s\\S]*\\nTimeline:\\n[\\s\\S]*\\nSources, last confirmed on 2026-`,
        ),
      );
  });

  it.each(idsOf(catalog.products))('tells of the product %s, of your own and of partners', (id) => {
    const heading = `### ${catalog.products[id].name}`;
    const [own = '', ofPartner = ''] = [
      markdownOf(`server: { product: <|>${id} }`),
      markdownOf(`domains: { allowed: [{ domain: a.example, partner: { product: <|>${id} } }] }`),
    ];
    expect(own.split('\n')[0]).toBe(heading);
    expect(ofPartner).toBe(own);
    const { extendedEnd } = catalog.products[id];
    expect(own).toContain(
      extendedEnd ? `- ${extendedEnd}: Extended support ends` : 'Supported as long as it is kept up',
    );
  });

  it.each(idsOf(catalog.hosting).flatMap((id) => catalog.hosting[id].proxyFqdns.map((proxy) => ({ id, proxy }))))(
    'tells of the service behind $proxy',
    ({ id, proxy }) => {
      const shown = markdownOf(`providers: { hosting: [{ identity: x, proxyFqdn: <|>${proxy} }] }`);
      expect(hostingByProxy(catalog, proxy)).toContain(id);
      expect(shown.split('\n')[0]).toBe(`### ${catalog.hosting[hostingByProxy(catalog, proxy)[0] ?? id].name}`);
    },
  );

  it.each(
    idsOf(catalog.types).flatMap((id) =>
      [id, ...catalog.types[id].formerly.map(({ term }) => term)].map((term) => [term, id] as const),
    ),
  )('translates the federation type %s', (term, id) => {
    const shown = markdownOf(
      `domains: { discovered: [{ domain: a.example, partner: { federationType: <|>${term} } }] }`,
    );
    const { name, formerly } = catalog.types[id];
    expect(shown.split('\n')[0]).toBe(`### ${name}`);
    for (const former of formerly) expect(shown).toContain(`: \`${former.name}\``);
  });

  it('shows the end of support of a product', () => {
    expect(markdownOf('server: { product: <|>ocs-2007-r2 }', '2020-01-01')).toContain(
      '\nPublic IM connectivity: not supported on 2020-01-01.\n\n- 2013-01-08: Mainstream support ends with this day.\n',
    );
  });

  it('names the cmdlet that makes what none can change', () => {
    expect(markdownOf('providers: { public: [{ proxy<|>Fqdn: x }] }')).toMatch(
      /\n- Cmdlet: `New-CsPublicProvider -ProxyFqdn`$/,
    );
    expect(markdownOf('providers: { public: [{ ena<|>bled: true }] }')).toMatch(
      /\n- Cmdlet: `Set-CsPublicProvider -Enabled`$/,
    );
  });

  it('names no cmdlet to servers without a shell', () => {
    const source = 'edge: { configuration: { allowFed<|>eratedUsers: true } }';
    expect(markdownOf(`server: { product: lync-2010 }\n${source}`)).toContain('Set-CsAccessEdgeConfiguration');
    expect(markdownOf(`server: { product: ocs-2007-r2 }\n${source}`)).not.toContain('Cs');
    const parameter = 'cmdlets:\n  - Set-CsAccessEdgeConfiguration -Allow<|>FederatedUsers $true';
    expect(markdownOf(`server: { product: lync-2010 }\n${parameter}`)).toContain('-AllowFederatedUsers');
    expect(markdownOf(`server: { product: ocs-2007-r2 }\n${parameter}`)).not.toContain('Default');
  });

  it('translates what is ours and leaves code as it is', () => {
    const { analysis, offset } = marked('providers: { public: [{ identity: <|>AOL }] }');
    const bundle = { 'Identity on servers: {0}': '서버의 ID: {0}' };
    expect(hover(analysis, offset, { bundle })?.markdown).toContain('\n- 서버의 ID: `AOL`, `AIM`\n');
  });
});
