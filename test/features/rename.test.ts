import { describe, expect, it } from 'vitest';
import { rename, renameable } from '../../server/src/features/rename.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { textOf } from '../../server/src/text/message.ts';
import { marked } from './document.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';

/** The document after what stands at the cursor was renamed, or why it was not. */
function renamed(source: string, name: string, options = WITH_GRAMMAR): string {
  const { analysis, offset, text } = marked(source, options);
  const result = rename(analysis, offset, name);
  return 'template' in result ? textOf(result) : applyEdits(text, result.edits);
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
