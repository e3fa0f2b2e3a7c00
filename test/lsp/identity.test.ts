import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { pathOf } from '../../server/src/lsp/names.ts';
import { bundle, Client, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

const SPEC = 'lyncFederation: 1\nasOf: 2013-01-01\nserver: { product: lync-2013 }\n';
/** On disk it has one mistake, in the editor another. */
const ON_DISK = `${SPEC}onDisk: 1\n`;
const TYPED = `${SPEC}typed: 1\n`;

const NAMES = [
  'contoso (1).lync.yaml',
  "@ + , ' [x]!.lync.yaml",
  '#100%.lync.yaml',
  '100%23.lync.yaml',
  'a b/c&d=e;$.lync.yaml',
  '계약/콘토소.lync.yaml',
  '콘토소'.normalize('NFD').concat('.lync.yaml'),
  'federation.yaml',
  'lync-federation.yaml',
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

/** What the client shows in the end: of each URI what is wrong there. */
function shown(): Readonly<Record<string, readonly string[]>> {
  const last = new Map(client.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  const texts = [...last].map(([uri, found]) => [uri, found.map(({ range }) => `${range.start.line}`)] as const);
  return Object.fromEntries(texts.filter(([, found]) => found.length > 0));
}

/** A file on disk by its path, as one kind of client names it. */
const SPELLINGS: readonly (readonly [client: string, as: (path: string) => string])[] = [
  ['VS Code', (path) => URI.file(path).toString()],
  ['Node', (path) => pathToFileURL(path).href],
  ['a client that encodes little', (path) => `file://${path.replaceAll('%', '%25').replaceAll('#', '%23')}`],
];

/** Closes a document and waits for what is wrong with it on disk. */
async function closed(uri: string) {
  const seen = client.published.length;
  await client.close(uri);
  const isOnDisk = ({ uri: told, version, diagnostics }: PublishDiagnosticsParams) =>
    told === uri && version === undefined && diagnostics.length > 0;
  const { diagnostics } = await client.until(() => client.published.slice(seen).find(isOnDisk));
  return diagnostics.map(({ message }) => message);
}

it.each(SPELLINGS)('a document that is open is the file of the workspace: %s', async (_, as) => {
  for (const name of NAMES) folder.file(name, ON_DISK);
  client = await Client.connected(server, VSCODE, { workspaceFolders: folder.workspaceFolders });
  await client.until(() => (Object.keys(shown()).length === NAMES.length ? true : undefined));
  const uris = NAMES.map((name) => as(join(folder.path, name)));
  const once = Object.fromEntries(uris.map((uri) => [uri, ['3']]));
  for (const uri of uris) {
    const { diagnostics } = await client.open(uri, TYPED);
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('`typed`')]);
  }
  expect(shown()).toEqual(once);
  for (const uri of uris) expect(await closed(uri)).toEqual([expect.stringContaining('`onDisk`')]);
  expect(shown()).toEqual(once);
});

describe('a client that asks', () => {
  it.each(SPELLINGS)('hears of each file once, as it calls it: %s', async (_, as) => {
    for (const name of NAMES) folder.file(name, ON_DISK);
    const [open = '', ...others] = NAMES.map((name) => as(join(folder.path, name)));
    client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
    const { items } = await client.pullWorkspace();
    expect(items.map(({ uri }) => pathOf(uri)).toSorted()).toEqual([open, ...others].map(pathOf).toSorted());
    // It says what it knows in its own words.
    const known = items.map(({ uri, resultId = '' }) => ({ uri: as(URI.parse(uri).fsPath), value: resultId }));
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: open, languageId: 'lync-federation', version: 1, text: TYPED },
    });
    const after = (await client.pullWorkspace(known)).items;
    expect(after.filter(({ kind }) => kind === 'full')).toEqual([
      expect.objectContaining({ uri: open, version: 1, items: [expect.objectContaining({ code: 'unknown-key' })] }),
    ]);
    expect(after.map(({ uri }) => uri).toSorted()).toEqual([open, ...others].toSorted());
  });

  it('hears that another name of a file has nothing to say any more', async () => {
    const listed = folder.file('contoso (1).lync.yaml', ON_DISK);
    client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
    const [before] = (await client.pullWorkspace()).items;
    const own = before?.uri ?? '';
    expect(own).not.toBe(listed);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: listed, languageId: 'lync-federation', version: 1, text: TYPED },
    });
    const { items } = await client.pullWorkspace([{ uri: own, value: before?.resultId ?? '' }]);
    expect(items).toEqual([
      expect.objectContaining({ uri: listed, kind: 'full', items: [expect.anything()] }),
      { uri: own, version: null, kind: 'full', items: [] },
    ]);
  });
});

describe('drive letters', () => {
  let drives: string;

  beforeAll(async () => {
    drives = await bundle({ entry: 'test/lsp/drive-server.ts' });
  });

  const DRIVES = ['file:///c%3A', 'file:///C%3A', 'file:///c:', 'file:///C:'];

  it.each(DRIVES)('make one document of a file, however they are written: a folder on %s', async (root) => {
    const path = folder.file('contoso (1).lync.yaml', ON_DISK).slice('file://'.length);
    folder.file('.lync-federation.yaml', 'rules: { unknown-key: info }\n');
    const workspaceFolders = [{ uri: root + folder.uri.slice('file://'.length), name: 'specs' }];
    client = await Client.connected(drives, VSCODE, { workspaceFolders });
    await client.until(() => (Object.keys(shown()).length === 1 ? true : undefined));
    for (const own of DRIVES.map((drive) => drive + path)) {
      const { diagnostics } = await client.open(own, TYPED);
      const info = { message: expect.stringContaining('`typed`'), severity: 3 };
      expect(diagnostics).toEqual([expect.objectContaining(info)]);
      expect(shown()).toEqual({ [own]: ['3'] });
      expect(await closed(own)).toEqual([expect.stringContaining('`onDisk`')]);
    }
  });
});

describe('folders of a workspace', () => {
  it('may lie in one another, and the innermost counts', async () => {
    const spec = folder.file('edge (1)/contoso.lync.yaml', ON_DISK);
    const inner = { uri: `${folder.uri}/edge%20%281%29`, name: 'edge' };
    const creating = {
      ...VSCODE,
      workspace: {
        ...VSCODE.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
      },
    };
    for (const workspaceFolders of [
      [...folder.workspaceFolders, inner],
      [inner, ...folder.workspaceFolders],
    ]) {
      client = await Client.connected(server, creating, { workspaceFolders });
      await client.open(spec, TYPED);
      const actions = await client.actions(spec, client.rangeOf(spec, 'typed'));
      const created = actions.flatMap(({ edit }) => edit?.documentChanges ?? []).filter((one) => 'kind' in one);
      expect(created).toEqual([{ kind: 'create', uri: `${inner.uri}/.lync-federation.yaml` }]);
      expect(Object.values(shown())).toEqual([['3']]);
      client.kill();
    }
  });
});

const DOMAINS = (name: string) => `lyncFederation: 1\ndomains: { allowed: [${name}] }\n`;

describe('what is gone from disk', () => {
  /** What is offered for a name in a script that is open. */
  async function offered(script: string): Promise<readonly string[]> {
    const items = await client.completion(script, { line: 0, character: 'Set-CsAllowedDomain -Identity '.length });
    return (items ?? []).map(({ label }) => label).filter((label) => label.endsWith('.example'));
  }

  async function withScript(capabilities = PULLING): Promise<string> {
    folder.file('a (1).lync.yaml', DOMAINS('one.example'));
    // with something wrong, so that it can be taken back
    folder.file('old (2)/b.lync.yaml', DOMAINS('two.example, two.example'));
    folder.file('old (2)/c.lync.yaml', DOMAINS('three.example'));
    const script = folder.file('set up.ps1', '');
    client = await Client.connected(server, capabilities, { workspaceFolders: folder.workspaceFolders });
    if (capabilities === PULLING) await client.pullWorkspace();
    const text = 'Set-CsAllowedDomain -Identity ';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: script, languageId: 'powershell', version: 1, text },
    });
    return script;
  }

  it('is offered nowhere any more', async () => {
    const script = await withScript();
    expect(await offered(script)).toEqual(['one.example', 'two.example', 'three.example']);
    folder.remove('a (1).lync.yaml');
    await client.filesChanged([`${folder.uri}/a%20%281%29.lync.yaml`, FileChangeType.Deleted]);
    expect(await offered(script)).toEqual(['two.example', 'three.example']);
    // Of a folder its own name is told.
    folder.remove('old (2)');
    await client.filesChanged([`${folder.uri}/old%20(2)`, FileChangeType.Deleted]);
    expect(await offered(script)).toEqual([]);
    expect(await client.workspaceSymbols('example')).toEqual([]);
  });

  it('is gone after the next save and close, in an editor that tells of no files', async () => {
    const script = await withScript(VSCODE);
    await client.until(() => (client.published.length >= 3 ? true : undefined));
    expect(await offered(script)).toEqual(['one.example', 'two.example', 'three.example']);
    folder.remove('a (1).lync.yaml');
    folder.file('new.lync.yaml', 'lyncFederation: 1\ndomains: { allowed: [four.example, four.example] }\n');
    const seen = client.published.length;
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: script } });
    const news = () => client.published.slice(seen);
    await client.until(() =>
      news().find(({ uri, diagnostics }) => uri.endsWith('/new.lync.yaml') && diagnostics.length > 0),
    );
    expect(await offered(script)).toEqual(['four.example', 'two.example', 'three.example']);
    rmSync(join(folder.path, 'old (2)'), { recursive: true });
    await client.open('untitled:Untitled-1', SPEC);
    await client.close('untitled:Untitled-1');
    await client.until(() =>
      news().find(({ uri, diagnostics }) => pathOf(uri).endsWith('/old (2)/b.lync.yaml') && diagnostics.length === 0),
    );
    expect(await offered(script)).toEqual(['four.example']);
  });
});
