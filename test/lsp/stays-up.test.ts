import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type ClientCapabilities, ResponseError } from 'vscode-languageserver/node';
import { pathOf } from '../../server/src/lsp/names.ts';
import { bundle, Client, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

const AOL = `lyncFederation: 1
providers:
  public:
    - identity: AOL
      enabled: true
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
`;
/** A day on which nothing is wrong with it. */
const BEFORE = '2013-01-01';
/** Everything that VS Code can, but for asking for diagnostics. */
const TOLD: ClientCapabilities = { ...PULLING, ...(VSCODE.textDocument && { textDocument: VSCODE.textDocument }) };

/** All that a server may ask of its client. */
const ASKED = [
  'client/registerCapability',
  'client/unregisterCapability',
  'window/showDocument',
  'window/showMessageRequest',
  'window/workDoneProgress/create',
  'workspace/applyEdit',
  'workspace/codeLens/refresh',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
  'workspace/foldingRange/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
  'workspace/workspaceFolders',
];

const refuse = () => new ResponseError(-32000, 'no');
const WAYS: readonly (readonly [string, () => unknown])[] = [
  ['an error', refuse],
  ['null', () => null],
  ['a number', () => 5],
  ['a list of nonsense', () => [null, 5, 'x', []]],
];

let server: string;
let client: Client;
let folder: Folder;

beforeAll(async () => {
  server = await bundle();
});

beforeEach(() => {
  folder = new Folder();
});

afterEach(() => {
  client.kill();
  folder.remove();
});

/** A client that answers all it is asked in one way. */
async function answering(answer: () => unknown, capabilities: ClientCapabilities): Promise<Client> {
  client = new Client(server);
  for (const method of ASKED) client.connection.onRequest(method, answer);
  await client.initialize(capabilities, { workspaceFolders: folder.workspaceFolders });
  return client;
}

describe('the server stays up', () => {
  it.each(WAYS)('when a client that is told answers %s to everything', async (_, answer) => {
    for (let i = 0; i < 20; i++) folder.file(`${i}.lync.yaml`, AOL);
    const uri = folder.file('open.lync.yaml', AOL);
    await answering(answer, TOLD);
    expect((await client.open(uri, AOL)).diagnostics.map(({ code }) => code)).toEqual(['retired-provider']);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await client.execute('lyncFederation.server.insertCmdlets', uri)).toBe(false);
    expect(await client.execute('lyncFederation.server.setAsOf', uri, 'tomorrow')).toBe(false);
    await client.until(() => (client.published.filter((one) => one.uri !== uri).length >= 20 ? true : undefined));
    client.rewrite(uri, 'lyncFederation: 1\n');
    expect((await client.diagnostics(uri)).diagnostics).toEqual([]);
    expect(await client.symbols(uri)).not.toBeNull();
    expect(await client.stop()).toBe(0);
  });

  it.each(WAYS)('when a client that asks answers %s to everything', async (_, answer) => {
    const uri = folder.file('open.lync.yaml', AOL);
    await answering(answer, PULLING);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'lync-federation', version: 1, text: AOL },
    });
    await client.until(() => client.statuses[0]);
    // Another day is another verdict on the same text, of which such a client has to be told.
    folder.file('.lync-federation.yaml', `asOf: ${BEFORE}\n`);
    await client.filesChanged([`${folder.uri}/.lync-federation.yaml`, 1]);
    await client.until(() => (client.heard.has('workspace/codeLens/refresh') ? true : undefined));
    expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [] });
    expect((await client.pullWorkspace()).items).not.toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  it('and judges, edits and ends when its client never answers', async () => {
    const uri = folder.file('open.lync.yaml', AOL);
    await answering(() => new Promise(() => {}), TOLD);
    expect((await client.open(uri, AOL)).diagnostics.map(({ code }) => code)).toEqual(['retired-provider']);
    expect(client.log.join('\n')).toContain('does not answer which settings it has');
    expect(await client.symbols(uri)).not.toBeNull();
    expect(await client.stop()).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('when a capture is a device', async () => {
    client = await Client.connected(server, TOLD, { settings: { capture: '/dev/null' } });
    await client.open(folder.file('open.lync.yaml', AOL), AOL);
    expect(client.log.join('\n')).toContain('is no file that can be read');
  });

  it('takes settings that come late', async () => {
    const uri = folder.file('open.lync.yaml', AOL);
    client = await Client.connected(server, TOLD);
    let answer = (_: unknown) => {};
    const late = new Promise((done) => {
      answer = done;
    });
    client.connection.onRequest('workspace/configuration', () => late);
    expect((await client.open(uri, AOL)).diagnostics.map(({ code }) => code)).toEqual(['retired-provider']);
    answer([{ asOf: BEFORE }]);
    await client.until(() => client.statuses.find(({ asOf }) => asOf === BEFORE));
  });

  it('whatever it is told', async () => {
    const uri = folder.file('open.lync.yaml', AOL);
    client = await Client.connected(server, TOLD, { workspaceFolders: folder.workspaceFolders });
    await client.open(uri, AOL);
    const told: readonly (readonly [string, unknown])[] = [
      ['workspace/didChangeWatchedFiles', null],
      ['workspace/didChangeWatchedFiles', { changes: 5 }],
      ['workspace/didChangeWatchedFiles', { changes: [{}] }],
      ['workspace/didChangeWorkspaceFolders', { event: null }],
      ['workspace/didChangeWorkspaceFolders', { event: { added: 5, removed: [{}] } }],
      ['workspace/didChangeConfiguration', null],
      ['textDocument/didOpen', { textDocument: { uri: 5 } }],
      ['textDocument/didChange', { textDocument: {}, contentChanges: 5 }],
      ['textDocument/didSave', null],
      ['window/workDoneProgress/cancel', { token: {} }],
    ];
    for (const [method, params] of told) await client.connection.sendNotification(method, params);
    expect(await client.symbols(uri)).not.toBeNull();
    expect(await client.stop()).toBe(0);
  });
});

describe('three hundred specs and a changed setting', () => {
  it('are one question for settings, and a key typed meanwhile waits for none of them', async () => {
    for (let i = 0; i < 300; i++) folder.file(`${i}.lync.yaml`, AOL);
    const uri = folder.file('open.lync.yaml', AOL);
    client = new Client(server);
    const asked: number[] = [];
    let asOf: string | null = null;
    client.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      asked.push(items.length);
      return items.map(() => ({ asOf }));
    });
    await client.initialize(TOLD, { workspaceFolders: folder.workspaceFolders });
    await client.open(uri, AOL);
    await client.until(() => (new Set(client.published.map((one) => one.uri)).size > 300 ? true : undefined));
    const before = client.published.length;
    asked.length = 0;
    asOf = BEFORE;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const sound = () => client.published.slice(before).filter(({ diagnostics }) => diagnostics.length === 0);
    await client.until(() => sound().find((one) => one.uri !== uri));
    client.rewrite(uri, 'lyncFederation: 2\n');
    await client.diagnostics(uri);
    const others = new Set(sound().map((one) => one.uri)).size;
    expect(others).toBeLessThan(300);
    await client.until(() => (new Set(sound().map((one) => one.uri)).size > 300 ? true : undefined));
    expect(asked).toEqual([301]);
  });
});

describe('a client introduces itself', () => {
  it.each([
    ['without a word of folders', {}],
    ['with no folders', { workspaceFolders: null, rootUri: null }],
    ['with an empty list of folders', { workspaceFolders: [], rootUri: null }],
    ['with no root', { rootUri: undefined, rootPath: null }],
    ['with folders that are nonsense', { workspaceFolders: [null, { uri: 5 }] }],
    ['with folders that are nowhere', { workspaceFolders: [{ uri: 'x' }, { uri: 'vscode-vfs://github/x' }] }],
  ])('%s, and is served', async (_, given) => {
    client = new Client(server);
    await client.connection.sendRequest('initialize', { processId: null, capabilities: TOLD, ...given });
    await client.connection.sendNotification('initialized', {});
    const { diagnostics } = await client.open('file:///specs/aol.lync.yaml', AOL);
    expect(diagnostics.map(({ code }) => code)).toEqual(['retired-provider']);
    expect(await client.workspaceSymbols('AOL')).not.toBeNull();
  });

  it.each([
    ['rootUri', () => ({ rootUri: folder.uri })],
    ['rootPath', () => ({ rootPath: folder.path })],
    ['rootPath, and a root that is null', () => ({ rootUri: null, rootPath: folder.path })],
  ])('by %s alone, and its files are found', async (_, given) => {
    folder.file('aol.lync.yaml', AOL);
    client = new Client(server);
    await client.connection.sendRequest('initialize', { processId: null, capabilities: TOLD, ...given() });
    await client.connection.sendNotification('initialized', {});
    const { uri } = await client.until(() => client.published[0]);
    expect(pathOf(uri)).toBe(pathOf(`${folder.uri}/aol.lync.yaml`));
  });

  it.each([
    ['nonsense', { textDocument: 5, workspace: { workspaceEdit: 'x' } }],
    ['half of it', { textDocument: { semanticTokens: {}, completion: { completionItem: { resolveSupport: {} } } } }],
  ])('with %s as its capabilities, and is served', async (_, capabilities) => {
    client = new Client(server);
    await client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
    await client.connection.sendNotification('initialized', {});
    const uri = 'file:///specs/aol.lync.yaml';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'lync-federation', version: 1, text: AOL },
    });
    const { diagnostics } = await client.until(() => client.published[0]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['retired-provider']);
  });
});

describe('a bar of progress', () => {
  const kinds = () => client.bars.filter((one) => one === 'begin' || one === 'end');

  it('is begun and ended once by a token, although the answer waits for news', async () => {
    folder.file('aol.lync.yaml', AOL);
    client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
    const { items } = await client.pullWorkspace();
    const before = items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : { uri, value: resultId }));
    const next = client.pullWorkspace(before, { workDoneToken: 'look' });
    await client.until(() => (kinds().length === 2 ? true : undefined));
    // Nothing is another for it: the answer goes on waiting.
    await client.filesChanged([`${folder.uri}/aol.lync.yaml`, 2]);
    folder.file('new.lync.yaml', AOL);
    await client.filesChanged([`${folder.uri}/new.lync.yaml`, 1]);
    await next;
    expect(kinds()).toEqual(['begin', 'end']);
  });

  it('is ended when the question is taken back', async () => {
    for (let i = 0; i < 50; i++) folder.file(`${i}.lync.yaml`, AOL);
    client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
    const source = new CancellationTokenSource();
    const asked = client.pullWorkspace([], { workDoneToken: 'look', token: source.token });
    await client.until(() => client.bars.find((one) => one.includes('/')));
    source.cancel();
    await expect(asked).rejects.toThrow('cancelled');
    await client.until(() => (kinds().length > 1 ? true : undefined));
    expect(kinds()).toEqual(['begin', 'end']);
  });
});
