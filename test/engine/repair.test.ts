import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { repair, repairAll } from '../../server/src/repair.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { append, remove, set, type TreeEdit } from '../../server/src/yaml/edit.ts';
import { toData } from '../../server/src/yaml/tree.ts';

const options = { asOf: '2026-01-01', persona: 'pedantic' } as const;

function read(text: string): Analysis {
  return analyze(text, options);
}

/** The text after one fix with these edits. */
function repaired(text: string, ...edits: TreeEdit[]): string {
  return applyEdits(text, repair(read(text), [{ edits }]));
}

describe('all fixes together', () => {
  it('wait for the next round where they write to one place', () => {
    const entry = 'providers:\n  public:\n    - identity: Skype\n      enabled: true\n';
    const { text } = repairAll(`lyncFederation: 1\nlyncFederation: 1\nedge:\n${entry}`, options, { review: true });
    expect(text).toBe('lyncFederation: 1\nasOf: 2026-01-01\ncmdlets:\n  - Remove-CsPublicProvider -Identity Skype\n');
  });

  it('end where they began if they lead in a circle', () => {
    const text =
      'lyncFederation: 1\nasOf: 2024-01-01\ndomains:\n  allowed:\n    - { domain: li.example, partner: { product: teams } }\n' +
      'providers:\n  hosting:\n    - { identity: LyncOnline, proxyFqdn: <proxy>, enabled: <true or false> }\n';
    const { text: once } = repairAll(text, options, { review: true });
    expect(repairAll(once, options, { review: true })).toMatchObject({ text: once, done: [], failures: [] });
  });

  it('leave out one that leaves its problem where it was', () => {
    const text = '&alyncFederation: 1\nasOf: 2014-03-01\nserver: { product: lync-2013 }\nedge:\n';
    const { text: once } = repairAll(text, options, { review: true });
    expect(repairAll(once, options, { review: true })).toMatchObject({ text: once, done: [], failures: [] });
  });

  it('come to rest in text that cannot be read', () => {
    const { text } = repairAll('asOf:1\n    - { identity: glob', options, { review: true });
    expect(repairAll(text, options, { review: true })).toMatchObject({ text, done: [], failures: [] });
  });
});

describe('a fix is not made', () => {
  it('where an alias would lose its anchor', () => {
    const text = 'lyncFederation: 1\ndomains:\n  sip: &names\n    - contoso.com\n  allowed: *names\n';
    expect(repaired(text, remove(['domains', 'sip']))).toBe(text);
    expect(repaired(text, remove(['domains', 'allowed']))).toBe(text.replace('  allowed: *names\n', ''));
  });

  it('where it would write into what an alias stands for', () => {
    const text = 'lyncFederation: 1\ndomains:\n  sip: &names\n    - contoso.com\n  allowed: *names\n';
    expect(repaired(text, set(['domains', 'allowed', 0], 'fabrikam.com'))).toBe(text);
    expect(repaired(text, append(['domains', 'allowed'], 'fabrikam.com'))).toBe(text);
    expect(repaired(text, set(['domains', 'allowed'], 'x'))).toBe(text.replace('*names', 'x'));
  });

  it('where its own edits write to one place', () => {
    const text = 'lyncFederation: 1\nasOf: soon\n';
    expect(repaired(text, set(['asOf'], 1), set(['asOf'], 2))).toBe(text);
  });

  it('where it would leave the mistake that it touches', () => {
    const text = 'lyncFederation: 1\nasOf: [2014-01-01\n';
    const [fault] = read(text).problems;
    const edits = [{ edit: 'text', at: { start: text.length - 1, end: text.length - 1 }, insert: 'x' }] as const;
    expect(fault?.rule).toBe('yaml-syntax');
    expect(repair(read(text), [{ edits }])).toEqual([]);
  });
});

describe('a command that the server lacks', () => {
  const spec = (line: string) =>
    `lyncFederation: 1\nasOf: 2020-06-01\nserver: { product: sfb-se }\ncmdlets:\n  - ${line}\n`;
  const after = (text: string) => {
    const analysis = analyze(text, { asOf: '2020-06-01' });
    const fixes = analysis.problems
      .filter(({ rule }) => rule === 'parameter-not-in-version')
      .map(({ fixes: [fix] = [] }) => fix);
    return fixes.map((fix) => (fix ? applyEdits(text, repair(analysis, [fix])) : undefined));
  };

  it('takes its line along only where nothing else stands in it', () => {
    const pipeline = 'Get-CsXmppAllowedPartner | Remove-CsXmppAllowedPartner';
    const gone = 'lyncFederation: 1\nasOf: 2020-06-01\nserver: { product: sfb-se }\n';
    expect(after(spec(pipeline))).toEqual([gone, gone]);
    // Of a pipeline nothing is taken out, and the rest of its line is nobody's to remove.
    expect(after(spec(`Get-CsSipDomain; ${pipeline}`))).toEqual([undefined, undefined]);
    expect(after(spec('Get-CsSipDomain; Get-CsXmppAllowedPartner'))).toEqual([spec('Get-CsSipDomain')]);
    // Commands that are not about federation stay, too; what stands in the same pipeline goes.
    expect(after(spec('Write-Host begin; Get-CsXmppAllowedPartner'))).toEqual([spec('Write-Host begin')]);
    expect(after(spec('Get-CsXmppAllowedPartner | Out-Null'))).toEqual([gone]);
    expect(after(spec('"Get-CsXmppAllowedPartner # a\\x3b b"'))).toEqual([gone]);
  });

  it('leaves no back-tick behind with a parameter', () => {
    const script = 'Set-CsExternalAccessPolicy -Identity global `\n  -EnableXmppAccess $true\nGet-CsSipDomain\n';
    const analysis = analyze(script, { asOf: '2014-03-01', script: { product: 'lync-2010' } });
    const fix = analysis.problems.find(({ rule }) => rule === 'parameter-not-in-version')?.fixes?.[0];
    expect(fix && applyEdits(script, repair(analysis, [fix]))).toBe(
      'Set-CsExternalAccessPolicy -Identity global\nGet-CsSipDomain\n',
    );
  });
});

describe('a repair never makes a file worse', () => {
  const after = (text: string, review = true) => repairAll(text, { asOf: '2026-01-01' }, { review }).text;
  const HEAD = 'lyncFederation: 1\nasOf: 2014-07-01\nserver: { product: lync-2013 }\n';

  it.each(['    ', '  '])(
    'sections that two repairs add stand behind each other, whatever the indentation',
    (indent) => {
      const text = `${HEAD}domains:\n  sip:\n${indent}- identity: contoso.com\n${indent}  mobileClients: [windows-phone]\n`;
      const { root, problems } = analyze(after(text), options);
      expect(toData(root)).toMatchObject({
        domains: { sip: [{ identity: 'contoso.com', mobileClients: ['windows-phone'] }], allowed: ['push.lync.com'] },
        providers: { hosting: [{ identity: 'LyncOnline' }] },
      });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(after(after(text))).toBe(after(text));
    },
  );

  it('a list that is run together on the line of its key becomes one', () => {
    expect(after(`${HEAD}domains:\n  allowed: -fabrikam.com # sales\n`)).toContain(
      '  allowed: [fabrikam.com] # sales\n',
    );
  });

  it('a value keeps apart from the comment behind it', () => {
    const text = 'lyncFederation: 1\nasOf: 2014-07-01\nserver:\n  product: # which one?\n';
    expect(after(text)).toBe(text.replace('product: #', 'product: <Product> #'));
  });

  it('a parameter goes to its own command', () => {
    const text = `${HEAD}cmdlets:\n  - Test-CsFederatedPartner -Domain contoso.com; Write-Host done\n`;
    expect(after(text)).toContain(
      "  - Test-CsFederatedPartner -Domain contoso.com -TargetFqdn '<TargetFqdn>'; Write-Host done\n",
    );
  });

  it('a name that is taken is not given once more', () => {
    const text =
      'lyncFederation: 1\nasOf: 2024-01-01\nserver: { product: sfb-2019 }\nproviders:\n  hosting:\n' +
      '    - identity: LyncOnline\n      enabled: true\ndomains:\n  allowed:\n' +
      '    - domain: fabrikam.com\n      partner: { product: teams }\n';
    expect(after(text).match(/identity: LyncOnline/g)).toHaveLength(1);
    expect(after(after(text))).toBe(after(text));
  });

  it('a line that can only be moved to and fro keeps no other from being repaired', () => {
    const moved = 'edge:\n  pools:\n    - { product: lync-2013 }\n  accessEdgeFqdn: a.example\n    - fqdn: b.example\n';
    const text = `lyncFederation:# one\nlyncFederation: 1\nserver: fqdn: c.example\n${moved}`;
    expect(after(text)).toMatch(/^lyncFederation: 1 # one\nserver: '<Server>'\n/);
    expect(after(after(text))).toBe(after(text));
  });

  it('unasked, none is made that brings an error which nothing takes away unasked', () => {
    const text = readFileSync('test/fixtures/xmpp-partner-unverifiable/near-misspelt.lync.yaml', 'utf8');
    const analysis = read(text);
    const problem = analysis.problems.find(({ rule }) => rule === 'unknown-value');
    expect(problem?.fixes?.[0]?.safety).toBe('safe');
    const [action] = codeActions(analysis, problem?.at ?? { start: 0, end: 0 }, { bundle: {} });
    const title = 'Change `Requried` to `Required` (brings `xmpp-partner-unverifiable`)';
    expect(action).toMatchObject({ title, preferred: false });
    expect(applyEdits(text, action?.edits ?? [])).toContain('saslNegotiation: Required');
    expect(after(text, false)).toContain('saslNegotiation: Requried');
    // One that is taken away unasked is no burden: first the key is right, then its value.
    const both = 'lyncFederation: 1\nserver: { prodct: lync2013 }\n';
    expect(after(both, false)).toContain('server: { product: lync-2013 }');
  });
});
