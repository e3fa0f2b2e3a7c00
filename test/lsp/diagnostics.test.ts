import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
  FileChangeType,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { Client, type Here, here, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

const AOL = 'lyncFederation: 1\nasOf: 2014-07-02\nproviders:\n  public:\n    - identity: AOL\n      enabled: true\n';
const CLEAN = 'lyncFederation: 1\n';

let server: Here;
let client: Client;
let folder: Folder;

beforeAll(async () => {
  server = await here();
});

beforeEach(() => {
  folder = new Folder();
});

afterEach(() => {
  client.kill();
  folder.remove();
});

async function connected(capabilities = PULLING): Promise<Client> {
  const { workspaceFolders } = folder;
  client = await Client.connected(server, capabilities, { workspaceFolders });
  return client;
}

function codes(report: DocumentDiagnosticReport): readonly unknown[] {
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

function found({ items }: WorkspaceDiagnosticReport): Readonly<Record<string, readonly unknown[] | 'unchanged'>> {
  return Object.fromEntries(
    items.map((item) => [
      item.uri.slice(item.uri.lastIndexOf('/') + 1),
      item.kind === 'full' ? item.items.map(({ code }) => code) : 'unchanged',
    ]),
  );
}

function idsOf({ items }: WorkspaceDiagnosticReport) {
  return items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : { uri, value: resultId }));
}

describe('a client that asks for diagnostics', () => {
  it('has a burst of keys judged once, when it asks or has long been quiet', async () => {
    await connected();
    const uri = folder.file('aol.lync.yaml', AOL);
    const didOpen = { uri, languageId: 'lync-federation', version: 1, text: AOL };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: didOpen });
    await client.pull(uri);
    await client.until(() => client.statuses.find(({ version }) => version === 1));
    const type = (version: number) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: `${AOL}# ${'x'.repeat(version)}\n` }],
      });
    for (let version = 2; version <= 9; version++) {
      await type(version);
      // An answer of the server between two keys: each of them was handled by itself.
      await client.symbols('file:///specs/none.lync.yaml').catch(() => null);
    }
    await client.until(() => client.statuses.find(({ version }) => version === 9));
    expect(client.statuses.map(({ version }) => version)).not.toContain(5);
    await type(10);
    await client.pull(uri);
    await client.until(() => client.statuses.find(({ version }) => version === 10));
    expect(new Set(client.statuses.map(({ version }) => version)).size).toBeLessThan(6);
  });

  it('is told nothing unasked, and gets an id that spares it the same answer', async () => {
    await connected();
    const uri = folder.file('aol.lync.yaml', AOL);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'lync-federation', version: 1, text: AOL },
    });
    const first = await client.pull(uri);
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'retired-provider' }] });
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.until(() => client.statuses[0]);
    expect(client.published).toEqual([]);
  });

  it('asks again when something else than the text decides', async () => {
    await connected();
    const uri = folder.file('aol.lync.yaml', AOL.replace(/asOf: .*\n/, ''));
    client.settings = { asOf: '2013-01-01' };
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'lync-federation', version: 1, text: AOL.replace(/asOf: .*\n/, '') },
    });
    expect(codes(await client.pull(uri))).not.toContain('retired-provider');
    await client.until(() => client.statuses[0]);
    client.settings = { asOf: '2020-01-01' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => (client.refreshes > 0 ? true : undefined));
    expect(codes(await client.pull(uri))).toContain('retired-provider');
  });

  it('hears of files that nobody opened', async () => {
    folder.file('aol.lync.yaml', AOL);
    folder.file('deep/er/clean.lync.yaml', CLEAN);
    folder.file('notes.yaml', AOL);
    await connected();
    expect(found(await client.pullWorkspace())).toEqual({
      'aol.lync.yaml': ['retired-provider'],
      'clean.lync.yaml': [],
    });
  });

  it('has a key answered before the workspace is searched through, and gets the same of each file', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `${i}.lync.yaml`);
    for (const [i, name] of names.entries()) folder.file(name, i % 3 === 0 ? AOL : CLEAN);
    await connected();
    const uri = folder.file('typed.lync.yaml', CLEAN);
    const didOpen = { uri, languageId: 'lync-federation', version: 1, text: CLEAN };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: didOpen });
    const order: string[] = [];
    const scan = client.pullWorkspace().finally(() => order.push('workspace'));
    const textDocument = { uri, version: 2 };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ text: AOL }],
    });
    const key = client.pull(uri).finally(() => order.push('key'));
    expect(codes(await key)).toEqual(['retired-provider']);
    const { 'typed.lync.yaml': _, ...others } = found(await scan);
    expect(order).toEqual(['key', 'workspace']);
    expect(others).toEqual(Object.fromEntries(names.map((name, i) => [name, i % 3 === 0 ? ['retired-provider'] : []])));
  });

  it('has an open file once, whatever its name', async () => {
    folder.file('Ärger (alt)/aol.lync.yaml', AOL);
    const uri = `${folder.uri}/%C3%84rger%20%28alt%29/aol.lync.yaml`;
    await connected();
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'lync-federation', version: 1, text: AOL },
    });
    expect((await client.pullWorkspace()).items.map((one) => one.uri)).toEqual([uri]);
  });

  it('waits for news: a file that changed, came or went', async () => {
    const aol = folder.file('aol.lync.yaml', AOL);
    const clean = folder.file('clean.lync.yaml', CLEAN);
    await connected();
    let last = await client.pullWorkspace();
    const next = client.pullWorkspace(idsOf(last));
    let answered = false;
    void next.then(() => {
      answered = true;
    });
    await client.hover(aol, { line: 0, character: 0 });
    expect(answered).toBe(false);
    folder.file('clean.lync.yaml', AOL);
    await client.filesChanged([clean, FileChangeType.Changed]);
    last = await next;
    expect(found(last)).toEqual({ 'aol.lync.yaml': 'unchanged', 'clean.lync.yaml': ['retired-provider'] });

    const came = client.pullWorkspace(idsOf(last));
    const fresh = folder.file('new.lync.yaml', AOL);
    await client.filesChanged([fresh, FileChangeType.Created]);
    last = await came;
    expect(found(last)).toMatchObject({ 'new.lync.yaml': ['retired-provider'] });

    const went = client.pullWorkspace(idsOf(last));
    folder.remove('aol.lync.yaml');
    await client.filesChanged([aol, FileChangeType.Deleted]);
    expect(found(await went)).toMatchObject({ 'aol.lync.yaml': [], 'new.lync.yaml': 'unchanged' });
  });

  it.each(['file:///elsewhere/aol.lync.yaml', 'untitled:aol'])(
    'has nothing left of %s once it is closed',
    async (uri) => {
      const clean = folder.file('clean.lync.yaml', CLEAN);
      await connected();
      const first = await client.pullWorkspace();
      const next = client.pullWorkspace(idsOf(first));
      await client.hover(clean, { line: 0, character: 0 });
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'lync-federation', version: 1, text: AOL },
      });
      expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [{ code: 'retired-provider' }] });
      await client.close(uri);
      const { items } = await next;
      expect(items.filter((one) => one.uri === uri)).toEqual([{ uri, version: null, kind: 'full', items: [] }]);
      // Once is enough.
      folder.file('clean.lync.yaml', AOL);
      await client.filesChanged([clean, FileChangeType.Changed]);
      expect((await client.pullWorkspace(idsOf(first))).items.map((one) => one.uri)).toEqual([clean]);
    },
  );

  it('tells once more that nothing is left of what is closed, where the client asks about it once more', async () => {
    const uri = 'file:///elsewhere/aol.lync.yaml';
    await connected();
    const textDocument = { uri, languageId: 'lync-federation', version: 1, text: AOL };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    const { items } = await client.pullWorkspace();
    expect(items).toMatchObject([{ uri, items: [{ code: 'retired-provider' }] }]);
    const gone = client.pullWorkspace(idsOf({ items }));
    await client.close(uri);
    const nothing = { uri, version: null, kind: 'full', items: [] };
    expect((await gone).items).toEqual([nothing]);
    expect(await client.pull(uri)).toEqual({ kind: 'full', items: [] });
    expect((await client.pullWorkspace()).items).toEqual([nothing]);
  });

  it('tells that nothing is left of what is closed, also where the client has forgotten that it was told', async () => {
    const uri = 'file:///elsewhere/aol.lync.yaml';
    await connected();
    const textDocument = { uri, languageId: 'lync-federation', version: 1, text: AOL };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    expect((await client.pullWorkspace()).items).toMatchObject([{ uri, items: [{ code: 'retired-provider' }] }]);
    await client.close(uri);
    expect((await client.pullWorkspace()).items).toEqual([{ uri, version: null, kind: 'full', items: [] }]);
    expect((await client.pullWorkspace()).items).toEqual([]);
  });

  it('has nothing left of a script that is closed and counts only while it is open', async () => {
    const uri = folder.file('change.ps1', 'Set-CsPublicProvider -Identity AOL -Enabled $true\n');
    await connected();
    await client.pullWorkspace();
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri,
        languageId: 'powershell',
        version: 1,
        text: 'Set-CsPublicProvider -Identity AOL -Enabled $true\n',
      },
    });
    expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [{ code: 'retired-provider' }] });
    await client.close(uri);
    expect((await client.pullWorkspace()).items).toEqual([{ uri, version: null, kind: 'full', items: [] }]);
  });

  it('hears nothing of a file outside of the folders, even if it tells that one has changed', async () => {
    const clean = folder.file('clean.lync.yaml', CLEAN);
    await connected();
    const first = await client.pullWorkspace();
    const outside = folder.file('../outside.lync.yaml', AOL);
    await client.filesChanged([outside, FileChangeType.Created]);
    folder.file('clean.lync.yaml', AOL);
    await client.filesChanged([clean, FileChangeType.Changed]);
    expect(found(await client.pullWorkspace(idsOf(first)))).toEqual({ 'clean.lync.yaml': ['retired-provider'] });
    folder.remove('../outside.lync.yaml');
  });

  it('hears of a change beside which nonsense is told', async () => {
    const clean = folder.file('clean.lync.yaml', CLEAN);
    await connected();
    const first = await client.pullWorkspace();
    folder.file('clean.lync.yaml', AOL);
    for (const changes of [5, null, [null, {}, { uri: 5 }, { uri: clean, type: FileChangeType.Changed }]])
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(found(await client.pullWorkspace(idsOf(first)))).toEqual({ 'clean.lync.yaml': ['retired-provider'] });
  });

  it('keeps the problems of a file that is closed, as it lies on disk', async () => {
    const uri = folder.file('aol.lync.yaml', AOL);
    await connected();
    const before = await client.pullWorkspace();
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'lync-federation', version: 1, text: CLEAN },
    });
    expect(await client.pull(uri)).toMatchObject({ items: [] });
    const open = await client.pullWorkspace(idsOf(before));
    expect(open.items).toMatchObject([{ uri, version: 1, items: [] }]);
    const closed = client.pullWorkspace(idsOf(open));
    await client.close(uri);
    expect(await client.pull(uri)).toMatchObject({ items: [{ code: 'retired-provider' }] });
    expect(found(await closed)).toEqual({ 'aol.lync.yaml': ['retired-provider'] });
  });

  it('can take a question back', async () => {
    folder.file('aol.lync.yaml', AOL);
    await connected();
    const first = await client.pullWorkspace();
    const cancel = new CancellationTokenSource();
    const waiting = client.pullWorkspace(idsOf(first), { token: cancel.token });
    cancel.cancel();
    await expect(waiting).rejects.toMatchObject({ code: -32800 });
  });

  it('gets no answer to what it took back before its turn came', async () => {
    await connected();
    const uri = folder.file('long.lync.yaml', AOL);
    const partners = Array.from({ length: 5000 }, (_, i) => `    - d${i}.example\n`).join('');
    const text = `${AOL}domains:\n  allowed:\n${partners}`;
    const textDocument = { uri, languageId: 'lync-federation', version: 1, text };
    void client.connection.sendNotification('textDocument/didOpen', { textDocument });
    const first = client.pull(uri);
    const cancel = new CancellationTokenSource();
    const hover = { textDocument: { uri }, position: { line: 4, character: 17 } };
    const waiting = client.connection.sendRequest('textDocument/hover', hover, cancel.token);
    cancel.cancel();
    await expect(waiting).rejects.toMatchObject({ code: -32800 });
    expect(codes(await first)).toContain('retired-provider');
  });

  it('sees a bar while the workspace is searched', async () => {
    for (let i = 0; i < 4; i++) folder.file(`${i}.lync.yaml`, AOL);
    await connected();
    await client.pullWorkspace([], { workDoneToken: 'bar' });
    expect(client.bars).toEqual(['begin', '25 1 / 4', '50 2 / 4', '75 3 / 4', '100 4 / 4', 'end']);
  });

  it('sees a bar of the server where it takes long', async () => {
    folder.fill();
    await connected();
    await client.pullWorkspace();
    await client.until(() => client.bars.includes('end') || undefined);
    expect(client.bars[0]).toBe('begin');
    expect(client.bars.length).toBeGreaterThan(2);
  });

  it('hears of scripts only when they are open', async () => {
    folder.file('setup.ps1', 'New-CsPublicProvider -Identity AOL -Bogus 1\n');
    folder.file('aol.lync.yaml', AOL);
    await connected();
    expect(Object.keys(found(await client.pullWorkspace()))).toEqual(['aol.lync.yaml']);
  });

  it('hears of folders that come and go', async () => {
    await connected();
    expect((await client.pullWorkspace()).items).toEqual([]);
    const other = new Folder();
    other.file('aol.lync.yaml', AOL);
    const { uri } = other;
    const event = { added: [{ uri, name: 'other' }], removed: [] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    const last = await client.pullWorkspace();
    expect(found(last)).toEqual({ 'aol.lync.yaml': ['retired-provider'] });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: event.added },
    });
    expect(found(await client.pullWorkspace(idsOf(last)))).toEqual({ 'aol.lync.yaml': [] });
    other.remove();
  });
});

describe('a client that waits to be told', () => {
  const told = (uri: string): readonly Diagnostic[] | undefined =>
    client.published.findLast((params) => params.uri === uri)?.diagnostics;

  it('hears of files that nobody opened, and still when they are closed again', async () => {
    const uri = folder.file('aol.lync.yaml', AOL);
    await connected(VSCODE);
    await client.until(() => told(uri));
    expect(told(uri)).toMatchObject([{ code: 'retired-provider' }]);
    await client.open(uri, CLEAN);
    expect(told(uri)).toEqual([]);
    await client.close(uri);
    await client.until(() => (told(uri)?.length === 1 ? true : undefined));
  });

  it('has nothing left of a document that was never a file', async () => {
    await connected(VSCODE);
    const { diagnostics } = await client.open('untitled:aol', AOL);
    expect(diagnostics).toHaveLength(1);
    await client.close('untitled:aol');
    await client.until(() => (told('untitled:aol')?.length === 0 ? true : undefined));
  });

  it('hears of a file that changes on disk', async () => {
    const uri = folder.file('clean.lync.yaml', CLEAN);
    await connected({
      ...VSCODE,
      workspace: { ...VSCODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    await client.until(() => told(uri));
    folder.file('clean.lync.yaml', AOL);
    await client.filesChanged([uri, FileChangeType.Changed]);
    await client.until(() => (told(uri)?.length === 1 ? true : undefined));
    folder.remove('clean.lync.yaml');
    await client.filesChanged([uri, FileChangeType.Deleted]);
    await client.until(() => (told(uri)?.length === 0 ? true : undefined));
  });
});
