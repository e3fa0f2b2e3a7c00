import { describe, expect, it } from 'vitest';
import type { Options } from '../../server/src/analyze.ts';
import { signatureHelp } from '../../server/src/features/signature.ts';
import { ENGLISH, marked } from './document.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';

function help(source: string, options?: Options) {
  const { analysis, offset } = marked(source, options);
  return signatureHelp(analysis, offset, ENGLISH);
}

/** The active signature's number, and the parameter that is marked in it. */
function active(line: string): readonly [number | undefined, string | undefined] {
  const found = help(`cmdlets:\n  - ${line}`, WITH_GRAMMAR);
  const signature = found?.signatures[found.active];
  const at = signature?.parameters[signature.active ?? -1]?.at;
  return [found?.active, at && signature?.label.slice(at.start, at.end)];
}

describe('signature help', () => {
  it('shows none to servers without a shell', () => {
    const runbook = 'cmdlets:\n  - New-CsBlockedDomain <|>';
    expect(help(`server: { product: lync-2010 }\n${runbook}`)?.signatures).toHaveLength(2);
    expect(help(`server: { product: ocs-2007 }\n${runbook}`)).toBeUndefined();
  });

  it('shows the parameter sets as the reference writes them', () => {
    const found = help('cmdlets:\n  - New-CsBlockedDomain <|>');
    expect(found?.signatures.map(({ label }) => label)).toEqual([
      'New-CsBlockedDomain [-Identity] <XdsGlobalRelativeIdentity> [-Comment <String>]',
      'New-CsBlockedDomain [-Comment <String>] -Domain <String>',
    ]);
    expect(found?.signatures[0]?.docs).toBe('Blocks a domain, so that no messages are exchanged with it.');
    expect(found?.signatures[0]?.parameters.map(({ docs }) => docs)).toEqual([
      expect.stringContaining('.'),
      expect.stringContaining('.'),
    ]);
  });

  it.each([
    ['New-CsBlockedDomain <|>', 0, '[-Identity] <XdsGlobalRelativeIdentity>'],
    ['New-CsBlockedDomain -Comment x -<|>', 0, '[-Identity] <XdsGlobalRelativeIdentity>'],
    ['New-CsBlockedDomain -Dom<|>', 1, '-Domain <String>'],
    ['New-CsBlockedDomain -Domain fabri<|>', 1, '-Domain <String>'],
    ['New-CsBlockedDomain x -Comment <|>', 0, '[-Comment <String>]'],
    ['New-CsBlockedDomain x <|>', 0, undefined],
    ['New-CsBlockedDomain <|>x -Comment y', 0, '[-Identity] <XdsGlobalRelativeIdentity>'],
    ['New-CsHostingProvider x -Enabled $true <|>', 0, '-ProxyFqdn <String>'],
    ['Get-CsSipDomain | Remove-CsSipDomain -Identity <|>', 0, '[-Identity] <XdsGlobalRelativeIdentity>'],
    ['Set-CsTenantFederationConfiguration -AllowPublicUsers <|>', 0, '[-AllowPublicUsers <Boolean>]'],
  ])('marks what is typed, or comes next: %s', (line, signature, parameter) => {
    expect(active(line)).toEqual([signature, parameter]);
  });

  it.each([
    ['on the cmdlet', 'cmdlets:\n  - New-CsBlocked<|>Domain x'],
    ['elsewhere in a spec', 'domains:\n  allowed: <|>\ncmdlets:\n  - New-CsBlockedDomain x'],
    ['in a comment', 'cmdlets:\n  - New-CsBlockedDomain x # <|>'],
    ['for others', 'cmdlets:\n  - Get-ADUser <|>'],
  ])('is silent %s', (_, source) => {
    expect(help(source)).toBeUndefined();
  });

  it('works in a script', () => {
    expect(help('foreach ($d in $all) {\n  New-CsBlockedDomain $d -Comment <|>\n}\n', SCRIPT)?.active).toBe(0);
    expect(help('Get-ADUser <|>', SCRIPT)).toBeUndefined();
  });
});
