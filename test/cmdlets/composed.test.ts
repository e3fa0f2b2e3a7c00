import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCommands } from '../../server/src/cmdlets/read.ts';
import { readScript } from '../rules/fixture.ts';

/** A piece of PowerShell that was written for what it means; a value of `undefined` is known only when the shell runs. */
interface Piece {
  readonly written: string;
  readonly meant: string | readonly string[] | undefined;
}

const SINGLE = "'\u2018\u2019\u201a\u201b";
const DOUBLE = '"\u201c\u201d\u201e';
const letters = fc.stringMatching(/^[A-Za-z]{1,6}$/);
const characters = fc.string({
  unit: fc.constantFrom(...`ab9.:-\u2013_/\\=*[]<>~!%+ \t\u00a0\u3000;|&(){},$@#\`é한${SINGLE}${DOUBLE}`),
  maxLength: 10,
});

const inQuotes = (quotes: string, escaped: (text: string) => string) =>
  fc
    .tuple(characters, fc.constantFrom(...quotes), fc.constantFrom(...quotes))
    .map(([text, open, close]): Piece => ({ written: `${open}${escaped(text)}${close}`, meant: text }));
const doubled = (quotes: string) => (text: string) => text.replace(new RegExp(`[${quotes}]`, 'g'), '$&$&');
const single = inQuotes(SINGLE, doubled(SINGLE));
const double = fc.oneof(
  inQuotes(DOUBLE, (text) => doubled(DOUBLE)(text.replace(/[`$]/g, '`$&'))),
  inQuotes(DOUBLE, (text) => text.replace(new RegExp(`[\`$${DOUBLE}]`, 'g'), '`$&')),
);
const bare = fc.tuple(letters, characters).map(
  ([first, rest]): Piece => ({
    written: first + rest.replace(/[^A-Za-z0-9.:=*/\\한-]/g, '`$&'),
    meant: first + rest,
  }),
);
/** A word that goes on behind its quotes, `a"b c"d`, does not begin with them. */
const joined = fc.tuple(letters, fc.array(fc.oneof(single, double, bare), { minLength: 1, maxLength: 3 })).map(
  ([first, rest]): Piece => ({
    // Two quotes of a kind in a row would be one that is doubled.
    written: first + rest.map(({ written }) => written).join('x'),
    meant: first + rest.map(({ meant }) => meant).join('x'),
  }),
);
const hereText = fc.tuple(characters, characters).map(([a, b]): Piece => {
  const text = `h${a}\n ${b}`;
  return { written: `@'\n${text}\n'@`, meant: text };
});
const constant = fc.constantFrom('$true', '$False', '$null').map((one): Piece => ({ written: one, meant: one }));
const computed = fc
  .constantFrom(
    '$site-edge',
    '$d-x.com',
    '$env:TEMP\\a.csv',
    '$a.b[0]',
    '$(Get-It -A b)',
    '(Get-It "c)")',
    '"d $e"',
    'f$(Get-It)-g',
    '@{ a = 1; b = "}" }',
    "{ $_ -eq ')' }",
    '@(1, 2)',
    `\${a b}-c`,
    '"x".Length',
  )
  .map((written): Piece => ({ written, meant: undefined }));

const one = fc.oneof(single, double, bare, joined, constant);
const comma = fc.constantFrom(',', ', ', ' ,', ',\n  ', ', # next\n');
const list = fc.tuple(fc.array(one, { minLength: 2, maxLength: 3 }), comma).map(
  ([all, between]): Piece => ({
    written: all.map(({ written }) => written).join(between),
    meant: all.map(({ meant }) => String(meant)),
  }),
);
const value = fc.oneof({ weight: 4, arbitrary: one }, list, computed, hereText);

const blank = fc.constantFrom(
  ' ',
  '  ',
  '\t',
  '\u00a0',
  ' `\n  ',
  ' `\r\n',
  ' <# a -b "c #> ',
  ' 2>$null ',
  ' *>&1 ',
  ' > a.txt ',
);
const parameter = fc
  .tuple(letters, fc.constantFrom('-', '\u2013', '\u2014'), fc.option(value, { nil: undefined }), blank, fc.boolean())
  .map(([name, dash, given, between, colon]) => ({
    written: `${dash}P${name}${given === undefined ? '' : (colon ? ': ' : between) + given.written}`,
    meant: [`P${name}`, given?.meant] as const,
  }));
const command = fc.tuple(letters, fc.array(fc.tuple(blank, parameter), { maxLength: 4 })).map(([noun, given]) => ({
  written: `New-Cs${noun}${given.map(([between, { written }]) => between + written).join('')}`,
  meant: [`New-Cs${noun}`, given.map(([, { meant }]) => meant)] as const,
}));

/** Where a command may stand; each ends the command in another way. */
const place = fc.constantFrom(
  (text: string) => `${text}\n`,
  (text: string) => `${text};`,
  (text: string) => `${text} \`\n\n`,
  (text: string) => `${text} # “done\n`,
  (text: string) => `$a = ${text} |\n  Out-Null\n`,
  (text: string) => `'b' | ${text}\n`,
  (text: string) => `if ($c) { ${text} }\nelse { }\n`,
  (text: string) => `foreach ($d in $e)\n{\n${text}\n}\n`,
  (text: string) => `try { ${text}} catch { "f" }; `,
  (text: string) => `$g = @{ h = 1; i = ${text}\n}\n`,
  (text: string) => `[void](${text})\n`,
  (text: string) => `function l { param($m) ${text} }\n`,
  (text: string) => `# it's\n${text} && Get-It || Get-It\n`,
);

const read = (commands: ReturnType<typeof readCommands>) =>
  commands.map(({ cmdlet, parameters }) => [cmdlet, parameters.map(({ name, value: given }) => [name, given])]);

it('commands that were composed are read as they were meant, wherever they stand, with the grammar and without', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(command, place), { minLength: 1, maxLength: 3 }), (all) => {
      const text = all.map(([{ written }, around]) => around(written)).join('');
      const commands = readCommands(text);
      expect(read(commands)).toEqual(all.map(([{ meant }]) => meant));
      expect(readScript(text)).toEqual({ commands, faults: [] });
    }),
    { numRuns: 300 },
  );
});

it('places of what was composed lie where it was written', () => {
  fc.assert(
    fc.property(command, place, ({ written, meant }, around) => {
      const text = around(written);
      const start = text.indexOf(written);
      const found = readCommands(text).map(({ at, whole, parameters }) => ({
        at: text.slice(at.start, at.end),
        whole,
        names: parameters.map((one) => text.slice(one.at.start + 1, one.at.start + 1 + one.name.length)),
      }));
      expect(found).toEqual([
        { at: meant[0], whole: { start, end: start + written.length }, names: meant[1].map(([name]) => name) },
      ]);
    }),
  );
});
