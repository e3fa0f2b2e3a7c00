import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { MOST_SYMBOLS, NameSearch } from '../../server/src/features/workspace-symbols.ts';
import { makeSpec } from '../bench/spec.ts';
import { shelf } from './shelf.ts';

const FILES = {
  'a.lync.yaml': `edge:
  pools: [{ fqdn: edge.contoso.com, accessEdgeFqdn: sip.contoso.com, certificate: edge }]
domains:
  sip: [contoso.com]
  allowed: [fabrikam.com, { domain: sip.contoso.test }]
  discovered: [adatum.com]
tenant: { allowedDomains: [fabrikam.com] }
providers: { public: [{ identity: AOL }] }
policies: { mobility: [{ identity: Contractors }] }
dns:
  srv: [{ name: _sip._tls.contoso.com, port: 443, target: sip.contoso.com }]
  hosts: [{ name: sip.contoso.com, addresses: [203.0.113.10] }]
certificates: [{ name: edge }]
cmdlets: [Remove-CsPublicProvider AOL]
`,
  'a.ps1': 'Set-CsPublicProvider AOL\nfunction Aol { Get-CsSipDomain }\n',
};

function found(query: string): readonly string[] {
  const { own, others } = shelf(FILES, 'a.lync.yaml', 'ed<|>ge');
  const search = new NameSearch(query);
  for (const document of [own, ...others]) search.add(document);
  return search.found.map(({ name, kind, section, document }) => `${document.path} ${section} ${kind} ${name}`);
}

/** The last words of what is found. */
function names(query: string): readonly (string | undefined)[] {
  return found(query).map((one) => one.split(' ').at(-1));
}

describe('names of the workspace', () => {
  it('are the entries of specs and the commands of scripts', () => {
    expect(found('').toSorted()).toEqual([
      'a.lync.yaml certificates certificate edge',
      'a.lync.yaml dns.hosts record sip.contoso.com',
      'a.lync.yaml dns.srv record _sip._tls.contoso.com',
      'a.lync.yaml domains.allowed domain fabrikam.com',
      'a.lync.yaml domains.allowed domain sip.contoso.test',
      'a.lync.yaml domains.discovered domain adatum.com',
      'a.lync.yaml domains.sip domain contoso.com',
      'a.lync.yaml edge.pools host edge.contoso.com',
      'a.lync.yaml edge.pools host sip.contoso.com',
      'a.lync.yaml policies.mobility object Contractors',
      'a.lync.yaml providers.public object AOL',
      'a.ps1  command Get-CsSipDomain',
      'a.ps1  command Set-CsPublicProvider AOL',
    ]);
  });

  const [aol, set] = ['a.lync.yaml providers.public object AOL', 'a.ps1  command Set-CsPublicProvider AOL'];

  it.each([
    ['AOL', [aol, set]],
    ['ol', [aol, set]],
    ['setcspp', [set]],
    ['set-cspublicprovider a', [set]],
    ['olaol', []],
  ])('are found by %s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('come in the order of how well they fit', () => {
    expect(names('con')).toEqual([
      'contoso.com',
      'Contractors',
      'sip.contoso.test',
      'edge.contoso.com',
      'sip.contoso.com',
      '_sip._tls.contoso.com',
      'sip.contoso.com',
      'Get-CsSipDomain',
    ]);
    expect(names('ctoso.test')).toEqual(['sip.contoso.test']);
    expect(names('sip')[0]).toBe('sip.contoso.test');
    expect(names('edge')).toEqual(['edge', 'edge.contoso.com']);
    expect(names('icontoso')).toEqual([
      'sip.contoso.test',
      'sip.contoso.com',
      '_sip._tls.contoso.com',
      'sip.contoso.com',
    ]);
    expect(names('ractors')).toEqual(['Contractors']);
  });

  it('are no more than anybody reads', () => {
    const analysis = analyze(makeSpec(1_000).text, { asOf: '2014-05-01', rules: [] });
    const count = (query: string) => {
      const search = new NameSearch(query);
      search.add({ path: 'big.lync.yaml', analysis });
      return search.found.length;
    };
    expect([count('a'), count('partner-00999.example')]).toEqual([MOST_SYMBOLS, 1]);
  });
});
