import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, render } from '../../server/src/cmdlets/command.ts';
import { type CommandLine, readCommands } from '../../server/src/cmdlets/read.ts';
import { readScript } from '../rules/fixture.ts';

const names = (text: string) => readScript(text).commands.map(({ cmdlet }) => cmdlet);

describe('the commands of a script', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['in branches and loops', 'if ($a) { Get-CsA } else { foreach ($b in $c) { Get-CsB } }', ['Get-CsA', 'Get-CsB']],
    ['in a function', 'function Set-CsOwn {\n  param($a)\n  Get-CsPool\n}', ['Get-CsPool']],
    ['that are assigned', '$a = Get-CsA; [void](Get-CsB)', ['Get-CsA', 'Get-CsB']],
    ['in a text', 'Write-Host "x $(Get-CsPool -Identity a) y"', ['Get-CsPool']],
    ['not those in texts and comments', `'Get-CsA' # Get-CsB\n<# Get-CsC #>\n@'\nGet-CsD\n'@`, []],
    ['with typographic quotes around signs', 'New-CsA -B “x; y | z”\nNew-CsB', ['New-CsA', 'New-CsB']],
    ['with typographic dashes', 'New–CsA –B c', ['New-CsA']],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
    expect(readScript(text).faults).toEqual([]);
  });

  it('know their pipeline, and whether they always run', () => {
    const text = 'Get-CsA | Where-Object { $_.b } | Remove-CsA\ntry { Get-CsB } catch { }';
    expect(
      readScript(text).commands.map(({ cmdlet, piped, nested, pipeline }) => ({ cmdlet, piped, nested, pipeline })),
    ).toEqual([
      { cmdlet: 'Get-CsA', piped: false, nested: false, pipeline: ['Get-CsA', 'Where-Object', 'Remove-CsA'] },
      { cmdlet: 'Remove-CsA', piped: true, nested: false, pipeline: ['Get-CsA', 'Where-Object', 'Remove-CsA'] },
      { cmdlet: 'Get-CsB', piped: false, nested: true, pipeline: ['Get-CsB'] },
    ]);
  });

  it('are read beside a fault, which is told', () => {
    const { commands, faults } = readScript(`Get-CsA -Identity 'b\nGet-CsB\n`);
    expect(commands.map(({ cmdlet }) => cmdlet)).toContain('Get-CsA');
    expect(faults).not.toEqual([]);
  });
});

const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
const value = fc.oneof(
  // Control characters no command line says safely.
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/\p{C}|[\u2028\u2029]/u.test(text)),
  fc.stringMatching(/^[ '"“”‘’‚‛„‟–—`$;|&(){}@#,a-z-]{0,20}$/),
);
const parameters = fc.dictionary(
  word.map((name) => `P${name}`),
  fc.oneof(value, fc.boolean(), fc.nat(), fc.array(value, { minLength: 2, maxLength: 4 }), fc.constant(undefined)),
  { maxKeys: 6 },
);
const command: fc.Arbitrary<Command> = fc.record({
  cmdlet: fc.tuple(fc.constantFrom('New', 'Set', 'Remove'), word).map(([verb, noun]) => `${verb}-Cs${noun}`),
  parameters,
});

describe('a command that was written is read back as it was meant', () => {
  const meant = ({ cmdlet, parameters: all }: Command) => ({
    cmdlet,
    parameters: Object.entries(all).map(([name, one]) => [name, texts(one)]),
  });
  const read = (commands: readonly CommandLine[]) =>
    commands.map(({ cmdlet, parameters: all }) => ({
      cmdlet,
      parameters: all.map(({ name, value: one }) => [name, typeof one === 'object' ? [...one] : one]),
    }));

  it('without the grammar', () => {
    fc.assert(
      fc.property(command, (one) => {
        expect(read(readCommands(render(one)))).toEqual([meant(one)]);
      }),
    );
  });

  it('with the grammar, alone and among others', () => {
    fc.assert(
      fc.property(command, command, (one, other) => {
        const text = `if ($x) {\n  ${render(one)}\n}\n${render(other)} | Out-Null\n`;
        expect(read(readScript(text).commands)).toEqual([meant(one), meant(other)]);
      }),
    );
  });
});

function texts(one: Command['parameters'][string]): string | readonly string[] | undefined {
  if (one === undefined || one === null) return undefined;
  if (typeof one === 'boolean') return `$${one}`;
  if (typeof one === 'object') return 'cmdlet' in one || 'change' in one ? undefined : [...one];
  return String(one);
}
