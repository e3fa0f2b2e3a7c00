import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { METHODS, type PlanAnswer, type ScriptAnswer } from '../../protocol/methods.ts';
import { Client, type Here, here, VSCODE } from './client.ts';

const SPEC = `lyncFederation: 1
asOf: 2020-03-01
server: { product: sfb-2019 }
domains:
  allowed:
    - domain: fabrikam.com
      comment: supplier
    - litwareinc.com
`;
const CAPTURE = JSON.stringify({
  version: 1,
  captured: '2020-02-28T10:12:44Z',
  objects: { CsAllowedDomain: [{ Identity: 'fabrikam.com', Domain: 'fabrikam.com', Comment: 'customer' }] },
});

let server: Here;
let client: Client;
let uri: string;

beforeAll(async () => {
  server = await here();
});
afterEach(() => {
  client.kill();
});

/** Opens a spec beside which a capture lies. */
async function opened(capture: string | undefined, spec = SPEC): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-plan-'));
  if (capture !== undefined) writeFileSync(join(folder, 'live.json'), capture);
  uri = pathToFileURL(join(folder, 'contoso.lync.yaml')).href;
  client = await Client.connected(server, VSCODE, { settings: { capture: 'live.json' } });
  await client.open(uri, spec);
}

async function alone(spec = SPEC): Promise<void> {
  uri = 'file:///specs/contoso.lync.yaml';
  client = await Client.connected(server);
  await client.open(uri, spec);
}

const ask = () => client.connection.sendRequest<PlanAnswer>(METHODS.plan, { textDocument: { uri } });
const script = () => client.connection.sendRequest<ScriptAnswer>(METHODS.planScript, { textDocument: { uri } });

async function lines(): Promise<readonly string[]> {
  return (await ask())?.lines.map(({ text }) => text) ?? [];
}

describe('the plan', () => {
  it('is a text that follows the document, and says that nobody looked at the servers', async () => {
    await alone();
    expect((await lines()).slice(0, 4)).toEqual([
      'The plan of contoso.lync.yaml, as of 2020-03-01',
      'Made without a look at the servers: the setting `lyncFederation.capture` names no capture of them',
      '',
      '2 to add, 0 to change, 0 to remove',
    ]);
    expect(await lines()).toContain('    New-CsAllowedDomain -Identity litwareinc.com');
    client.replace(uri, '    - litwareinc.com\n', '');
    expect((await lines()).join('\n')).not.toMatch(/litwareinc/);
  });

  it('is that of what differs from the capture of the settings, and says so', async () => {
    await opened(CAPTURE);
    expect(await lines()).toEqual([
      'The plan of contoso.lync.yaml, as of 2020-03-01',
      'Compared with `live.json`, captured 2020-02-28T10:12:44Z',
      '',
      '1 to add, 1 to change, 0 to remove',
      '',
      '~ CsAllowedDomain fabrikam.com (contoso.lync.yaml:7)',
      '  `Comment` is `customer` and is to be `supplier`.',
      '    Set-CsAllowedDomain -Identity fabrikam.com -Comment supplier',
      '',
      '+ CsAllowedDomain litwareinc.com (contoso.lync.yaml:8)',
      '  It stands in `domains.allowed`, and not on the server.',
      '    New-CsAllowedDomain -Identity litwareinc.com',
    ]);
  });

  it('leads to the places of the spec that it names', async () => {
    await opened(CAPTURE);
    const plan = await ask();
    const links = plan?.lines.flatMap(({ text, link }) => (link ? [[text.slice(link.start, link.end), link.to]] : []));
    expect(links).toEqual([
      ['contoso.lync.yaml:7', client.rangeOf(uri, 'comment').start],
      ['contoso.lync.yaml:8', client.rangeOf(uri, 'litwareinc').start],
    ]);
  });

  it('says of a capture that it cannot be read, and is made without it', async () => {
    await opened(undefined);
    const [, second, , summary] = await lines();
    expect(second).toMatch(
      /^Made without a look at the servers\. The capture `live\.json` cannot be read: ENOENT: no such file/,
    );
    expect(summary).toBe('2 to add, 0 to change, 0 to remove');
    client.kill();
    await opened('nothing of ours');
    expect((await lines())[1]).toMatch(/^Made without a look at the servers\. `live\.json` is no capture/);
    client.kill();
    await opened('{ "name": "something else" }');
    expect((await lines())[1]).toBe(
      'Made without a look at the servers. There is nothing about federation in `live.json`.',
    );
  });

  it('reads the capture again when it is another one', async () => {
    await opened(CAPTURE);
    writeFileSync(new URL('live.json', uri), CAPTURE.replace('customer', 'supplier'));
    expect(await lines()).toContain('1 to add, 0 to change, 0 to remove');
  });

  it('says why the command line would refuse it', async () => {
    await alone(SPEC.replace('sfb-2019', 'lync-2012'));
    expect((await lines())[3]).toMatch(/^! The spec has errors/);
  });

  it('is nothing for what is no spec', async () => {
    await alone();
    const other = { textDocument: { uri: 'file:///other.lync.yaml' } };
    for (const method of [METHODS.plan, METHODS.planScript])
      expect(await client.connection.sendRequest(method, other)).toBeNull();
  });
});

describe('the script of a plan', () => {
  it('does what the preview shows, as the command line writes it', async () => {
    await opened(CAPTURE);
    const answer = await script();
    const text = answer && 'script' in answer ? answer.script : '';
    expect(text.startsWith('\ufeff#requires -Version 3.0\r\n')).toBe(true);
    expect(text).toContain('# Compared with what the server held at 2020-02-28T10:12:44Z.\r\n');
    expect(text.match(/^(?:New|Set|Remove)-\S+ .*$/gm)?.map((line) => line.trim())).toEqual([
      'Set-CsAllowedDomain -Identity fabrikam.com -Comment supplier -WhatIf:$WhatIfPreference',
      'New-CsAllowedDomain -Identity litwareinc.com -WhatIf:$WhatIfPreference',
    ]);
  });

  it('is refused where the spec has errors, and where the capture cannot be read', async () => {
    await alone(SPEC.replace('sfb-2019', 'lync-2012'));
    expect(await script()).toEqual({
      refused: '`contoso.lync.yaml` has errors. What is wrong in it would be wrong on the servers.',
    });
    client.kill();
    await opened(undefined);
    expect(await script()).toEqual({ refused: expect.stringMatching(/^The capture `live\.json` cannot be read/) });
  });
});
