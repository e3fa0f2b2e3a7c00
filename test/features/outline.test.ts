import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { folding } from '../../server/src/features/folding.ts';
import { type SpecSymbol, symbols } from '../../server/src/features/symbols.ts';
import { SCRIPT } from './scripts.ts';

const SPEC = `# Contoso,
# as of May

lyncFederation: 1 # first
edge:
  configuration: { allowFederatedUsers: true }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      computers:
        - a
        - b
domains:
  allowed:
    # of Sales
    # and Support
    - fabrikam.com
    - domain: litwareinc.com
      proxyFqdn: sip.litwareinc.com
firewall:
  - { from: any, to: access-edge, protocol: tcp, ports: 5061 }
cmdlets:
  - |
    # no comment
    # of YAML
  -
`;

function analysis(text: string) {
  return analyze(text, { asOf: '2014-05-01' });
}

function outline(found: readonly SpecSymbol[], indent = ''): readonly string[] {
  return found.flatMap(({ name, detail, kind, children }) => [
    `${indent}${kind} ${name}${detail ? ` = ${detail}` : ''}`,
    ...outline(children, `${indent}  `),
  ]);
}

function all(found: readonly SpecSymbol[]): readonly SpecSymbol[] {
  return found.flatMap((one) => [one, ...all(one.children)]);
}

describe('symbols', () => {
  it('are the sections with their entries by name', () => {
    expect(outline(symbols(analysis(SPEC)))).toEqual([
      'value lyncFederation = 1',
      'section edge',
      '  section configuration',
      '  list pools',
      '    entry edge01.corp.contoso.com',
      'section domains',
      '  list allowed',
      '    entry fabrikam.com',
      '    entry litwareinc.com',
      'list firewall',
      '  entry any access-edge tcp 5061',
      'list cmdlets',
      '  entry # no comment',
      '  entry #2',
    ]);
  });

  it('are the commands of a script', () => {
    const text = "if ($x) { Set-CsSipDomain -Identity 'a.com' }\nGet-ADUser\nGet-CsSipDomain\n";
    const found = symbols(analyze(text, SCRIPT));
    expect(outline(found)).toEqual(['command Set-CsSipDomain = a.com', 'command Get-CsSipDomain']);
    expect(found[0]).toMatchObject({ at: { start: 10, end: 43 }, nameAt: { start: 10, end: 25 } });
  });

  it.each([
    ['a spec', SPEC],
    ['CRLF', SPEC.replaceAll('\n', '\r\n')],
    ['aliases', 'domains:\n  allowed: &a\n    - x\n  blocked: *a\ndns: *a\n'],
    ['half-typed', 'providers:\n  public:\n    -\n    - identity:\n    - { identity: \n"": x\n'],
  ])('lie within one another: %s', (_, text) => {
    for (const { at, nameAt, children, name } of all(symbols(analysis(text)))) {
      expect(name).not.toBe('');
      expect([at.start <= nameAt.start, nameAt.end <= at.end, at.end <= text.length]).toEqual([true, true, true]);
      for (const child of children) expect(at.start <= child.at.start && child.at.end <= at.end, child.name).toBe(true);
    }
  });
});

describe('folding', () => {
  it('folds sections, entries, texts and comments of several lines', () => {
    const { lines, ...rest } = analysis(SPEC);
    const shown = folding({ lines, ...rest }).map(
      ({ at, kind }) => `${kind} ${lines.lineAt(at.start) + 1}-${lines.lineAt(at.end) + 1}`,
    );
    expect(shown).toEqual([
      'comment 1-2',
      'section 5-12',
      'section 7-12',
      'section 8-12',
      'section 10-12',
      'section 13-19',
      'section 14-19',
      'comment 15-16',
      'section 18-19',
      'section 20-21',
      'section 22-26',
      'section 23-25',
    ]);
  });

  it('has nothing to fold in an empty text', () => {
    expect(folding(analysis(''))).toEqual([]);
  });
});
