import { describe, expect, it } from 'vitest';
import { type Command, quote, render } from '../../server/src/cmdlets/command.ts';
import { enlist, type LineEdit } from '../../server/src/cmdlets/enlist.ts';
import { isTrue, readCommands } from '../../server/src/cmdlets/read.ts';
import { textFor } from '../../server/src/cmdlets/resolved.ts';
import { resolveQuickly } from '../../server/src/cmdlets/runbook.ts';

const command = (cmdlet: string, parameters: Command['parameters'] = {}): Command => ({ cmdlet, parameters });

/** The runbook after commands were enlisted. */
function enlisted(lines: readonly string[], ...commands: readonly Command[]): string[] {
  const edits = enlist(lines, commands);
  const inserts = (index: number) =>
    edits.flatMap((edit: LineEdit) => (edit.edit === 'insert' && edit.before === index ? [edit.line] : []));
  const kept = lines.flatMap((line, index) => {
    const change = edits.find((edit) => edit.edit !== 'insert' && edit.index === index);
    const own = change === undefined ? [line] : change.edit === 'replace' ? [change.line] : [];
    return [...inserts(index), ...own];
  });
  return [...kept, ...inserts(lines.length)];
}

describe('quote', () => {
  it.each([
    ['contoso.com', 'contoso.com'],
    ['UseSourceVerification', 'UseSourceVerification'],
    ['Yahoo!', "'Yahoo!'"],
    ["it's", "'it''s'"],
    ['a\u2019; Remove-CsSipDomain x', "'a\u2019\u2019; Remove-CsSipDomain x'"],
    ['$(Stop-Computer)', "'$(Stop-Computer)'"],
    ['-Force', "'-Force'"],
    ['1', "'1'"],
    ['', "''"],
    ['a b', "'a b'"],
    ['msn.com,live.com', "'msn.com,live.com'"],
  ])('%s as %s', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });

  it('is read back as the same text', () => {
    for (const text of ["it's", 'a"b', 'x;y|z', 'a#b', '`n', 'a, b', '(x)', "''"]) {
      const line = render(command('New-CsAllowedDomain', { Identity: text, Comment: 'c' }));
      const [read, ...others] = resolveQuickly(line);
      expect(others).toEqual([]);
      expect(read && textFor(read, 'Identity')).toBe(text);
      expect(read && textFor(read, 'Comment')).toBe('c');
    }
  });
});

describe('readCommands', () => {
  it('reads names, values, switches, lists and places', () => {
    const line = 'New-CsPublicProvider Skype -Enabled:$true -Force -List a.com,\'b c\' -ProxyFqdn "p`"q"';
    const [read] = readCommands(line);
    expect(read?.cmdlet).toBe('New-CsPublicProvider');
    expect(read?.parameters.map(({ name, value }) => [name, value])).toEqual([
      ['', 'Skype'],
      ['Enabled', '$true'],
      ['Force', undefined],
      ['List', ['a.com', 'b c']],
      ['ProxyFqdn', 'p"q'],
    ]);
    const enabled = read?.parameters[1];
    expect(line.slice(enabled?.valueAt?.start, enabled?.valueAt?.end)).toBe('$true');
    expect(isTrue(enabled?.value)).toBe(true);
  });

  it('takes pipelines and sequences apart, and passes over what is not ours', () => {
    const line =
      'Get-CsPublicProvider | Where-Object { $_.Enabled } | Remove-CsPublicProvider; Write-Host "New-CsX" # Set-CsY';
    expect(readCommands(line).map(({ cmdlet }) => cmdlet)).toEqual(['Get-CsPublicProvider', 'Remove-CsPublicProvider']);
  });

  it('knows true as the shell does', () => {
    expect(['$true', '$TRUE', '1', '2', '$false', '0', 'true'].map(isTrue)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('enlist', () => {
  const remove = command('Remove-CsPublicProvider', { Identity: 'AOL' });
  const create = command('New-CsPublicProvider', { Identity: 'AOL', Enabled: true });
  const open = command('Set-CsAccessEdgeConfiguration', { AllowFederatedUsers: true });
  const policy = command('Set-CsExternalAccessPolicy', { Identity: 'global', EnableFederationAccess: true });

  it('orders configuration before providers before policies, and remove before new', () => {
    expect(enlisted([], policy, create, remove, open)).toEqual([
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true',
      'Remove-CsPublicProvider -Identity AOL',
      'New-CsPublicProvider -Identity AOL -Enabled $true',
      'Set-CsExternalAccessPolicy -Identity global -EnableFederationAccess $true',
    ]);
  });

  it('leaves a runbook alone that says it already, in whatever spelling', () => {
    const lines = ["remove-cspublicprovider 'aol'", 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $TRUE'];
    expect(enlist(lines, [remove, open])).toEqual([]);
  });

  it('replaces a command that does something else to the same object', () => {
    expect(
      enlisted(
        ['New-CsPublicProvider -Identity "AOL" -Enabled 1', 'Enable-CsPublicProvider AOL', 'New-CsSipDomain x.com'],
        remove,
      ),
    ).toEqual(['Remove-CsPublicProvider -Identity AOL', 'New-CsSipDomain x.com']);
  });

  it('completes a Set in the words of its author', () => {
    expect(enlisted(['Set-CsAccessEdgeConfiguration -allowFederatedUsers $false   -UseDnsSrvRouting'], open)).toEqual([
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true   -UseDnsSrvRouting',
    ]);
    expect(enlisted(['Set-CsAccessEdgeConfiguration -UseDnsSrvRouting'], open)).toEqual([
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $true',
    ]);
  });

  it('removes and makes anew around what is there', () => {
    expect(
      enlisted(
        ['New-CsPublicProvider -Identity AOL -Enabled 0', 'Grant-CsExternalAccessPolicy -Identity Ken'],
        remove,
        create,
      ),
    ).toEqual([
      'Remove-CsPublicProvider -Identity AOL',
      'New-CsPublicProvider -Identity AOL -Enabled $true',
      'Grant-CsExternalAccessPolicy -Identity Ken',
    ]);
  });

  it('leaves pipelines and strange lines where they are', () => {
    const lines = ['Get-CsPublicProvider AOL | Remove-CsPublicProvider', 'Import-Module Lync', policy.cmdlet];
    expect(enlisted(lines, open)).toEqual(['Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true', ...lines]);
  });
});
