import { describe, expect, it } from 'vitest';
import { analyze, type Options } from '../../server/src/analyze.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { examine, OPTIONS } from './fixture.ts';

const SCRIPT: Options = { ...OPTIONS, script: { product: 'lync-2013' } };

/** Each finding as `line rule: what is marked`. */
function found(text: string, options = SCRIPT): readonly string[] {
  const { problems, lines } = examine(text, options);
  return problems.map(({ rule, at }) => `${lines.lineAt(at.start) + 1} ${rule}: ${text.slice(at.start, at.end)}`);
}

it('what commands allow is held against the spec around them', () => {
  const options: Options = { ...OPTIONS, persona: 'auditor' };
  const spec = (blocked: string) =>
    `lyncFederation: 1\ndomains:\n  blocked: [${blocked}]\ncmdlets:\n  - New-CsAllowedDomain -Identity it.contoso.net\n`;
  const about = (blocked: string) => found(spec(blocked), options).filter((one) => one.includes('subdomain'));
  expect(about('contoso.net')).toEqual(['5 subdomain-of-blocked: it.contoso.net']);
  expect(about('toso.net')).toEqual([]);
});

/** What PowerShell takes, and the grammar in part does not. */
const valid: readonly string[] = [
  `New-CsAllowedDomain -Identity "a.com"`,
  `New-CsAllowedDomain -Identity “a, b; c.com” -Comment ‘x; y’`,
  `New-CsAllowedDomain –Identity a.com`,
  `New–CsAllowedDomain –Identity a.com`,
  `New-CsAllowedDomain -Identity\u00a0a.com`,
  `New-CsAllowedDomain -Identity:a.com -Confirm:$false`,
  `Get-CsAllowedDomain|Remove-CsAllowedDomain`,
  `Get-CsAllowedDomain | Where-Object {$_.Identity -eq "a"} | Remove-CsAllowedDomain`,
  `Get-CsAllowedDomain | ? Identity -like '*.com' | % { Remove-CsAllowedDomain $_.Identity }`,
  `$p = @{ Identity = 'a'; ProxyFqdn = "b.c" }\nNew-CsPublicProvider @p -Enabled $true`,
  `foreach ($d in 'a.com','b.com') { New-CsAllowedDomain -Identity $d }`,
  `if (-not (Get-CsAllowedDomain -Identity a.com -ErrorAction SilentlyContinue)) { New-CsAllowedDomain a.com }`,
  `try { New-CsAllowedDomain a.com } catch { Write-Warning $_ } finally { }`,
  `New-CsAllowedDomain \`\n  -Identity a.com \`\n  -Comment "x"`,
  `New-CsAllowedDomain -Identity a.com -Comment @"\nx "y" z\n"@`,
  `New-CsAllowedDomain -Identity a.com -Comment @'\nit's\n'@`,
  `Set-CsXmppAllowedPartner -Identity a.com -AdditionalDomains @{Add="b.com","c.com"}`,
  `Get-CsService -EdgeServer | Select-Object -ExpandProperty Identity | ForEach-Object { $_ -replace '^EdgeServer:','' } > out.txt`,
  `Test-CsFederatedPartner -TargetFqdn a.b -Domain c.d --% -x "`,
  `& "$env:ProgramFiles\\x.exe" /a /b:c`,
  `cmd /c "echo hi" & `,
  `[string[]]$a = 'x'; New-CsAllowedDomain -Identity $a[0]`,
  `New-CsAllowedDomain -Identity $($x.Name)`,
  `switch -Regex ($x) { '^a' { Get-CsPool } default { } }`,
  `function Test-It { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Name) process { Get-CsPool -Identity $Name } }`,
  `Get-CsPool 2>&1 | Out-Null`,
  `Get-CsPool *> $null`,
  `. .\\lib.ps1; Get-CsPool`,
  `#requires -Version 5\nImport-Module Lync\nGet-CsPool # done`,
  `<# help\nPS C:\\> Get-CsPool\n#>\nGet-CsPool`,
  `Get-CsUser -Filter {RegistrarPool -eq "a"} | Grant-CsExternalAccessPolicy -PolicyName $null`,
  `Get-CsUser | Where-Object {$_.Enabled -and $_.Name -notmatch 'x'} | Grant-CsMobilityPolicy -PolicyName 'a'`,
  `$x = New-CsPublicProvider -Identity a -ProxyFqdn b -Enabled $True -InMemory; $x.VerificationLevel = "A"; Set-CsPublicProvider -Instance $x`,
  `while ($true) { Get-CsManagementStoreReplicationStatus; Start-Sleep 5; break }`,
  `do { Get-CsPool } until ($x)`,
  `Get-CsPool -Identity a -Verbose:$VerbosePreference`,
  `Get-CsPool @args`,
  `$c = New-CsClock -Days @(1,2,3)`,
  `$cred = Get-Credential; Test-CsFederatedPartner -TargetFqdn a -Domain b -OutVerboseVariable v`,
  `Request-CsCertificate -New -Type AccessEdgeExternal -Output 'c:\\x y\\a.csr' -ClientEku $true`,
  `"a","b" | ForEach-Object { New-CsAllowedDomain -Identity $_ }`,
  `@(Get-CsAllowedDomain).Count`,
  `(Get-CsAllowedDomain).Identity -join ','`,
  `Get-CsPool|fl`,
  `$h = [ordered]@{ a = 1 }; Get-CsPool`,
  `[void](Get-CsPool)`,
  `Get-CsPool | Sort-Object @{Expression={$_.Identity}; Ascending=$true}`,
  `$s = @"\n$(Get-CsPool | Out-String)\n"@`,
  `param([switch]$x) Get-CsPool`,
  `Get-CsPool -Identity 'it''s'`,
  `Get-CsPool -Identity "a\`"b"`,
  `$x?.y`,
  `class A { [string]$b; A() { Get-CsPool } }`,
  `enum E { A; B }\nGet-CsPool`,
  `using module Foo\nGet-CsPool`,
  `Get-CsPool | Where-Object Identity -EQ 'x' | Select-Object *`,
  `$a = if ($x) { Get-CsPool } else { 1 }`,
  `trap { continue }\nGet-CsPool`,
  `begin { } process { Get-CsPool } end { }`,
  `Get-CsPool -Identity $x.y.z[0]."a b"`,
  `Get-CsPool -Identity ('a' + 'b')`,
  `Get-CsPool -Identity a,'b',$c`,
  `Get-CsPool a , b`,
  `$i++; Get-CsPool`,
  `:outer foreach ($a in $b) { continue outer }\nGet-CsPool`,
  `Get-CsPool -Identity a#b`,
  `Get-CsPool -Identity [a]`,
  `Get-CsPool -Identity a*`,
  `Get-CsPool -Identity {a}`,
  `Get-CsPool -Identity %a%`,
  `Get-CsPool -Identity a=b`,
  `Get-CsPool -Filter {a -eq 'b'}`,
  `Invoke-Command -ScriptBlock { Get-CsPool } -ComputerName x`,
  `Start-Job { Get-CsPool } | Wait-Job | Receive-Job`,
  `data { 'x' }\nGet-CsPool`,
  `configuration X { }\nGet-CsPool`,
  `Get-CsPool | Tee-Object -Variable x | Out-GridView`,
  `-join (Get-CsPool)`,
  `!(Get-CsPool)`,
  `[pscustomobject]@{a=(Get-CsPool)}`,
  `Get-CsPool;`,
  `;;Get-CsPool`,
  `throw "x $(Get-CsPool)"`,
  `return Get-CsPool`,
  `Get-CsPool |\n  Select Identity`,
  `Get-CsPool | # first\n Select Identity`,
  `New-CsHostingProvider LyncOnline -ProxyFqdn "sipfed.online.lync.com" -Enabled 1 -EnabledSharedAddressSpace 1 -HostsOCSUsers 1 -VerificationLevel UseSourceVerification -IsLocal 0 -AutodiscoverUrl https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root`,
  `Get-CsPool -Identity a -ErrorVariable +e`,
  `Get-CsPool -Identity 5kb`,
  `Get-CsPool -a -b:c -d 0x10 -e 1.5 -f -5`,
];

describe('PowerShell that is right is not called wrong:', () => {
  it.each(valid)('%s', (text) => {
    expect(found(text).filter((line) => line.includes('cmdlet-syntax'))).toEqual([]);
    const inSpec = `lyncFederation: 1\ncmdlets:\n  - ${JSON.stringify(text)}\n`;
    const { problems } = examine(inSpec);
    expect(problems.filter(({ rule }) => rule === 'cmdlet-syntax').map(({ message }) => inEnglish(message))).toEqual(
      [],
    );
  });
});

describe('text that is no PowerShell is one finding a line:', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a quote left open', `Get-CsPool -Identity "a`, ['1 cmdlet-syntax: "']],
    ['a single quote left open', `Get-CsPool -Identity 'a\nGet-CsService`, [`1 cmdlet-syntax: '`]],
    ['a typographic quote left open', 'Get-CsPool -Identity “a', ['1 cmdlet-syntax: “', '1 typographic-characters: “']],
    [
      'a quote that the next one closes',
      `Get-CsPool -Identity 'a\nGet-CsService -Filter 'b'\n`,
      [`1 cmdlet-syntax: '`],
    ],
    ['a bracket too many', 'Get-CsPool -Identity a)', ['1 cmdlet-syntax: )']],
    ['a bracket left open', 'Get-CsService (Get-CsPool', ['1 cmdlet-syntax: (']],
    ['a block left open', 'Get-CsPool | Where-Object { $_.a', ['1 cmdlet-syntax: {']],
    ['a bracket of another kind', 'Get-CsPool | Where-Object { $_.a )', ['1 cmdlet-syntax: {']],
    ['a pipe at the end', 'Get-CsPool |', ['1 cmdlet-syntax: |']],
    ['a pipe too many', 'Get-CsPool | | Select-Object a', ['1 cmdlet-syntax: |']],
    ['a pipe at the start', '| Get-CsPool', ['1 cmdlet-syntax: |']],
    ['a comma at the end', 'Get-CsPool -Identity a,', ['1 cmdlet-syntax: ,']],
    ['an ampersand', 'Get-CsPool & Get-CsService', ['1 cmdlet-syntax: &']],
    ['lines of others', `if ($x {\n  'y'\n}\nGet-CsPool`, []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('in a script', () => {
  it('only our commands are looked at', () => {
    expect(found('Get-ChildItem -Foo a -Foo b\nSet-CsUser -Foo a -Foo b\nRemove-Item "x\n')).toEqual([]);
  });

  it('a comment suppresses a rule for its line, or for the next one', () => {
    const text = [
      'Get-CsPool -Colour blue # lync-federation: ignore[unknown-parameter] the demo',
      '# lync-federation: ignore[unknown-cmdlet] of our own module',
      'Enable-CsAllowedDomain -Identity a.com',
      'Enable-CsAllowedDomain -Identity b.com',
    ].join('\n');
    expect(found(text)).toEqual(['4 unknown-cmdlet: Enable-CsAllowedDomain']);
  });

  it('a suppression is judged itself', () => {
    expect(found('Get-CsPool # lync-federation: ignore[unknown-cmdlet] why')).toEqual([
      '1 unused-suppression: unknown-cmdlet',
    ]);
  });

  it('nothing of a spec is missed, and no product is assumed', () => {
    expect(found('', { ...OPTIONS, script: {} })).toEqual([]);
    expect(
      found('Set-CsExternalAccessPolicy -Identity global -EnableXmppAccess $true', { ...OPTIONS, script: {} }),
    ).toEqual([]);
  });

  it('one cause is one finding', () => {
    expect(found('Get-CsAlowedDomain -Foo a -Foo b')).toEqual(['1 unknown-cmdlet: Get-CsAlowedDomain']);
    expect(found('New-CsPublicProvider -Identty a')).toEqual(['1 unknown-parameter: -Identty']);
    expect(found('Set-CsPublicProvider -Identity a -ProxyFqdn b.c')).toEqual([
      '1 parameter-only-at-creation: -ProxyFqdn',
    ]);
  });
});

it('without the grammar the same is found in what is right', () => {
  const text = `Get-CsAlowedDomain\nGet-CsPool -Colour blue\nif ($x) { Set-CsEdgeServer -XmppListeningPort 70000 }\n`;
  const { problems } = analyze(text, { asOf: OPTIONS.asOf, script: { product: 'lync-2013' } });
  expect(problems.map(({ rule }) => rule)).toEqual([
    'unknown-cmdlet',
    'unknown-parameter',
    'parameter-value-over-limit',
  ]);
});
