import { describe, expect, it } from 'vitest';
import { cells } from '../../server/src/cli/cells.ts';
import { frame, WIDTH } from '../../server/src/cli/frame.ts';
import { LineTable } from '../../server/src/text/lines.ts';

/** The frame of what stands between the brackets, as two lines. */
function framed(marked: string): readonly string[] {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const { source, indent, marks } = frame(new LineTable(marked.replace(/[[\]]/g, '')), { start, end }, '^');
  return [source, indent + marks];
}

describe('a frame', () => {
  it('marks a word', () => {
    expect(framed('a: 1\nidentity: [AOL] # old\n')).toEqual(['identity: AOL # old', '          ^^^']);
  });

  it('counts wide characters as two columns, and combining ones as none', () => {
    expect(framed('이름: [콘토소]')).toEqual(['이름: 콘토소', '      ^^^^^^']);
    expect(framed('이: [가]x')).toEqual(['이: 가x', '    ^^']);
    expect(framed('é👩‍👩‍👧: [x]')).toEqual(['é👩‍👩‍👧: x', '     ^']);
  });

  it('shows a tab as four columns', () => {
    expect(framed('\ta:\t[b]')).toEqual(['    a:    b', '          ^']);
  });

  it('shows control characters instead of sending them', () => {
    expect(framed('a\u001b[m: ]\u0085')).toEqual(['a␛m: �', '  ^^^']);
  });

  it('marks one column where there is nothing, and behind the end of a line', () => {
    expect(framed('a: []')).toEqual(['a:', '   ^']);
    expect(framed('[]')).toEqual(['', '^']);
  });

  it('marks the rest of the line when the range goes on', () => {
    expect(framed('a: [bcd\n  efg]')).toEqual(['a: bcd', '   ^^^']);
    expect(framed('a: [bcd\r\n  efg]\r\n')).toEqual(['a: bcd', '   ^^^']);
  });

  it('cuts a long line around the place', () => {
    const long = `${'x'.repeat(500)}[here]${'y'.repeat(500)}`;
    const [source = '', marks = ''] = framed(long);
    expect(source).toMatch(/^…x+herey+…$/);
    expect(source.length).toBeLessThanOrEqual(WIDTH + 1);
    expect(marks.indexOf('^')).toBe(source.indexOf('here'));
    expect(marks.trim()).toBe('^^^^');
  });

  it('cuts a long line of wide characters without splitting one', () => {
    const [source = '', marks = ''] = framed(`${'가'.repeat(500)}[나]${'다'.repeat(500)}`);
    const before = cells(source.slice(0, source.indexOf('나'))).reduce((sum, { width }) => sum + width, 0);
    expect(marks.indexOf('^')).toBe(before);
    expect(marks.trim()).toBe('^^');
  });

  it('shows the beginning of a long line when the place is there', () => {
    const [source = ''] = framed(`[key]: ${'z'.repeat(300)}`);
    expect(source).toMatch(/^key: z+…$/);
  });

  it('marks no more than it shows', () => {
    const [source = '', marks = ''] = framed(`a: [${'z'.repeat(3000)}]`);
    expect(marks.length).toBeLessThanOrEqual(source.length);
  });
});
