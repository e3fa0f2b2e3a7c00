import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { METHODS, type TurnsAnswer } from '../../protocol/methods.ts';
import { Client, type Here, here } from './client.ts';

const SPEC = `lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
providers: { public: [{ identity: AOL, enabled: true }] }
`;
const URI = 'file:///specs/contoso.lync.yaml';
const LOOK = 'lyncFederation.server.lookAs';

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});
afterEach(() => {
  client.kill();
});

/** Waits until the end of AOL is told, or is not told any more. */
const untilEnded = (isEnded: boolean) =>
  client.until(() => {
    const last = client.published.findLast(({ uri }) => uri === URI);
    return last?.diagnostics.some(({ code }) => code === 'retired-provider') === isEnded || undefined;
  });

describe('a look at a spec as of another day', () => {
  it('changes nothing but the verdict, and is taken back', async () => {
    client = await Client.connected(server);
    await client.open(URI, SPEC);
    await untilEnded(false);
    expect(await client.execute(LOOK, URI, '2014-07-01')).toBe(true);
    await untilEnded(true);
    expect(client.text(URI)).toBe(SPEC);
    const looked = await client.until(() => client.statuses.find(({ from }) => from === 'look'));
    expect(looked).toMatchObject({ uri: URI, asOf: '2014-07-01' });
    expect(await client.execute(LOOK, URI, '')).toBe(true);
    await untilEnded(false);
    await client.until(() => client.statuses.at(-1)?.from === 'spec' || undefined);
  });

  it('is over when the spec is closed, and wants a day', async () => {
    client = await Client.connected(server);
    await client.open(URI, SPEC);
    await client.execute(LOOK, URI, '2014-07-01');
    await untilEnded(true);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await client.open(URI, SPEC);
    await untilEnded(false);
    expect(await client.execute(LOOK, URI, 'tomorrow')).toBe(false);
  });
});

it('the status of a frozen spec tells what there is as of today', async () => {
  client = await Client.connected(server);
  await client.open(URI, SPEC);
  const status = await client.until(() => client.statuses.find(({ today }) => today !== undefined));
  expect(status).toMatchObject({ asOf: '2014-03-01', from: 'spec', next: '2014-04-01' });
  expect(status.today?.errors).toBeGreaterThan(status.errors);
});

it('the days on which the verdict changes are those of the timeline', async () => {
  client = await Client.connected(server);
  await client.open(URI, SPEC);
  const turns = await client.connection.sendRequest<TurnsAnswer>(METHODS.turns, { textDocument: { uri: URI } });
  expect(turns?.find(({ date }) => date === '2014-07-01')).toEqual({
    ...{ date: '2014-07-01', begins: 1, ends: 1 },
    text: expect.stringMatching(/^The service behind `AOL` ended on 2014-06-30/),
  });
  client.edit(URI, [
    { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, newText: '#\n'.repeat(20_000) },
  ]);
  expect(await client.connection.sendRequest(METHODS.turns, { textDocument: { uri: URI } })).toEqual([]);
});
