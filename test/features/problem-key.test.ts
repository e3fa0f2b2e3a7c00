import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, type Options } from '../../server/src/analyze.ts';
import { problemKey } from '../../server/src/features/problem-key.ts';
import type { RuleId } from '../../server/src/rules/ids.generated.ts';

function keys(text: string, rule: RuleId, options: Partial<Options> = {}) {
  const analysis = analyze(text, { asOf: '2014-07-01', ...options });
  const found = analysis.problems.filter((problem) => problem.rule === rule);
  return found.map((problem) => {
    const { path, text, about } = problemKey(problem, analysis);
    return about === undefined ? [path, text] : [path, text, about];
  });
}

const HEAD = 'lyncFederation: 1\n';

describe('the key of a problem', () => {
  it.each<readonly [string, string, RuleId, readonly (readonly string[])[]]>([
    ['at the top', 'nothing: 1\n', 'unknown-key', [['nothing', 'nothing']]],
    ['a key with other characters', '"a.b c": 1\n', 'unknown-key', [['"a.b c"', 'a.b c']]],
    [
      'entries by their names',
      'providers: { public: [{ identity: "A OL", colour: 1 }, { colour: 1 }] }\n',
      'unknown-key',
      [
        ['providers.public[A OL].colour', 'colour'],
        ['providers.public[1].colour', 'colour'],
      ],
    ],
    [
      'bare entries',
      'domains: { allowed: [a.com, a.com] }\n',
      'duplicate-domain',
      [['domains.allowed[a.com]', 'a.com']],
    ],
    [
      'entries without a name by all they say',
      'firewall:\n  - { from: any, to: access-edge, protocol: "t cp", ports: [5061, 443] }\n',
      'unknown-value',
      [['firewall[any access-edge t cp 5061 443].protocol', 't cp']],
    ],
    [
      'what is missing',
      'dns: { srv: [{ name: _sipfederationtls._tcp.contoso.com }] }\n',
      'missing-key',
      ['port', 'target'].map((key) => ['dns.srv[_sipfederationtls._tcp.contoso.com].name', 'name', key]),
    ],
    [
      'commands',
      'cmdlets:\n  - Get-CsPol -Identity "a  b"\n  - Get-CsPol\n  - |\n    Get-CsPool\n    Get-CsPol  -Identity c\n',
      'unknown-cmdlet',
      [
        ['cmdlets[Get-CsPol -Identity a b]', 'Get-CsPol'],
        ['cmdlets[Get-CsPol]', 'Get-CsPol'],
        ['cmdlets[| Get-CsPool Get-CsPol -Identity c]', '| Get-CsPool Get-CsPol -Identity c'],
      ],
    ],
    ['a comment', '# lync-federation: ignore-file[srv-port] why\n', 'unused-suppression', [['', 'srv-port']]],
  ])('names %s', (_, text, rule, expected) => {
    expect(keys(HEAD + text, rule)).toEqual(expected);
  });

  it('is that of the command in a script', () => {
    const text = 'if ($x) { Get-CsPol -Identity a; Get-CsPol `\n  -LocalStore }\nGet-CsPool -Colour red\n';
    expect(keys(text, 'unknown-cmdlet', { script: {} })).toEqual([
      ['Get-CsPol -Identity a', 'Get-CsPol'],
      ['Get-CsPol ` -LocalStore', 'Get-CsPol'],
    ]);
    expect(keys(text, 'unknown-parameter', { script: {} })).toEqual([['Get-CsPool -Colour red', '-Colour']]);
  });

  it('does not depend on the day', () => {
    const text = readFileSync('examples/legacy-messengers.lync.yaml', 'utf8').replace(/^asOf: .*\n/m, '');
    const [before, after] = ['2014-05-01', '2014-08-01'].map((asOf) => keys(text, 'retired-provider', { asOf }));
    expect(before?.length).toBeGreaterThan(0);
    expect(after).toEqual(expect.arrayContaining(before ?? []));
  });
});
