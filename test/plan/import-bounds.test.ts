import { describe, expect, it } from 'vitest';
import type { Found } from '../../server/src/plan/import/found.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { tableIn } from '../../server/src/plan/import/readers/csv-rows.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { inEnglish } from '../../server/src/text/message.ts';

/** What is in a file, or why it is not read. */
function read(text: string, source = 'a.txt'): Found | string {
  const { found, complaints } = readFound([{ source, text }]);
  const [complaint] = complaints;
  return complaint === undefined ? found : inEnglish(complaint);
}

function spec(text: string, source = 'a.txt'): string {
  const { found, complaints } = readFound([{ source, text }]);
  expect(complaints).toEqual([]);
  return importSpec(found).text;
}

const deep = (line: number) =>
  `\`a.txt\` is nested more than 100 levels deep at line ${line}, so it is not read: no cmdlet writes such a capture.`;
const clixml = (body: string) =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n${body}\n</Objs>`;

describe('what is nested deeply', () => {
  const json = (levels: number) =>
    `[{ "Domain": "a.example", "Comment": "[[ \\" [[",\n"Odd": ${'['.repeat(levels - 2)}1${']'.repeat(levels - 2)} }]`;

  it('is read as JSON as far as cmdlets write it', () => {
    expect(spec(json(100))).toContain('a.example');
    expect(read(json(101))).toBe(deep(2));
    expect(read(json(5000))).toBe(deep(2));
  });

  const objects = (levels: number) =>
    `${'<Obj><Props>\n'.repeat(levels)}<S N="Domain">a.example</S>${'</Props></Obj>'.repeat(levels)}`;

  it('is read as CLIXML as far as cmdlets write it', () => {
    expect(read(clixml(objects(99)))).toMatchObject({ objects: [{ properties: {} }] });
    expect(read(clixml(objects(100)))).toBe(deep(101));
    expect(read(clixml(objects(5000)))).toBe(deep(101));
  });

  it('hides no other file', () => {
    const files = [
      { source: 'a.txt', text: json(101) },
      { source: 'b.txt', text: json(3) },
    ];
    const { found, complaints } = readFound(files);
    expect(complaints.map((one) => inEnglish(one))).toEqual([deep(2)]);
    expect(found.objects).toHaveLength(1);
  });
});

describe('a configuration whose block is not closed', () => {
  it.each([
    ['in a text', `A = "${'`n'.repeat(1_000_000)}`],
    ['in a comment', '<#\n'.repeat(100_000)],
    ['in other blocks', 'x {'.repeat(100_000)],
  ])('%s is read to its end', (_, body) => {
    const block = `TeamsFederationConfiguration x\n{\nAllowFederatedUsers = $true\n${body}`;
    expect(read(block, 'a.ps1')).toMatchObject({ objects: [{ properties: { AllowFederatedUsers: true } }] });
  });

  it('is none within a comment, and the script stays one', () => {
    const script = '<#\nTeamsFederationConfiguration x { }\n#>\nNew-CsAllowedDomain -Domain fabrikam.com\n';
    expect(spec(script, 'a.ps1')).toContain('fabrikam.com');
  });
});

describe('a reference in CLIXML', () => {
  const named = (id: number, inside: string) =>
    `<Obj RefId="${id}"><Props><S N="Identity">o${id}</S>${inside}</Props></Obj>`;
  const to = (id: number) => `<Ref N="Other" RefId="${id}" />`;

  it('stands for what it points at', () => {
    const text = clixml(named(1, '<Obj N="Inner" RefId="2"><Props><S N="X">y</S></Props></Obj>') + named(3, to(2)));
    expect(read(text)).toMatchObject({
      objects: [{ properties: { Inner: { X: 'y' } } }, { properties: { Other: { X: 'y' } } }],
    });
  });

  it.each([
    ['to what it stands in', named(1, to(1)), [{ Identity: 'o1', Other: null }]],
    [
      'to what points back',
      named(1, to(2)) + named(2, to(1)),
      [
        { Identity: 'o1', Other: { Identity: 'o2', Other: null } },
        { Identity: 'o2', Other: { Identity: 'o1', Other: null } },
      ],
    ],
    [
      'to the list it stands in',
      `<Obj RefId="9"><LST>${named(1, to(9))}</LST></Obj>`,
      [{ Identity: 'o1', Other: null }],
    ],
  ])('%s has no end, and ends there', (_, body, expected) => {
    const found = read(clixml(body));
    expect(typeof found === 'string' ? found : found.objects.map(({ properties }) => properties)).toEqual(expected);
  });

  const endless =
    '`a.txt` repeats its objects by references within references, so it is not read: no cmdlet writes such a capture.';

  it('is not followed where references multiply', () => {
    const level = (id: number) =>
      named(id, Array.from({ length: 10 }, (_, i) => `<Ref N="R${i}" RefId="${id + 1}" />`).join(''));
    const levels = (count: number) => clixml(Array.from({ length: count }, (_, id) => level(id)).join('\n'));
    expect(read(levels(4))).toMatchObject({ objects: [{}, {}, {}, {}] });
    expect(read(levels(7))).toBe(endless);
  });

  it('is not followed where they make a chain', () => {
    const chain = (count: number) => clixml(Array.from({ length: count }, (_, id) => named(id, to(id + 1))).join('\n'));
    expect(read(chain(60))).toMatchObject({ unread: [] });
    expect(read(chain(5000))).toBe(endless);
  });
});

it('a line end within CLIXML is one, whatever the file has for it', () => {
  const text = clixml('<Obj><Props><S N="Identity">a.example</S><S N="Comment">x\r\ny</S></Props></Obj>');
  expect(read(text.replaceAll('>\n', '>\r\n'))).toMatchObject({
    objects: [{ properties: { Identity: 'a.example', Comment: 'x\ny' } }],
  });
});

describe('a script', () => {
  const partner = (changes: string) =>
    spec(`New-CsXmppAllowedPartner -Identity a.example -AdditionalDomains b.example,c.example\n${changes}`, 'a.ps1');
  const change = (table: string) => `Set-CsXmppAllowedPartner a.example -AdditionalDomains @{${table}}\n`;

  it.each([
    ['adds', change('Add="d.example"'), '[b.example, c.example, d.example]'],
    ['adds twice', change('Add="d.example"').repeat(2), '[b.example, c.example, d.example, d.example]'],
    ['removes whatever the case', change('Remove="B.example"'), '[c.example]'],
    ['removes both of two', change('Add="b.example"') + change('Remove="b.example"'), '[c.example]'],
    ['removes, then adds', change('Add="b.example";Remove="b.example"'), '[c.example, b.example]'],
    ['replaces', change('Replace="d.example"') + change('Add="e.example"'), '[d.example, e.example]'],
    [
      'sets anew',
      `${change('Add="d.example"')}Set-CsXmppAllowedPartner a.example -AdditionalDomains e.example\n${change('Add="f.example"')}`,
      '[e.example, f.example]',
    ],
  ])('%s items of a list', (_, changes, list) => {
    expect(partner(changes)).toContain(`additionalDomains: ${list}\n`);
  });

  it('is told of command by command where a line is long', () => {
    const line = (count: number) => `if ($x) { ${'New-CsAllowedDomain -Identity $x; '.repeat(count)}}\n`;
    const told = (text: string) => {
      const found = read(text, 'a.ps1');
      return typeof found === 'string' ? found : [...new Set(found.unread.map((one) => one.text))];
    };
    expect(told(line(2))).toEqual([line(2).trim()]);
    expect(told(line(100))).toEqual(['New-CsAllowedDomain -Identity $x']);
  });

  it.each([
    ['under a condition', 'if ($x) { New-CsAllowedDomain -Identity a.example }', 1],
    ['after a look at what is there', 'if (-not (Get-CsAllowedDomain a.example)) { New-CsAllowedDomain a.example }', 0],
    ['under a condition, far to the right', `if ($x) { ${' '.repeat(2000)} New-CsAllowedDomain a.example }`, 1],
    ['behind brackets', `{{{ New-CsAllowedDomain -Identity a.example }}}`, 0],
    ['in `try`', 'try { New-CsAllowedDomain -Identity a.example } finally {}', 0],
  ])('%s', (_, text, doubts) => {
    const found = read(text, 'a.ps1');
    expect(typeof found === 'string' ? found : found.unread).toHaveLength(doubts);
  });

  it('that sweeps over many objects again and again is followed for a while', () => {
    const made = Array.from({ length: 1000 }, (_, i) => `New-CsAllowedDomain -Identity d${i}.example\n`).join('');
    const sweep = 'Get-CsAllowedDomain | Set-CsAllowedDomain -Comment x\n';
    const unread = (sweeps: number) => {
      const found = read(`${made}${sweep.repeat(sweeps)}New-CsAllowedDomain last.example`, 'a.ps1');
      if (typeof found === 'string') return found;
      expect(found.objects.at(-1)?.properties).toEqual({ Identity: 'last.example' });
      return found.unread.map(({ reason }) => inEnglish(reason));
    };
    expect(unread(201)).toEqual([]);
    expect(unread(202)).toEqual(['Too many commands before it act on many objects each.']);
  });
});

it('a date that no calendar has is kept as it is', () => {
  const certificate = {
    Use: 'AccessEdgeExternal',
    Subject: 'CN=sip.contoso.com',
    NotAfter: '/Date(99999999999999999)/',
  };
  expect(spec(JSON.stringify({ CsCertificate: [certificate] }))).toContain('# NotAfter: /Date(99999999999999999)/ ');
});

it('properties by the hundred are those of one object, until a name comes again', () => {
  const lines = Array.from({ length: 300 }, (_, i) => `P${i} : x`);
  const found = read([...lines, 'p7 : y', ''].join('\n'));
  expect(
    typeof found === 'string' ? found : found.objects.map(({ properties }) => Object.keys(properties).length),
  ).toEqual([300, 1]);
});

it('rows of a table may be more than a call takes arguments', () => {
  const rows = Array.from({ length: 130_000 }, (_, i) => `d${i}.example`);
  const found = read(['PS C:\\> Get-CsBlockedDomain | ft', '', 'Identity', '--------', ...rows, ''].join('\n'));
  expect(typeof found === 'string' ? found : [found.objects.length, found.objects.at(-1)?.properties]).toEqual([
    130_000,
    { Identity: 'd129999.example' },
  ]);
});

it('certificates by the thousand are not read', () => {
  const block = `-----BEGIN CERTIFICATE-----\n${'AAAA'.repeat(500)}\n-----END CERTIFICATE-----\n`;
  expect(read(block.repeat(1000))).toBe(
    '`a.txt` has more certificates than any server, so it is not read. Export those of the Edge servers alone.',
  );
});

it('numbers by the dozen of digits are no times to live that take for ever', () => {
  const digits = '1'.repeat(60);
  expect(read(`call ${digits} now\n`)).toMatch(/^`a\.txt` is no capture\. /);
  expect(
    spec(`_sip._tls.a.example. 1h30m IN SRV 0 0 443 b.a.example.\nx.a.example. ${digits}z A 192.0.2.1\n`),
  ).toContain('b.a.example');
});

it('XML that declares entities is refused', () => {
  const text = '<?xml version="1.0"?>\n<!DOCTYPE Objs [<!ENTITY a "b">]>\n<Objs><Obj><Props /></Obj></Objs>\n';
  expect(read(text)).toBe(
    '`a.txt` is no capture. It looks like XML that declares a document type. No cmdlet writes one, and what it declares could stand for anything. Export it anew.',
  );
});

describe('a field of a table', () => {
  const long = 'x'.repeat(18 * 1024 * 1024);
  const table = (field: string) => tableIn(`Identity,ProxyFqdn\n${field},1\nnext,2\n`).rows;

  it.each([
    ['in quotes', `"${long}"`, long],
    ['with quotes in it', `"${'""'.repeat(1_000_000)}${long}"`, '"'.repeat(1_000_000) + long],
    ['without quotes', long, long],
    ['whose quote is not closed', `"${long}`, `"${long}`],
    ['with more behind the quote', `"${long}"x`, `"${long}"x`],
  ])('may be long %s', (_, field, read) => {
    const [first, second, ...more] = table(field);
    expect(first?.fields[0] === read && first.fields[1]).toBe('1');
    expect([second, more]).toEqual([{ fields: ['next', '2'], line: 3, last: 3 }, []]);
  });

  it.each([
    ['a\nb', 3],
    ['a\r\nb', 3],
    ['a\rb', 3],
    ['a\r\r\nb', 4],
    ['ab', 2],
  ])('has as many lines as an editor counts: %j', (field, last) => {
    expect(table(`"${field}"`).map((row) => [row.line, row.last])).toEqual([
      [2, last],
      [last + 1, last + 1],
    ]);
  });
});
