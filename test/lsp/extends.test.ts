import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  FileChangeType,
  type Location,
  type Position,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { METHODS } from '../../protocol/methods.ts';
import { bundle, Client, changesOf, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

/** A client that is told of diagnostics, and tells of files that change. */
const WATCHING: ClientCapabilities = {
  ...VSCODE,
  workspace: { ...VSCODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

const SPEC = `lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013, cumulativeUpdate: 5 }
extends: [../공유/파트너.lync.yaml]
edge:
  configuration: { allowFederatedUsers: true }
domains:
  sip: [contoso.com]
  allowed:
    - adatum.com
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
`;
const PARTNERS = 'lyncFederation: 1\r\ndomains:\r\n  allowed:\r\n    - fabrikam.com\r\n    - litwareinc.com\r\n';
const WRONG = PARTNERS.replace('litwareinc', 'contoso');

let server: string;
let client: Client;
let folder: Folder;
/** The URIs of the files. */
let contoso: string;
let partners: string;

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

async function connected(capabilities = WATCHING, shared = PARTNERS): Promise<void> {
  contoso = folder.file('contoso/콘토소.lync.yaml', SPEC);
  partners = folder.file('공유/파트너.lync.yaml', shared);
  client = await Client.connected(server, capabilities, { workspaceFolders: folder.workspaceFolders });
}

/** What was published last about a file: rules and places. */
function told(uri: string): readonly string[] | undefined {
  const last = client.published.findLast((one) => pathOf(one.uri) === pathOf(uri));
  return last?.diagnostics.map(({ code, range: { start } }) => `${start.line}:${start.character} ${code}`);
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri).normalize('NFC');
}

/** Waits until that is what was published last. */
async function expectTold(uri: string, ...expected: readonly string[]): Promise<void> {
  await client.until(() => (JSON.stringify(told(uri)) === JSON.stringify(expected) ? true : undefined));
}

/** The place of a text in a file. */
function placeOf(text: string, word: string): Position {
  const before = text.slice(0, text.indexOf(word) + 1).split(/\r?\n/);
  return { line: before.length - 1, character: (before.at(-1)?.length ?? 1) - 1 };
}

const where = ({ uri, range: { start } }: Location) =>
  `${pathOf(uri).slice(pathOf(folder.uri).length + 1)}:${start.line}:${start.character}`;

function changed(edit: WorkspaceEdit | null): readonly string[] {
  return changesOf(edit ?? {}).map(([uri, edits]) =>
    [
      pathOf(uri).slice(pathOf(folder.uri).length + 1),
      ...edits.map(({ range: { start }, newText }) => `${start.line}:${start.character} ${newText}`),
    ].join(' '),
  );
}

const OWN = '4:6 own-domain-as-partner';

describe('a spec that extends a file', () => {
  it('finds what is wrong there, and no longer where the cause went', async () => {
    await connected(WATCHING, WRONG);
    await client.open(contoso, SPEC);
    await expectTold(partners, OWN);
    const found = client.published.findLast(({ uri }) => pathOf(uri) === pathOf(partners));
    expect(found?.diagnostics[0]?.relatedInformation?.map(({ message }) => message)).toContain('This spec extends it.');
    expect(found?.diagnostics[0]?.relatedInformation?.map(({ location }) => where(location))).toContain(
      'contoso/콘토소.lync.yaml:3:10',
    );
    await expectTold(contoso);
    client.replace(contoso, 'extends: [../공유/파트너.lync.yaml]\n', '');
    await expectTold(partners);
    client.replace(contoso, 'edge:', 'extends: [../공유/파트너.lync.yaml]\nedge:');
    await expectTold(partners, OWN);
  });

  it('is judged again when the file changes: on disk, as it is typed, and when it goes', async () => {
    await connected();
    await client.open(contoso, SPEC);
    await expectTold(contoso);
    folder.file('공유/파트너.lync.yaml', PARTNERS.replace('litwareinc', 'adatum'));
    await client.filesChanged([partners, FileChangeType.Changed]);
    await expectTold(contoso, '9:6 duplicate-domain');
    await client.open(partners, PARTNERS);
    await expectTold(contoso);
    client.replace(partners, 'litwareinc.com', 'contoso.com');
    await expectTold(partners, OWN);
    client.replace(partners, '    - fabrikam.com\r\n', '');
    await expectTold(partners, OWN.replace('4', '3'));
    await client.close(partners);
    await expectTold(contoso, '9:6 duplicate-domain');
    folder.remove('공유');
    await client.filesChanged([partners, FileChangeType.Deleted]);
    await expectTold(contoso, '3:10 extended-file-unusable');
    folder.file('공유/파트너.lync.yaml', PARTNERS);
    await client.filesChanged([partners, FileChangeType.Created]);
    await expectTold(contoso);
  });

  it('tells at its name why a file is none', async () => {
    await connected();
    folder.file('a.lync.yaml', 'lyncFederation: 1\nextends: [b.yaml]\n');
    folder.file('b.yaml', 'extends: [a.lync.yaml]\n');
    const text = 'lyncFederation: 1\nextends: [nowhere.yaml, /etc/passwd, ../../../outside.yaml, b.yaml, ../contoso]\n';
    const uri = folder.file('contoso/c.lync.yaml', text);
    folder.file('contoso/b.yaml', 'extends: [c.lync.yaml]\n');
    const { diagnostics } = await client.open(uri, text);
    const messages = diagnostics.filter(({ code }) => code === 'extended-file-unusable').map(({ message }) => message);
    expect(messages.map((one) => String(one).split(/[.,] /)[0])).toEqual([
      '`nowhere.yaml` is not there',
      '`/etc/passwd` is no path relative to this file',
      '`../../../outside.yaml` lies outside of the folders of this project',
      '`../contoso` cannot be read as a federation spec',
    ]);
    await expectTold(folder.file('contoso/b.yaml', 'extends: [c.lync.yaml]\n'), '0:10 extended-file-unusable');
  });

  it('is judged without the file where the workspace is not trusted', async () => {
    await connected(WATCHING, WRONG);
    client.kill();
    const settings = { trusted: false };
    const { workspaceFolders } = folder;
    client = await Client.connected(server, WATCHING, { workspaceFolders, settings });
    const { diagnostics } = await client.open(contoso, SPEC);
    expect(diagnostics.map(({ code }) => code)).toContain('extended-file-unusable');
  });

  it('knows the names of the file', async () => {
    await connected();
    await client.open(contoso, SPEC.concat('cmdlets:\n  - Set-CsAllowedDomain fabrikam.com\n'));
    const text = client.text(contoso);
    const at = placeOf(text, 'fabrikam.com');
    const definitions = await client.definition(contoso, at);
    expect(definitions?.map(where)).toEqual(['공유/파트너.lync.yaml:3:6']);
    const references = await client.references(contoso, at);
    expect(references?.map(where).toSorted()).toEqual(['contoso/콘토소.lync.yaml:14:24', '공유/파트너.lync.yaml:3:6']);
    expect(changed(await client.rename(contoso, at, 'northwind.com'))).toEqual([
      '공유/파트너.lync.yaml 3:6 northwind.com',
      'contoso/콘토소.lync.yaml 14:24 northwind.com',
    ]);
    await client.open(partners, PARTNERS);
    expect(changed(await client.rename(partners, placeOf(PARTNERS, 'fabrikam'), 'northwind.com'))).toEqual([
      '공유/파트너.lync.yaml 3:6 northwind.com',
      'contoso/콘토소.lync.yaml 14:24 northwind.com',
    ]);
    const taken = client.rename(partners, placeOf(PARTNERS, 'fabrikam'), 'adatum.com');
    await expect(taken).rejects.toThrow('There is another entry named `adatum.com`.');
    folder.remove('공유');
    await client.close(partners);
    await client.filesChanged([partners, FileChangeType.Deleted]);
    await expectTold(contoso, '3:10 extended-file-unusable');
    await expect(client.rename(contoso, placeOf(text, 'adatum'), 'northwind.com')).rejects.toThrow(
      '`../공유/파트너.lync.yaml`, which is extended here, is not read.',
    );
  });

  it('is repaired where the text stands, each file with its line breaks', async () => {
    await connected(WATCHING, PARTNERS.replace('litwareinc', 'adatum'));
    await client.open(contoso, SPEC);
    await expectTold(contoso, '9:6 duplicate-domain');
    const [fix] = await client.actions(contoso, { start: { line: 9, character: 6 }, end: { line: 9, character: 6 } });
    expect(changed(fix?.edit ?? null)).toEqual(['contoso/콘토소.lync.yaml 8:0 ']);
    await client.open(partners, WRONG);
    await expectTold(partners, OWN);
    const there = { start: placeOf(WRONG, 'contoso'), end: placeOf(WRONG, 'contoso') };
    const actions = await client.actions(partners, there);
    expect(actions.map(({ title }) => title)).toEqual([
      'Remove `contoso.com` from the partners, and add the command to the runbook',
      'Disable `own-domain-as-partner` on this line',
      'Disable `own-domain-as-partner` in this file',
    ]);
    const [removal, onLine, inFile] = actions;
    expect(changed(removal?.edit ?? null)).toEqual([
      'contoso/콘토소.lync.yaml 13:0 cmdlets:\n  - Remove-CsAllowedDomain -Identity contoso.com\n',
      '공유/파트너.lync.yaml 4:0 ',
    ]);
    client.rewrite(contoso, SPEC.trimEnd());
    await expectTold(partners, OWN);
    const [atEnd] = await client.actions(partners, there);
    expect(changed(atEnd?.edit ?? null)[0]).toMatch(/ 12:56 \ncmdlets:\n {2}- Remove-CsAllowedDomain .*com$/);
    client.rewrite(contoso, SPEC.replaceAll('\n', '\r\n'));
    for (const { edit } of [onLine ?? {}, inFile ?? {}])
      expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri: partners, version: 1 } }]);
    await expectTold(partners, OWN);
    expect(changed((await client.actions(partners, there))[0]?.edit ?? null)[0]).toContain('cmdlets:\r\n');
    expect(changed(inFile?.edit ?? null)[0]).toMatch(/^\S+ 0:0 # lync-federation: ignore-file\[.*\r\n$/);
  });

  it('is planned, drawn and looked at over time with it', async () => {
    const ending = `${PARTNERS}providers:\r\n  public:\r\n    - { identity: AOL, enabled: true }\r\n`;
    await connected(WATCHING, ending);
    await client.open(contoso, SPEC);
    const textDocument = { uri: contoso };
    const plan: { lines: { text: string; link?: { to: { line: number; uri?: string } } }[] } =
      await client.connection.sendRequest(METHODS.plan, { textDocument });
    const step = plan.lines.find(({ text }) => text.includes('fabrikam.com'));
    expect(step?.text).toContain('(../공유/파트너.lync.yaml:4)');
    expect(step?.link?.to).toMatchObject({ line: 3, uri: expect.any(String) });
    expect(pathOf(step?.link?.to.uri ?? '')).toBe(pathOf(partners));
    const map = await client.connection.sendRequest(METHODS.map, { textDocument });
    expect(JSON.stringify(map)).toContain('fabrikam.com');
    const turns: { date: string }[] = await client.connection.sendRequest(METHODS.turns, { textDocument });
    expect(turns.map(({ date }) => date)).toContain('2014-07-01');
  });

  it('shows of itself what is its own', async () => {
    await connected();
    await client.open(contoso, SPEC);
    const symbols = await client.symbols(contoso);
    expect(symbols?.map(({ name }) => name)).toEqual(SPEC.match(/^\w+/gm));
    const lenses = await client.lenses(contoso);
    expect(lenses?.every(({ range }) => range.start.line < SPEC.split('\n').length - 1)).toBe(true);
    const folds = await client.folding(contoso);
    expect(Math.max(...(folds ?? []).map(({ endLine }) => endLine))).toBe(12);
    const hover = await client.hover(contoso, placeOf(SPEC, 'adatum'));
    expect(JSON.stringify(hover?.contents)).toContain('adatum.com');
  });
});

it('tells a client that asks what a spec finds in a file that is none by its name, and when that is gone', async () => {
  folder.file('a.lync.yaml', SPEC.replace('../공유/파트너.lync.yaml', 'shared.yaml'));
  const uri = folder.file('shared.yaml', 'domains: { allowed: [contoso.com] }\n');
  client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
  const first = await client.pullWorkspace();
  const of = ({ items }: typeof first) => items.find((one) => pathOf(one.uri) === pathOf(uri));
  expect(of(first)).toMatchObject({ kind: 'full', items: [{ code: 'own-domain-as-partner' }] });
  const ids = first.items.map((one) => ({ uri: one.uri, value: one.resultId ?? '' }));
  const second = client.pullWorkspace(ids);
  folder.file('shared.yaml', 'domains: { allowed: [fabrikam.com] }\n');
  await client.filesChanged([uri, FileChangeType.Changed]);
  expect(of(await second)).toMatchObject({ kind: 'full', items: [] });
});

it('has a client ask again for an open file when a spec that extends it finds something else there', async () => {
  await connected(PULLING);
  const ask = async (uri: string, text: string) => {
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'lync-federation', version: 1, text },
    });
    return client.pull(uri);
  };
  await ask(partners, WRONG);
  expect(await ask(contoso, SPEC)).toMatchObject({ items: [] });
  await client.until(() => (client.refreshes > 0 ? true : undefined));
  expect(await client.pull(partners)).toMatchObject({ items: [{ code: 'own-domain-as-partner' }] });
});
