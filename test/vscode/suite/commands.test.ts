import { type CodeLens, commands, extensions, Uri, workspace } from 'vscode';
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

  test('and looks at another day without a change, until it goes back by one click', async () => {
    const document = await openFile(soundSpec);
    await eventually(() => problems(document), []);
    const lens = async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
      return found.find(({ command }) => command?.command === 'lyncFederation.setAsOf')?.command;
    };
    await eventually(async () => /^as of 2014-03-01, .*; by today errors: \d/.test((await lens())?.title ?? ''), true);
    await commands.executeCommand('lyncFederation.setAsOf', { date: '2014-07-01', place: 'look' });
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    same([document.getText(), document.isDirty], [soundSpec, false]);
    await eventually(async () => (await lens())?.title, 'looked at as of 2014-07-01: go back');
    const { command = '', arguments: given = [] } = (await lens()) ?? {};
    await commands.executeCommand(command, ...given);
    await eventually(() => problems(document), []);
  });

  test('and offers the days on which the verdict changes', async () => {
    const document = await openFile(soundSpec);
    await eventually(() => problems(document), []);
    void commands.executeCommand('lyncFederation.setAsOf');
    // Nothing tells that the list is there. Its last day is far behind the end of AOL.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await commands.executeCommand('workbench.action.quickOpenSelectPrevious');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await eventually(() => problems(document).includes('18:17 error retired-provider'), true);
    same(document.getText(), soundSpec);
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
