import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { readCommands } from '../../server/src/cmdlets/read.ts';
import { typingAt } from '../../server/src/features/runbook/typing.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { readScript } from '../rules/fixture.ts';

/** What is wrong with the syntax of a text: as a script, and as a line of a runbook. */
function problemsOf(text: string) {
  const options = { asOf: '2014-03-01', readScript };
  const script = analyze(text, { ...options, script: {} });
  const spec = analyze(`lyncFederation: 1\ncmdlets:\n  - '${text.replaceAll("'", "''")}'\n`, options);
  for (const { failures } of [script, spec]) expect(failures).toEqual([]);
  return [script, spec].map(({ problems }) =>
    problems.flatMap(({ rule, message }) => (rule === 'cmdlet-syntax' ? [inEnglish(message)] : [])),
  );
}

const TOO_DEEP =
  'Brackets and quotes lie more than 100 deep within one another here, so nothing around them is checked. Keep the inner parts in variables.';

describe('brackets and quotes within one another', () => {
  it.each([
    ['opened', '(', ''],
    ['opened and closed', '(', ')'],
    ['of blocks', '{', '}'],
    ['of lists', '@(', ')'],
    ['of indexes', '$a[', ']'],
    ['of tables', '@{ a = ', '}'],
    ['of commands in texts', '"$(', ')"'],
    ['of commands in open texts', '"$(', ''],
    ['of commands', '(Get-CsAllowedDomain -Identity ', ')'],
    ['of branches', 'if ($a) { ', '}'],
    ['of loops', 'foreach ($a in ', ') { }'],
  ])('%s are one finding where they are 20,000 deep', (_, open, close) => {
    const deep = `Get-CsAllowedDomain -Identity ${open.repeat(20_000)}a${close.repeat(20_000)}`;
    expect(problemsOf(deep)).toEqual([[TOO_DEEP], [TOO_DEEP]]);
  });

  it('are read where they are 100 deep, and not where they are 101', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}Get-CsAllowedDomain -Identity a.com${')'.repeat(depth)}`;
    const names = (text: string) =>
      analyze(text, { asOf: '2014-03-01', readScript, script: {} }).runbook.map(({ cmdlet }) => cmdlet);
    expect(problemsOf(nested(100))).toEqual([[], []]);
    expect(names(nested(100))).toEqual(['Get-CsAllowedDomain']);
    expect(problemsOf(nested(101))).toEqual([[TOO_DEEP], [TOO_DEEP]]);
    expect(names(nested(101))).toEqual([]);
  });

  it('count in no text, comment or here-string', () => {
    const many = '('.repeat(200);
    const texts = [`'${many}'`, `"${many}"`, `"it's ${many}"`, `@'\nit's ${many}\n'@`, `@"\n${many}\n"@`];
    for (const text of texts) {
      expect(problemsOf(`Set-CsAllowedDomain -Identity a.com -Comment ${text}`)[0]).toEqual([]);
    }
    expect(problemsOf(`<# it's ${many} #> Get-CsAllowedDomain # it's ${many}`)[0]).toEqual([]);
  });

  it('side by side are as many as they like', () => {
    expect(problemsOf(`Get-CsAllowedDomain -Identity ${'("a" + '.repeat(90)}$b${')'.repeat(90)};`.repeat(20))).toEqual([
      [],
      [],
    ]);
  });

  it('are typed in where they are 100 deep, and not where they are 101', () => {
    const typed = (depth: number) => {
      const text = `${'('.repeat(depth)}Get-CsAllowedDomain -Id`;
      return typingAt(text, { start: 0, end: text.length }, text.length)?.slot;
    };
    expect([100, 101, 20_000].map(typed)).toEqual(['parameter', undefined, undefined]);
  });

  it('do not overflow a reading that nobody guards', () => {
    expect(readCommands(`${'('.repeat(5_000)}Get-CsAllowedDomain`)).toEqual([]);
    expect(readCommands(`Get-CsAllowedDomain ${'"$('.repeat(5_000)}`).map(({ cmdlet }) => cmdlet)).toEqual([
      'Get-CsAllowedDomain',
    ]);
  });
});

it('an error of the grammar far down in a long sum is found', () => {
  const { faults } = readScript(`$a = ${'1 + '.repeat(20_000)}1 1 (\nGet-CsAllowedDomain`);
  expect(faults).not.toEqual([]);
});
