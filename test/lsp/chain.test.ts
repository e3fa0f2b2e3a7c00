import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChainAnswer, METHODS } from '../../protocol/methods.ts';
import { Client, type Here, here } from './client.ts';

const SPEC = `lyncFederation: 1
asOf: 2020-03-01
server: { product: sfb-2019 }
edge: { configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false } }
domains:
  allowed: [fabrikam.com]
`;
const uri = 'file:///specs/contoso.lync.yaml';

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});
afterEach(() => {
  client.kill();
});

async function opened(text = SPEC): Promise<void> {
  client = await Client.connected(server);
  await client.open(uri, text);
}

const ask = (partner: unknown, of = uri) =>
  client.connection.sendRequest<ChainAnswer>(METHODS.chain, { textDocument: { uri: of }, partner });

describe('the chain to a partner', () => {
  it('is a text that leads to the lines that break it, as of the day of the spec', async () => {
    await opened();
    const { lines = [] } = (await ask('nobody.example')) ?? {};
    expect(lines.map(({ text }) => text)).toContain('The chain, as of 2020-03-01:');
    const broken = lines.findIndex(({ text }) => text.startsWith('The first broken link:'));
    const { text = '', link } = lines[broken + 2] ?? {};
    expect(text.slice(link?.start, link?.end)).toBe('contoso.lync.yaml:4:77');
    expect(link?.to).toEqual({ line: 3, character: 76 });
  });

  it('follows the document', async () => {
    await opened();
    const isBroken = async () =>
      (await ask('nobody.example'))?.lines.some(({ text }) => text.startsWith('The first br'));
    expect(await isBroken()).toBe(true);
    client.replace(uri, '[fabrikam.com]', '[fabrikam.com, nobody.example]');
    expect(await isBroken()).toBe(false);
  });

  it('of another document, or to what is no name, is nothing', async () => {
    await opened();
    expect(await ask('fabrikam.com', 'file:///specs/other.lync.yaml')).toBeNull();
    expect(await ask(7)).toBeNull();
  });

  it('links nothing that a document only says', async () => {
    await opened(SPEC.replace('[fabrikam.com]', '[{ domain: "contoso.lync.yaml:1:1.example", proxyFqdn: a }]'));
    const { lines = [] } = (await ask('contoso.lync.yaml:1:1.example')) ?? {};
    const names = lines.flatMap(({ text, link }) => (link ? [text.slice(link.start, link.end)] : []));
    expect(names).not.toContain('contoso.lync.yaml:1:1');
  });
});
