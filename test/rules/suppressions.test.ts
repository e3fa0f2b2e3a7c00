import { describe, expect, it } from 'vitest';
import { analyze, type Options } from '../../server/src/analyze.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const OPTIONS: Options = { asOf: '2014-03-01' };

/** A spec with two findings of one rule, and comments. */
function spec({ head = '', name = '', notes = '' }): string {
  return `${head}lyncFederation: 1\nserver: { product: lync-2013 }\norganization:\n  name: 2013 ${name}\n  notes: 2013 ${notes}\n`;
}

function verdict(text: string, options: Partial<Options> = {}) {
  const { problems, suppressed, lines } = analyze(text, { ...OPTIONS, ...options });
  return {
    heard: problems.map(({ rule, at }) => `${lines.lineAt(at.start) + 1} ${rule}`),
    silenced: suppressed.map(
      ({ problem, by }) =>
        `${lines.lineAt(problem.at.start) + 1} ${problem.rule}, ${text.slice(by.comment.start, by.comment.end)}`,
    ),
  };
}

describe('a suppression', () => {
  it('is told with what it silenced', () => {
    const comment = '# lync-federation: ignore[wrong-type] the year';
    expect(verdict(spec({ name: comment }))).toEqual({
      heard: ['5 wrong-type'],
      silenced: [`4 wrong-type, ${comment}`],
    });
  });

  it('of a line comes before one of the file, the first before the second', () => {
    const [file, first, second] = [
      '# lync-federation: ignore-file[wrong-type] numbers are names',
      '# lync-federation: ignore[wrong-type] the year',
      '# lync-federation: ignore[wrong-type] again',
    ];
    expect(verdict(spec({ head: `${file}\n`, name: `${first} ${second}` }))).toEqual({
      heard: ['5 unused-suppression'],
      silenced: [`5 wrong-type, ${first}`, `6 wrong-type, ${file}`],
    });
  });

  it('that is over leaves the finding to another one', () => {
    const [over, valid] = [
      '# lync-federation: ignore[wrong-type] until=2014-02-28 the year',
      '# lync-federation: ignore[wrong-type] until=2014-03-01 again',
    ];
    expect(verdict(spec({ name: `${over} ${valid}`, notes: valid }))).toEqual({
      heard: ['4 expired-suppression'],
      silenced: [`4 wrong-type, ${valid}`, `5 wrong-type, ${valid}`],
    });
  });

  it('of a rule that nobody may suppress does nothing, and is told once', () => {
    const text = spec({
      head: '# lync-federation: ignore-file[wrong-type]\n',
      name: '# lync-federation: ignore[unused-suppression, wrong-type] until=2014-02-28',
    });
    const { problems, suppressed } = analyze(text, { ...OPTIONS, neverSuppress: ['wrong-type'] });
    const forbidden =
      'The project file lets nobody suppress `wrong-type`, so this comment does nothing. Repair what it covers, and remove it.';
    expect(suppressed).toEqual([]);
    expect(problems.map(({ rule, message }) => (rule === 'unused-suppression' ? inEnglish(message) : rule))).toEqual([
      forbidden,
      'wrong-type',
      forbidden,
      'expired-suppression',
      'wrong-type',
    ]);
  });

  it.each([
    ['2014-03-31', ['5 wrong-type']],
    ['2014-04-01', ['4 wrong-type', '4 expired-suppression', '5 wrong-type']],
  ])('holds through its last day: %s', (asOf, heard) => {
    const text = spec({ name: '# lync-federation: ignore[wrong-type] until=2014-03-31 the year' });
    expect(verdict(text, { asOf }).heard).toEqual(heard);
    expect(verdict(text.replace('\n', `\nasOf: ${asOf}\n`)).heard.map((one) => one.slice(2))).toEqual(
      heard.map((one) => one.slice(2)),
    );
  });

  it.each([
    ['until=2014-03-31', ''],
    ['until=2014-03-31 the year', 'the year'],
    ['the year until=2014-03-31 of the move', 'the year of the move'],
    ['the year, kept until=2014-03-31', 'the year, kept'],
  ])('has a reason beside its end: %s', (tail, reason) => {
    const [one] = analyze(spec({ name: `# lync-federation: ignore[wrong-type] ${tail}` }), OPTIONS).suppressions;
    expect([one?.until?.day, one?.reason]).toEqual(['2014-03-31', reason]);
  });

  it.each([
    'until=',
    'until=soon',
    'until = soon',
    'until=2014-02-29',
    'until: 2014-03-31',
    'Until 2014-03-31',
    'until=2014-03-31 until=2014-04-30',
  ])('with an end that cannot be read holds, and is an error: %s', (tail) => {
    const { problems, suppressed } = analyze(
      spec({ name: `# lync-federation: ignore[wrong-type] ${tail} why`, notes: '# no' }).replace(
        'notes: 2013',
        'notes: x',
      ),
      OPTIONS,
    );
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['expired-suppression', 'error']]);
    expect(suppressed).toHaveLength(1);
  });

  it.each(['kept until 2014-03-31', 'until the audit'])('has a reason that speaks of an end: %s', (tail) => {
    const [one] = analyze(spec({ name: `# lync-federation: ignore[wrong-type] ${tail}` }), OPTIONS).suppressions;
    expect([one?.until, one?.reason]).toEqual([undefined, tail]);
  });

  it('has no effect where it is not asked for, and nothing is said about it', () => {
    const head = '# lync-federation: ignore-file[srv-port]\n';
    const text = spec({ head, name: '# lync-federation: ignore[wrong-type] until=2013-01-01' });
    expect(verdict(text, { noIgnores: true })).toEqual({ heard: ['5 wrong-type', '6 wrong-type'], silenced: [] });
  });
});
