import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/chain.schema.json' with { type: 'json' };
import { cli, workspace } from './cli.ts';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const SPEC = `lyncFederation: 1
asOf: 2013-05-01
server: { product: lync-2013 }
edge: { configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false } }
domains:
  sip: [contoso.com]
  allowed: [fabrikam.com]
providers: { public: [{ identity: AOL, enabled: true }] }
`;
const cwd = workspace({
  'a.lync.yaml': SPEC,
  'quiet.lync.yaml': `# lync-federation-disable discovered-partner-unreachable\n${SPEC}`,
  '.lync-federation.yaml': 'rules: { discovered-partner-unreachable: off, retired-provider: off }\n',
});

async function explained(...words: readonly string[]) {
  const { stdout, stderr, code } = await cli(['explain', '--spec', ...words, '--format', 'json'], { cwd });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const data = JSON.parse(stdout);
  expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  return data.answers[0];
}

describe('explain --spec', () => {
  it.each([
    ['fabrikam.com', 'record', 'policy'],
    ['nobody.example', 'record', 'lists'],
    ['AOL', 'public', 'public-policy'],
    ['aol.com', 'public', 'public-policy'],
  ])('%s is data as its schema has it', async (partner, way, first) => {
    expect(await explained('a.lync.yaml', partner)).toMatchObject({ way, first, asOf: '2013-05-01' });
  });

  it('says what to run, and where the spec is wrong', async () => {
    const { links } = await explained('a.lync.yaml', 'nobody.example');
    const [finding] = links.find(({ id }: { readonly id: string }) => id === 'lists').findings;
    expect(finding).toMatchObject({ rule: 'discovered-partner-unreachable', makes: 'broken', line: 4, column: 77 });
    expect(finding.fixes.map(({ commands }: { readonly commands: readonly string[] }) => commands)).toEqual([
      ['New-CsAllowedDomain -Identity nobody.example'],
      ['Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $true'],
    ]);
  });

  it('hears neither comments nor levels, as nobody asks why who knows', async () => {
    expect((await explained('quiet.lync.yaml', 'nobody.example')).first).toBe('lists');
  });

  it('answers for another day than that of the spec', async () => {
    expect((await explained('a.lync.yaml', 'AOL', '--as-of', '2015-01-01')).first).toBe('public-provider');
  });

  it('is text with the first broken link on top', async () => {
    const { stdout } = await cli(['explain', '--spec', 'a.lync.yaml', 'nobody.example'], { cwd });
    expect(stdout.split('\n').slice(0, 9)).toEqual([
      '`nobody.example`',
      '',
      'The spec does not name this domain.',
      'not reachable. It is not on the allow list, and partner discovery is off.',
      '',
      'The first broken link: The lists of allowed and blocked domains let the partner through.',
      '',
      expect.stringMatching(/^`a\.lync\.yaml:4:77` `discovered-partner-unreachable`: Partner discovery is off, so /),
      'Fix: Put `nobody.example` on the allow list',
    ]);
    expect(stdout).toContain('\n1. holds: Federation is on. (`federation`)\n');
    expect(stdout).toMatch(/\n\d+\. cannot be known from the spec: The partner lets you through,/);
    expect(stdout).toMatch(/\nNot needed on this way: `tenant`, /);
  });
});
