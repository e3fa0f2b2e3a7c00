import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Position, SemanticTokens } from 'vscode-languageserver/node';
import { bundle, Client, changesOf, type Here, here, VSCODE } from './client.ts';

const SPEC = 'file:///contoso.lync.yaml';
const SCRIPT = 'file:///scripts/federation.ps1';

const RUNBOOK = `lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
domains:
  allowed:
    - fabrikam.com
cmdlets:
  - New-CsAllowedDomain -Identity fabrikam.com
  - Set-CsAllowedDomain -Identity 'fabrikam.com' -Comment x
`;

const TEXT = `# partners
Import-Module Lync
New-CsAllowedDomain -Identity fabrikam.com -Nothing x
Get-ADUser -Nothing y
Set-CsPublicProvider -Identity AOL -Enabled $true
`;

let server: Here;
let bare: string;
let client: Client;

beforeAll(async () => {
  [server, bare] = await Promise.all([here(), bundle({ grammar: false })]);
});

afterEach(() => {
  client.kill();
});

/** A client with a spec, a script, or both. */
async function opened(
  documents: Readonly<Record<string, string>>,
  {
    at = server,
    capabilities = VSCODE,
    settings = { asOf: '2014-03-01' },
  }: { at?: string | Here; capabilities?: typeof VSCODE; settings?: unknown } = {},
): Promise<void> {
  client = await Client.connected(at, capabilities, { settings });
  for (const [uri, text] of Object.entries(documents)) {
    await client.open(uri, text, uri.endsWith('.ps1') ? 'powershell' : 'lync-federation');
  }
}

/** The place behind the nth time a text stands in a document. */
function behind(uri: string, text: string, nth = 1): Position {
  const before = client.text(uri).split(text).slice(0, nth).join(text) + text;
  const lines = before.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** Tokens in words: `line:column length type`. */
function words(tokens: SemanticTokens | null, types: readonly string[]): readonly string[] {
  const data = tokens?.data ?? [];
  let [line, column] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [down = 0, right = 0, length, type = 0] = data.slice(i * 5);
    [line, column] = [line + down, down > 0 ? right : column + right];
    return `${line}:${column} ${length} ${types[type]}`;
  });
}

const TYPES = ['function', 'parameter', 'string', 'number', 'variable'];

async function applied(uri: string, position: Position, name: string): Promise<string> {
  for (const [changed, edits] of changesOf((await client.rename(uri, position, name)) ?? {}))
    client.edit(changed, edits);
  return client.text(uri);
}

describe('the runbook of a spec', () => {
  it('has signatures', async () => {
    await opened({ [SPEC]: RUNBOOK });
    const found = await client.signature(SPEC, behind(SPEC, '-Comment '));
    expect(found?.signatures.map(({ label }) => label.split(' ')[0])).toEqual([
      'Set-CsAllowedDomain',
      'Set-CsAllowedDomain',
    ]);
    expect([found?.activeSignature, found?.activeParameter]).toEqual([0, found?.signatures[0]?.activeParameter]);
    const parameter = found?.signatures[0]?.parameters?.[found.activeParameter ?? -1];
    const [start = 0, end = 0] = Array.isArray(parameter?.label) ? parameter.label : [];
    expect(found?.signatures[0]?.label.slice(start, end)).toBe('[-Comment <String>]');
    expect(parameter?.documentation).toEqual({ kind: 'markdown', value: expect.any(String) });
    expect(await client.signature(SPEC, behind(SPEC, 'product: '))).toBeNull();
  });

  it('leads to the entry and back', async () => {
    await opened({ [SPEC]: RUNBOOK });
    const entry = { start: { line: 5, character: 6 }, end: { line: 5, character: 18 } };
    expect(await client.definition(SPEC, behind(SPEC, "'fabri"))).toEqual([{ uri: SPEC, range: entry }]);
    const all = (await client.references(SPEC, entry.start)) ?? [];
    expect(all.map(({ range }) => range.start.line)).toEqual([5, 7, 8]);
    expect((await client.references(SPEC, entry.start, false))?.map(({ range }) => range.start.line)).toEqual([7, 8]);
    expect((await client.highlights(SPEC, entry.start))?.map(({ kind }) => kind)).toEqual([3, 2, 2]);
    expect(await client.definition(SPEC, behind(SPEC, 'product'))).toEqual([]);
  });

  it('is renamed with the spec', async () => {
    await opened({ [SPEC]: RUNBOOK });
    const at = behind(SPEC, '- fabri');
    expect(await client.prepareRename(SPEC, at)).toEqual({
      range: { start: { line: 5, character: 6 }, end: { line: 5, character: 18 } },
      placeholder: 'fabrikam.com',
    });
    expect(await client.prepareRename(SPEC, behind(SPEC, 'product'))).toBeNull();
    await expect(client.rename(SPEC, at, ' ')).rejects.toThrow('A name cannot be empty.');
    expect(await applied(SPEC, at, 'adatum.com')).toBe(RUNBOOK.replaceAll('fabrikam', 'adatum'));
    expect(client.log).toEqual([]);
  });

  it('has tokens, whole and by lines', async () => {
    await opened({ [SPEC]: RUNBOOK });
    const all = words(await client.tokens(SPEC), TYPES);
    expect(all).toEqual([
      '7:4 19 function',
      '7:24 9 parameter',
      '7:34 12 string',
      '8:4 19 function',
      '8:24 9 parameter',
      '8:34 14 string',
      '8:49 8 parameter',
      '8:58 1 string',
    ]);
    const last = { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } };
    expect(words(await client.tokens(SPEC, last), TYPES)).toEqual(all.slice(3));
  });
});

describe('a script', () => {
  it('is judged by its cmdlets of ours alone', async () => {
    await opened({ [SCRIPT]: TEXT });
    const { diagnostics } = await client.diagnostics(SCRIPT);
    expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([['unknown-parameter', 2]]);
  });

  it('is judged for the product of the settings', async () => {
    const text = 'Get-CsXmppAllowedPartner\n';
    await opened({ [SCRIPT]: text }, { settings: { asOf: '2014-03-01', product: 'lync-2010' } });
    const { diagnostics } = await client.diagnostics(SCRIPT);
    expect(diagnostics.map(({ code }) => code)).toEqual(['parameter-not-in-version']);
  });

  it('has hovers, completion, signatures and tokens', async () => {
    await opened({ [SPEC]: RUNBOOK, [SCRIPT]: TEXT });
    expect((await client.hover(SCRIPT, behind(SCRIPT, 'Identity A')))?.contents).toMatchObject({
      value: expect.stringMatching(/^### AOL/),
    });
    expect(await client.hover(SCRIPT, behind(SCRIPT, 'Get-AD'))).toBeNull();
    const items = (await client.completion(SCRIPT, behind(SCRIPT, 'Identity fabri'))) ?? [];
    expect(items.slice(0, 1).map(({ label, detail }) => [label, detail])).toContainEqual([
      'fabrikam.com',
      'from this spec',
    ]);
    expect(await client.completion(SCRIPT, behind(SCRIPT, 'Get-ADUser -'))).toEqual([]);
    const signature = await client.signature(SCRIPT, behind(SCRIPT, '-Enabled '));
    expect(signature?.signatures[signature.activeSignature ?? -1]?.label).toMatch(/^Set-CsPublicProvider /);
    expect(await client.signature(SCRIPT, behind(SCRIPT, 'Get-ADUser '))).toBeNull();
    expect(words(await client.tokens(SCRIPT), TYPES).slice(-5)).toEqual([
      '4:0 20 function',
      '4:21 9 parameter',
      '4:31 3 string',
      '4:35 8 parameter',
      '4:44 5 variable',
    ]);
    expect((await client.symbols(SCRIPT))?.map(({ name, detail }) => [name, detail])).toEqual([
      ['New-CsAllowedDomain', 'fabrikam.com'],
      ['Set-CsPublicProvider', 'AOL'],
    ]);
  });

  it('leads to the entry of an open spec, which leads back', async () => {
    await opened({ [SPEC]: RUNBOOK, [SCRIPT]: TEXT });
    expect(
      (await client.definition(SCRIPT, behind(SCRIPT, 'Identity fabri')))?.map(({ uri, range }) => [
        uri,
        range.start.line,
      ]),
    ).toEqual([[SPEC, 5]]);
    expect((await client.references(SPEC, behind(SPEC, '- fabri')))?.map(({ uri }) => uri)).toEqual([
      SPEC,
      SPEC,
      SPEC,
      SCRIPT,
    ]);
  });

  it('is renamed by itself', async () => {
    await opened({ [SPEC]: RUNBOOK, [SCRIPT]: TEXT });
    expect(await applied(SCRIPT, behind(SCRIPT, 'Identity A'), 'Yahoo!')).toBe(TEXT.replace('AOL', "'Yahoo!'"));
    expect(client.text(SPEC)).toBe(RUNBOOK);
  });

  it('can be left alone by a setting, at once', async () => {
    await opened({ [SCRIPT]: TEXT });
    expect((await client.diagnostics(SCRIPT)).diagnostics).toHaveLength(1);
    client.settings = { asOf: '2014-03-01', powershell: { enable: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await client.until(() => client.published[1])).toEqual({ uri: SCRIPT, diagnostics: [] });
    expect(await client.hover(SCRIPT, behind(SCRIPT, 'New-Cs'))).toBeNull();
    client.settings = { asOf: '2014-03-01', powershell: { enable: true } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect((await client.until(() => client.published[2])).diagnostics).toHaveLength(1);
  });

  it('is told by its name where the client calls it otherwise', async () => {
    client = await Client.connected(server, VSCODE, { settings: { asOf: '2014-03-01' } });
    const { diagnostics } = await client.open(SCRIPT, TEXT, 'plaintext');
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-parameter']);
  });

  it('of any kind is answered', async () => {
    await opened({ [SCRIPT]: '' });
    for (const text of [
      'New-CsSipDomain -',
      "New-CsSipDomain '",
      '@"\nNew-Cs',
      'New-Cs $( { @{ (',
      '\u0000`',
      '\ufeffNew-CsSipDomain a',
    ]) {
      client.rewrite(SCRIPT, text);
      const end = client.rangeOf(SCRIPT, text).end;
      for (const position of [{ line: 0, character: 0 }, end, { line: 99, character: 99 }]) {
        await client.hover(SCRIPT, position);
        await client.signature(SCRIPT, position);
        await client.prepareRename(SCRIPT, position);
        expect(await client.completion(SCRIPT, position), text).not.toBeNull();
        expect(await client.references(SCRIPT, position), text).not.toBeNull();
      }
      expect(await client.tokens(SCRIPT), text).not.toBeNull();
    }
    expect(client.log).toEqual([]);
  });
});

describe('a grammar that cannot be loaded', () => {
  it('is logged once, and everything else works', async () => {
    await opened({ [SPEC]: RUNBOOK, [SCRIPT]: TEXT }, { at: bare });
    const message = await client.until(() => client.log[0]);
    expect(message).toMatch(/The grammar of PowerShell could not be loaded: .*ENOENT/);
    expect((await client.hover(SPEC, behind(SPEC, 'New-Cs')))?.contents).toMatchObject({
      value: expect.stringContaining('New-CsAllowedDomain'),
    });
    expect(await client.completion(SCRIPT, behind(SCRIPT, '-Enabled '))).toHaveLength(2);
    expect(await applied(SPEC, behind(SPEC, '- fabri'), 'adatum.com')).toBe(RUNBOOK.replaceAll('fabrikam', 'adatum'));
    expect(client.log).toHaveLength(1);
  });
});

describe('a client that knows less', () => {
  it('gets parameters as texts, no tokens, and renames without asking first', async () => {
    client = new Client(server);
    const { capabilities } = await client.initialize({});
    expect([capabilities.renameProvider, capabilities.semanticTokensProvider]).toEqual([true, undefined]);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: SPEC, languageId: 'yaml', version: 1, text: RUNBOOK },
    });
    const found = await client.signature(SPEC, { line: 8, character: 24 });
    expect(found?.signatures[0]?.parameters?.[0]).toEqual({
      label: '[[-Identity] <XdsGlobalRelativeIdentity>]',
      documentation: expect.any(String),
    });
    expect(Object.keys(found?.signatures[0] ?? {}).toSorted()).toEqual(['documentation', 'label', 'parameters']);
  });

  it('gets the tokens whose types it knows', async () => {
    const { semanticTokens: known } = VSCODE.textDocument ?? {};
    if (known === undefined) throw new Error('VS Code knows tokens');
    const semanticTokens = { ...known, tokenTypes: ['variable', 'function'], requests: { full: true } };
    client = new Client(server);
    const { capabilities } = await client.initialize({
      ...VSCODE,
      textDocument: { ...VSCODE.textDocument, semanticTokens },
    });
    expect(capabilities.semanticTokensProvider).toEqual({
      legend: { tokenTypes: ['function', 'variable'], tokenModifiers: [] },
      full: true,
      range: false,
    });
    await client.open(SCRIPT, TEXT, 'powershell');
    expect(words(await client.tokens(SCRIPT), ['function', 'variable'])).toEqual([
      '2:0 19 function',
      '4:0 20 function',
      '4:44 5 variable',
    ]);
  });
});
