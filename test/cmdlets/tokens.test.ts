import { describe, expect, it } from 'vitest';
import { tokens } from '../../server/src/cmdlets/statements.ts';
import type { Token } from '../../server/src/cmdlets/tokens.ts';

/** Each token as `kind text`, a word with its form. */
function shown(text: string): readonly string[] {
  return tokens(text).map((token) => {
    if (token.kind === 'word') return `${token.form} ${token.text}`;
    return token.kind === 'name' ? `name ${token.text}${token.colon ? ':' : ''}` : token.kind;
  });
}

describe('the tokens of a command', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['words and names', 'Get-X -Name a.b', ['bare Get-X', 'name Name', 'bare a.b']],
    ['a value after a colon', '-Confirm:$false', ['name Confirm:', 'variable $false']],
    ['a negative number', '-Count -5', ['name Count', 'bare -5']],
    ['lists', 'a,"b" , c', ['bare a', 'comma', 'double b', 'comma', 'bare c']],
    ['quotes doubled', `'it''s' "a""b"`, [`single it's`, 'double a"b']],
    ['quotes escaped', '"a`"b`n"', ['double a"b\n']],
    ['typographic quotes', '“a b” ‘c’', ['double a b', 'single c']],
    ['quotes that differ', '“a"', ['double a']],
    ['typographic dashes', '–Name —Other ―Third', ['name Name', 'name Other', 'name Third']],
    ['spaces that do not break', 'a\u00a0-Name\u2003b', ['bare a', 'name Name', 'bare b']],
    ['a variable', '$x.y[0].z()', ['computed $x.y[0].z()']],
    ['constants', '$TRUE $null', ['variable $TRUE', 'variable $null']],
    ['a variable in a text', `"a $b" 'a $b'`, ['computed a $b', 'single a $b']],
    ['a dollar that is none', '"5 $"', ['double 5 $']],
    ['a subexpression', '"a$(Get-X -Name "b")"', ['computed a$(Get-X -Name "b")']],
    ['brackets', '(Get-X) {a} @(1,2) $(b)', ['group (Get-X)', 'group {a}', 'group @(1,2)', 'computed $(b)']],
    ['a hash table', '@{Add="a","b";Remove="}"}', ['table @{Add="a","b";Remove="}"}']],
    ['splatting', '@parameters', ['splat @parameters']],
    ['a here-string', `@'\nit's\n'@ -Name`, [`single it's`, 'name Name']],
    ['a here-string with variables', '@"\n$a\n"@', ['computed $a']],
    ['a continued line', 'Get-X `\n  -Name a', ['bare Get-X', 'name Name', 'bare a']],
    ['a continued line of Windows', 'Get-X `\r\n  -Name a', ['bare Get-X', 'name Name', 'bare a']],
    ['comments', 'a # b\nc <# d\ne #> f', ['bare a', 'end', 'bare c', 'bare f']],
    ['no comment', 'a#b', ['bare a#b']],
    ['pipes and ends', 'a|b;c\nd', ['bare a', 'pipe', 'bare b', 'end', 'bare c', 'end', 'bare d']],
    ['a quote left open', `-Name 'a b`, ['name Name', 'single a b']],
    ['a bracket left open', '(a', ['group (a']],
    ['words joined to texts', `site:"Red mond"`, ['bare site:Red mond']],
    [
      'text glued to a variable',
      '$site-edge $d-x.com $env:TEMP\\a.csv',
      ['computed $site-edge', 'computed $d-x.com', 'computed $env:TEMP\\a.csv'],
    ],
    ['text glued to a name in braces', `\${a b}-c \${a b}.c`, [`computed \${a b}-c`, `computed \${a b}.c`]],
    [
      'what is asked of a value',
      `'a'.Length (a).B[0] @{c=1}.c [0]`,
      [`computed 'a'.Length`, 'computed (a).B[0]', 'computed @{c=1}.c', 'bare [0]'],
    ],
    ['a text that ends before the word does', `"a"b 'c'-D`, ['double a', 'bare b', 'single c', 'name D']],
    ['a text within a word', `a"b c"d -e"f g"`, ['bare ab cd', 'bare -ef g']],
    ['a command within a word', 'a$(b c)d $(e).f', ['computed a$(b c)d', 'computed $(e).f']],
    ['separators behind a back-tick', 'ext`;phone `| `$a a` b', ['bare ext;phone', 'bare |', 'bare $a', 'bare a b']],
    ['a back-tick before blanks', 'a `  b', ['bare a', 'bare b']],
    ['a back-tick that joins no line', 'a ` \nb', ['bare a', 'end', 'bare b']],
    ['a back-tick before an empty line', 'a `\n\nb', ['bare a', 'end', 'bare b']],
    [
      'redirections',
      'a 2>$null 2>&1 *>&1 >> "b c" 3> d <e f',
      ['bare a', 'redirection', 'redirection', 'redirection', 'redirection', 'redirection', 'redirection', 'bare f'],
    ],
    ['no redirections', 'a>b 10>c', ['bare a>b', 'bare 10>c']],
    [
      'names that end where PowerShell ends them',
      '-a.b -c=d -é -? -e[f',
      ['name a', 'bare .b', 'name c=d', 'name é', 'name ?', 'name e', 'bare [f'],
    ],
    ['dashes that begin no name', '-- --a -1 - -$b', ['bare --', 'bare --a', 'bare -1', 'bare -', 'computed -$b']],
    ['a list over lines', 'a, # b\n  c', ['bare a', 'comma', 'bare c']],
    ['numbers as they are written', '10MB 1e3 0x1F', ['bare 10MB', 'bare 1e3', 'bare 0x1F']],
    ['a type as an argument', '[string]x [int]', ['bare [string]x', 'bare [int]']],
    ['chains', 'a && b || c & d', ['bare a', 'end', 'bare b', 'end', 'bare c', 'end', 'bare d']],
    ['a here-string with escapes', '@"\n`$a "b"\n"@', ['double $a "b"']],
    ['an empty here-string', `@'\n'@ a`, ['single ', 'bare a']],
    ['a command within a here-string', `@"\n$(a 'b\n"@')\n"@ c`, [`computed $(a 'b\n"@')`, 'bare c']],
    ['quotes that are none', 'a\u201fb', ['bare a\u201fb']],
    ['blanks of every kind', 'a\u3000b\u0085c\td', ['bare a', 'bare b', 'bare c', 'bare d']],
    ['a byte order mark', '\ufeffa', ['bare a']],
    ['nothing', ' \t', []],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('cover the text without gaps but for blanks and comments', () => {
    const text = `Get-X -Name:'a b', “c” | Where { $_.d -eq "e" } # done`;
    const pieces = tokens(text).map(({ at }: Token) => text.slice(at.start, at.end));
    expect(pieces).toEqual(['Get-X', '-Name:', `'a b'`, ',', '“c”', '|', 'Where', '{ $_.d -eq "e" }']);
  });

  it('are those of a part of a text, with places in all of it', () => {
    expect(tokens('ab cd ef', 3, 5)).toEqual([{ kind: 'word', text: 'cd', form: 'bare', at: { start: 3, end: 5 } }]);
  });
});
