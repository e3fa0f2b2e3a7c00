import { commands, env, type TextDocument, Uri, window, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, fileCalled, openFile, problems, replace, writeFile } from './specs.ts';

const CAPTURE = JSON.stringify({
  version: 1,
  captured: '2015-03-09T10:12:44Z',
  objects: { CsAllowedDomain: [{ Identity: 'fabrikam.com', Domain: 'fabrikam.com', ProxyFqdn: 'sip.fabrikam.com' }] },
});
const CONSOLE = 'PS C:\\> Get-CsBlockedDomain | fl\n\nIdentity : spam.example\nDomain   : spam.example\n';
const BLOCKED = 'domains:\n  blocked:\n    - spam.example\n';
const TOPOLOGY = `<?xml version="1.0"?>
<TopologyBuilder><Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008" Signature="x">
  <InternalDomains AllowAllDomains="false" DefaultDomain="contoso.com">
    <InternalDomain Name="contoso.com" Default="true" AllowSubdomains="false" />
  </InternalDomains>
</Topology></TopologyBuilder>
`;

suite('a spec is started', () => {
  teardown(closeAll);

  test('from files, as a document that nobody has saved', async () => {
    const files = [await writeFile('start/march.json', CAPTURE), await writeFile('start/more/console.txt', CONSOLE)];
    await commands.executeCommand('lyncFederation.startSpec', { files: files.map(String) });
    const started = await spec();
    same(started?.isUntitled, true);
    same(
      started?.getText(),
      `# Imported from march.json, more/console.txt, captured 2015-03-09T10:12:44Z
lyncFederation: 1

domains:
  allowed:
    - domain: fabrikam.com
      proxyFqdn: sip.fabrikam.com
  blocked:
    - spam.example
`,
    );
    if (started) await eventually(() => problems(started).some((one) => one.endsWith(' missing-key')), false);
    await workspace.fs.delete(fileCalled('start'), { recursive: true });
  });

  test('from a template, in the empty spec in front, else in a new one', async () => {
    const empty = await openFile('# Contoso\n', 'start.lync.yaml');
    await commands.executeCommand('lyncFederation.newSpec', { template: 'cloud-tenant' });
    const started = await spec();
    same(started?.isUntitled, true);
    same(started?.getText().startsWith('lyncFederation: 1\norganization: { name: Contoso }\n'), true);
    if (started) await eventually(() => problems(started), []);
    await replace(empty, '# Contoso\n', '');
    await window.showTextDocument(empty);
    await commands.executeCommand('lyncFederation.newSpec', { template: 'hybrid' });
    same(window.activeTextEditor?.document, empty);
    same(empty.getText().startsWith('lyncFederation: 1\nserver: '), true);
    await eventually(() => problems(empty), []);
  });

  test('from the clipboard', async () => {
    await env.clipboard.writeText(CONSOLE);
    await commands.executeCommand('lyncFederation.startSpecFromClipboard');
    // What was closed may be in front for a moment more.
    await eventually(
      () => window.activeTextEditor?.document.getText(),
      `# Imported from <clipboard>\nlyncFederation: 1\n\n${BLOCKED}`,
    );
  });

  test('from the file that is open, as it stands there', async () => {
    const open = await openFile(CONSOLE, 'start.txt');
    await replace(open, 'Domain   : spam.example', 'Domain   : spam.example\nComment  : by Ken');
    await commands.executeCommand('lyncFederation.startSpecFromThis');
    same((await spec())?.getText().includes('comment: by Ken'), true);
  });

  test('from a document of Topology Builder', async () => {
    await openFile(TOPOLOGY, 'start.tbxml');
    await commands.executeCommand('lyncFederation.startSpecFromThis');
    same((await spec())?.getText().includes('identity: contoso.com'), true);
  });

  test('from bytes that are no text', async () => {
    const file = fileCalled('utf-16.txt');
    const units = [...`\ufeff${CONSOLE}`].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]);
    await workspace.fs.writeFile(file, Uint8Array.from(units));
    await commands.executeCommand('lyncFederation.startSpecFromThis', file, [file]);
    same((await spec())?.getText(), `# Imported from utf-16.txt\nlyncFederation: 1\n\n${BLOCKED}`);
  });

  test('from what lies nowhere, as it is shown', async () => {
    const scheme = 'start-spec-test';
    const shown = workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => CONSOLE });
    await window.showTextDocument(await workspace.openTextDocument(Uri.from({ scheme, path: 'console.txt' })));
    await commands.executeCommand('lyncFederation.startSpecFromThis');
    same((await spec())?.getText(), `# Imported from console.txt\nlyncFederation: 1\n\n${BLOCKED}`);
    shown.dispose();
  });

  test('from files that are not too large together', async () => {
    const blank = new Uint8Array(22 * 1024 * 1024).fill(0x20);
    const files = ['1.txt', '2.txt', '3.txt'].map((name) => fileCalled(`large/${name}`));
    for (const file of files) await workspace.fs.writeFile(file, blank);
    const start = (named: readonly Uri[]) =>
      commands.executeCommand('lyncFederation.startSpec', { files: named.map(String) });
    const refused = await Promise.resolve(start(files)).catch(String);
    same(refused, 'Error: 3 files are more than 64 MB together, too much to be read at once.');
    await workspace.fs.delete(fileCalled('large'), { recursive: true });
  });

  test('but not from what holds nothing of it', async () => {
    const open = await openFile('Dear all,\n', 'letter.txt');
    await commands.executeCommand('lyncFederation.startSpecFromThis');
    same(window.activeTextEditor?.document.uri.toString(), open.uri.toString());
  });
});

/** The spec in front. */
async function spec(): Promise<TextDocument | undefined> {
  const inFront = () => window.activeTextEditor?.document;
  await eventually(() => inFront()?.languageId, 'lync-federation');
  return inFront();
}
