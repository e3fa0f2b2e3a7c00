import { describe, expect, it } from 'vitest';
import { selections } from '../../server/src/features/selection.ts';
import { excerpt, marked } from './document.ts';

/** The stretches around the cursor, the innermost first. */
function grown(source: string, script = false): readonly (string | undefined)[] {
  const { analysis, text, offset } = marked(source, { asOf: '2014-05-01', ...(script && { script: {} }) });
  return selections(analysis, offset).map((at) => excerpt(text, at));
}

const LISTS = `domains:
  sip:
    - contoso.com
  allowed:
    # of Sales
    # and Support
    - fabrikam.com # since May
    - domain: litwareinc.com
      proxyFqdn: sip.litwareinc.com
`;

describe('a selection grows', () => {
  it('from a label of a name to the entry, the item, the list, the section, the document', () => {
    const allowed = LISTS.slice(LISTS.indexOf('allowed'), -1);
    expect(grown(LISTS.replace('sip.lit', 's<|>ip.lit'))).toEqual([
      'sip',
      'sip.litwareinc.com',
      'proxyFqdn: sip.litwareinc.com',
      'domain: litwareinc.com\n      proxyFqdn: sip.litwareinc.com',
      '- domain: litwareinc.com\n      proxyFqdn: sip.litwareinc.com',
      allowed.slice(allowed.indexOf('- fab')),
      allowed,
      LISTS.slice(LISTS.indexOf('sip:'), -1),
      LISTS.slice(0, -1),
      LISTS,
    ]);
  });

  it('from a key to its entry', () => {
    expect(grown('server: { prod<|>uct: lync-2013, cumulativeUpdate: 5 }\n')).toEqual([
      'product',
      'product: lync-2013',
      '{ product: lync-2013, cumulativeUpdate: 5 }',
      'server: { product: lync-2013, cumulativeUpdate: 5 }',
      'server: { product: lync-2013, cumulativeUpdate: 5 }\n',
    ]);
  });

  it('from a word in quotes to what is in them, and to the quotes', () => {
    expect(grown("server: { product: 'ly<|>nc-2013' }")).toEqual([
      'lync',
      'lync-2013',
      "'lync-2013'",
      "product: 'lync-2013'",
      "{ product: 'lync-2013' }",
      "server: { product: 'lync-2013' }",
    ]);
  });

  it('from a dash to its item', () => {
    expect(grown(LISTS.replace('- domain', '<|>- domain'))[0]).toBe(
      '- domain: litwareinc.com\n      proxyFqdn: sip.litwareinc.com',
    );
  });

  it('from a line of a comment to all of its lines', () => {
    expect(grown(LISTS.replace('Support', 'Su<|>pport')).slice(0, 3)).toEqual([
      'Support',
      '# and Support',
      '# of Sales\n    # and Support',
    ]);
    expect(grown(LISTS.replace('since', 's<|>ince')).slice(0, 2)).toEqual(['since', '# since May']);
  });

  it('from a value of a command to its parameter, the command and the line', () => {
    const line = "Get-CsAllowedDomain | Set-CsAllowedDomain -Identity fabrikam.com -Comment 'since May'";
    expect(grown(`cmdlets:\n  - ${line.replace('since', 'si<|>nce')}\n`)).toEqual([
      'since',
      'since May',
      "'since May'",
      "-Comment 'since May'",
      "Set-CsAllowedDomain -Identity fabrikam.com -Comment 'since May'",
      line,
      `- ${line}`,
      `cmdlets:\n  - ${line}`,
      `cmdlets:\n  - ${line}\n`,
    ]);
    expect(grown(`cmdlets:\n  - ${line.replace('-Identity', '-Iden<|>tity')}\n`).slice(0, 3)).toEqual([
      'Identity',
      '-Identity',
      '-Identity fabrikam.com',
    ]);
  });

  it('in a script over the lines of a command', () => {
    expect(grown('# first\nNew-CsAllowedDomain `\n  -Identity fabri<|>kam.com\n', true)).toEqual([
      'fabrikam',
      'fabrikam.com',
      '-Identity fabrikam.com',
      'New-CsAllowedDomain `\n  -Identity fabrikam.com',
      '# first\nNew-CsAllowedDomain `\n  -Identity fabrikam.com\n',
    ]);
  });

  it.each([
    ['CRLF', LISTS.replaceAll('\n', '\r\n')],
    ['a mark at the start', `\ufeff${LISTS}`],
    ['aliases', 'domains:\n  allowed: &a\n    - x\n  blocked: *a\n'],
    ['texts of several lines', 'cmdlets:\n  - |\n    # no comment\n    New-CsAllowedDomain x\n  - >\n    a\n\n    b\n'],
    ['half-typed', 'providers:\n  public:\n    -\n    - identity:\n    - { identity: \n"": x\n'],
    ['nothing', ''],
  ])('strictly, wherever it begins: %s', (_, text) => {
    const { analysis } = marked(`${text}<|>`);
    for (let offset = 0; offset <= text.length; offset++) {
      const found = selections(analysis, offset);
      expect(found.at(-1)).toEqual({ start: 0, end: text.length });
      for (const [i, { start, end }] of found.entries()) {
        const outer = found[i + 1] ?? { start: -1, end: text.length };
        expect(start <= offset && offset <= end, `${offset}`).toBe(true);
        expect(outer.start <= start && end <= outer.end && end - start < outer.end - outer.start, `${offset}`).toBe(
          true,
        );
      }
    }
  });
});
