import { type CodeAction, CodeActionKind, ConfigurationTarget, commands, type TextDocument, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, problems, replace, retiredSpec } from './specs.ts';

/** One problem whose fix is safe, one that asks for a person. */
const flawed = retiredSpec.replace('enablePartnerDiscovery', 'enablePartnerDiscovry');
const flaws = ['5:47 error unknown-key', '18:17 error retired-provider'];

suite('fixes of a whole file', () => {
  teardown(closeAll);

  test('with a look at each change: nothing is done before it is confirmed, and of itself only what is safe', async () => {
    const document = await openFile(flawed);
    await eventually(() => problems(document), flaws);
    // Nothing tells that the preview is open, and to confirm before it is takes the focus from what opens it.
    for (const patience of [1500, 5000, 10_000]) {
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      void commands.executeCommand('editor.action.sourceAction', { kind: reviewAll, apply: 'first' });
      await new Promise((resolve) => setTimeout(resolve, patience));
      same(document.getText(), flawed);
      await commands.executeCommand('refactorPreview.apply');
      await new Promise((resolve) => setTimeout(resolve, patience));
      if (document.getText() !== flawed) break;
    }
    same(document.getText(), retiredSpec);
  });

  test('the safe ones alone ask nobody', async () => {
    const document = await openFile(flawed);
    await eventually(() => problems(document), flaws);
    same((await offered(document, CodeActionKind.SourceFixAll.value)).length, 1);
    // The preview of the test before gives the focus back in its own time.
    await eventually(async () => {
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await commands.executeCommand('editor.action.fixAll');
      return document.getText();
    }, retiredSpec);
  });

  test('saving takes the safe ones, also where a person has asked for all that can be fixed', async () => {
    const editor = workspace.getConfiguration('editor', { languageId: 'lync-federation' });
    await editor.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, ConfigurationTarget.Workspace, true);
    const document = await openFile(retiredSpec);
    await replace(document, 'enablePartnerDiscovery', 'enablePartnerDiscovry');
    await eventually(() => problems(document), flaws);
    await document.save();
    same(document.getText(), retiredSpec);
    await editor.update('codeActionsOnSave', undefined, ConfigurationTarget.Workspace, true);
  });
});

const reviewAll = 'source.reviewAll.lyncFederation';

async function offered({ uri, lineCount }: TextDocument, kind: string): Promise<readonly CodeAction[]> {
  const all = { start: { line: 0, character: 0 }, end: { line: lineCount, character: 0 } };
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, all, kind);
}
