import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle, Client, VSCODE } from './client.ts';

const SPEC = `lyncFederation: 1
server: { product: lync-2013 }
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

let server: string;
let client: Client;

beforeAll(async () => {
  server = await bundle();
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

describe('the plan', () => {
  it('is a text that follows the document', async () => {
    client = await Client.connected(server);
    const uri = 'file:///contoso.lync.yaml';
    await client.open(uri, SPEC);
    const plan = () => client.connection.sendRequest<string>('lyncFederation/plan', { textDocument: { uri } });
    expect(await plan()).toMatch(/New-CsAllowedDomain -Identity litwareinc\.com/);
    client.replace(uri, '    - litwareinc.com\n', '');
    expect(await plan()).not.toMatch(/litwareinc/);
  });

  it('says why the command line would refuse it', async () => {
    client = await Client.connected(server);
    const uri = 'file:///contoso.lync.yaml';
    await client.open(uri, SPEC.replace('lync-2013', 'lync-2012'));
    const text = await client.connection.sendRequest<string>('lyncFederation/plan', { textDocument: { uri } });
    expect(text).toMatch(/^! The spec has errors/);
  });
});
