import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { code, inEnglish, say } from '../../server/src/text/message.ts';
import { OPTIONS, readScript } from './fixture.ts';

const HEAD = 'lyncFederation: 1\nserver: { product: lync-2013, cumulativeUpdate: 5 }\n';

/** The findings of a rule as `line: how many fixes`, with the text that is marked where it is short. */
function found(text: string, rule: string, options = {}) {
  const { problems, failures, lines } = analyze(text, { ...OPTIONS, readScript, ...options });
  expect(failures).toEqual([]);
  return problems.flatMap(({ rule: id, at, fixes = [] }) =>
    id === rule ? [`${lines.lineAt(at.start) + 1}: ${fixes.length}`] : [],
  );
}

it('a message shows the beginning of what is too long to be read', () => {
  expect(inEnglish(say`${code('a'.repeat(1000))}`)).toBe(`\`${'a'.repeat(1000)}\``);
  expect(inEnglish(say`${code('a'.repeat(1001))}`)).toBe(`\`${'a'.repeat(1000)}…\``);
});

describe('a line of the runbook that YAML folds', () => {
  const folded = (commands: number) =>
    `${HEAD}cmdlets:\n  - >-\n${'    Set-CsPublicProvider -Identity AOL –Enabled $true;\n'.repeat(commands)}`;

  it('is told of once for the characters of a word processor', () => {
    expect(found(folded(3), 'typographic-characters')).toEqual(['4: 1']);
  });

  it('is not written anew for each finding where it is long', () => {
    expect(found(folded(90), 'typographic-characters')).toEqual(['4: 1']);
    expect(found(folded(120), 'typographic-characters')).toEqual(['4: 0']);
  });
});

describe('characters of a word processor', () => {
  it('belong to the command they stand in, also to the outer one', () => {
    const script = 'Get-CsPool –Identity a\nGet-CsPool –Identity (Get-CsPool –Identity b)\n';
    expect(found(script, 'typographic-characters', { script: {} })).toEqual(['1: 1', '2: 1', '2: 1']);
  });

  it('are nobody’s business within a text', () => {
    const script = 'Get-CsPool\u00a0-Identity \'a\u00a0b\' -Filter "c\u00a0d"\n';
    const { problems } = analyze(script, { ...OPTIONS, readScript, script: {} });
    const edits = problems.flatMap(({ rule, fixes }) =>
      rule === 'typographic-characters' ? (fixes?.[0]?.edits ?? []) : [],
    );
    expect(edits).toEqual([{ edit: 'text', at: { start: 10, end: 11 }, insert: ' ' }]);
  });
});

describe('a script that is not PowerShell', () => {
  const line = 'Get-CsPool )\n';

  it('has a repair for each of a few mistakes, and none where to prove them all would take too long', () => {
    expect(found(line.repeat(3), 'cmdlet-syntax', { script: {} })).toEqual(['1: 1', '2: 1', '3: 1']);
    const fixes = found(line.repeat(600), 'cmdlet-syntax', { script: {} }).map((one) => one.split(' ')[1]);
    expect(fixes).toHaveLength(600);
    expect(fixes.indexOf('0')).toBe(256);
    expect(fixes.slice(256)).not.toContain('1');
  });

  it('is told of on the lines of commands, and within them', () => {
    const text = "Write-Host )\nGet-CsPool )\nGet-CsPool -Identity (\n ]\n'a')\nWrite-Host )\n";
    expect(found(text, 'cmdlet-syntax', { script: {} })).toEqual(['2: 1', '4: 1']);
  });
});

describe('a suppression', () => {
  const told = (comments: string, rule: string) => found(`${HEAD}${comments}\norganization: { name: 1 }\n`, rule);

  it('covers the same line as those above and below it', () => {
    const comments = '# lync-federation: ignore[wrong-type] a\n\n# b\n# lync-federation: ignore[srv-port] c';
    expect(told(comments, 'wrong-type')).toEqual([]);
    expect(told(comments, 'unused-suppression')).toEqual(['6: 1']);
  });

  it('may stand behind one whose bracket is open', () => {
    const comments = '# lync-federation: ignore[srv-port # lync-federation: ignore[wrong-type] a';
    expect(told(comments, 'wrong-type')).toEqual([]);
    expect(told(comments, 'unused-suppression')).toEqual([]);
  });

  it.each([
    ['until 2014-01-01', 1],
    ['until  =  2014-01-01', 1],
    ['until: 2014-01-01', 1],
    ['until all is well', 0],
  ])('has an end: %s', (end, expired) => {
    const comments = `# lync-federation: ignore[wrong-type] ${end}`;
    expect(told(comments, 'expired-suppression')).toHaveLength(expired);
  });
});

describe('a policy', () => {
  const policies = `${HEAD}policies:\n  externalAccess:\n    - { identity: Sales }\n    - { identity: Board }\n`;

  it.each([
    ['Grant-CsExternalAccessPolicy -Identity a -PolicyName tag:SALES', ['6: 2']],
    ['Grant-CsExternalAccessPolicy -Identity a -PolicyName $policy', []],
    ['Grant-CsMobilityPolicy -Identity a -PolicyName Sales', ['5: 2', '6: 2']],
    ['Grant-CsExternalAccessPolicy -Identity a -PolicyName Sales -WhatIf', ['5: 2', '6: 2']],
  ])('is granted by %s', (command, expected) => {
    expect(found(`${policies}cmdlets:\n  - ${command}\n`, 'policy-not-granted')).toEqual(expected);
  });
});
