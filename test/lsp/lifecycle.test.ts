import { afterEach, beforeAll, expect, it } from 'vitest';
import { bundle, Client, PULLING, VSCODE } from './client.ts';

const URI = 'file:///s/contoso.lync.yaml';
const AOL = 'lyncFederation: 1\nasOf: 2015-01-01\nproviders:\n  public: [{ identity: AOL, enabled: true }]\n';
const asking = { textDocument: { uri: URI }, position: { line: 3, character: 13 } };

let server: string;
let client: Client;

beforeAll(async () => {
  server = await bundle();
});

afterEach(() => client.kill());

/** The error that a request is answered with; undefined where there is none. */
async function refusal(method: string, params?: object): Promise<number | undefined> {
  return client.connection.sendRequest(method, params).then(
    () => undefined,
    ({ code }: { code: number }) => code,
  );
}

it('before the client has introduced itself, nothing is answered or heard', async () => {
  client = new Client(server);
  for (const [method, params] of [
    ['textDocument/hover', asking],
    ['no/such', {}],
    ['shutdown', undefined],
  ] as const)
    expect([method, await refusal(method, params)]).toEqual([method, -32002]);
  const textDocument = { uri: URI, languageId: 'lync-federation', version: 1, text: AOL };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument });
  await client.initialize(VSCODE);
  expect(await refusal('textDocument/hover', asking)).toBeUndefined();
  expect(client.published).toEqual([]);
  await client.open(URI, AOL);
  expect(client.published.map(({ uri }) => uri)).toEqual([URI]);
});

it('a client introduces itself once', async () => {
  client = await Client.connected(server, PULLING);
  await client.until(() => (client.registered.length >= 2 ? true : undefined));
  const registered = [...client.registered];
  expect(await refusal('initialize', { processId: null, rootUri: null, capabilities: {} })).toBe(-32600);
  await client.connection.sendNotification('initialized', {});
  // It still is the client that it was.
  expect(await client.pull(URI)).toEqual({ kind: 'full', items: [] });
  expect(client.registered).toEqual(registered);
});

it('after it has said that it goes, nothing is answered or heard', async () => {
  client = await Client.connected(server);
  await client.connection.sendRequest('shutdown');
  for (const [method, params] of [
    ['textDocument/hover', asking],
    ['no/such', {}],
    ['shutdown', undefined],
    ['initialize', { processId: null, rootUri: null, capabilities: {} }],
  ] as const)
    expect([method, await refusal(method, params)]).toEqual([method, -32600]);
  await client.connection.sendNotification('exit');
  expect(await client.exited).toBe(0);
});

it.each([
  ['before', 1],
  ['after', 1],
])('who goes without a word %s the introduction is let go', async (when, code) => {
  client = when === 'after' ? await Client.connected(server) : new Client(server);
  await client.connection.sendNotification('exit');
  expect(await client.exited).toBe(code);
});

it.each([
  'Header: 1\r\n\r\n{}',
  'Content-Length: 99999999999\r\n\r\n{}',
  'Content-Length: 2\r\n\r\n{"jsonrpc":"2.0"}\r\n\r\n',
])('a stream on which no message can be found any more ends: %j', async (raw) => {
  client = await Client.connected(server);
  client.process.stdin?.write(raw);
  expect(await client.exited).toBe(1);
  expect(client.log.join('')).toContain('stderr: The language server ends, as what its client sends is no ');
});

it.each([
  'Content-Length: 5\r\n\r\n{"a":',
  'Content-Length: 4\r\n\r\nnull',
  'Content-Length: 0\r\n\r\n',
  'garbage\r\n\r\n',
  'garbage\r\n\r\nmore\r\n\r\n',
])('a message that cannot be read keeps nobody from reading the next: %j', async (raw) => {
  client = await Client.connected(server);
  client.process.stdin?.write(`${raw}${opened(URI)}`);
  const { diagnostics } = await client.diagnostics(URI, 1);
  expect(diagnostics.map(({ code }) => code)).toEqual(['retired-provider']);
});

it('a client that no longer reads is let go without an outcry', async () => {
  client = await Client.connected(server);
  client.process.stdout?.destroy();
  for (let i = 0; i < 20; i++) client.process.stdin?.write(opened(`file:///s/${i}.lync.yaml`));
  expect(await client.exited).toBe(1);
  expect(client.log.filter((line) => line.startsWith('stderr'))).toEqual([]);
});

/** What a client says of a spec that it has opened, as it goes over the wire. */
function opened(uri: string): string {
  const textDocument = { uri, languageId: 'lync-federation', version: 1, text: AOL };
  const body = JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
