import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Location,
  type Position,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { Client, changesOf, type Here, here, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

/** A client with a workspace that shows what of a change has to be confirmed. */
const EDITOR: ClientCapabilities = {
  ...VSCODE,
  workspace: {
    ...VSCODE.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: { ...VSCODE.textDocument, rename: { prepareSupport: true, honorsChangeAnnotations: true } },
};

const CONTOSO = `lyncFederation: 1
domains:
  sip: [contoso.com]
  allowed: [fabrikam.com]
dns:
  srv: [{ name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }]
cmdlets:
  - New-CsSipDomain -Identity contoso.com
`;
const FABRIKAM = 'lyncFederation: 1\ndomains: { sip: [fabrikam.com], allowed: [contoso.com] }\n';
const SCRIPT =
  "# contoso.com\nSet-CsSipDomain -Identity 'contoso.com' -IsDefault $true\nNew-CsAllowedDomain adatum.com\n";

let server: Here;
let client: Client;
let folder: Folder;
/** The URIs of the files. */
let contoso: string;
let fabrikam: string;
let script: string;

beforeAll(async () => {
  server = await here();
});

beforeEach(() => {
  folder = new Folder();
  contoso = folder.file('contoso/a.lync.yaml', CONTOSO);
  fabrikam = folder.file('fabrikam/b.lync.yaml', FABRIKAM);
  script = folder.file('scripts/set up.ps1', SCRIPT);
});

afterEach(() => {
  client.kill();
  folder.remove();
});

/** A client with the folder, and some files of it open. */
async function opened(uris: readonly string[], capabilities = EDITOR): Promise<void> {
  const { workspaceFolders } = folder;
  client = await Client.connected(server, capabilities, { workspaceFolders, settings: { asOf: '2014-03-01' } });
  for (const uri of uris) {
    const languageId = uri.endsWith('.ps1') ? 'powershell' : 'lync-federation';
    await client.open(uri, readFileSync(fileURLToPath(uri), 'utf8'), languageId);
  }
}

/** The place in the first occurrence of a text, where it says `<|>`. */
function at(uri: string, text: string): Position {
  const before = text.slice(0, text.indexOf('<|>'));
  const { start, end } = client.rangeOf(uri, text.replace('<|>', ''));
  if (start.line !== end.line) throw new Error(`${text} is not on one line`);
  return { line: start.line, character: start.character + before.length };
}

/** Places as `file line:column`. */
function places(found: readonly Location[] | null): readonly string[] {
  return (found ?? []).map(({ uri, range: { start } }) => `${name(uri)} ${start.line}:${start.character}`);
}

function name(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The texts of all files that an edit changes, after it. */
function after(edit: WorkspaceEdit | null): Readonly<Record<string, string>> {
  const changed = changesOf(edit ?? {}).map(([uri, edits]): readonly [string, string] => {
    const lines = readFileSync(fileURLToPath(uri), 'utf8').split('\n');
    for (const { range, newText } of edits.toReversed()) {
      const line = lines[range.start.line] ?? '';
      lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
    }
    return [name(uri), lines.join('\n')];
  });
  return Object.fromEntries(changed);
}

const ALL = ['a.lync.yaml 2:8', 'a.lync.yaml 5:39', 'a.lync.yaml 7:30', 'b.lync.yaml 1:42', 'set up.ps1 1:26'];

describe('names of a workspace', () => {
  it('are found in specs and scripts that are not open', async () => {
    await opened([contoso]);
    expect(places(await client.references(contoso, at(contoso, 'sip: [con<|>toso')))).toEqual(ALL);
    expect(places(await client.references(contoso, at(contoso, '_tcp.con<|>toso'), false))).toEqual(ALL.slice(1));
    expect((await client.highlights(contoso, at(contoso, '_tcp.con<|>toso')))?.map(({ kind }) => kind)).toEqual([
      3, 2, 2,
    ]);
  });

  it('are found as they are typed, not as they were saved', async () => {
    await opened([contoso, fabrikam]);
    client.replace(fabrikam, 'lyncFederation: 1\n', '');
    client.replace(fabrikam, '[contoso.com]', '[contoso.com, adatum.com]');
    const found = places(await client.references(contoso, at(contoso, 'sip: [con<|>toso')));
    expect(found).toEqual(ALL.map((place) => place.replace('b.lync.yaml 1:', 'b.lync.yaml 0:')));
  });

  it('lead to the spec from a script', async () => {
    await opened([script]);
    expect(places(await client.definition(script, at(script, "'con<|>toso")))).toEqual(['a.lync.yaml 2:8']);
    expect(places(await client.definition(script, at(script, 'ada<|>tum')))).toEqual(['set up.ps1 2:20']);
    expect(await client.definition(script, at(script, '-IsDef<|>ault'))).toEqual([]);
  });

  it('lead from all of the name, for a client that shows it', async () => {
    await opened([contoso], { ...EDITOR, textDocument: { ...EDITOR.textDocument, definition: { linkSupport: true } } });
    expect(await client.definition(contoso, at(contoso, '_tcp.con<|>toso'))).toEqual([
      {
        originSelectionRange: { start: { line: 5, character: 39 }, end: { line: 5, character: 50 } },
        targetUri: contoso,
        targetRange: client.rangeOf(contoso, 'contoso.com'),
        targetSelectionRange: client.rangeOf(contoso, 'contoso.com'),
      },
    ]);
  });
});

describe('rename in a workspace', () => {
  const renamed = {
    'a.lync.yaml': CONTOSO.replace(/(?<!sip\.)contoso\.com/g, 'contoso.test'),
    'set up.ps1': SCRIPT.replace("'contoso.com'", "'contoso.test'"),
  };

  it('takes along what is for the same deployment, to be confirmed', async () => {
    await opened([contoso]);
    const edit = await client.rename(contoso, at(contoso, 'sip: [con<|>toso'), 'contoso.test');
    expect(after(edit)).toEqual(renamed);
    expect(
      edit?.documentChanges?.map((one) =>
        'edits' in one
          ? [name(one.textDocument.uri), one.textDocument.version, one.edits.map((change) => 'annotationId' in change)]
          : one,
      ),
    ).toEqual([
      ['a.lync.yaml', 1, [false, false, false]],
      ['set up.ps1', null, [true]],
    ]);
    expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([
      {
        label: 'In other files',
        description: 'Scripts and specs that speak of the same deployment',
        needsConfirmation: true,
      },
    ]);
  });

  it('goes from a script to its spec', async () => {
    await opened([script]);
    const edit = await client.rename(script, at(script, "'con<|>toso"), 'contoso.test');
    expect(after(edit)).toEqual(renamed);
    const alone = await client.rename(script, at(script, 'ada<|>tum'), 'x.test');
    expect([after(alone), alone?.changeAnnotations]).toEqual([
      { 'set up.ps1': SCRIPT.replace('adatum.com', 'x.test') },
      undefined,
    ]);
  });

  it('is a plain map of changes for a client that knows no more', async () => {
    await opened([contoso], { ...EDITOR, workspace: { ...EDITOR.workspace, workspaceEdit: {} } });
    const edit = await client.rename(contoso, at(contoso, 'sip: [con<|>toso'), 'contoso.test');
    expect([after(edit), Object.keys(edit ?? {})]).toEqual([renamed, ['changes']]);
  });

  it('asks for no confirmation where the client has none', async () => {
    await opened([contoso], {
      ...EDITOR,
      workspace: { ...EDITOR.workspace, workspaceEdit: { documentChanges: true } },
    });
    const edit = await client.rename(contoso, at(contoso, 'sip: [con<|>toso'), 'contoso.test');
    expect([after(edit), JSON.stringify(edit).includes('nnotation')]).toEqual([renamed, false]);
  });

  it('is refused where the spec has that name', async () => {
    folder.file('contoso/a.lync.yaml', CONTOSO.replace('sip: [', 'sip: [adatum.com, '));
    await opened([script]);
    await expect(client.rename(script, at(script, "'con<|>toso"), 'Adatum.com')).rejects.toThrow(
      'There is another entry named `Adatum.com` in `a.lync.yaml`.',
    );
  });
});

describe('symbols', () => {
  it('of the workspace are names of specs and commands of scripts', async () => {
    await opened([contoso]);
    const found = (await client.workspaceSymbols('contoso')) ?? [];
    expect(found.map(({ name: found, kind, containerName }) => [found, kind, containerName])).toEqual([
      ['contoso.com', SymbolKind.Namespace, 'domains.sip · a.lync.yaml'],
      ['contoso.com', SymbolKind.Namespace, 'domains.allowed · b.lync.yaml'],
      ['Set-CsSipDomain contoso.com', SymbolKind.Function, 'set up.ps1'],
      ['_sipfederationtls._tcp.contoso.com', SymbolKind.Field, 'dns.srv · a.lync.yaml'],
    ]);
    expect(places(found.map(({ location }) => location))).toEqual([
      'a.lync.yaml 2:8',
      'b.lync.yaml 1:42',
      'set up.ps1 1:0',
      'a.lync.yaml 5:16',
    ]);
    expect(await client.workspaceSymbols('nothing')).toEqual([]);
  });

  it('of the workspace are not looked for when nobody wants them any more', async () => {
    await opened([]);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('workspace/symbol', { query: 'a' }, source.token);
    source.cancel();
    await expect(asked).rejects.toThrow('cancelled');
  });

  it('of a document lie side by side for a client without trees', async () => {
    await opened([contoso, script], { ...EDITOR, textDocument: { ...EDITOR.textDocument, documentSymbol: {} } });
    const flat: unknown = await client.symbols(contoso);
    expect(flat).toContainEqual({
      name: 'contoso.com',
      kind: SymbolKind.Object,
      location: { uri: contoso, range: client.rangeOf(contoso, 'contoso.com') },
      containerName: 'sip',
    });
    expect(flat).toContainEqual(expect.objectContaining({ name: 'sip', containerName: 'domains' }));
    expect(await client.symbols(script)).toEqual([
      expect.objectContaining({ name: 'Set-CsSipDomain', kind: SymbolKind.Function }),
      expect.objectContaining({ name: 'New-CsAllowedDomain', kind: SymbolKind.Function }),
    ]);
  });
});
