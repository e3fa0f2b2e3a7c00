import { describe, expect, it } from 'vitest';
import { type Token, tokens } from '../../server/src/cmdlets/tokens.ts';

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
