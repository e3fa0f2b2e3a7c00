import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Client, changesOf, type Here, here, VSCODE } from './client.ts';

const SPEC = `lyncFederation: 1
server: { product: sfb-se }
edge:
  configuration: { allowFederatedUsers: true }
domains:
  allowed:
    - domain: fabrikam.com
      comment: supplier
    - litwareinc.com
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
`;
const CAPTURE = {
  version: 1,
  captured: '2015-03-09T10:12:44Z',
  objects: {
    CsAllowedDomain: [
      {
        Identity: 'Fabrikam.com',
        Domain: 'Fabrikam.com',
        ProxyFqdn: null,
        Comment: 'customer',
        MarkForMonitoring: false,
      },
    ],
  },
};

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});
afterEach(() => {
  client.kill();
});

/** The URI of a spec in a folder that also holds a capture. */
function beside(capture: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-live-'));
  writeFileSync(join(folder, 'live.json'), capture);
  return pathToFileURL(join(folder, 'contoso.lync.yaml')).href;
}

describe('a capture named in the settings', () => {
  it('is compared with the spec, on the lines concerned', async () => {
    client = await Client.connected(server, VSCODE, { settings: { capture: 'live.json' } });
    const { diagnostics } = await client.open(beside(JSON.stringify(CAPTURE)), SPEC);
    const drift = diagnostics.filter(({ code }) => code === 'drift');
    expect(drift.map(({ range }) => range.start.line)).toEqual([7, 8]);
    expect(drift[0]?.message).toMatch(/customer/);
  });

  it('that cannot be read is told once, and the rest works', async () => {
    client = await Client.connected(server, VSCODE, { settings: { capture: 'missing.json' } });
    const uri = beside('{}');
    const { diagnostics } = await client.open(uri, SPEC);
    expect(diagnostics).toEqual([]);
    await client.until(() => client.log.find((line) => line.includes('missing.json')));
    client.replace(uri, 'supplier', 'partner');
    await client.diagnostics(uri);
    expect(client.log.filter((line) => line.includes('missing.json'))).toHaveLength(1);
  });
});

describe('a capture outside', () => {
  /** A spec in the folder `inside` of a new folder, beside which lies a capture. */
  function outside(): { readonly folder: string; readonly spec: string } {
    const folder = mkdtempSync(join(tmpdir(), 'lync-federation-live-'));
    mkdirSync(join(folder, 'inside/specs'), { recursive: true });
    writeFileSync(join(folder, 'live.json'), JSON.stringify(CAPTURE));
    writeFileSync(join(folder, 'inside/live.json'), JSON.stringify(CAPTURE));
    return { folder, spec: pathToFileURL(join(folder, 'inside/specs/contoso.lync.yaml')).href };
  }

  const inWorkspace = (folder: string) => ({
    workspaceFolders: [{ uri: pathToFileURL(join(folder, 'inside')).href, name: 'inside' }],
  });

  async function drift(capture: string, spec: string, more = {}): Promise<number> {
    client = await Client.connected(server, VSCODE, { settings: { capture }, ...more });
    const { diagnostics } = await client.open(spec, SPEC);
    return diagnostics.filter(({ code }) => code === 'drift').length;
  }

  it('the workspace is not read', async () => {
    const { folder, spec } = outside();
    expect(await drift('../../live.json', spec, inWorkspace(folder))).toBe(0);
    expect(await client.until(() => client.log.find((line) => line.includes('../../live.json')))).toMatch(
      /lies outside of the workspace, so it is not read\. Name it by its whole path, in your own settings\./,
    );
  });

  it('the folder of the spec is read where it is in the workspace, and only there', async () => {
    const { folder, spec } = outside();
    expect(await drift('../live.json', spec, inWorkspace(folder))).toBe(2);
    client.kill();
    expect(await drift('../live.json', spec)).toBe(0);
  });

  it('is read where the whole path is told', async () => {
    const { folder, spec } = outside();
    expect(await drift(join(folder, 'live.json'), spec, inWorkspace(folder))).toBe(2);
  });
});

describe.skipIf(process.platform === 'win32')('a capture behind a link', () => {
  /** A workspace, reached by a link itself, with a link to a capture. */
  function linked(capture: string, to: string): { readonly folder: string; readonly spec: string } {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lync-federation-live-')));
    for (const name of ['outside', 'real/captures']) mkdirSync(join(folder, name), { recursive: true });
    for (const name of ['outside/live.json', 'real/captures/live.json'])
      writeFileSync(join(folder, name), JSON.stringify(CAPTURE));
    symlinkSync('real', join(folder, 'inside'));
    symlinkSync(to, join(folder, 'real', capture));
    return { folder, spec: pathToFileURL(join(folder, 'inside/contoso.lync.yaml')).href };
  }

  async function drift(capture: string, { folder, spec }: ReturnType<typeof linked>, more: object): Promise<number> {
    const named = capture.startsWith('/') ? join(folder, capture) : capture;
    client = await Client.connected(server, VSCODE, { settings: { capture: named }, ...more });
    const { diagnostics } = await client.open(spec, SPEC);
    return diagnostics.filter(({ code }) => code === 'drift').length;
  }

  const inWorkspace = (folder: string) => ({
    workspaceFolders: [{ uri: pathToFileURL(join(folder, 'inside')).href, name: 'inside' }],
  });

  it.each([
    ['link.json', '../outside/live.json', 'link.json'],
    ['away', '../outside', 'away/live.json'],
  ])('%s to %s is not read, in a workspace or without', async (name, to, capture) => {
    const place = linked(name, to);
    for (const more of [inWorkspace(place.folder), {}]) {
      expect(await drift(capture, place, more)).toBe(0);
      expect(await client.until(() => client.log.find((line) => line.includes(capture)))).toBe(
        `The capture \`${capture}\` is a link that leads elsewhere, to \`${place.folder}/outside/live.json\`, outside of the workspace, so it is not read. Name it by its whole path, in your own settings.`,
      );
      client.kill();
    }
  });

  it('that stays inside is read, and one that is named by its whole path', async () => {
    const inside = linked('link.json', 'captures/live.json');
    expect(await drift('link.json', inside, inWorkspace(inside.folder))).toBe(2);
    client.kill();
    expect(await drift('link.json', inside, {})).toBe(2);
    client.kill();
    const away = linked('link.json', '../outside/live.json');
    expect(await drift('/inside/link.json', away, inWorkspace(away.folder))).toBe(2);
  });

  it('that leads to another folder of the workspace is read', async () => {
    const place = linked('link.json', '../outside/live.json');
    const workspaceFolders = ['inside', 'outside'].map((name) => ({
      uri: pathToFileURL(join(place.folder, name)).href,
      name,
    }));
    expect(await drift('link.json', place, { workspaceFolders })).toBe(2);
  });
});

describe('drift', () => {
  const OURS = { ...VSCODE, experimental: { status: true, commands: { commands: ['lyncFederation.previewPlan'] } } };

  async function actionsOn(text: string, capabilities = VSCODE) {
    client = await Client.connected(server, capabilities, { settings: { capture: 'live.json' } });
    const uri = beside(JSON.stringify(CAPTURE));
    await client.open(uri, SPEC);
    const actions = await client.actions(uri, client.rangeOf(uri, text));
    return { uri, actions: actions.filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === 'drift')) };
  }

  it('is taken over into the spec, or back by the runbook or the plan', async () => {
    const { uri, actions } = await actionsOn('supplier', OURS);
    expect(actions.map(({ title, command }) => [title, command?.command])).toEqual([
      ['Change `Comment` of `fabrikam.com` to `customer`, as the servers have it', undefined],
      ['Take over all 2 differences from the capture', undefined],
      ['Preview the plan, which takes it back', 'lyncFederation.previewPlan'],
      ['Take it back by the runbook: `Set-CsAllowedDomain -Identity fabrikam.com -Comment supplier`', undefined],
    ]);
    const [only] = actions[0]?.diagnostics ?? [];
    expect([actions[0]?.diagnostics?.length, only?.range]).toEqual([1, client.rangeOf(uri, 'supplier')]);
    for (const [changed, edits] of changesOf(actions[1]?.edit ?? {})) client.edit(changed, edits);
    expect(client.text(uri)).toBe(SPEC.replace('supplier', 'customer').replace('    - litwareinc.com\n', ''));
    const { diagnostics } = await client.diagnostics(uri);
    expect(diagnostics.filter(({ code }) => code === 'drift')).toEqual([]);
  });

  it('leads to no plan in an editor that shows none', async () => {
    const { actions } = await actionsOn('litwareinc.com');
    expect(actions.map(({ title }) => title)).toEqual([
      'Remove `litwareinc.com` from the spec, as the servers do not have it',
      'Take over all 2 differences from the capture',
      'Take it back by the runbook: `New-CsAllowedDomain -Identity litwareinc.com`',
    ]);
  });

  it('costs other places nothing', async () => {
    const { actions } = await actionsOn('allowFederatedUsers');
    expect(actions).toEqual([]);
  });
});
