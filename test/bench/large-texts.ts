/** A text of one kind of line from end to end, about as long as is wanted, and what the command line is to do with it. */
export interface Large {
  readonly name: string;
  readonly file: string;
  readonly commands: readonly (keyof typeof COMMANDS)[];
  text(bytes: number): string;
}

/** What is asked, by what it is called. */
export const COMMANDS = {
  check: ['check'],
  fix: ['fix', '--dry-run', '--review'],
  import: ['import'],
} as const;

const SPEC = 'lyncFederation: 1\nserver: { product: sfb-2019 }\n';
const ALLOWED = `${SPEC}domains:\n  allowed:\n`;

/** As many lines as there is room for. */
function filled(bytes: number, line: (i: number) => string): string {
  const count = Math.floor(bytes / line(50_000).length);
  return Array.from({ length: count }, (_, i) => line(i)).join('');
}

function spec(name: string, line: (i: number) => string, head = ALLOWED): Large {
  return { name, file: 'a.lync.yaml', commands: ['check', 'fix'], text: (bytes) => head + filled(bytes, line) };
}

function capture(name: string, file: string, line: (i: number) => string, [head = '', end = ''] = ['', '']): Large {
  return { name, file, commands: ['import'], text: (bytes) => head + filled(bytes, line) + end };
}

const TYPE = 'Deserialized.Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain';

export const LARGE: readonly Large[] = [
  spec('a spec, nothing wrong', (i) => `    - domain: a${i}.example\n`),
  spec('… unknown keys', (i) => `    - { domian: a${i}.example }\n`),
  spec('… mistakes in YAML', (i) => `    - a${i}: b: c\n`),
  spec('… duplicates', () => '    - a.example\n'),
  spec('… unknown cmdlets', (i) => `  - New-CsAllowedDoman -Identity a${i}.example\n`, `${SPEC}cmdlets:\n`),
  spec('… suppressions', (i) => `    - a${i}.example # lync-federation: ignore[retired-provider] why\n`),
  {
    name: 'a script',
    file: 'a.ps1',
    commands: ['check', 'import'],
    text: (bytes) => filled(bytes, (i) => `New-CsAllowedDomain -Identity a${i}.example -Comment "Partner ${i}"\n`),
  },
  capture(
    'what the collector wrote',
    'a.json',
    (i) => `,{"Identity":"a${i}.example","Domain":"a${i}.example","Comment":"Partner ${i}"}\n`,
    ['{"version":1,"objects":{"CsAllowedDomain":[{"Identity":"a.example","Domain":"a.example"}\n', ']}}'],
  ),
  capture(
    '`Export-Clixml`',
    'a.xml',
    (i) =>
      `<Obj RefId="${i}"><TN RefId="${i}"><T>${TYPE}</T></TN><Props><S N="Identity">a${i}.example</S><S N="Domain">a${i}.example</S></Props></Obj>\n`,
    ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n', '</Objs>\n'],
  ),
  capture('`Export-Csv`', 'CsAllowedDomain.csv', (i) => `"a${i}.example","a${i}.example","Partner ${i}"\n`, [
    '"Identity","Domain","Comment"\n',
    '',
  ]),
  capture(
    '`Format-List`',
    'a.txt',
    (i) => `Identity  : a${i}.example\nDomain    : a${i}.example\nProxyFqdn :\nComment   : Partner ${i}\n\n`,
    ['PS C:\\> Get-CsAllowedDomain\n\n', ''],
  ),
  capture(
    '`nslookup`',
    'a.txt',
    (i) =>
      `_sipfederationtls._tcp.a${i}.example\tservice = 0 0 5061 sip.a${i}.example.\nName:\tsip.a${i}.example\nAddress: 192.0.2.1\n`,
    ['Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\n', ''],
  ),
  capture('a zone', 'example.zone', (i) => `_sipfederationtls._tcp.a${i} 3600 IN SRV 0 0 5061 sip.a${i}.example.\n`, [
    '$ORIGIN example.\n',
    '',
  ]),
];
