import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../server/src/cmdlets/effect.ts';
import { readAlone } from '../../server/src/cmdlets/runbook.ts';
import { fitsWildcard } from '../../server/src/cmdlets/wildcard.ts';
import { readScript } from '../rules/fixture.ts';

const resolved = (text: string) => readAlone(text, readScript).commands;

/** What the removal of a text takes in: wildcards for names, `some` where that is not known, nothing where it is handed nothing. */
function taken(text: string): readonly string[] | 'some' | undefined {
  const input = resolved(text).findLast(({ verb }) => verb === 'Remove')?.input;
  return input && (input.assigning ? ['='] : (input.names ?? 'some'));
}

describe('what a pipeline or a loop hands to a command', () => {
  it.each([
    'Get-CsAllowedDomain | Remove-CsAllowedDomain -Confirm:$false',
    'Get-CsAllowedDomain|Remove-CsAllowedDomain',
    'Get-CsAllowedDomain |\n  # all of them\n  Remove-CsAllowedDomain',
    'Get-CsAllowedDomain -LocalStore | Sort-Object Identity -Unique | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain -Filter * | select * | Remove-CsAllowedDomain',
    "Get-CsAllowedDomain -Fil '*' | Select-Object -ExpandProperty Identity | Remove-CsAllowedDomain",
    'Get-CsAllowedDomain | Tee-Object -Variable a | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | Where-Object { $_ } | Remove-CsAllowedDomain',
    "Get-CsAllowedDomain | ? { $_.Identity -like '*' } | Remove-CsAllowedDomain",
    'Get-CsAllowedDomain | where Domain -like * | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | % { $_.Identity } | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | % Identity | Remove-CsAllowedDomain',
    '(Get-CsAllowedDomain).Identity | Remove-CsAllowedDomain',
    '@(Get-CsAllowedDomain) | Remove-CsAllowedDomain',
    '$all = Get-CsAllowedDomain\n$all | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | % { Remove-CsAllowedDomain $_ }',
    'Get-CsAllowedDomain|%{Remove-CsAllowedDomain -Ident $_.Identity -Force}',
    'Get-CsAllowedDomain | ForEach-Object -Process { Write-Host $_; Remove-CsAllowedDomain -Identity "$($_.Identity)" }',
    'Get-CsAllowedDomain | ForEach-Object { $_ | Remove-CsAllowedDomain }',
    'Get-CsAllowedDomain | Remove-CsAllowedDomain -Identity { $_.Identity }',
    'foreach ($d in Get-CsAllowedDomain) { Remove-CsAllowedDomain -Identity $d.Identity }',
    'foreach ($d in (Get-CsAllowedDomain | sort Domain))\n{\n  Remove-CsAllowedDomain $d.Domain\n}',
    'foreach($d in @(Get-CsAllowedDomain)){ $d | Remove-CsAllowedDomain }',
    'foreach ($d in Get-CsAllowedDomain) { $name = $d.Identity; Remove-CsAllowedDomain -Identity $name }',
    'Get-CsAllowedDomain | % { $one = $_; $name = $one.Domain; Remove-CsAllowedDomain $name }',
    '(Get-CsAllowedDomain).ForEach({ Remove-CsAllowedDomain $_.Identity })',
    '$all = Get-CsAllowedDomain\n$all.ForEach({Remove-CsAllowedDomain $_})',
    'Get-CsAllowedDomain | ? { $_.Domain -ne $null } | Remove-CsAllowedDomain',
    "Get-CsAllowedDomain | where Identity -ne '' | Remove-CsAllowedDomain",
    '$all = Get-CsAllowedDomain\nforeach ($d in $all) { Remove-CsAllowedDomain ($d.Identity) }',
  ])('all there are: %s', (text) => {
    expect(taken(text)).toEqual([]);
  });

  it.each<readonly [string, readonly string[]]>([
    ["Get-CsAllowedDomain -Filter '*.x' | Remove-CsAllowedDomain", ['*.x']],
    ['Get-CsAllowedDomain a.x | Remove-CsAllowedDomain', ['a.x']],
    ["Get-CsAllowedDomain | Where-Object { $_.Domain -like '*.x' } | Remove-CsAllowedDomain", ['*.x']],
    ["Get-CsAllowedDomain -Filter a* | where Identity -ieq 'a.x' | Remove-CsAllowedDomain", ['a*', 'a.x']],
    ["foreach ($d in Get-CsAllowedDomain -Filter '*.x') { Remove-CsAllowedDomain $d.Identity }", ['*.x']],
    ["Get-CsAllowedDomain | Where-Object { $_.Name = 'x' } | Remove-CsAllowedDomain", ['=']],
    ["Get-CsAllowedDomain | ?{$_.Name='x'} | Remove-CsAllowedDomain", ['=']],
  ])('some by name: %s', (text, names) => {
    expect(taken(text)).toEqual(names);
  });

  it.each([
    "Get-CsAllowedDomain | Where-Object { $_.Comment -eq 'old' } | Remove-CsAllowedDomain",
    "Get-CsAllowedDomain | Where-Object { $_.Domain -notlike '*' } | Remove-CsAllowedDomain",
    "Get-CsAllowedDomain | Where-Object { $_.Domain -like '*' -and $_.Comment } | Remove-CsAllowedDomain",
    'Get-CsAllowedDomain | Where-Object MarkForMonitoring | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | ? { $_.Comment -ne $null } | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | Select-Object -First 1 | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | select -Skip 2 | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain | Out-GridView -PassThru | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain -Identity $a | Remove-CsAllowedDomain',
    'Get-CsAllowedDomain @a | Remove-CsAllowedDomain',
    "Get-CsAllowedDomain -Filter '[a-c]*' | Remove-CsAllowedDomain",
    'Get-CsAllowedDomain | % { if ($_.a) { $_ } } | Remove-CsAllowedDomain',
  ])('nobody can tell which: %s', (text) => {
    expect(taken(text)).toBe('some');
  });

  it.each([
    "Get-CsAllowedDomain | % { if ($_.Comment -eq 'old') { Remove-CsAllowedDomain $_.Identity } }",
    'Get-CsAllowedDomain | % { Remove-CsAllowedDomain -Identity a.x }',
    'Get-CsAllowedDomain; Remove-CsAllowedDomain a.x',
    "'a.x' | Remove-CsAllowedDomain",
    'Import-Csv a.csv | Remove-CsAllowedDomain',
    'foreach ($d in $list) { Remove-CsAllowedDomain $d }',
    "foreach ($d in Get-CsAllowedDomain) { $d = 'a.x'; Remove-CsAllowedDomain $d }",
    '(Get-CsAllowedDomain).Where({ $_.Comment }).ForEach({ Remove-CsAllowedDomain $_.Identity })',
    '(Get-CsAllowedDomain)[0] | Remove-CsAllowedDomain',
    '(Get-CsAllowedDomain).Where({ $_.Comment }) | Remove-CsAllowedDomain',
    '$all = Get-CsAllowedDomain; $all = Import-Csv a.csv; $all | Remove-CsAllowedDomain',
  ])('nothing that is looked up: %s', (text) => {
    expect(taken(text)).toBeUndefined();
  });

  it('is under a condition in a branch or function, and not in a loop', () => {
    const always = (text: string) => resolved(text).at(-1)?.input?.always;
    expect(always('Get-CsAllowedDomain | Remove-CsAllowedDomain')).toBe(true);
    expect(always('foreach ($d in Get-CsAllowedDomain) { Remove-CsAllowedDomain $d.Domain }')).toBe(true);
    expect(always('if ($a) { Get-CsAllowedDomain | Remove-CsAllowedDomain }')).toBe(false);
    expect(
      always('foreach ($d in Get-CsAllowedDomain) { if ($d.x) { continue }; Remove-CsAllowedDomain $d.Domain }'),
    ).not.toBe(true);
    expect(
      always('foreach ($d in Get-CsAllowedDomain) { if ($d.x) { Get-CsPool }; Remove-CsAllowedDomain $d.Domain }'),
    ).toBe(true);
    expect(always('function Clear-Own { Get-CsAllowedDomain | Remove-CsAllowedDomain }')).toBe(false);
  });

  it('comes with the stages of the pipeline', () => {
    const [, last] = resolved('Get-CsPool | Where-Object { $_.a } |\n Remove-CsPool');
    expect(last?.piped).toBe(true);
    expect(last?.pipeline).toEqual(['Get-CsPool', 'Where-Object', 'Remove-CsPool']);
  });
});

describe('what takes too long to follow is not known', () => {
  const removal = 'Get-CsAllowedDomain | Remove-CsAllowedDomain';

  it('behind a hundred stages', () => {
    const through = (stages: number) =>
      taken(`Get-CsAllowedDomain ${'| sort '.repeat(stages)}| Remove-CsAllowedDomain`);
    expect(through(99)).toEqual([]);
    expect(through(100)).toBe(undefined);
  });

  it('within many brackets around a long text', () => {
    const within = (levels: number, lines: number) =>
      taken(`${'{ '.repeat(levels)}${`${removal}\n`.repeat(lines)}${'}'.repeat(levels)}`);
    expect(within(95, 1)).toEqual([]);
    expect(within(8, 2000)).toEqual([]);
    expect(within(95, 2000)).toBe(undefined);
  });

  it('where many commands act on many objects each', () => {
    const made = Array.from({ length: 500 }, (_, i) => `New-CsAllowedDomain -Identity d${i}.example\n`).join('');
    const keys = (sweeps: number) => {
      const { commands } = readAlone(
        made + 'Get-CsAllowedDomain | Set-CsAllowedDomain -Comment x\n'.repeat(sweeps),
        readScript,
      );
      return effectsOf(commands)
        .slice(-501)
        .map(({ key }) => key);
    };
    expect(keys(400)).not.toContain(undefined);
    expect(keys(401).slice(-2)).toEqual(['d499.example', undefined]);
  });
});

describe('a wildcard', () => {
  it.each([
    ['*', '', true],
    ['*', 'a.b', true],
    ['a?b', 'a.b', true],
    ['a?b', 'ab', false],
    ['*.b', 'a.b', true],
    ['*.b', 'a.bc', false],
    ['a*b*c', 'a1b2b3c', true],
    ['a*b*c', 'a1b2b3', false],
    ['a.b', 'axb', false],
    ['', 'a', false],
    ['*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(5000), false],
  ])('%s and %.20s: %s', (wildcard, name, expected) => {
    expect(fitsWildcard(name, wildcard)).toBe(expected);
  });
});
