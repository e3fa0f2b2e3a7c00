import { describe, expect, it } from 'vitest';
import { readCommands } from '../../server/src/cmdlets/read.ts';

/** The commands in a form that is quick to compare: a switch is `undefined`, a computed value its form. */
function shown(text: string): readonly unknown[] {
  return readCommands(text).map(({ cmdlet, parameters, piped, nested }) => ({
    cmdlet,
    parameters: parameters.map(({ name, value, forms }) => [name, value ?? forms.join()]),
    ...(piped && { piped }),
    ...(nested && { nested }),
  }));
}

describe('the commands of a text', () => {
  it.each<readonly [string, string, readonly unknown[]]>([
    ['none of ours', 'Get-ChildItem -Path a; Get-Cs; Csv-Import', []],
    ['a switch', 'Get-CsPool -LocalStore', [{ cmdlet: 'Get-CsPool', parameters: [['LocalStore', '']] }]],
    [
      'values by name, by colon and by place',
      `Get-CsPool a -Filter:'b' -Identity "c"`,
      [
        {
          cmdlet: 'Get-CsPool',
          parameters: [
            ['', 'a'],
            ['Filter', 'b'],
            ['Identity', 'c'],
          ],
        },
      ],
    ],
    [
      'a list',
      `New-CsX -Domains a, 'b' ,"c" -Force`,
      [
        {
          cmdlet: 'New-CsX',
          parameters: [
            ['Domains', ['a', 'b', 'c']],
            ['Force', ''],
          ],
        },
      ],
    ],
    [
      'values that are computed',
      'New-CsX -A $x -B (Get-Y) -C "$z" -D @{a=1} @more',
      [
        {
          cmdlet: 'New-CsX',
          parameters: [
            ['A', 'computed'],
            ['B', 'group'],
            ['C', 'computed'],
            ['D', 'table'],
            ['', 'splat'],
          ],
        },
      ],
    ],
    [
      'a pipeline',
      'Get-CsPool | Where-Object { $_.a } | Remove-CsPool',
      [
        { cmdlet: 'Get-CsPool', parameters: [] },
        { cmdlet: 'Remove-CsPool', parameters: [], piped: true },
      ],
    ],
    [
      'commands in brackets',
      'Set-CsX -A (Get-CsPool -Identity a) | ForEach-Object { Remove-CsY $_ }',
      [
        { cmdlet: 'Set-CsX', parameters: [['A', 'group']] },
        { cmdlet: 'Get-CsPool', parameters: [['Identity', 'a']] },
        { cmdlet: 'Remove-CsY', parameters: [['', 'computed']], nested: true },
      ],
    ],
    [
      'lines that go on',
      'New-CsX `\r\n  -A a `\r\n  -B b\r\nNew-CsY',
      [
        {
          cmdlet: 'New-CsX',
          parameters: [
            ['A', 'a'],
            ['B', 'b'],
          ],
        },
        { cmdlet: 'New-CsY', parameters: [] },
      ],
    ],
    ['typographic characters', 'New–CsX –A “b”', [{ cmdlet: 'New-CsX', parameters: [['A', 'b']] }]],
    ['what is quoted or a comment', `'New-CsX'; # New-CsY\n"New-CsZ"`, []],
    [
      'what follows --%',
      'Get-CsPool --% -A "b',
      [
        {
          cmdlet: 'Get-CsPool',
          parameters: [
            ['', '--%'],
            ['', '-A "b'],
          ],
        },
      ],
    ],
    ['a quote left open', `New-CsX -A 'b c`, [{ cmdlet: 'New-CsX', parameters: [['A', 'b c']] }]],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('have exact places', () => {
    const text = `  New-CsX -Name:'a b',c -Force; x`;
    const [command] = readCommands(text);
    const slice = (at?: { start: number; end: number }) => at && text.slice(at.start, at.end);
    expect(slice(command?.at)).toBe('New-CsX');
    expect(slice(command?.whole)).toBe(`New-CsX -Name:'a b',c -Force`);
    expect(command?.parameters.map(({ at, valueAt }) => [slice(at), slice(valueAt)])).toEqual([
      ['-Name:', `'a b',c`],
      ['-Force', undefined],
    ]);
  });

  it('tell what a list modifier adds and removes', () => {
    const changes = (text: string) => readCommands(`Set-CsX -D ${text}`)[0]?.parameters[0]?.changes;
    expect(changes('@{Add="a","b";Remove=\'c\'}')).toEqual({ add: ['a', 'b'], remove: ['c'] });
    expect(changes('@{ Replace = $x }')).toEqual({ replace: undefined });
    expect(changes('@{Name="a"}')).toBeUndefined();
  });
});
