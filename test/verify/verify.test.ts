import { readFileSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import { createServer, type TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, workspace } from '../cli/cli.ts';
import { bind, dnsmasq, freePort, type NameServer, unexpected } from './name-servers.ts';
import { Authority, type Wish } from './pki.ts';

const SRV = '_sipfederationtls._tcp';
const EDGE = '127.83.1.1';
const OTHER = '127.83.1.2';

let authority: Authority;
const servers: Server[] = [];
const sockets = new Set<Socket>();

/** A server of partners at an address: mutual TLS, and an answer in SIP. */
async function accessEdge(address: string, wish: Wish, options: TlsOptions = {}): Promise<void> {
  const made = authority.make(wish);
  const about = {
    cert: readFileSync(made.chain),
    key: readFileSync(made.key),
    requestCert: true,
    rejectUnauthorized: false,
  };
  const server = createServer({ ...about, ...options }, (socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end('SIP/2.0 200 OK\r\nServer: RTC/6.0\r\n\r\n'));
  });
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(5061, address, resolve));
  servers.push(server);
}

const ZONES = {
  'contoso.com': `
${SRV} 60 SRV 0 0 5061 sip
sip 30 A ${EDGE}
sip 30 A ${OTHER}
webcon CNAME sip`,
  'fabrikam.com': `${SRV} SRV 0 0 5061 sip\nsip A 127.83.1.3`,
  'litwareinc.com': `${SRV} SRV 0 0 5061 sip.litware.example.`,
  'litware.example': 'sip A 127.83.1.3',
  'proseware.com': `${SRV} SRV 0 0 5061 sip\nsip CNAME real\nreal A 127.83.1.4`,
  'adatum.com': `${SRV} SRV 0 0 5061 sip\n${SRV} SRV 10 0 5061 sip2\nsip A 127.83.1.5\nsip2 A 127.83.1.5`,
  'tailspintoys.com': `${SRV} SRV 0 0 443 sip\nsip A 127.83.1.3`,
  'wingtiptoys.com': `${SRV} SRV 0 0 0 .`,
  'woodgrovebank.com': `_xmpp-server._tcp SRV 0 0 5269 xmpp\nxmpp A 127.83.1.6`,
};

let name: NameServer;
beforeAll(async () => {
  authority = new Authority();
  const besides = ['nobody.example', 'northwind.contoso.com', 'woodgrovebank.com'].map((domain) => `${SRV}.${domain}`);
  name = await bind(ZONES, { besides });
  await accessEdge(EDGE, { names: ['sip.contoso.com', 'webcon.contoso.com'] });
  await accessEdge(OTHER, { names: ['sip.contoso.com'], usages: ['serverAuth'], to: '20250101' });
  await accessEdge('127.83.1.3', { names: ['*.fabrikam.com'] });
  await accessEdge('127.83.1.4', { names: ['sip.proseware.com'], usages: ['clientAuth'] });
  await accessEdge('127.83.1.5', { names: ['mail.adatum.com'] }, { requestCert: false });
}, 60_000);

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  expect(unexpected()).toEqual([]);
});

interface Answer {
  readonly checks: readonly {
    readonly check: string;
    readonly about: string;
    readonly outcome: string;
    readonly steps: readonly { readonly id: string; readonly outcome: string; readonly message: string }[];
  }[];
  readonly differences: readonly object[];
  readonly problems: readonly {
    readonly rule: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

interface Verified extends Answer {
  readonly code: number | null;
  readonly stderr: string;
}

async function verify(spec: string, ...args: readonly string[]): Promise<Verified> {
  const cwd = workspace({ 'contoso.lync.yaml': `lyncFederation: 1\nserver: { product: sfb-2019 }\n${spec}` });
  const asked = ['--resolver', name.resolver, '--private-addresses', '--root', authority.rootFile, '--timeout', '2'];
  const { code, stdout, stderr } = await cli(['verify', 'contoso.lync.yaml', ...asked, '--format', 'json', ...args], {
    cwd,
  });
  const answer: Answer = JSON.parse(stdout === '' ? '{}' : stdout);
  return { ...answer, code, stderr };
}

/** The steps that did not pass, as `check about step outcome: message`. */
function notPassed({ checks }: Answer): readonly string[] {
  return checks.flatMap(({ check, about, steps }) =>
    steps.flatMap(({ id, outcome, message }) => (outcome === 'failed' ? [`${check} ${about} ${id}: ${message}`] : [])),
  );
}

const told = ({ problems }: Answer) => problems.map(({ rule, range }) => `${range.start.line} ${rule}`);

const CONTOSO = `edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true, useDnsSrvRouting: true }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, certificate: edge }
domains: { sip: [contoso.com] }
dns:
  srv:
    - { name: ${SRV}.contoso.com, port: 5061, target: sip.contoso.com, priority: 0, weight: 0 }
  hosts:
    - { name: sip.contoso.com, addresses: [${EDGE}, ${OTHER}] }
  aliases:
    - { name: webcon.contoso.com, target: sip.contoso.com }
certificates:
  - name: edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com, webcon.contoso.com]
    enhancedKeyUsage: [server, client]
`;

describe('our own side', () => {
  it('is as the spec says, but for the address that shows another certificate', async () => {
    const answer = await verify(CONTOSO, '--sip');
    expect(answer.stderr).toBe('');
    expect(answer.differences).toEqual([]);
    expect(notPassed(answer)).toEqual([
      `tls sip.contoso.com ${OTHER}:5061 timely: It expired on \`2025-01-01\`.`,
      `tls sip.contoso.com ${OTHER}:5061 declared: It is another one than \`edge\`: it differs in \`subjectAlternativeNames\`, \`enhancedKeyUsage\`.`,
    ]);
    const sip = answer.checks.filter(({ check }) => check === 'sip').map(({ steps }) => steps[0]?.message);
    expect(sip).toEqual(['SIP 200, by `RTC/6.0`', 'SIP 200, by `RTC/6.0`']);
    expect(answer.code).toBe(1);
  });

  it('has moved away from the spec: each with both values, and taken over where that is wanted', async () => {
    const moved = CONTOSO.replace('target: sip.contoso.com, priority: 0', 'target: edge.contoso.com, priority: 5')
      .replace(`[${EDGE}, ${OTHER}]`, '[203.0.113.10]')
      .replace('target: sip.contoso.com }', 'target: av.contoso.com }')
      .replace(', webcon.contoso.com]', ']');
    const answer = await verify(moved);
    expect(answer.differences).toEqual([
      {
        is: 'changed',
        object: 'SRV',
        identity: `${SRV}.contoso.com`,
        setting: 'target',
        declared: 'edge.contoso.com',
        live: 'sip.contoso.com',
        line: 10,
      },
      {
        is: 'changed',
        object: 'SRV',
        identity: `${SRV}.contoso.com`,
        setting: 'priority',
        declared: 5,
        live: 0,
        line: 10,
      },
      {
        is: 'changed',
        object: 'A',
        identity: 'sip.contoso.com',
        setting: 'addresses',
        declared: ['203.0.113.10'],
        live: [EDGE, OTHER],
        line: 12,
      },
      {
        is: 'changed',
        object: 'CNAME',
        identity: 'webcon.contoso.com',
        setting: 'target',
        declared: 'av.contoso.com',
        live: 'sip.contoso.com',
        line: 14,
      },
      {
        is: 'changed',
        object: 'certificate',
        identity: 'edge',
        setting: 'subjectAlternativeNames',
        declared: ['sip.contoso.com'],
        live: ['sip.contoso.com', 'webcon.contoso.com'],
        line: 18,
      },
    ]);
  });

  it('takes over what was seen, and then is as the spec says', async () => {
    const cwd = workspace({
      'a.lync.yaml': `lyncFederation: 1\nserver: { product: sfb-2019 }\n${CONTOSO.replace(`[${EDGE}, ${OTHER}]`, '[203.0.113.10]')}`,
    });
    const run = (...args: readonly string[]) =>
      cli(
        [
          'verify',
          'a.lync.yaml',
          '--resolver',
          name.resolver,
          '--private-addresses',
          '--root',
          authority.rootFile,
          '--format',
          'json',
          ...args,
        ],
        { cwd },
      );
    const first = await run('--take-over');
    expect(first.stderr).toBe('`a.lync.yaml`: 1 difference taken over\n');
    expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toContain(`addresses: [${EDGE}, ${OTHER}]`);
    const answer: Answer = JSON.parse((await run()).stdout);
    expect(answer.differences).toEqual([]);
  });

  it('finds by the rules what is wrong with what was seen, and not what is wrong with the spec as it is', async () => {
    const stated = await verify(CONTOSO);
    expect(told(stated).filter((one) => one.includes('private-address'))).toEqual([]);
    const seen = await verify(CONTOSO.replace(`[${EDGE}, ${OTHER}]`, '[203.0.113.10]'));
    expect(told(seen).filter((one) => one.includes('private-address'))).toEqual([
      '12 private-address-in-public-zone',
      '12 private-address-in-public-zone',
    ]);
  });
});

const partners = (...domains: readonly string[]) =>
  `${CONTOSO.replace('domains: { sip: [contoso.com] }', `domains:\n  sip: [contoso.com]\n  allowed:\n${domains.map((one) => `    - ${one}\n`).join('')}`).trimEnd()}\n`;

describe('partners', () => {
  const of = (answer: Answer, domain: string) => notPassed(answer).filter((one) => one.includes(domain));

  it.each([
    ['fabrikam.com', []],
    [
      'litwareinc.com',
      [`tls sip.litware.example 127.83.1.3:5061 named: It is for \`*.fabrikam.com\`, not for \`sip.litware.example\`.`],
    ],
    [
      'proseware.com',
      [
        'tls sip.proseware.com 127.83.1.4:5061 usable: It is not made for servers: its usages do not have server authentication.',
      ],
    ],
    [
      'nobody.example',
      [
        `record ${SRV}.nobody.example SRV answered: \`RESOLVER\` refuses to answer, as one does that is not responsible and not for us. Ask another one.`,
      ],
    ],
    ['northwind.contoso.com', [`record ${SRV}.northwind.contoso.com SRV published: There is no such name.`]],
    ['woodgrovebank.com', [`record ${SRV}.woodgrovebank.com SRV published: There is no such name.`]],
  ])('%s', async (domain, failures) => {
    const answer = await verify(partners(domain));
    const own = ['sip.contoso.com', 'tcp.contoso.com', 'webcon.contoso.com'];
    const found = notPassed(answer)
      .filter((one) => !own.some((name) => one.split(' ')[1]?.endsWith(name) && !one.includes('northwind')))
      .map((one) => one.replace(name.resolver, 'RESOLVER'));
    expect(found).toEqual(failures);
  });

  it('have their servers judged by the rules that judge ours', async () => {
    const rules = async (domain: string) => told(await verify(partners(domain))).filter((one) => one.startsWith('10 '));
    expect(await rules('fabrikam.com')).toEqual(['10 private-address-in-public-zone']);
    expect(await rules('litwareinc.com')).toContain('10 partner-srv-wrong-domain');
    expect(await rules('proseware.com')).toEqual(
      expect.arrayContaining(['10 srv-target-is-alias', '10 certificate-lacks-server-usage']),
    );
    expect(await rules('adatum.com')).toContain('10 srv-failover-by-priority');
    expect(await rules('tailspintoys.com')).toContain('10 srv-port');
    expect(await rules('wingtiptoys.com')).toContain('10 partner-without-srv');
  });

  it('are connected to on the port of partners alone, and only at public addresses', async () => {
    const port = (await verify(partners('tailspintoys.com'))).checks.find(({ about }) =>
      about.startsWith('sip.tailspin'),
    );
    expect([port?.outcome, port?.steps[0]?.message]).toEqual([
      'not-tested',
      'The record names a port on which no partner connects.',
    ]);
    const cwd = workspace({ 'a.lync.yaml': `lyncFederation: 1\ndomains: { allowed: [fabrikam.com] }\n` });
    const { stdout } = await cli(['verify', 'a.lync.yaml', '--resolver', name.resolver, '--format', 'json'], { cwd });
    const answer: Answer = JSON.parse(stdout);
    expect(answer.checks.find(({ check }) => check === 'tls')?.steps[0]).toEqual({
      step: 1,
      id: 'connected',
      outcome: 'not-tested',
      message: 'From outside nobody reaches this address; `--private-addresses` connects all the same.',
    });
  });

  it('are one-sided, have the wrong name, and are only as good as TLS', async () => {
    const answer = await verify(partners('adatum.com'));
    expect(of(answer, 'adatum.com')).toEqual([
      'tls sip.adatum.com 127.83.1.5:5061 named: It is for `mail.adatum.com`, not for `sip.adatum.com`.',
      'tls sip.adatum.com 127.83.1.5:5061 mutual: It asks for no certificate, so it does not know who comes: that is no Access Edge for partners.',
      'tls sip2.adatum.com 127.83.1.5:5061 named: It is for `mail.adatum.com`, not for `sip2.adatum.com`.',
      'tls sip2.adatum.com 127.83.1.5:5061 mutual: It asks for no certificate, so it does not know who comes: that is no Access Edge for partners.',
    ]);
    expect(
      answer.checks.find(({ check, about }) => check === 'sip' && about.includes('adatum'))?.steps[0]?.message,
    ).toBe('TLS only: nobody asked what speaks behind it, as `--sip` does.');
  });
});

describe('name servers', () => {
  it('see different zones: each record is asked of those that see its zone', async () => {
    const inner = await dnsmasq(['local=/contoso.com/', 'host-record=sip.contoso.com,10.0.0.5']);
    const spec = `domains: { sip: [contoso.com] }
dns:
  hosts:
    - { name: sip.contoso.com, addresses: [${EDGE}, ${OTHER}] }
    - { name: sip.contoso.com, addresses: [10.0.0.5], view: internal }
`;
    const alone = await verify(spec);
    expect(
      alone.checks
        .filter(({ check, outcome }) => check === 'record' && outcome === 'not-tested')
        .map(({ steps }) => steps[0]?.message),
    ).toEqual(['It is a record of the inner zone, and no name server there was named: `--internal-resolver`.']);
    const both = await verify(spec, '--internal-resolver', inner.resolver);
    expect(both.differences).toEqual([]);
    expect(inner.asked()).toEqual(['A sip.contoso.com', 'AAAA sip.contoso.com']);
    await inner.stop();
  });

  it('tell different things of one zone', async () => {
    const settings = [
      'local=/contoso.com/',
      `host-record=sip.contoso.com,${EDGE}`,
      `srv-host=${SRV}.contoso.com,sip.contoso.com,5061,0,0`,
    ];
    const other = await dnsmasq(settings, { besides: ['webcon.contoso.com'] });
    const answer = await verify(CONTOSO, '--resolver', other.resolver);
    expect(notPassed(answer).filter((one) => one.includes('agreed'))).toEqual([
      `record sip.contoso.com A/AAAA agreed: \`${other.resolver}\` tells otherwise: \`${EDGE}\`.`,
      `record webcon.contoso.com CNAME agreed: \`${other.resolver}\` tells otherwise: there is no such name.`,
    ]);
    await other.stop();
  });

  it('are asked nothing but what the spec leads to', async () => {
    const only = await bind({ 'contoso.com': ZONES['contoso.com'], 'fabrikam.com': ZONES['fabrikam.com'] });
    const cwd = workspace({
      'a.lync.yaml': `lyncFederation: 1\n${partners('fabrikam.com')}  - name: other\n`.replace(
        'sip: [contoso.com]',
        'sip: [contoso.com, corp.local]\n  blocked: [spam.example]',
      ),
    });
    await cli(['verify', 'a.lync.yaml', '--resolver', only.resolver, '--timeout', '1'], { cwd });
    expect(only.asked().toSorted()).toEqual(
      [
        `SRV ${SRV}.contoso.com`,
        'A sip.contoso.com',
        'AAAA sip.contoso.com',
        'CNAME webcon.contoso.com',
        `SRV ${SRV}.fabrikam.com`,
        'A sip.fabrikam.com',
        'AAAA sip.fabrikam.com',
      ].toSorted(),
    );
    await only.stop();
  });

  it('are closed', async () => {
    const cwd = workspace({ 'a.lync.yaml': 'lyncFederation: 1\ndomains: { allowed: [fabrikam.com] }\n' });
    const resolver = `127.0.0.1:${await freePort()}`;
    const { stdout } = await cli(['verify', 'a.lync.yaml', '--resolver', resolver, '--format', 'json'], { cwd });
    const answer: Answer = JSON.parse(stdout);
    expect(answer.checks[0]?.steps.map(({ id, outcome, message }) => `${id} ${outcome}: ${message}`)).toEqual([
      `answered failed: \`${resolver}\` is closed to questions.`,
      ...['published', 'agreed', 'declared'].map((id) => `${id} not-tested: Step 1 led no further.`),
    ]);
  });
});

describe('a recording', () => {
  it('is judged as what was asked, where nobody can be asked', async () => {
    const cwd = workspace({
      'a.lync.yaml': `lyncFederation: 1\nserver: { product: sfb-2019 }\n${partners('fabrikam.com', 'proseware.com', 'adatum.com')}`,
    });
    const asked = ['--resolver', name.resolver, '--private-addresses', '--root', authority.rootFile];
    for (const format of ['text', 'json', 'sarif']) {
      const live = await cli(
        ['verify', 'a.lync.yaml', ...asked, '--record', 'seen.json', '--force', '--format', format],
        { cwd },
      );
      const again = await cli(['verify', 'a.lync.yaml', '--replay', 'seen.json', '--format', format], { cwd });
      expect(again).toEqual(live);
      expect(live.code).toBe(1);
    }
  });
});
