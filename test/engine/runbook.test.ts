import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { type Command, quote, render } from '../../server/src/cmdlets/command.ts';
import { enlist } from '../../server/src/cmdlets/enlist.ts';
import type { LineEdit } from '../../server/src/cmdlets/lines.ts';
import { isTrue, readCommands } from '../../server/src/cmdlets/read.ts';
import { textFor } from '../../server/src/cmdlets/resolved.ts';
import { resolveQuickly } from '../../server/src/cmdlets/runbook.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { plan } from '../../server/src/plan/plan.ts';
import { readSpec } from '../../server/src/spec/read.ts';

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

  const shut = command('Set-CsAccessEdgeConfiguration', { AllowFederatedUsers: false });

  it('opens from the inside out, the outermost gate last, and removes before it makes anew', () => {
    expect(enlisted([], open, policy, create, remove)).toEqual([
      'Remove-CsPublicProvider -Identity AOL',
      'New-CsPublicProvider -Identity AOL -Enabled $true',
      'Set-CsExternalAccessPolicy -Identity global -EnableFederationAccess $true',
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true',
    ]);
  });

  it('shuts from the outside in, the outermost gate first', () => {
    const off = command('Set-CsExternalAccessPolicy', { Identity: 'global', EnableFederationAccess: false });
    const blocked = command('New-CsBlockedDomain', { Identity: 'spam.example' });
    expect(enlisted(['New-CsAllowedDomain a.example'], blocked, off, shut)).toEqual([
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false',
      'Set-CsExternalAccessPolicy -Identity global -EnableFederationAccess $false',
      'New-CsBlockedDomain -Identity spam.example',
      'New-CsAllowedDomain a.example',
    ]);
  });

  it('has the order of the plan, whatever the order in which fixes come', () => {
    const spec = {
      lyncFederation: 1,
      edge: { configuration: { allowFederatedUsers: true } },
      domains: { allowed: ['a.example'], blocked: ['b.example'], sip: ['c.example'], xmpp: ['x.example'] },
      providers: { hosting: [{ identity: 'H', proxyFqdn: 'h.example', enabled: true }] },
      policies: {
        externalAccess: [
          { identity: 'global', enableFederationAccess: true },
          { identity: 'Sales', grantedTo: ['kim'] },
        ],
        mobility: [{ identity: 'global', enableMobility: false }],
        pushNotification: { enableApplePushNotificationService: true },
      },
      tenant: { sharedSipAddressSpace: true },
    };
    const { steps } = plan(declared(readSpec(JSON.stringify(spec)).spec, catalog));
    const commands = steps.flatMap((step) => step.commands);
    expect(commands.map(({ cmdlet }) => cmdlet)).toEqual([
      'Set-CsMobilityPolicy',
      'New-CsBlockedDomain',
      'New-CsSipDomain',
      'Enable-CsTopology',
      'New-CsExternalAccessPolicy',
      'Grant-CsExternalAccessPolicy',
      'Set-CsExternalAccessPolicy',
      'New-CsAllowedDomain',
      'New-CsXmppAllowedPartner',
      'New-CsHostingProvider',
      'Set-CsPushNotificationConfiguration',
      'Set-CsAccessEdgeConfiguration',
      'Set-CsTenantFederationConfiguration',
    ]);
    expect(enlisted([], ...commands.toReversed())).toEqual(commands.map(render));
  });

  it('lifts a block only when policies are as they should be', () => {
    const commands = [
      command('Remove-CsBlockedDomain', { Identity: 'b.example' }),
      command('Set-CsExternalAccessPolicy', { Identity: 'Sales', EnableFederationAccess: false }),
      command('Remove-CsExternalAccessPolicy', { Identity: 'Guests' }),
      command('New-CsBlockedDomain', { Identity: 'c.example' }),
    ];
    expect(enlisted([], ...commands).map((line) => line.split(' ')[0])).toEqual([
      'Set-CsExternalAccessPolicy',
      'New-CsBlockedDomain',
      'Remove-CsExternalAccessPolicy',
      'Remove-CsBlockedDomain',
    ]);
  });

  it('grants a policy when it is there, and makes one anew before it is granted', () => {
    const sales = { Identity: 'Sales' };
    const commands = [
      command('Grant-CsExternalAccessPolicy', { Identity: 'kim', PolicyName: 'Sales' }),
      command('Remove-CsExternalAccessPolicy', sales),
      command('New-CsExternalAccessPolicy', sales),
    ];
    expect(enlisted([], ...commands)).toEqual([
      'Remove-CsExternalAccessPolicy -Identity Sales',
      'New-CsExternalAccessPolicy -Identity Sales',
      'Grant-CsExternalAccessPolicy -Identity kim -PolicyName Sales',
    ]);
  });

  it('tests when all is done', () => {
    const lines = ['New-CsAllowedDomain a.example', 'Test-CsFederatedPartner -Domain a.example'];
    expect(enlisted(lines, open)).toEqual([lines[0], render(open), lines[1]]);
  });

  it('knows what a line opens or shuts by every way to write it', () => {
    const lines = [
      'New-CsAllowedDomain a.example',
      'Set-CsAccessEdgeConfiguration -AllowFed:$true',
      'Enable-CsPublicProvider AOL',
    ];
    expect(enlisted(lines, policy)).toEqual([render(policy), ...lines]);
    const blocked = command('Remove-CsBlockedDomain', { Identity: 'b.example' });
    expect(enlisted(['disable-cspublicprovider AOL', 'Set-CsAccessEdgeConfiguration -allowf 1'], blocked)).toEqual([
      'disable-cspublicprovider AOL',
      render(blocked),
      'Set-CsAccessEdgeConfiguration -allowf 1',
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

  it.each<readonly [string, string, string]>([
    [
      'short',
      'Set-CsAccessEdgeConfiguration -AllowFed $false',
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true',
    ],
    [
      'joined by a colon',
      'Set-CsAccessEdgeConfiguration global -AllowFed:0 -UseDns',
      'Set-CsAccessEdgeConfiguration global -AllowFederatedUsers $true -UseDns',
    ],
    [
      'given twice',
      'Set-CsAccessEdgeConfiguration -AllowFed 0 -UseDns -AllowFederatedUsers 0',
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true -UseDns',
    ],
    [
      'before a comment',
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting # by DNS',
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $true # by DNS',
    ],
    [
      'over several lines',
      'Set-CsAccessEdgeConfiguration `\n  -AllowFed $false `\n  -UseDnsSrvRouting',
      'Set-CsAccessEdgeConfiguration `\n  -AllowFederatedUsers $true `\n  -UseDnsSrvRouting',
    ],
    [
      'beside other commands',
      'Get-CsPool; Set-CsAccessEdgeConfiguration -AllowFed $false; Enable-CsTopology',
      'Get-CsPool; Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true; Enable-CsTopology',
    ],
    [
      'in a pipeline',
      'Get-CsAccessEdgeConfiguration | Set-CsAccessEdgeConfiguration -AllowFed $false | Out-Null',
      'Get-CsAccessEdgeConfiguration | Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true | Out-Null',
    ],
  ])('changes a parameter where it stands: %s', (_, line, expected) => {
    expect(enlisted([line], open)).toEqual([expected]);
  });

  it('changes a parameter of an object that is named by its place, or by a pipeline', () => {
    const enable = command('Set-CsPublicProvider', { Identity: 'AOL', Enabled: true });
    expect(enlisted(['Set-CsPublicProvider -Force AOL -Enab $false'], enable)).toEqual([
      'Set-CsPublicProvider -Force AOL -Enabled $true',
    ]);
    expect(enlisted(['Get-CsPublicProvider AOL | Set-CsPublicProvider -Verification 1'], enable)).toEqual([
      'Get-CsPublicProvider AOL | Set-CsPublicProvider -Verification 1 -Enabled $true',
    ]);
    expect(enlisted(['Set-CsPublicProvider AOL -Enab $true'], enable)).toEqual([
      'Set-CsPublicProvider AOL -Enab $true',
    ]);
  });

  it('adds a command behind those that only sometimes run, or change others as well', () => {
    const disable = command('Set-CsPublicProvider', { Identity: 'AOL', Enabled: false });
    for (const line of [
      'if ($a) { Set-CsPublicProvider AOL -Enabled $true }',
      'Set-CsPublicProvider $aol -Enabled $true',
      'Get-CsPublicProvider | Set-CsPublicProvider -Enabled $true',
    ])
      expect(enlisted([line], disable)).toEqual([line, 'Set-CsPublicProvider -Identity AOL -Enabled $false']);
    const shown = 'Set-CsPublicProvider AOL -Enabled $true -WhatIf';
    expect(enlisted([shown], disable)).toEqual(['Set-CsPublicProvider -Identity AOL -Enabled $false', shown]);
  });

  it('takes the place of one of several commands of a line', () => {
    expect(enlisted(['New-CsPublicProvider AOL -Enabled 1; New-CsSipDomain x.com'], remove)).toEqual([
      'Remove-CsPublicProvider -Identity AOL; New-CsSipDomain x.com',
    ]);
    expect(
      enlisted(['Get-CsPool; Enable-CsPublicProvider AOL; Get-CsPool', 'Remove-CsPublicProvider -Force AOL'], remove),
    ).toEqual(['Get-CsPool; Get-CsPool', 'Remove-CsPublicProvider -Force AOL']);
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
    expect(enlisted(lines, shut)).toEqual(['Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false', ...lines]);
  });
});
