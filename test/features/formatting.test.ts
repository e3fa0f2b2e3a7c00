import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { analyze } from '../../server/src/analyze.ts';
import { formatting, type Style } from '../../server/src/features/formatting.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import type { Range } from '../../server/src/text/range.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { toData } from '../../server/src/yaml/tree.ts';
import { runs } from '../runs.ts';
import { damaged, ODDITIES, SPECS } from './damage.ts';

const TWO: Style = { indent: 2 };

function read(text: string) {
  return { ...parseYaml(text), text, lines: new LineTable(text) };
}

function formatted(text: string, style: Style = TWO, ranges?: readonly Range[]): string {
  return applyEdits(text, formatting(read(text), style, ranges));
}

/** The text with the stretch between `<` and `>` laid out, which stand on lines of their own. */
function formattedWithin(marked: string, style: Style = TWO): string {
  const start = marked.indexOf('<<<\n');
  const end = marked.indexOf('>>>\n') - 4;
  return formatted(marked.replace('<<<\n', '').replace('>>>\n', ''), style, [{ start, end }]);
}

describe('blocks', () => {
  it('stand a step further than what is around them', () => {
    expect(
      formatted('edge:\n    pools:\n       - fqdn: a.b\n         site: x\n       -   fqdn: c.d\n           site: y\n'),
    ).toBe('edge:\n  pools:\n    - fqdn: a.b\n      site: x\n    - fqdn: c.d\n      site: y\n');
    expect(formatted('edge:\n  pools:\n    - fqdn: a.b\n      site: x\n', { indent: 4 })).toBe(
      'edge:\n    pools:\n        - fqdn: a.b\n          site: x\n',
    );
  });

  it('have the step of most of them where none is asked for', () => {
    expect(formatted('a:\n   b:\n      c: 1\nd:\n  e: 1\n', {})).toBe('a:\n   b:\n      c: 1\nd:\n   e: 1\n');
    expect(formatted('a:\n- b\n', {})).toBe('a:\n- b\n');
  });

  it('have their lists where most lists are', () => {
    expect(formatted('a:\n- b\nc:\n- d\ne:\n   - f\n')).toBe('a:\n- b\nc:\n- d\ne:\n- f\n');
    expect(formatted('a:\n- b\nc:\n  - d\ne:\n   - f\n')).toBe('a:\n  - b\nc:\n  - d\ne:\n  - f\n');
  });

  it('begin at the left', () => {
    expect(formatted('\ufeffa:\n    b:   1 # x\nc:   2 # y\n')).toBe('\ufeffa:\n  b: 1 # x\nc: 2 # y\n');
    expect(formatted('  a: 1\n  b:\n     c: 1\n')).toBe('a: 1\nb:\n  c: 1\n');
  });

  it('take lists in lists, anchors, tags and items on lines of their own along', () => {
    expect(
      formatted(
        'a:\n    - - b\n      - c\n    -\n       d: e\n    - &x f: g\n      h: !!str 1\n    - *x\n'.replace(
          '    - *x\n',
          '',
        ),
      ),
    ).toBe('a:\n  - - b\n    - c\n  -\n    d: e\n  - &x f: g\n    h: !!str 1\n');
  });
});

describe('texts of several lines', () => {
  it('say the same: a block text moves as a whole', () => {
    expect(
      formatted(
        'cmdlets:\n    - |\n          if ($x) {\n            Get-Cs   \n          }\n         \n\n    - Get-Cs\n',
      ),
    ).toBe('cmdlets:\n  - |\n    if ($x) {\n      Get-Cs   \n    }\n\n\n  - Get-Cs\n');
    expect(formatted('a:\n    b: |2\n        deep\n      flat\n')).toBe('a:\n  b: |2\n      deep\n    flat\n');
    expect(formatted('a:\n  b: |+\n    x\n\n\n\n  c: 1\n')).toBe('a:\n  b: |+\n    x\n\n\n\n  c: 1\n');
  });

  it('keep the blanks in them, and move with their key', () => {
    expect(formatted("a:\n    b: 'x  \n       y\n\n\n\n      z'\n    c: plain  \n      more\n")).toBe(
      "a:\n  b: 'x  \n     y\n\n\n\n    z'\n  c: plain\n    more\n",
    );
  });

  it('stay within their key', () => {
    expect(formatted('a:\n b: x\n  y\n', { indent: 4 })).toBe('a:\n    b: x\n     y\n');
    expect(formatted('a:\n     b: x\n      y\n', TWO)).toBe('a:\n  b: x\n   y\n');
  });
});

describe('brackets', () => {
  it('have one blank behind commas and colons, and none before', () => {
    expect(formatted('a: { b: 1,c : 2 ,   d: [ 1 ,2 ], "e":3 }\n')).toBe('a: { b: 1, c: 2, d: [ 1, 2 ], "e": 3 }\n');
  });

  it('have blanks inside where most have them', () => {
    expect(formatted('a: {b: 1}\nc: { d: 1}\ne: {f: 1}\n')).toBe('a: {b: 1}\nc: {d: 1}\ne: {f: 1}\n');
    expect(formatted('a: {b: 1}\nc: {  d: 1}\ne: [ 1]\nf: [2 ]\ng: [ ]\n')).toBe(
      'a: { b: 1 }\nc: { d: 1 }\ne: [1]\nf: [2]\ng: []\n',
    );
  });

  it('keep their lines, which are indented where a bracket ends the line above', () => {
    expect(formatted('a:\n  b: [\n      x,\n          { y: 1,\n            z: 2 },\n    # c\n  ]\n')).toBe(
      'a:\n  b: [\n    x,\n    { y: 1,\n      z: 2 },\n    # c\n  ]\n',
    );
    expect(formatted('a: [\n x,\n y\n ]\n')).toBe('a: [\n  x,\n  y\n  ]\n');
  });
});

describe('blanks', () => {
  it('are one between a key or a dash and what it has', () => {
    expect(formatted('a:   1\nb :\t2\nc:\n  -   d\n  -    e:   f\n       g: h\n')).toBe(
      'a: 1\nb: 2\nc:\n  - d\n  - e: f\n    g: h\n',
    );
  });

  it('stay where they belong to the YAML', () => {
    expect(formatted('a: {b: , c}\nd: &x   1\ne: [*x , 2]\n')).toBe('a: {b: , c}\nd: &x   1\ne: [*x, 2]\n');
  });

  it('go at the end of lines', () => {
    expect(formatted('a: 1  \n \nb: # c \t\n')).toBe('a: 1\n\nb: # c\n');
    expect(formatted('a: 1  \n \nb: # c \n', { ...TWO, trimTrailing: false })).toBe('a: 1  \n \nb: # c \n');
  });
});

describe('empty lines', () => {
  it('are two at most, and none at the beginning and the end', () => {
    expect(formatted('\n\na: 1\n\n\nb: 2\n\n  \n\n\n# c\n\nd: 3\n\n\n')).toBe('a: 1\n\n\nb: 2\n\n\n# c\n\nd: 3\n');
  });

  it('end as they are wanted to', () => {
    expect(formatted('a: 1')).toBe('a: 1\n');
    expect(formatted('a: 1\r\nb: 2')).toBe('a: 1\r\nb: 2\r\n');
    expect(formatted('a: 1', { lineBreak: '\r\n' })).toBe('a: 1\r\n');
    expect(formatted('a: 1', { finalNewline: false })).toBe('a: 1');
    expect(formatted('a: 1\n\n \n', { trimFinalNewlines: false })).toBe('a: 1\n\n\n');
    expect(formatted('a: |\n  b')).toBe('a: |\n  b\n');
    expect(formatted('a: |+\n  b\n\n\n')).toBe('a: |+\n  b\n\n\n');
  });

  it('keep the line breaks of the document', () => {
    expect(formatted('a:\r\n    b: 1  \r\n\r\n\r\n\r\n\r\n    c: 2\r\n')).toBe('a:\r\n  b: 1\r\n\r\n\r\n  c: 2\r\n');
  });
});

describe('comments', () => {
  it('move with the block they belong to', () => {
    expect(
      formatted(
        '# top\na:\n    # of b\n    b:\n        # of the list\n        - c\n        # at its end\n    # of a\n# of d\nd: 1\n',
      ),
    ).toBe('# top\na:\n  # of b\n  b:\n    # of the list\n    - c\n    # at its end\n  # of a\n# of d\nd: 1\n');
  });

  it('stay at the left, and in a key that has nothing else', () => {
    expect(formatted('a:\n    b:\n        # - nothing yet\n    c:\n#       - old\n        - new\n')).toBe(
      'a:\n  b:\n    # - nothing yet\n  c:\n#       - old\n    - new\n',
    );
  });

  it('find the nearest block where they stand at none', () => {
    expect(formatted('a:\n  b: 1\n   # c\n  d: 1\n # e\n  f: 1\n')).toBe('a:\n  b: 1\n  # c\n  d: 1\n  # e\n  f: 1\n');
  });

  it('stay at one column behind what they speak of', () => {
    expect(
      formatted('a:\n    b:   1    # x\n    cc:  2    # y\n              # z\n    d: 3 # w\n    e:   4 # v\n'),
    ).toBe('a:\n  b: 1     # x\n  cc: 2    # y\n           # z\n  d: 3 # w\n  e: 4 # v\n');
  });
});

describe('what is left alone', () => {
  it.each([
    ['a bracket that is open', 'a: [1,  2\nb:   3\n'],
    ['a tab', 'a:\n\tb:   1\n'],
    ['an unknown alias', 'a:   *b\n'],
    ['several documents', 'a:   1\n---\nb:   2\n'],
    ['a key of its own', '? a\n:   b\n'],
    ['a line break of old', 'a:   1\rb: 2\n'],
    ['nothing', ''],
    ['a list', '-   a\n'],
  ])('%s', (_, text) => {
    expect(formatting(read(text), TWO)).toEqual([]);
  });

  it('the examples, which look as they should', () => {
    const tidy = SPECS.filter((text) => formatting(read(text), TWO).length === 0);
    expect(tidy.length).toBeGreaterThan(SPECS.length * 0.9);
  });
});

describe('a range', () => {
  it('changes nothing outside of it', () => {
    expect(formattedWithin('a:   1  \n<<<\nb:   2  \n>>>\nc:   3  \n')).toBe('a:   1  \nb: 2\nc:   3  \n');
  });

  it('moves a block only as a whole', () => {
    expect(formattedWithin('a:\n    b:\n<<<\n        c: 1\n        d:   2\n>>>\n    e: 3\n')).toBe(
      'a:\n    b:\n      c: 1\n      d: 2\n    e: 3\n',
    );
    expect(formattedWithin('a:\n    b:\n<<<\n        c:   1\n>>>\n        d: 2\n')).toBe(
      'a:\n    b:\n        c: 1\n        d: 2\n',
    );
    expect(formattedWithin('a:\n  -   b: 1\n<<<\n      c:   2\n>>>\n')).toBe('a:\n  -   b: 1\n      c: 2\n');
  });

  it('may be several', () => {
    const text = 'a:   1\nb:   2\nc:   3\n';
    const ranges = ['a', 'c'].map((key) => ({ start: text.indexOf(key), end: text.indexOf(key) + 1 }));
    expect(formatted(text, TWO, ranges)).toBe('a: 1\nb:   2\nc: 3\n');
  });
});

describe('whatever the document', () => {
  const styles: fc.Arbitrary<Style> = fc.record(
    {
      indent: fc.integer({ min: 1, max: 4 }),
      trimTrailing: fc.boolean(),
      finalNewline: fc.boolean(),
      trimFinalNewlines: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const texts = damaged([...SPECS.filter(({ length }) => length < 6000), ...repeated(ODDITIES, SPECS.length / 8)]);

  it('only blanks change, it says the same, and a second time nothing changes', () => {
    fc.assert(
      fc.property(texts, styles, (text, style) => {
        const source = read(text);
        const edits = formatting(source, style);
        if (isBroken(source)) {
          expect(edits).toEqual([]);
          return;
        }
        const after = applyEdits(text, edits);
        expectSame(text, after);
        for (const { at, insert } of edits) expect(text.slice(at.start, at.end) + insert).toMatch(/^\s*$/);
        expect(formatting(read(after), style)).toEqual([]);
      }),
      runs(200),
    );
  });

  it('a range changes no line outside of it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(texts, styles, share, share, (text, style, a, b) => {
        const { lines, ...source } = read(text);
        if (isBroken(source)) return;
        const [first = 0, last = 0] = [a, b].map((of) => Math.floor(of * (lines.count - 1))).toSorted((x, y) => x - y);
        const edits = formatting({ ...source, lines }, style, [
          { start: lines.startOf(first), end: lines.endOf(last) },
        ]);
        expectSame(text, applyEdits(text, edits));
        for (const { at } of edits) {
          expect(at.start).toBeGreaterThanOrEqual(lines.startOf(first));
          expect(at.end).toBeLessThanOrEqual(lines.startOf(last + 1));
        }
      }),
      runs(200),
    );
  });

  it('the findings stay', () => {
    const findings = (text: string) =>
      analyze(text, { asOf: '2014-05-01', persona: 'auditor' }).problems.map(
        ({ rule, message }) => `${rule} ${inEnglish(message)}`,
      );
    fc.assert(
      fc.property(texts, styles, (text, style) => {
        if (isBroken(read(text))) return;
        expect(findings(formatted(text, style))).toEqual(findings(text));
      }),
      runs(75),
    );
  });
});

function isBroken({ faults }: Pick<ReturnType<typeof read>, 'faults'>): boolean {
  return faults.some(({ kind }) => kind === 'syntax');
}

function expectSame(before: string, after: string): void {
  expect(toData(parseYaml(after).root)).toEqual(toData(parseYaml(before).root));
  expect(isBroken(parseYaml(after))).toBe(false);
  expect(commentsOf(after)).toEqual(commentsOf(before));
}

/** The comments as the parser of the library sees them. */
function commentsOf(text: string): readonly string[] {
  const pieces = [...new Lexer().lex(text)];
  // Behind this mark comes a text, which may begin with a number sign.
  return pieces.filter((piece, i) => piece.startsWith('#') && pieces[i - 1] !== '\x1f').map((piece) => piece.trimEnd());
}

function repeated<T>(list: readonly T[], times: number): readonly T[] {
  return Array.from({ length: Math.ceil(times) }, () => list).flat();
}
