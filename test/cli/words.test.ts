import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from '../../server/src/cli/commands.ts';
import { ruleCard } from '../../server/src/features/rule-card.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { cli, workspace } from './cli.ts';

describe('explain', () => {
  it('a rule, with its facts and their sources', async () => {
    const run = await cli(['explain', 'retired-provider']);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    await expect(run.stdout).toMatchFileSnapshot('golden/explain.rule.txt');
  });

  it('a rule, in the words of its page', async () => {
    const { stdout } = await cli(['explain', 'retired-provider']);
    expect(stdout).toContain('\n\nWhat to do\n\nRemove the provider.');
    expect(stdout).toContain('\n  lyncFederation: 1\n');
    expect(stdout).not.toMatch(/```|<!--|^#/m);
    const ofKorea = await cli(['explain', 'retired-provider', '--locale', 'ko']);
    expect(ofKorea.stdout).toContain('\n\n의미\n\n');
    const { answers } = JSON.parse((await cli(['explain', 'srv-port', '--format', 'json'])).stdout);
    expect(answers[0].page).toMatch(/^# srv-port\n/);
  });

  it('a provider on a day', async () => {
    const { stdout } = await cli(['explain', 'aim', '--as-of', '2014-05-01']);
    expect(stdout).toMatch(/^AOL Instant Messenger\n/);
    expect(stdout).toContain('On 2014-05-01: about to end; 2014-06-30 is the last day.');
    expect(stdout).toContain('\n    https://learn.microsoft.com/');
    expect(stdout).not.toMatch(/\*\*|\]\(/);
  });

  it('how a spec reaches a partner', async () => {
    const text =
      'lyncFederation: 1\nedge: { configuration: { allowFederatedUsers: true } }\ndomains: { allowed: [fabrikam.com] }\n';
    const cwd = workspace({ 'a.lync.yaml': text });
    const { code, stderr, stdout } = await cli(['explain', '--spec', 'a.lync.yaml', 'fabrikam.com'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^`fabrikam.com`\n\nallowed partner domain \(before: enhanced federation\)\. It is on the allow list; its server is found by its federation SRV record\.\n/,
    );
    expect((await cli(['explain', '--spec', 'nope.yaml', 'fabrikam.com'], { cwd })).stderr).toBe(
      'error: There is no file or folder `nope.yaml`.\n',
    );
  });

  it('by any name, whatever the case', async () => {
    const titles = [];
    for (const words of [
      ['SKYPE'],
      ['windows', 'live', 'messenger'],
      ['Lync 2013'],
      ['sfb-2019'],
      ['picUsl'],
      ['SIPFED.online.lync.com'],
    ]) {
      titles.push((await cli(['explain', ...words])).stdout.split('\n')[0]);
    }
    expect(titles).toEqual([
      'Skype',
      'Windows Live Messenger',
      'Lync Server 2013',
      'Skype for Business Server 2019',
      'Public IM Connectivity User Subscription Licence (PIC USL)',
      'Microsoft 365',
    ]);
  });

  it('every rule', () => {
    for (const rule of rules) {
      const card = ruleCard(rule, { bundle: {} });
      expect(card).toMatch(new RegExp(`^### ${rule.id}\n\n.+\n\nSeverity: ${rule.severity}\n\n`));
      expect(card.includes('Sources, last confirmed on ')).toBe(rule.facts.length > 0);
    }
  });
});

describe('rules', () => {
  it('are listed by name', async () => {
    const { code, stdout } = await cli(['rules']);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(ruleIds);
  });

  it('are listed for programs', async () => {
    const { stdout } = await cli(['rules', '--format', 'json']);
    const { version, rules: listed } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(listed).toHaveLength(ruleIds.length);
    expect(listed.find(({ id }: { id: string }) => id === 'retired-provider')).toEqual({
      id: 'retired-provider',
      severity: 'error',
      summary: 'An enabled public provider whose service has ended, or ends soon.',
      docs: 'https://github.com/lync-federation/lync-federation/blob/main/docs/rules/retired-provider.md',
    });
  });
});

describe('rules --messages', () => {
  const said = [
    {
      kind: 'message',
      text: 'The certificate `{name}` has no `client` usage, and `{provider}` accepts no connection without it. Request the certificate with both usages.',
    },
    { kind: 'related', text: 'This provider asks for it.' },
    { kind: 'fix', text: 'Add the `client` usage to the certificate `{name}`' },
  ];

  it('lists all that each rule can say', async () => {
    const { code, stdout } = await cli(['rules', '--messages']);
    const cards = stdout.split(/\n(?=\S)/);
    expect(code).toBe(0);
    expect(cards.map((card) => card.split(' ')[0])).toEqual(ruleIds);
    expect(cards.find((card) => card.startsWith('certificate-needs-client-eku'))).toBe(
      [
        'certificate-needs-client-eku (error): An Access Edge certificate without the client usage that an enabled provider asks for.',
        ...said.map(({ kind, text }) => `  ${kind.padEnd(7)}  ${text}`),
        '',
      ].join('\n'),
    );
  });

  it('lists it for programs', async () => {
    const { stdout } = await cli(['rules', '--messages', '--format', 'json']);
    const { rules: listed } = JSON.parse(stdout);
    expect(listed.find(({ id }: { id: string }) => id === 'certificate-needs-client-eku').messages).toEqual(said);
  });
});

describe('help', () => {
  it('shows the commands', async () => {
    const run = await cli(['--help']);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    await expect(run.stdout).toMatchFileSnapshot('golden/help.txt');
    expect(await Promise.all([cli(['-h']), cli(['help'])])).toEqual([run, run]);
    const [ofCheck, ...others] = await Promise.all(
      [
        ['check', '--help'],
        ['check', '-h'],
        ['help', 'check'],
      ].map((args) => cli(args)),
    );
    expect(others).toEqual([ofCheck, ofCheck]);
  });

  it.each(commands.map(({ name }) => name))('shows how to use %s', async (command) => {
    const run = await cli([command, '--help']);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    await expect(run.stdout).toMatchFileSnapshot(`golden/help.${command}.txt`);
  });

  it('shows the version', async () => {
    const run = await cli(['--version']);
    expect(run).toEqual({ code: 0, stdout: `lync-federation ${manifest.version}\n`, stderr: '' });
    expect(await Promise.all([cli(['-V']), cli(['-v'])])).toEqual([run, run]);
  });
});

it('lsp starts the language server over standard input and output', async () => {
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const input = [body, '{"jsonrpc":"2.0","id":2,"method":"shutdown"}', '{"jsonrpc":"2.0","method":"exit"}'];
  const framed = input.map((text) => `Content-Length: ${text.length}\r\n\r\n${text}`).join('');
  const run = await cli(['lsp', '--stdio'], { input: framed, keepOpen: true });
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2\.0","id":1,"result":\{"capabilities":/);
});
