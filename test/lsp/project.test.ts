import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { Client, changesOf, type Here, here, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

const AOL = 'lyncFederation: 1\nproviders:\n  public:\n    - identity: AOL\n      enabled: true\n';

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

async function connected(capabilities = VSCODE): Promise<Client> {
  const { workspaceFolders } = folder;
  client = await Client.connected(server, capabilities, { workspaceFolders });
  return client;
}

const codesIn = ({ diagnostics }: { diagnostics: readonly { code?: unknown }[] }) =>
  diagnostics.map(({ code }) => code);

describe('a project file', () => {
  it('governs the specs below it, before the settings do', async () => {
    folder.file('.lync-federation.yaml', 'asOf: 2014-07-02\nrules: { policy-missing-for-public-cloud: off }\n');
    const uri = folder.file('edge/contoso.lync.yaml', AOL);
    await connected();
    client.settings = { asOf: '2013-01-01' };
    expect(codesIn(await client.open(uri, AOL))).toEqual(['retired-provider']);
    expect((await client.until(() => client.statuses[0])).from).toBe('project');
  });

  it('has levels for some files, and rules that no comment suppresses', async () => {
    const levels = 'rules: { policy-missing-for-public-cloud: off, retired-provider: info }\n';
    const overrides = 'overrides: [{ files: [edge], rules: { retired-provider: warning } }]\n';
    folder.file('.lync-federation.yaml', `asOf: 2014-07-02\n${levels}${overrides}neverSuppress: [retired-provider]\n`);
    const text = AOL.replace('AOL', 'AOL # lync-federation: ignore[retired-provider] why');
    const uri = folder.file('edge/contoso.lync.yaml', text);
    await connected();
    const { diagnostics } = await client.open(uri, text);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['retired-provider', 2],
      ['unused-suppression', 2],
    ]);
    const actions = await client.actions(uri, client.rangeOf(uri, 'AOL'));
    expect(actions.map(({ title }) => title).filter((title) => title.startsWith('Disable'))).toEqual([]);
  });

  it('decides anew with each key that is typed into it', async () => {
    const project = folder.file('.lync-federation.yaml', 'asOf: 2014-07-02\n');
    const uri = folder.file('contoso.lync.yaml', AOL);
    await connected();
    expect(codesIn(await client.open(uri, AOL))).toContain('retired-provider');
    await client.open(project, 'asOf: 2014-07-02\n', 'lync-federation-project');
    client.replace(project, '2014-07-02\n', '2014-07-02\nrules: { retired-provider: off }\n');
    const last = () => client.published.findLast((one) => one.uri === uri) ?? { diagnostics: [] };
    await client.until(() => (codesIn(last()).includes('retired-provider') ? undefined : true));
  });

  it('governs what lies in a file system of the browser', async () => {
    await connected();
    client.settings = { asOf: '2014-07-02' };
    await client.open('memfs:/.lync-federation.yaml', 'rules: { retired-provider: info }\n', 'lync-federation-project');
    const { diagnostics } = await client.open('memfs:/edge/contoso.lync.yaml', AOL);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'retired-provider', severity: 3 }));
  });

  it('still governs when it was saved and closed, in an editor that tells of no files', async () => {
    const uri = folder.file('contoso.lync.yaml', AOL);
    const project = `${folder.uri}/.lync-federation.yaml`;
    const text = 'asOf: 2014-07-02\nrules: { retired-provider: off }\n';
    await connected();
    client.settings = { asOf: '2014-07-02' };
    expect(codesIn(await client.open(uri, AOL))).toContain('retired-provider');
    await client.open(project, text, 'lync-federation-project');
    folder.file('.lync-federation.yaml', text);
    await client.close(project);
    client.rewrite(uri, `${AOL}# and on\n`);
    expect(codesIn(await client.diagnostics(uri))).not.toContain('retired-provider');
  });

  it('counts when it comes to be on disk', async () => {
    const uri = folder.file('contoso.lync.yaml', AOL);
    await connected(PULLING);
    client.settings = { asOf: '2014-07-02' };
    const before = await client.pullWorkspace();
    expect(JSON.stringify(before)).toContain('"retired-provider"');
    const after = client.pullWorkspace(before.items.map((one) => ({ uri: one.uri, value: one.resultId ?? '' })));
    const project = folder.file('.lync-federation.yaml', 'rules: { retired-provider: off }\n');
    await client.filesChanged([project, FileChangeType.Created]);
    expect((await after).items.map((one) => one.uri)).toEqual([uri, project]);
    expect(JSON.stringify((await after).items)).not.toContain('"retired-provider"');
  });

  it('has problems, hovers and completions of its own', async () => {
    const project = folder.file('.lync-federation.yaml', '');
    await connected();
    const text = 'persona: pedantik\nrules:\n  retired-provider: off\n';
    const { diagnostics } = await client.open(project, text, 'lync-federation-project');
    expect(diagnostics).toMatchObject([{ range: client.rangeOf(project, 'pedantik') }]);
    const [fix] = await client.actions(project, client.rangeOf(project, 'pedantik'));
    expect(fix?.title).toContain('pedantic');
    const card = await client.hover(project, client.rangeOf(project, 'retired-provider').start);
    expect(JSON.stringify(card)).toContain('retired-provider');
    const offered = await client.completion(project, { line: 3, character: 0 });
    expect(offered?.map(({ label }) => label)).toContain('exclude');
  });

  it('says what the workspace is searched for', async () => {
    folder.file('.lync-federation.yaml', 'exclude: [archive]\nlanguages: [lync-federation, powershell]\n');
    folder.file('contoso.lync.yaml', AOL);
    folder.file('archive/old.lync.yaml', AOL);
    folder.file('setup.ps1', 'New-CsPublicProvider -Identity AOL -Bogus 1\n');
    folder.file('other.ps1', 'Get-ChildItem\n');
    await connected(PULLING);
    const { items } = await client.pullWorkspace();
    expect(items.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1))).toEqual([
      'contoso.lync.yaml',
      'setup.ps1',
      '.lync-federation.yaml',
    ]);
  });
});

describe('disabling a rule in the project', () => {
  const creating = {
    ...VSCODE,
    workspace: {
      ...VSCODE.workspace,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
    },
  };
  const title = 'Disable `retired-provider` in this project';

  it('adds to the file there is', async () => {
    const project = folder.file('.lync-federation.yaml', 'asOf: 2014-07-02 # the audit\n');
    const uri = folder.file('edge/contoso.lync.yaml', AOL);
    await connected();
    await client.open(uri, AOL);
    const actions = await client.actions(uri, client.rangeOf(uri, 'AOL'));
    const action = actions.find((one) => one.title === title);
    await client.open(
      project,
      readFileSync(join(folder.path, '.lync-federation.yaml'), 'utf8'),
      'lync-federation-project',
    );
    for (const [at, edits] of changesOf(action?.edit ?? {})) client.edit(at, edits);
    expect(client.text(project)).toBe('asOf: 2014-07-02 # the audit\nrules:\n  retired-provider: off\n');
  });

  it('makes a file at the top of the workspace', async () => {
    const uri = folder.file('edge/contoso.lync.yaml', AOL);
    await connected(creating);
    client.settings = { asOf: '2014-07-02' };
    await client.open(uri, AOL);
    const action = (await client.actions(uri, client.rangeOf(uri, 'AOL'))).find((one) => one.title === title);
    const created = `${folder.uri}/.lync-federation.yaml`;
    expect(action?.edit?.documentChanges).toEqual([
      { kind: 'create', uri: created },
      {
        textDocument: { uri: created, version: null },
        edits: [{ range: client.rangeOf(uri, ''), newText: 'rules:\n  retired-provider: off\n' }],
      },
    ]);
  });

  it('is not offered where the client makes no files', async () => {
    const uri = folder.file('contoso.lync.yaml', AOL);
    await connected();
    client.settings = { asOf: '2014-07-02' };
    await client.open(uri, AOL);
    const actions = await client.actions(uri, client.rangeOf(uri, 'AOL'));
    expect(actions.map((one) => one.title)).not.toContain(title);
  });
});
