import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { readCommands } from '../../server/src/cmdlets/read.ts';
import { readScript } from '../rules/fixture.ts';

/** A command in a form that is quick to compare: `name parameter=value …`, a computed value as its form in brackets. */
function shown(text: string): readonly string[] {
  return readCommands(text).map(({ cmdlet, parameters, piped, nested }) => {
    const given = parameters.map(({ name, value, forms }) => {
      const written = typeof value === 'object' ? value.join('|') : (value ?? (forms.length > 0 ? `<${forms}>` : ''));
      return ` ${name}${written === '' ? '' : '='}${written}`;
    });
    return `${cmdlet}${given.join('')}${piped ? ' piped' : ''}${nested ? ' nested' : ''}`;
  });
}

describe('a text is read as PowerShell reads it:', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'text glued to a variable',
      'New-CsA -B $site-edge -C $d-x.com -D $env:TEMP\\a.csv',
      ['New-CsA B=<computed> C=<computed> D=<computed>'],
    ],
    [
      'a list of bare words',
      'New-CsA -B Default, AccessEdgeExternal,c -D',
      ['New-CsA B=Default|AccessEdgeExternal|c D'],
    ],
    ['a list that goes on in the next line', 'New-CsA -B a, # first\n  b,\n\n  c -D', ['New-CsA B=a|b|c D']],
    ['a list of one', 'New-CsA -B @("a") -C (,"a")', ['New-CsA B=<group> C=<group>']],
    ['redirections', 'New-CsA a 2>$null -B b 2>&1 >> c.log *>$null', ['New-CsA =a B=b']],
    ['a redirection before the value', 'New-CsA -B 2>$null b', ['New-CsA B=b']],
    ['no redirection within a word', 'New-CsA -B a>b', ['New-CsA B=a>b']],
    ['separators behind a back-tick', 'New-CsA -B tel:100`;ext=5 -C a`|b -D', ['New-CsA B=tel:100;ext=5 C=a|b D']],
    ['a leftover back-tick and an empty line', 'New-CsA `\n  -B c `\n\nNew-CsD -E f', ['New-CsA B=c', 'New-CsD E=f']],
    ['a leftover back-tick and a comment', 'New-CsA -B c `\n# d\nNew-CsD', ['New-CsA B=c', 'New-CsD']],
    ['a back-tick that a blank follows', 'New-CsA -B c ` \n-D e\nNew-CsF', ['New-CsA B=c', 'New-CsF']],
    ['a back-tick at the end', 'New-CsA -B c `', ['New-CsA B=c']],
    ['a value behind its colon', 'New-CsA -B:c -D: e -F:$false', ['New-CsA B=c D=e F=$false']],
    ['names behind two dashes', 'New-CsA -B c -- -D', ['New-CsA B=c =-D']],
    ['what nobody reads', 'New-CsA --% -B "c | d" | New-CsE', ['New-CsA =--% =-B "c | d" ', 'New-CsE piped']],
    [
      'words of the language as values',
      'New-CsA -B if -C return; New-CsD end',
      ['New-CsA B=if C=return', 'New-CsD =end'],
    ],
    [
      'called commands',
      `& New-CsA -B c; & 'New-CsD'; . "New-CsE" f; &New-CsG`,
      ['New-CsA B=c', 'New-CsD', 'New-CsE =f', 'New-CsG'],
    ],
    ['names of modules', 'SkypeForBusiness\\New-CsA -B c', ['New-CsA B=c']],
    ['texts that are no command', `'New-CsA'; "New-CsB"; Get-Help New-CsC; New-CsD.ps1; .\\New-CsE`, []],
    [
      'a pipe at the end of a line',
      'Get-CsA |\n  # all\n  New-CsB |\n\n  New-CsC',
      ['Get-CsA', 'New-CsB piped', 'New-CsC piped'],
    ],
    ['a pipe at the start of a line', 'Get-CsA\n  # all\n  | New-CsB', ['Get-CsA', 'New-CsB piped']],
    ['chains', 'Get-CsA && New-CsB || New-CsC', ['Get-CsA', 'New-CsB', 'New-CsC']],
    [
      'what is assigned',
      '$a = Get-CsA; $b.c += Get-CsB\n[string] $d = $e =\n  Get-CsC',
      ['Get-CsA', 'Get-CsB', 'Get-CsC'],
    ],
    ['what is handed back', 'return Get-CsA\nthrow (Get-CsB)\nreturn', ['Get-CsA', 'Get-CsB']],
    [
      'values piped on',
      `'a', 'b' | New-CsA; 1..3 | New-CsB; $c.d | New-CsE`,
      ['New-CsA piped', 'New-CsB piped', 'New-CsE piped'],
    ],
    [
      'casts and operators',
      '[void](New-CsA); !(Get-CsB) -and -not (Get-CsC -D $e-f)',
      ['New-CsA', 'Get-CsB', 'Get-CsC D=<computed>'],
    ],
    [
      'indexes and members',
      '(Get-CsA)[0].B; @(Get-CsC).Count; $d[(Get-CsE)].F((Get-CsG))',
      ['Get-CsA', 'Get-CsC', 'Get-CsE', 'Get-CsG'],
    ],
    [
      'branches',
      'if (Get-CsA) { New-CsB } elseif ($c) { New-CsD }\nelse\n{\n  New-CsE\n}\nNew-CsF',
      ['Get-CsA nested', 'New-CsB nested', 'New-CsD nested', 'New-CsE nested', 'New-CsF'],
    ],
    [
      'loops',
      'foreach ($a in Get-CsA) { New-CsB }; for ($i = 0; $i -lt 3; $i++) { New-CsC }\nwhile ($d) { New-CsE }\ndo { New-CsF } until (Get-CsG)',
      ['Get-CsA nested', 'New-CsB nested', 'New-CsC nested', 'New-CsE nested', 'New-CsF nested', 'Get-CsG nested'],
    ],
    [
      'a switch',
      `switch -Wildcard ($a) { 'b*' { New-CsB } { $_ -eq 1 } { New-CsC } default { New-CsD } }`,
      ['New-CsB nested', 'New-CsC nested', 'New-CsD nested'],
    ],
    [
      'attempts',
      'try { New-CsA } catch [A.B], [C] { New-CsD } finally { New-CsE }; trap [F] { New-CsG }',
      ['New-CsA nested', 'New-CsD nested', 'New-CsE nested', 'New-CsG nested'],
    ],
    ['labels', ':outer foreach ($a in $b) { New-CsA; continue outer }', ['New-CsA nested']],
    [
      'functions',
      'function New-CsA { New-CsB }\nfunction Get-CsC($d = (Get-CsE)) { }\nfilter Set-CsF { New-CsG }',
      ['New-CsB nested', 'Get-CsE nested', 'New-CsG nested'],
    ],
    [
      'classes',
      'class A : B {\n  [string] $c = (Get-CsA)\n  static [void] Go([int] $n) { New-CsB }\n}\nenum D { E = 1 }\nNew-CsF',
      ['Get-CsA nested', 'New-CsB nested', 'New-CsF'],
    ],
    [
      'parameters of a script',
      '[CmdletBinding()]\nparam(\n  [Parameter(Mandatory=$true)] [string] $a,\n  $b = (Get-CsA)\n)\nNew-CsB',
      ['Get-CsA', 'New-CsB'],
    ],
    [
      'parameters on one line',
      '& { param($a) New-CsA $a }; [CmdletBinding()] param() New-CsB',
      ['New-CsA =<computed> nested', 'New-CsB'],
    ],
    [
      'blocks of a script',
      'param($a)\nbegin { New-CsA }\nprocess { New-CsB }\nend { New-CsC }',
      ['New-CsA nested', 'New-CsB nested', 'New-CsC nested'],
    ],
    [
      'data and configurations',
      'data A -SupportedCommand Get-CsA { "b" }\nConfiguration C { Node d { File e { Path = "f" } } }\nNew-CsG',
      ['New-CsG'],
    ],
    [
      'hash tables',
      '$a = @{\n  B = Get-CsA\n  "C d" = @(Get-CsB); E = "f"\n  $g = $h = Get-CsC -D e\n}\nNew-CsD @a',
      ['Get-CsA', 'Get-CsB', 'Get-CsC D=e', 'New-CsD =<splat>'],
    ],
    [
      'commands in texts',
      `"a $(Get-CsA -B "c") d"; 'e $(Get-CsF)'; New-CsG "h$(Get-CsI)j"k`,
      ['Get-CsA B=c nested', 'New-CsG =<computed> =k', 'Get-CsI nested'],
    ],
    [
      'quotes of a command in a text',
      'Write-It "a $(Get-CsA -B `"c d`" -E ""f"") $(if ($g -ne "") { Get-CsH }) i"; New-CsJ',
      ['Get-CsA B=c d E=f nested', 'Get-CsH nested', 'New-CsJ'],
    ],
    [
      'here-strings',
      `New-CsA -B @'\nNew-CsC 'd"\n'@ -E @"\n$(Get-CsF)\n"@`,
      ['New-CsA B=New-CsC \'d" E=<computed>', 'Get-CsF nested'],
    ],
    ['comments', '#requires -Version 3\n<# New-CsA\n#> New-CsB <# c #> -D e # New-CsF', ['New-CsB D=e']],
    ['no comment within a word', 'New-CsA -B c#d', ['New-CsA B=c#d']],
    ['nothing but comments', '# New-CsA\n<#\nNew-CsB\n#>\n', []],
    ['nothing', '', []],
    ['curly quotes and dashes', 'New–CsA –B “c d” ‘e f’ —G „h”', ['New-CsA B=c d =e f G=h']],
    ['quotes within curly ones', 'New-CsA -B ‘it’’s’ -C “a””b”', ['New-CsA B=it’s C=a”b']],
    ['a lone carriage return', 'New-CsA -B c\rNew-CsD', ['New-CsA B=c', 'New-CsD']],
    [
      'blocks as arguments',
      'Get-CsA | Where-Object { $_.B -eq "c" } | ForEach-Object { New-CsD $_ }',
      ['Get-CsA', 'New-CsD =<computed> nested'],
    ],
    [
      'a pipeline within a block',
      '% { Get-CsA | New-CsB } | New-CsC',
      ['Get-CsA nested', 'New-CsB piped nested', 'New-CsC piped'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
    expect(readScript(text)).toEqual({ commands: readCommands(text), faults: [] });
    expect(shown(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('names are known of the whole pipeline', () => {
    const pipelines = readCommands(`'a' | Get-CsA | ? { Get-CsB } | & 'New-CsC' # d`).map(({ pipeline }) => pipeline);
    const all = ['Get-CsA', '?', 'New-CsC'];
    expect(pipelines).toEqual([all, ['Get-CsB'], all]);
  });

  it('places are exact', () => {
    const text = `$a = & 'New-CsA' -B: "c" 2>$null; Lync\\Get-CsD`;
    const places = readCommands(text).map(({ at, whole, parameters }) =>
      [at, whole, ...parameters.flatMap((one) => [one.at, one.valueAt ?? one.at])].map(({ start, end }) =>
        text.slice(start, end),
      ),
    );
    expect(places).toEqual([
      ['New-CsA', `& 'New-CsA' -B: "c" 2>$null`, '-B:', '"c"'],
      ['Get-CsD', 'Lync\\Get-CsD'],
    ]);
  });
});

describe('what PowerShell takes is no mistake:', () => {
  it.each([
    'New-CsAllowedDomain -Identity fabrikam.com -Comment $site-edge',
    'New-CsAllowedDomain -Identity $d-x.com',
    'New-CsAllowedDomain -Identity fabrikam.com -ProxyFqdn $site-edge.contoso.com',
    'New-CsAllowedDomain -Identity "$a.com" -Comment $env:COMPUTERNAME\\it',
    `New-CsAllowedDomain -Identity \${a b}-c.com -Comment $($x.y)z`,
    'New-CsAllowedDomain -Identity fabrikam.com -Comment a`;b`|c',
    'New-CsAllowedDomain -Identity fabrikam.com 2>$null',
    'New-CsAllowedDomain fabrikam.com 2>&1 | Out-Null',
    'New-CsAllowedDomain -Identity fabrikam.com *>$null >> $env:TEMP\\a.log',
    'New-CsAllowedDomain `\n  -Identity fabrikam.com `\n\nNew-CsAllowedDomain -Identity litwareinc.com',
    'New-CsAllowedDomain -Identity fabrikam.com -Comment a"b c"d',
    "New-CsAllowedDomain -Identity fabrikam.com -Comment @'\nit's (\n'@",
    `New-CsAllowedDomain -Identity:fabrikam.com -Comment: 'a "b'`,
    '$new = @{ Identity = "fabrikam.com" }\nNew-CsAllowedDomain @new',
    'Get-CsAllowedDomain |\n  # those\n  Where-Object { $_.Identity -match "[(]" } |\n  Set-CsAllowedDomain -Comment "a"',
    'Get-CsAllowedDomain\n| Set-CsAllowedDomain -Comment "a"',
    'Get-CsAllowedDomain && Get-CsBlockedDomain || Get-CsPublicProvider',
    "# nothing yet\n<# it's ( #>",
    '',
    'param([string[]] $a = @(),\n  [switch] $b)\nbegin { }\nprocess { Get-CsAllowedDomain }\nend { }',
    `switch -Regex ($a) { '[(]' { Get-CsAllowedDomain } default { } }`,
    'Request-CsCertificate -New -Type Default, WebServicesInternal,WebServicesExternal -CA dc\\ca 2>$null',
    'if ($a -eq "b" -and -not $c) { Get-CsAllowedDomain } else { Get-CsBlockedDomain }',
    '[void] (Get-CsAllowedDomain); [string] $a = Get-CsBlockedDomain',
    'Get-CsAllowedDomain > "it\'s.txt"; Get-CsBlockedDomain | Out-File a.txt -Width 10KB',
    'class A { [string] $b; [void] C() { Get-CsAllowedDomain } }\nfunction Get-D { Get-CsBlockedDomain }',
    'Configuration A { Node b { File c { DestinationPath = "d" } } }\nGet-CsAllowedDomain',
    "Get-CsAllowedDomain # it's “over” (",
    'Get-CsAllowedDomain -Filter *fabrikam* &\nGet-CsBlockedDomain',
  ])('%s', (text) => {
    const options = { asOf: '2014-03-01', readScript, script: { product: 'lync-2013' } } as const;
    expect(analyze(text, options).problems.map(({ rule, at }) => [rule, text.slice(at.start, at.end)])).toEqual([]);
  });

  it('effects are those of every command, also behind a leftover back-tick', () => {
    const runbook = ['New-CsAllowedDomain -Identity a.com `', '', 'Remove-CsAllowedDomain -Identity fabrikam.com'];
    const text = `lyncFederation: 1\ndomains:\n  allowed:\n    - fabrikam.com\ncmdlets:\n  - |\n${runbook.map((line) => `    ${line}`).join('\n')}\n`;
    const { runbook: read } = analyze(text, { asOf: '2014-03-01', readScript });
    expect(read.map(({ cmdlet, parameters }) => [cmdlet, ...parameters.map(({ value }) => value)])).toEqual([
      ['New-CsAllowedDomain', 'a.com'],
      ['Remove-CsAllowedDomain', 'fabrikam.com'],
    ]);
  });
});
