import { commands, extensions, Uri, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, problems, retiredSpec, soundSpec } from './specs.ts';

suite('commands', () => {
  teardown(closeAll);

  test('Insert Cmdlets for All Problems writes the runbook and leaves the rest alone', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    await commands.executeCommand('lyncFederation.insertCmdlets');
    await eventually(() => document.getText(), `${retiredSpec}cmdlets:\n  - Remove-CsPublicProvider -Identity AOL\n`);
  });

  test('Judge as of a Date changes the date of a spec that has one', async () => {
    const document = await openFile(soundSpec);
    await eventually(() => problems(document), []);
    await commands.executeCommand('lyncFederation.setAsOf', { date: '2014-07-01', place: 'spec' });
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    same(document.getText(), retiredSpec);
  });

  test('and keeps it in the settings otherwise', async () => {
    const document = await openFile(soundSpec.replace('asOf: 2014-03-01\n', ''));
    const setting = () => workspace.getConfiguration('lyncFederation', document.uri).inspect('asOf')?.workspaceValue;
    await commands.executeCommand('lyncFederation.setAsOf', { date: '2014-03-01', place: 'setting' });
    await eventually(() => problems(document), []);
    same(setting(), '2014-03-01');
    await commands.executeCommand('lyncFederation.setAsOf', { date: '', place: 'setting' });
    await eventually(setting, undefined);
  });

  test('after a restart of the server the problems are there again', async () => {
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    await commands.executeCommand('lyncFederation.restart');
    await eventually(() => problems(document), ['18:17 error retired-provider']);
  });

  test('and after a restart of one that did not start', async function () {
    const document = await openFile(retiredSpec);
    if (document.uri.scheme !== 'file') return this.skip(); // in the web the extension cannot be changed
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    const extension = extensions.getExtension('lync-federation.lync-federation')?.extensionUri ?? document.uri;
    const server = Uri.joinPath(extension, 'dist', 'server.js');
    const away = server.with({ path: `${server.path}.away` });
    await workspace.fs.rename(server, away);
    try {
      await commands.executeCommand('lyncFederation.restart');
    } finally {
      await workspace.fs.rename(away, server);
    }
    await commands.executeCommand('lyncFederation.restart');
    await eventually(() => problems(document), ['18:17 error retired-provider']);
  });
});
