import { afterEach, beforeAll, expect, it } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { heard, methods, said } from '../../scripts/generate/lsp-docs.ts';
import { requests } from '../../server/src/lsp/requests/index.ts';
import { bundle, Client, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

const AOL = 'lyncFederation: 1\nasOf: 2014-07-02\nproviders:\n  public:\n    - identity: AOL\n      enabled: true\n';

/** What cannot be asked twice, what waits for news, and what the library answers unasked. */
const LEFT_OUT = ['initialize', 'shutdown', 'workspace/diagnostic', 'textDocument/willSaveWaitUntil'];

let server: string;
let client: Client;

beforeAll(async () => {
  server = await bundle();
});

afterEach(() => {
  client.kill();
});

it('answers the requests that it lists, and no other', async () => {
  client = await Client.connected(server, PULLING);
  const known: string[] = [];
  for (const { method } of methods('clientToServer').filter((one) => one.isRequest)) {
    if (LEFT_OUT.includes(method)) continue;
    const params = { textDocument: { uri: 'file:///none.lync.yaml' }, position: { line: 0, character: 0 }, item: {} };
    const answer = await client.connection.sendRequest(method, params).catch((error: { code: number }) => error);
    const isUnknown = answer !== null && typeof answer === 'object' && 'code' in answer;
    if (!isUnknown || answer.code !== ErrorCodes.MethodNotFound) known.push(method);
  }
  const listed = requests.map(({ method }) => method).filter((method) => !method.startsWith('lyncFederation/'));
  expect(known).toEqual(listed.filter((method) => !LEFT_OUT.includes(method)).toSorted());
});

it('hears what it lists of the rest', () => {
  const known = methods('clientToServer').map(({ method }) => method);
  const inherent = ['$/cancelRequest', '$/setTrace'];
  expect(heard.filter((method) => !known.includes(method) && !inherent.includes(method))).toEqual([]);
});

it('says what it lists, and nothing else', async () => {
  const folder = new Folder();
  folder.fill();
  const { workspaceFolders } = folder;

  client = await Client.connected(server, PULLING, { workspaceFolders });
  client.settings = { persona: 'nobody' };
  const uri = 'file:///aol.lync.yaml';
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'lync-federation', version: 1, text: AOL.replace('asOf: 2014-07-02\n', '') },
  });
  await client.pullWorkspace();
  await client.until(() => client.bars.includes('end') || undefined);
  await client.until(() => client.statuses[0]);
  client.settings = { asOf: '2013-01-01' };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.refreshes > 0 || undefined);
  await client.execute('lyncFederation.server.setAsOf', uri, 'never');
  await client.until(() => client.shown[0]);
  client.documents.set(uri, TextDocument.create(uri, 'lync-federation', 1, AOL));
  await client.execute('lyncFederation.server.setAsOf', uri, '2014-01-01');
  const pulled = new Set(client.heard);
  client.kill();

  client = await Client.connected(server, VSCODE);
  await client.open(uri, AOL);
  folder.remove();
  const all = [...new Set([...pulled, ...client.heard])].filter((method) => !method.startsWith('lyncFederation/'));
  expect(all.toSorted()).toEqual([...said].toSorted());
});
