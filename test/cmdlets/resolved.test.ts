import { describe, expect, it } from 'vitest';
import { argumentFor, isUnderstood, isUndone, type KnownCommand, textFor } from '../../server/src/cmdlets/resolved.ts';
import { resolveQuickly } from '../../server/src/cmdlets/runbook.ts';

/** Each argument with what it is, and its value. */
function shown(line: string): readonly unknown[] {
  return resolveQuickly(line).map(({ parameters }) =>
    parameters.map(({ role, name, parameter, value }) => [role, parameter?.name ?? `? ${name}`, value]),
  );
}

describe('what the arguments of a command are for', () => {
  it.each<readonly [string, string, readonly unknown[]]>([
    ['full names, whatever the case', 'set-cspublicprovider -identity AOL', [['named', 'Identity', 'AOL']]],
    ['short names', 'Set-CsPublicProvider -Ident AOL', [['named', 'Identity', 'AOL']]],
    ['aliases', 'Remove-CsPublicProvider -wi', [['named', 'WhatIf', undefined]]],
    ['names that are short for several', 'Set-CsAccessEdgeConfiguration -Allow 1', [['named', '? Allow', '1']]],
    ['places', 'Enable-CsPublicProvider AOL', [['placed', 'Identity', 'AOL']]],
    [
      'places beside names',
      'Grant-CsExternalAccessPolicy -PolicyName Open Ken',
      [
        ['named', 'PolicyName', 'Open'],
        ['placed', 'Identity', 'Ken'],
      ],
    ],
    [
      'a value behind a switch',
      'Remove-CsPublicProvider -Force Skype',
      [
        ['named', 'Force', undefined],
        ['placed', 'Identity', 'Skype'],
      ],
    ],
    [
      'a value that a colon joins to a switch',
      'Remove-CsPublicProvider -Confirm:$false -WhatIf:0 Skype',
      [
        ['named', 'Confirm', '$false'],
        ['named', 'WhatIf', '0'],
        ['placed', 'Identity', 'Skype'],
      ],
    ],
    [
      'a value too many',
      'Remove-CsPublicProvider A B',
      [
        ['placed', 'Identity', 'A'],
        ['surplus', '? ', 'B'],
      ],
    ],
    ['no redirections', 'Remove-CsPublicProvider 2> errors.txt A', [['placed', 'Identity', 'A']]],
    [
      'what the running shell alone takes apart',
      'Remove-CsPublicProvider @more --% -Force',
      [
        ['splat', '? ', undefined],
        ['splat', '? ', '--%'],
        ['splat', '? ', '-Force'],
      ],
    ],
    [
      'all behind a text in quotes',
      "New-CsPublicProvider -Identity '--%' -Enabled $true",
      [
        ['named', 'Identity', '--%'],
        ['named', 'Enabled', '$true'],
      ],
    ],
    ['a cmdlet that the reference lacks', 'Set-CsOwn -Id a', [['named', '? Id', 'a']]],
  ])('%s', (_, line, expected) => {
    expect(shown(line)).toEqual([expected]);
  });

  it('the halves of a name are those of the reference', () => {
    const [known, other] = resolveQuickly('SET-CSPUBLICPROVIDER a; set-csown b');
    expect([known?.verb, known?.noun]).toEqual(['Set', 'CsPublicProvider']);
    expect([other?.verb, other?.noun]).toEqual(['set', 'csown']);
  });

  it('an argument is found by the full name of its parameter', () => {
    const identity = (line: string) => resolveQuickly(line).map((one) => textFor(one, 'Identity'));
    expect(identity('Get-CsPool a; Get-CsPool -I b; Get-CsPool; Get-CsPool a,b')).toEqual([
      'a',
      'b',
      undefined,
      undefined,
    ]);
    expect(identity('Set-CsOwn a; Set-CsOwn -Ident b; Set-CsOwn -I c; Set-CsOwn')).toEqual([
      'a',
      'b',
      undefined,
      undefined,
    ]);
    const [twice] = resolveQuickly('Set-CsAccessEdgeConfiguration -AllowFed $false -AllowFederatedUsers $true');
    expect(twice && argumentFor(twice, 'AllowFederatedUsers')?.value).toBe('$false');
  });

  it('a command without effect says so by its switch', () => {
    const undone = (line: string) => resolveQuickly(line).map(isUndone);
    expect(undone('Remove-CsPool -WhatIf; Remove-CsPublicProvider -wi; New-CsPublicProvider -InMem')).toEqual([
      true,
      true,
      true,
    ]);
    expect(undone('Set-CsOwn -wi; Set-CsOwn -What; Set-CsOwn a')).toEqual([true, true, false]);
    expect(undone('Remove-CsPublicProvider -WhatIf:$false A; Remove-CsPublicProvider A')).toEqual([false, false]);
  });

  it('a command is understood where nothing of it is left open', () => {
    const understood = (line: string) =>
      resolveQuickly(line).map((one) => one.known && isUnderstood({ ...one, known: one.known } satisfies KnownCommand));
    expect(understood('Remove-CsPublicProvider -F A > b.txt; Remove-CsPublicProvider @a')).toEqual([true, false]);
    expect(understood('Remove-CsPublicProvider A B; Remove-CsPublicProvider -Idenity A')).toEqual([false, false]);
  });
});
