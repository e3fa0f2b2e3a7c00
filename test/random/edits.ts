import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { makeSpec } from '../bench/spec.ts';

/** Specs to be edited: short ones of all kinds, and long ones that are read block by block. */
export const SPECS: readonly string[] = [
  ...globSync('{examples,test/field,test/fixtures/*}/*.lync.yaml')
    .toSorted()
    .map((file) => readFileSync(file, 'utf8')),
  makeSpec(20).text,
  makeSpec(20).text.replaceAll('\n', '\r\n'),
  `a:\n${Array.from({ length: 15 }, (_, i) => `- ${i % 3 === 0 ? `k: ${i}\n  l:\n    - m\n\n    # n\n    - o` : i}`).join('\n')}\nb: >+\n  folded\n\n\nc: 1`,
  `lyncFederation: 1\norganization: { name: &x Contoso }\ndomains:\n  allowed:\n${Array.from(
    { length: 15 },
    (_, i) =>
      `    - domain: d${i}.example\n      comment: ${i % 4 === 0 ? `&x from ${i}` : i % 4 === 1 ? '*x' : 'kept'}\n`,
  ).join('')}  blocked:\n    - &y spam.example\n    - *y\n`,
];

type Edit = (text: string) => string;

/** What a text becomes after the versions of it, of which the last is what it is now. */
type Step = (versions: readonly string[]) => string;

/** What a text is after each of some edits; now and then one is taken back, or its line is removed. */
export function versions(texts: readonly string[], most = 5): fc.Arbitrary<readonly string[]> {
  const steps = fc.array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: edit().map(
          (change): Step =>
            (all) =>
              change(all.at(-1) ?? ''),
        ),
      },
      { weight: 1, arbitrary: fc.constant<Step>((all) => all.at(-2) ?? all[0] ?? '') },
      { weight: 1, arbitrary: fc.constant<Step>(withoutLastEdit) },
    ),
    { minLength: 1, maxLength: most },
  );
  return fc.tuple(fc.constantFrom(...texts), steps).map(([text, taken]) => {
    const found = [text];
    for (const step of taken) found.push(step(found));
    return found;
  });
}

/** The text without the line on which the last edit begins. */
function withoutLastEdit(all: readonly string[]): string {
  const [before, now] = [all.at(-2) ?? '', all.at(-1) ?? ''].map((text) => text.split('\n'));
  const edited = now?.findIndex((line, i) => line !== before?.[i]) ?? 0;
  return now?.toSpliced(Math.max(0, edited), 1).join('\n') ?? '';
}

/** A text after some edits. */
export function edited(texts: readonly string[], most = 4): fc.Arbitrary<string> {
  const edits = fc.array(edit(), { minLength: 1, maxLength: most });
  return fc
    .tuple(fc.constantFrom(...texts), edits)
    .map(([text, all]) => all.reduce((now, change) => change(now), text));
}

/** Marks of YAML, and other things that mean more to a reader than they show. */
const PIECES = [
  ...[
    ':',
    ': ',
    '-',
    '- ',
    '?',
    '? ',
    ',',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '#',
    ' #',
    '&x ',
    '*x ',
    '!',
    '%',
    '@',
    '`',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\0',
    '\ufeff',
    '\u0085',
    '\u2028',
    '\\',
    '한',
    '😀',
    'x',
    'x: ',
    '<<: ',
  ],
];

/** Lines as one types them, right or not. */
const LINES = [
  ...[
    '---',
    '...',
    '%YAML 1.2',
    '# comment',
    '',
    '  ',
    ':',
    '-',
    '- y',
    '- - z',
    'k: v',
    '? a',
    ': b',
    '? a\n: b',
    '<<: *x',
  ],
  ...[
    't: |\n  x',
    't: |+\n\n',
    '- >-\n    y\n  z',
    '"q":',
    'null: 1',
    'x: &x [1]',
    'y: *x',
    '<<<<<<< a',
    'x: "',
    'l: [',
  ],
  ...[
    'lyncFederation: 1',
    'asOf: 2014-07-01',
    'domains:',
    '  allowed:',
    '    - fabrikam.com',
    'domains: { sip: [contoso.com] }',
  ],
  ...[
    'cmdlets:',
    '  - Remove-CsPublicProvider -Identity AOL',
    'providers:\n  public:\n    - identity: AOL\n      enabled: true',
  ],
];

function edit(): fc.Arbitrary<Edit> {
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const indent = fc.nat(6).map((blanks) => ' '.repeat(blanks));
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(share, fc.constantFrom(...PIECES), fc.nat(2)).map(typed) },
    { weight: 2, arbitrary: fc.tuple(share, fc.integer({ min: 1, max: 40 })).map(cut) },
    fc.tuple(share, indent, fc.constantFrom(...LINES)).map(withLine),
    fc.tuple(share, fc.integer({ min: 1, max: 3 })).map(withoutLines),
    fc.tuple(share, share, fc.nat(12)).map(copied),
    fc.tuple(share, indent).map(indented),
    fc.tuple(share, share).map(swapped),
    fc.constantFrom<Edit>(
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => ` ${text}`,
    ),
  );
}

function typed([share, piece, over]: readonly [number, string, number]): Edit {
  return (text) => {
    const at = Math.floor(share * (text.length + 1));
    return text.slice(0, at) + piece + text.slice(at + over);
  };
}

function cut([share, length]: readonly [number, number]): Edit {
  return (text) => {
    const at = Math.floor(share * text.length);
    return text.slice(0, at) + text.slice(at + length);
  };
}

function withLine([share, indent, line]: readonly [number, string, string]): Edit {
  return onLines((lines) => lines.toSpliced(place(share, lines), 0, line.replace(/^/gm, indent)));
}

function withoutLines([share, count]: readonly [number, number]): Edit {
  return onLines((lines) => lines.toSpliced(place(share, lines), count));
}

function copied([from, to, count]: readonly [number, number, number]): Edit {
  return onLines((lines) => {
    const first = place(from, lines);
    return lines.toSpliced(place(to, lines), 0, ...lines.slice(first, first + count));
  });
}

function indented([share, indent]: readonly [number, string]): Edit {
  return onLines((lines) => lines.map((line, i) => (i === place(share, lines) ? indent + line.trimStart() : line)));
}

/** The values of two lines trade places. */
function swapped([one, other]: readonly [number, number]): Edit {
  return onLines((lines) => {
    const [a, b] = [place(one, lines), place(other, lines)];
    const value = (line = '') => /(?<=: |- )[^:]*$/.exec(line)?.[0] ?? '';
    const given = (line: string, from: string | undefined) =>
      line.slice(0, line.length - value(line).length) + value(from);
    return lines.map((line, i) => (i === a ? given(line, lines[b]) : i === b ? given(line, lines[a]) : line));
  });
}

function onLines(change: (lines: readonly string[]) => readonly string[]): Edit {
  return (text) => change(text.split('\n')).join('\n');
}

function place(share: number, lines: readonly string[]): number {
  return Math.floor(share * lines.length);
}
