import { type CodeAction, ConfigurationTarget, commands, extensions, Uri, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, fileCalled, openFile, problems, rangeOf, soundSpec, writeFile } from './specs.ts';

const CAPTURE = JSON.stringify({
  version: 1,
  objects: { CsAllowedDomain: [{ Identity: 'litwareinc.com', Domain: 'litwareinc.com' }] },
});
const DRIFT = ['15:7 warning drift', '14:3 warning drift'];

suite('captures', () => {
  teardown(async () => {
    for (const target of [ConfigurationTarget.Workspace, ConfigurationTarget.Global])
      await settings().update('capture', undefined, target);
    await closeAll();
  });

  test('the collector is saved where the person says', async () => {
    const file = fileCalled('collect.ps1');
    await commands.executeCommand('lyncFederation.saveCollector', { file: file.toString() });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file));
    const { version } = extensions.getExtension('lync-federation.lync-federation')?.packageJSON ?? {};
    same(text.startsWith('\ufeff#requires -Version 3.0\r\n'), true);
    same(text.includes(`Made by lync-federation ${version}.`), true);
    await workspace.fs.delete(file);
  });

  test('a spec is compared with one of its workspace by its way from the spec', async () => {
    const capture = await writeFile('captures/april.json', CAPTURE);
    const document = await openFile(soundSpec, 'specs/compared.lync.yaml');
    await eventually(() => problems(document), []);
    await commands.executeCommand('lyncFederation.compareWithCapture', { file: capture.toString() });
    await eventually(() => problems(document), DRIFT);
    same(settings().inspect('capture')?.workspaceValue, '../captures/april.json');
    for (const folder of ['captures', 'specs']) await workspace.fs.delete(fileCalled(folder), { recursive: true });
  });

  test('what differs is taken over, or taken back', async () => {
    const capture = await writeFile('june.json', CAPTURE);
    const document = await openFile(soundSpec);
    await eventually(() => problems(document), []);
    await commands.executeCommand('lyncFederation.compareWithCapture', { file: capture.toString() });
    await eventually(() => problems(document), DRIFT);
    const actions = () =>
      commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        rangeOf(document, 'fabrikam'),
      );
    const titles = async () => (await actions()).map(({ title }) => title).filter((title) => !/^Disable/.test(title));
    await eventually(titles, [
      'Remove `fabrikam.com` from the spec, as the servers do not have it',
      'Take over all 2 differences from the capture',
      'Preview the plan, which takes it back',
      'Take it back by the runbook: `New-CsAllowedDomain -Identity fabrikam.com`',
    ]);
    const [, all, preview] = await actions();
    const { command = '', arguments: given = [] } = preview?.command ?? {};
    await commands.executeCommand(command, ...given);
    await eventually(() => workspace.textDocuments.some(({ uri }) => uri.scheme === 'lync-federation-plan'), true);
    if (all?.edit) await workspace.applyEdit(all.edit);
    await eventually(() => problems(document), []);
    same(document.getText(), soundSpec.replace('fabrikam.com', 'litwareinc.com'));
    await workspace.fs.delete(capture);
  });

  test('and with one that lies elsewhere by its whole path, in the settings of the person', async function () {
    const document = await openFile(soundSpec);
    if (document.uri.scheme !== 'file') return this.skip(); // in the web there is nothing elsewhere
    await settings().update('capture', 'none.json', ConfigurationTarget.Workspace);
    const capture = Uri.joinPath(fileCalled('..'), 'may.json');
    await workspace.fs.writeFile(capture, new TextEncoder().encode(CAPTURE));
    await commands.executeCommand('lyncFederation.compareWithCapture', { file: capture.toString() });
    await eventually(() => problems(document), DRIFT);
    const { globalValue, workspaceValue } = settings().inspect('capture') ?? {};
    same([globalValue, workspaceValue ?? ''], [capture.fsPath, '']);
    await workspace.fs.delete(capture);
  });
});

function settings() {
  return workspace.getConfiguration('lyncFederation');
}
