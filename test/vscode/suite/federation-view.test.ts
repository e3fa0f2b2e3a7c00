import { commands, window } from 'vscode';
import { eventually } from './expect.ts';
import { closeAll, openFile, soundSpec } from './specs.ts';

suite('the view of the federation', () => {
  teardown(async () => {
    await closeAll();
    await commands.executeCommand('workbench.view.explorer');
  });

  /** Opens the last line of the tree, which is the last one below the last spec. */
  const openLast = async () => {
    await commands.executeCommand('lyncFederation.federation.focus');
    for (const depth of ['spec', 'group', 'line']) {
      await commands.executeCommand('list.focusLast');
      await commands.executeCommand(depth === 'line' ? 'list.select' : 'list.expand');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const { document, selection } = window.activeTextEditor ?? {};
    return [document?.uri.path.split('/').at(-1), (selection?.active.line ?? -1) + 1];
  };

  test('ends with what ends next, and a click leads there', async () => {
    await openFile(soundSpec.replace('issue', 'notAfter: 2014-12-31\n    issue'), 'zz-ends.lync.yaml');
    await closeAll();
    await eventually(openLast, ['zz-ends.lync.yaml', 33]);
  });

  test('follows what is typed', async () => {
    const document = await openFile(soundSpec, 'zz-typed.lync.yaml');
    await eventually(openLast, ['zz-typed.lync.yaml', 18]);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(soundSpec.indexOf('server:')), '# moved\n'));
    await eventually(openLast, ['zz-typed.lync.yaml', 19]);
  });
});
