import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';

function words(text: string, options = WITH_GRAMMAR): readonly string[] {
  return semanticTokens(analyze(text, options)).map(({ at, type }) => `${text.slice(at.start, at.end)} ${type}`);
}

describe('semantic tokens', () => {
  it('tell cmdlets, parameters and values of the runbook apart', () => {
    const spec =
      'domains: { sip: [New-CsSipDomain] }\ncmdlets:\n  - Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true -Max 25 -X:a,\'b c\' "$y" $z (Get-CsPool -Identity x)\n';
    expect(words(spec)).toEqual([
      'Set-CsAccessEdgeConfiguration function',
      '-AllowFederatedUsers parameter',
      '$true variable',
      '-Max parameter',
      '25 number',
      '-X: parameter',
      'a string',
      "'b c' string",
      '"$y" string',
      '$z variable',
      'Get-CsPool function',
      '-Identity parameter',
      'x string',
    ]);
  });

  it('leave out what has no place of its own in YAML', () => {
    expect(words('cmdlets:\n  - "New-CsSipDomain \\"a.com\\""\n  - "New-CsSipDomain a.com"\n')).toEqual([
      'New-CsSipDomain function',
      'a.com string',
    ]);
  });

  it('are those of our commands alone in a script', () => {
    expect(words('Get-Date\n$x | ForEach-Object { New-CsSipDomain $_ -WhatIf }\nGet-ADUser ada\n', SCRIPT)).toEqual([
      'New-CsSipDomain function',
      '$_ variable',
      '-WhatIf parameter',
    ]);
  });
});
