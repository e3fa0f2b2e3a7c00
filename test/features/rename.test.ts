import { describe, expect, it } from 'vitest';
import { rename, renameable } from '../../server/src/features/rename.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { generator } from '../bench/spec.ts';
import { marked } from './document.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';
import { shelf } from './shelf.ts';

/** The document after what stands at the cursor was renamed, or why it was not. */
function renamed(source: string, name: string, options = WITH_GRAMMAR): string {
  const { analysis, offset, text } = marked(source, options);
  const result = rename({ path: 'a.lync.yaml', analysis }, { offset, newName: name });
  return 'template' in result ? inEnglish(result) : applyEdits(text, result[0]?.edits ?? []);
}

describe('rename', () => {
  it('changes the entry and every command, each in its own quotes', () => {
    const spec = (before: string, bare: string, single: string, double: string) =>
      `domains:\n  allowed:\n    - domain: ${before}\n  blocked: [fabrikam.com]\ncmdlets:\n  - New-CsAllowedDomain -Identity ${bare}\n` +
      `  - Set-CsAllowedDomain ${single} -Comment 'fabrikam.com'\n  - Set-CsAllowedDomain -Identity ${double}\n  - New-CsBlockedDomain fabrikam.com\n`;
    const after = spec('adatum.com', 'adatum.com', "'adatum.com'", '"adatum.com"');
    expect(renamed(spec('fabri<|>kam.com', 'FABRIKAM.COM', "'fabrikam.com'", '"fabrikam.com"'), 'adatum.com')).toBe(
      after,
    );
    expect(renamed(spec('fabrikam.com', 'FABRI<|>KAM.COM', "'fabrikam.com'", '"fabrikam.com"'), ' adatum.com ')).toBe(
      after,
    );
  });

  const provider = (entry: string, line: string) =>
    `providers:\n  public:\n    - identity: ${entry}\ncmdlets:\n  - ${line}\n`;

  it.each([
    [
      'quotes what the shell would take apart',
      'A<|>OL',
      'Remove-CsPublicProvider AOL',
      'A B; C',
      'A B; C',
      "Remove-CsPublicProvider 'A B; C'",
    ],
    [
      'doubles quotes',
      'A<|>OL',
      'Remove-CsPublicProvider AOL',
      "O'Neil",
      "O'Neil",
      "Remove-CsPublicProvider 'O''Neil'",
    ],
    [
      'doubles typographic quotes',
      'A<|>OL',
      'Remove-CsPublicProvider AOL',
      'O’Neil',
      'O’Neil',
      "Remove-CsPublicProvider 'O’’Neil'",
    ],
    [
      'keeps the shell from computing',
      'A<|>OL',
      'Remove-CsPublicProvider "AOL"',
      '$(x)',
      '$(x)',
      "Remove-CsPublicProvider '$(x)'",
    ],
    [
      'quotes for YAML in the entry',
      'A<|>OL',
      'Remove-CsPublicProvider AOL',
      '#1: x',
      '"#1: x"',
      '"Remove-CsPublicProvider \'#1: x\'"',
    ],
    [
      'keeps the quotes of YAML',
      "'A<|>OL'",
      "'Remove-CsPublicProvider AOL'",
      "O'Neil",
      "'O''Neil'",
      "'Remove-CsPublicProvider ''O''''Neil'''",
    ],
    [
      'keeps double quotes of YAML',
      '"A<|>OL"',
      '"Remove-CsPublicProvider \'AOL\'"',
      'A"B',
      '"A\\"B"',
      '"Remove-CsPublicProvider \'A\\"B\'"',
    ],
    [
      'reads escapes',
      'A<|>OL',
      '"Remove-CsPublicProvider \\"AOL\\" -Force"',
      'Yahoo!',
      'Yahoo!',
      '"Remove-CsPublicProvider \\"Yahoo!\\" -Force"',
    ],
    [
      'reads doubled quotes',
      'A<|>OL',
      "'Remove-CsPublicProvider ''AOL'''",
      'Yahoo!',
      'Yahoo!',
      "'Remove-CsPublicProvider ''Yahoo!'''",
    ],
    [
      'a name that looks like a number',
      'A<|>OL',
      'Remove-CsPublicProvider AOL',
      '123',
      '"123"',
      "Remove-CsPublicProvider '123'",
    ],
  ])('%s', (_, entry, line, name, newEntry, newLine) => {
    expect(renamed(provider(entry, line), name)).toBe(provider(newEntry, newLine));
  });

  it('works in a block of several lines', () => {
    const spec = (name: string) =>
      provider(
        name,
        `|\n    # about AOL\n    Remove-CsPublicProvider ${name}\n    New-CsPublicProvider -Identity '${name}'`,
      );
    expect(renamed(spec('AOL').replace('identity: A', 'identity: A<|>'), 'Skype')).toBe(spec('Skype'));
  });

  it('keeps the scope of a tag', () => {
    const spec = (name: string) =>
      `policies: { mobility: [{ identity: ${name} }] }\ncmdlets:\n  - Grant-CsMobilityPolicy -Identity ada -PolicyName tag:${name}\n  - Set-CsMobilityPolicy ${name}\n`;
    expect(renamed(spec('Sales').replace('Sales', 'Sa<|>les'), 'Field')).toBe(spec('Field'));
  });

  it('leaves aliases to what they stand for', () => {
    const spec = (name: string) =>
      `provisioning: { sipDomains: [&d ${name}] }\ndomains: { sip: [*d] }\ncmdlets:\n  - New-CsSipDomain ${name}\n`;
    expect(renamed(spec('a.com').replace('Domain a', 'Domain a<|>'), 'b.com')).toBe(spec('b.com'));
  });

  it('works in a script', () => {
    const script = (name: string) =>
      `$x = 'AOL'\nRemove-CsPublicProvider ${name} # AOL\nif ($y) { New-CsPublicProvider -Identity ${name} }\n`;
    expect(renamed(script('AOL').replace('Provider AOL', 'Provider AO<|>L'), 'Yahoo!', SCRIPT)).toBe(
      script("'Yahoo!'"),
    );
  });

  it.each([
    ['an empty name', 'A<|>OL', ' ', 'A name cannot be empty.'],
    ['control characters', 'A<|>OL', 'a\nb', 'A name cannot hold line breaks or control characters.'],
    [
      'what no command line can say',
      'A<|>OL',
      'a\u202eb',
      '`a\ufffdb` contains a character that turns the writing direction, which no command line can say safely.',
    ],
    ['the name of another entry', 'A<|>OL\n    - identity: MSN', 'msn', 'There is another entry named `msn`.'],
  ])('refuses %s', (_, entry, name, why) => {
    expect(renamed(provider(entry, 'Get-CsPublicProvider'), name)).toBe(why);
  });

  it.each([
    ['policies: { mobility: [{ identity: glo<|>bal }] }', undefined],
    ['organization: { name: Con<|>toso }', undefined],
    ['cmdlets:\n  - Set-CsSipDomain -Is<|>Default $true', undefined],
    ['cmdlets:\n  - Grant-CsMobilityPolicy -PolicyName Tag:Sa<|>les', 'Sales'],
    ["cmdlets:\n  - Remove-CsPublicProvider 'Yah<|>oo!'", 'Yahoo!'],
  ])('prepares %s', (source, expected) => {
    const { analysis, offset } = marked(source, WITH_GRAMMAR);
    expect(renameable(analysis, offset)?.name).toBe(expected);
  });
});

describe('rename of what is named in several places of a spec', () => {
  const spec = (domain: string) =>
    `domains: { sip: [${domain}], allowed: [contoso.com], blocked: [sip.contoso.com] }
tenant: { sipDomains: ['${domain}'], blockedDomains: [contoso.com] }
dns:
  srv:
    - { name: _sipfederationtls._tcp.${domain}, port: 5061, target: sip.contoso.com }
    - { name: "_xmpp-server._tcp.${domain}", port: 5269, target: sip.contoso.com }
provisioning: { sipDomains: [${domain}], accessEdgeFqdns: [contoso.com] }
cmdlets:
  - Set-CsSipDomain ${domain}
  - Set-CsAllowedDomain contoso.com
`;

  it('keeps the service of a record, and what else has that name', () => {
    const before = spec('contoso.com');
    expect(renamed(before.replace('sip: [con', 'sip: [con<|>'), 'adatum.com')).toBe(spec('adatum.com'));
    expect(renamed(before.replace('_tcp.con', '_tcp.con<|>'), 'adatum.com')).toBe(spec('adatum.com'));
  });

  it('puts a record into quotes where the new name needs them', () => {
    const one = (name: string) => `dns: { srv: [{ name: ${name}, port: 1, target: . }] }\n`;
    expect(renamed(one('_sip._tls.a<|>.com'), 'b, c')).toBe(one('"_sip._tls.b, c"'));
  });

  it('takes a host everywhere', () => {
    const hosts = (name: string) => `edge: { pools: [{ fqdn: e.contoso.com, accessEdgeFqdn: ${name} }] }
domains: { sip: [sip.contoso.com] }
dns:
  srv: [{ name: _sip._tls.contoso.com, port: 443, target: "${name}" }]
  hosts: [{ name: ${name}, addresses: [203.0.113.10] }]
certificates: [{ name: edge, subject: ${name}, subjectAlternativeNames: [${name}, '${name}'] }]
provisioning: { accessEdgeFqdns: [${name}] }
cmdlets:
  - Test-CsFederatedPartner -TargetFqdn ${name} -Domain fabrikam.com
`;
    const before = hosts('sip.contoso.com').replace('target: "sip', 'target: "sip<|>');
    expect(renamed(before, 'a.contoso.com')).toBe(hosts('a.contoso.com'));
    expect(renamed(before, 'E.contoso.com')).toBe('There is another entry named `E.contoso.com`.');
  });
});

describe('rename over several documents', () => {
  const entry = (name: string) => `providers:\n  public:\n    - identity: ${name}\n`;
  const command = (name: string) => `Remove-CsPublicProvider ${name}\n`;

  /** The documents that change, with their new texts, or why none does. */
  function changed(files: Readonly<Record<string, string>>, uri: string, newName = 'MSN'): unknown {
    const { own, others, offset } = shelf(files, uri, 'AO<|>L');
    const result = rename(own, { offset, newName }, others);
    if ('template' in result) return inEnglish(result);
    return result.map(({ document, edits }) => [document.path, applyEdits(document.analysis.text, edits)]);
  }

  it('takes all scripts along where one spec has the object', () => {
    const files = {
      'x/a.lync.yaml': entry('AOL'),
      'y/a.ps1': command('AOL'),
      'y/none.ps1': command('Skype'),
      'b.lync.yaml': entry('Skype'),
    };
    const after = [
      ['x/a.lync.yaml', entry('MSN')],
      ['y/a.ps1', command('MSN')],
    ];
    expect(changed(files, 'x/a.lync.yaml')).toEqual(after);
    expect(changed(files, 'y/a.ps1')).toEqual(after.toReversed());
  });

  const several = {
    'a/a.lync.yaml': entry('AOL'),
    'a/a.ps1': command('AOL'),
    'a/b/b.lync.yaml': entry('AOL'),
    'a/b/c/b.ps1': command('AOL'),
    'ab.ps1': command('AOL'),
    'abc/ab.ps1': command('AOL'),
  };

  it.each([
    ['a/a.lync.yaml', ['a/a.lync.yaml', 'a/a.ps1']],
    ['a/a.ps1', ['a/a.ps1', 'a/a.lync.yaml']],
    ['a/b/b.lync.yaml', ['a/b/b.lync.yaml', 'a/b/c/b.ps1']],
    ['a/b/c/b.ps1', ['a/b/c/b.ps1', 'a/b/b.lync.yaml']],
    ['ab.ps1', ['ab.ps1']],
    ['abc/ab.ps1', ['abc/ab.ps1']],
  ])('takes what is nearest where several specs have it: %s', (uri, expected) => {
    expect(changed(several, uri)).toEqual(
      expected.map((one) => [one, one.endsWith('.ps1') ? command('MSN') : entry('MSN')]),
    );
  });

  it('leaves scripts alone that could be for two specs of one folder', () => {
    const files = { 'a.lync.yaml': entry('AOL'), 'b.lync.yaml': entry('AOL'), 'a.ps1': command('AOL') };
    expect(changed(files, 'a.lync.yaml')).toEqual([['a.lync.yaml', entry('MSN')]]);
    expect(changed(files, 'a.ps1')).toEqual([['a.ps1', command('MSN')]]);
  });

  it('leaves the partner of another company alone, and its script', () => {
    const files = {
      'a.lync.yaml': 'domains: { sip: [AOL] }\n',
      'a.ps1': 'Set-CsSipDomain AOL\nSet-CsAllowedDomain AOL\n',
      'b.lync.yaml': 'domains: { allowed: [AOL] }\n',
      'b.ps1': 'Set-CsAllowedDomain AOL\n',
    };
    expect(changed(files, 'a.lync.yaml')).toEqual([
      ['a.lync.yaml', 'domains: { sip: [MSN] }\n'],
      ['a.ps1', 'Set-CsSipDomain MSN\nSet-CsAllowedDomain AOL\n'],
    ]);
  });

  it('renames certificates and hosts in their own spec', () => {
    const certificates = 'certificates: [{ name: AOL }]\n';
    expect(changed({ 'a.lync.yaml': certificates, 'b.lync.yaml': certificates }, 'a.lync.yaml')).toEqual([
      ['a.lync.yaml', 'certificates: [{ name: MSN }]\n'],
    ]);
    const record = (name: string) => `dns: { hosts: [{ name: ${name}, addresses: [] }] }\n`;
    const script = 'New-CsAllowedDomain x.com -ProxyFqdn AOL.com\n';
    expect(changed({ 'a.lync.yaml': record('AOL.com'), 'a.ps1': script }, 'a.lync.yaml', 'b.com')).toEqual([
      ['a.lync.yaml', record('b.com')],
    ]);
  });

  it('refuses a name that the spec of a script has already', () => {
    const files = { 'a.lync.yaml': `${entry('AOL')}    - identity: MSN\n`, 'a.ps1': command('AOL') };
    expect(changed(files, 'a.ps1', 'msn')).toBe('There is another entry named `msn` in `a.lync.yaml`.');
    expect(changed(files, 'a.lync.yaml', 'msn')).toBe('There is another entry named `msn`.');
  });
});

describe('rename there and back', () => {
  /** A spec and its script; the domain is named in each way there is, in quotes of any kind. */
  function documents(seed: number): Readonly<Record<string, string>> {
    const random = generator(seed);
    const some = (...from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
    const quoted = (name = 'old.example') => some(name, `'${name}'`, `"${name}"`);
    const line = () => some(`Set-CsSipDomain ${quoted()}`, `New-CsSipDomain -Identity ${quoted()} -WhatIf`);
    const item = () =>
      some(
        `  - ${some('Set-CsSipDomain old.example', 'Set-CsSipDomain -Id:old.example # x')}`,
        `  - |\n    ${line()}\n    # old.example\n    ${line()}`,
        `  - "Set-CsSipDomain 'old.example'; ${line().replaceAll('"', '\\"')}"`,
        `  - '${line().replaceAll("'", "''")}'`,
      );
    const lines = [
      '# old.example',
      'domains:',
      some(`  sip: [${quoted()}]`, `  sip:\n    - ${quoted()} # old.example`, `  sip:\n    - identity: ${quoted()}`),
      '  allowed: [old.example]',
      `tenant: { sipDomains: [${quoted()}, x.example, ${quoted()}] }`,
      `dns: { srv: [{ name: ${quoted('_sip._tls.old.example')}, port: 443, target: old.example }] }`,
      'cmdlets:',
      ...Array.from({ length: 1 + Math.floor(random() * 4) }, item),
      '',
    ];
    return {
      'a.lync.yaml': lines.join('\n').replaceAll('\n', some('\n', '\r\n')),
      'a.ps1': `if ($x) { ${line()} }\n${line()}\n`,
    };
  }

  /** The texts after the SIP domain was renamed, from its first place in a document. */
  function everywhere(files: Readonly<Record<string, string>>, uri: string, before: string, newName: string) {
    const head = uri.endsWith('.ps1') ? /-CsSipDomain (?:-Identity )?["']?/ : /sip:[\s[-]*(?:identity: )?["']?/;
    const start = head.exec(files[uri] ?? '')?.[0] ?? '';
    const { own, others, offset } = shelf(files, uri, `${start}<|>${before}`);
    const result = rename(own, { offset, newName }, others);
    if ('template' in result) throw new Error(inEnglish(result));
    const changed = result.map(({ document, edits }) => [document.path, applyEdits(document.analysis.text, edits)]);
    return { ...files, ...Object.fromEntries(changed) };
  }

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('gives the same texts: %i', (seed) => {
    const files = documents(seed);
    const uri = seed % 2 === 0 ? 'a.lync.yaml' : 'a.ps1';
    const there = everywhere(files, uri, 'old.example', 'a-new.test');
    const left =
      Object.values(there)
        .join('')
        .match(/.*old\.example/g) ?? [];
    expect(left.filter((one) => !/# old|allowed: \[old|target: old/.test(one))).toEqual([]);
    expect(everywhere(there, uri, 'a-new.test', 'old.example')).toEqual(files);
  });
});
