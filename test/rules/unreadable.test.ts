import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../server/src/text/message.ts';
import { examine } from './fixture.ts';

/** Each finding as `line:column-line:column rule: the message's beginning`. */
function found(text: string): string[] {
  const { problems, lines } = examine(text);
  return problems.map(({ at, rule, message }) => {
    const [start, end] = [at.start, at.end]
      .map((offset) => lines.position(offset))
      .map(({ line, column }) => `${line + 1}:${column + 1}`);
    return `${start}-${end} ${rule}: ${inEnglish(message)}`;
  });
}

const HEAD = 'lyncFederation: 1\n';

describe('a file in which nothing can be marked', () => {
  const empty = '1:1-1:1 yaml-syntax: The file is empty. A federation spec begins with `lyncFederation: 1`.';

  it.each(['', '\n\n', '# nothing yet\n', '\ufeff', '---\n'])('is empty: %j', (text) => {
    expect(found(text)).toEqual([empty]);
  });

  it.each([
    ['hello\nthere\n', '1:1-1:6'],
    ['- contoso.com\n- fabrikam.com\n', '1:1-1:14'],
    ['lyncFederation\n', '1:1-1:15'],
    ['42\n', '1:1-1:3'],
  ])('is no mapping: %j', (text, place) => {
    expect(found(text)).toEqual([
      `${place} yaml-syntax: A federation spec is a mapping of keys to values and begins with \`lyncFederation: 1\`; this is something else.`,
    ]);
  });

  it('holds several documents', () => {
    expect(found(`${HEAD}---\n${HEAD}`)).toEqual([
      '2:1-2:4 yaml-syntax: A file holds one federation spec, so what follows here is not read. Put it into a file of its own.',
    ]);
  });
});

describe('one mistake is one finding, where it was made', () => {
  it.each<readonly [string, string, string]>([
    [
      'a double quote left open',
      'server:\n  product: "lync-2013\n  cumulativeUpdate: 5\n',
      '3:12-3:13 yaml-syntax: This quote is never closed',
    ],
    [
      'a single quote left open',
      "organization:\n  name: 'Contoso\n  notes: it's\n",
      '3:9-3:10 yaml-syntax: This quote is never closed',
    ],
    [
      'a quote that ends too early',
      'organization:\n  name: "Contoso" Ltd\n',
      '3:19-3:22 yaml-syntax: The quoted value ended before',
    ],
    [
      'quotes within quotes',
      "cmdlets:\n  - 'Get-CsUser 'Ken''\n",
      '3:18-3:23 yaml-syntax: The quoted value ended before',
    ],
    [
      'a bracket left open',
      'organization:\n  name: x\ndomains:\n  blocked: [a.com, b.com\n  allowed: []\n',
      '5:12-5:13 yaml-syntax: This bracket is not closed',
    ],
    [
      'a bracket left open at the end',
      'server: { product: lync-2013\n',
      '2:9-2:10 yaml-syntax: This bracket is not closed',
    ],
    [
      'a bracket closed by another',
      'domains:\n  blocked: [a.com}\n',
      '3:12-3:13 yaml-syntax: This bracket is not closed',
    ],
    ['a bracket too many', 'server: { product: lync-2013 }}\n', '2:31-2:32 yaml-syntax: No open bracket belongs'],
    [
      'a comma left out',
      'server: { product: lync-2013 cumulativeUpdate: 5 }\n',
      '2:20-2:51 yaml-syntax: Between brackets, entries',
    ],
    [
      'tabs',
      'server:\n\tproduct: lync-2013\n\tcumulativeUpdate: 5\n',
      '3:1-3:2 yaml-syntax: YAML is indented by spaces',
    ],
    [
      'tabs before a list',
      'domains:\n  blocked:\n\t- a.com\n\t- b.com\n',
      '4:1-4:2 yaml-syntax: YAML is indented by spaces',
    ],
    [
      'no blank behind a colon',
      'server:\n  product:lync-2013\n  cumulativeUpdate: 5\n',
      '3:10-3:11 yaml-syntax: A space belongs after',
    ],
    [
      'no blank behind the only colon',
      'server:\n  product:lync-2013\n',
      '3:3-3:20 wrong-type: A space is missing after `:`',
    ],
    [
      'no blank behind a dash',
      'domains:\n  blocked:\n    - a.com\n    -b.com\n',
      '5:5-5:6 yaml-syntax: A space belongs after',
    ],
    [
      'no blank behind any dash',
      'domains:\n  blocked:\n    -a.com\n    -b.com\n',
      '4:5-5:11 wrong-type: A space is missing after `-`',
    ],
    ['no colon', 'server\n  product: lync-2013\n', '2:1-2:7 yaml-syntax: A key is followed by a colon'],
    [
      'no colon at the end',
      'server:\n  product: lync-2013\n  cumulativeUpdate\n',
      '4:3-4:19 yaml-syntax: A key is followed by a colon',
    ],
    [
      'a line too deep',
      'server:\n  product: lync-2013\n    cumulativeUpdate: 5\n',
      '4:5-4:24 yaml-syntax: This line is indented below a value',
    ],
    [
      'a section too deep',
      ' server:\n   product: lync-2013\n',
      '2:2-2:9 yaml-syntax: This line is indented below a value',
    ],
    [
      'a line too shallow',
      'server:\n    product: lync-2013\n  cumulativeUpdate: 5\n',
      '4:3-4:22 yaml-syntax: This indentation fits no line',
    ],
    [
      'a dash too shallow',
      'domains:\n  blocked:\n    - a.com\n   - b.com\n',
      '5:4-5:11 yaml-syntax: This indentation fits no line',
    ],
    [
      'a dash too deep',
      'domains:\n  blocked:\n    - a.com\n      - b.com\n',
      '4:7-5:14 unknown-value: `a.com - b.com` is not a domain name',
    ],
    [
      'a list behind its key',
      'domains:\n  blocked: - a.com\n',
      '3:12-3:19 yaml-syntax: A list begins on the line below',
    ],
    [
      'a value above keys',
      'server: lync-2013\n  cumulativeUpdate: 5\n',
      '3:3-3:22 yaml-syntax: This line is indented below a value',
    ],
    ['a colon in a value', 'organization:\n  notes: see: here\n', '3:10-3:19 yaml-syntax: A colon and a space make'],
    [
      'a colon in a command',
      'cmdlets:\n  - Get-CsUser -Filter "a: b"\n',
      '3:5-3:26 wrong-type: A colon and a space make',
    ],
    [
      'a comment too near',
      'organization:\n  name: "x"#y\n',
      '3:12-3:13 yaml-syntax: A comment begins with a space and `#`',
    ],
    [
      'a backslash in double quotes',
      'organization:\n  notes: "C:\\certs"\n',
      '3:13-3:14 yaml-syntax: In double quotes a backslash',
    ],
    [
      'text behind a block mark',
      'organization:\n  notes: | x\n',
      '3:12-3:13 yaml-syntax: After `|` or `>` the line ends',
    ],
    ['a value that begins with @', 'organization:\n  name: @contoso\n', '3:9-3:17 yaml-syntax: A value cannot begin'],
    ['a value that begins with %', 'organization:\n  name: %contoso\n', '3:9-3:17 yaml-syntax: A value cannot begin'],
    ['a line that begins with %', '%contoso\n', '2:1-2:9 yaml-syntax: A value cannot begin'],
    [
      'a value that begins with *',
      'domains:\n  blocked:\n    - *.contoso.com\n',
      '4:7-4:20 yaml-syntax: A value that begins with `*`',
    ],
    [
      'a value that begins with &',
      'organization:\n  name: & co\n',
      '3:9-3:13 yaml-syntax: A value that begins with `*` or `&`',
    ],
    [
      'a value that begins with !',
      'organization:\n  name: !important\n',
      '3:9-3:19 yaml-syntax: A value that begins with `!`',
    ],
    ['an anchor too many', 'organization:\n  name: &a &b x\n', '3:12-3:14 yaml-syntax: A value has one anchor at most'],
    ['a key that is a list', '[a, b]: c\n', '2:1-2:2 yaml-syntax: A key is plain text'],
    ['a key without a name', ': x\n', '2:1-2:1 unknown-key: A key is missing before'],
    [
      'a merge conflict',
      '<<<<<<< HEAD\nserver: { product: lync-2013 }\n=======\nserver: { product: sfb-2015 }\n>>>>>>> b\n',
      '2:1-2:13 yaml-syntax: A merge conflict',
    ],
  ])('%s', (_, text, expected) => {
    const [first = '', ...others] = found(HEAD + text);
    expect(others).toEqual([]);
    expect(first.slice(0, expected.length)).toBe(expected);
  });

  it('but not the last word on other sections', () => {
    expect(
      found(`${HEAD}server:\n\tproduct: lync-2013\norganization:\n  nmae: Contoso\nlicensing:\n  picUsl: 5\n`).map(
        (line) => line.split(':', 3).join(':'),
      ),
    ).toEqual(['3:1-3:2 yaml-syntax', '5:3-5:7 unknown-key', '7:11-7:12 wrong-type']);
  });

  it('even where aliases multiply', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `  a${i}: &a${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*a${i - 1}`)).join(', ')}]`,
    );
    expect(
      found(`${HEAD}organization:\n${levels.join('\n')}\n`).filter((line) => line.includes('yaml-syntax')),
    ).toEqual([expect.stringContaining('yaml-syntax: Aliases of aliases multiply here')]);
  });
});
