import { LanguageModelTextPart, lm, WorkspaceEdit, workspace } from 'vscode';
import { same } from './expect.ts';
import { closeAll, openFile, soundSpec } from './specs.ts';

async function ask(tool: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(`lyncFederation_${tool}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('\n');
}

suite('assistants', () => {
  teardown(closeAll);

  test('see what is not saved', async () => {
    const document = await openFile(soundSpec);
    const name = document.uri.path.split('/').at(-1) ?? '';
    same((await ask('check', { files: [name] })).includes('No problem in'), true);
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(1).range, 'asOf: 2014-07-01');
    await workspace.applyEdit(edit);
    same(document.isDirty, true);
    same((await ask('check', { files: [name] })).includes(`${name}:18:17: error[retired-provider]`), true);
    same((await ask('explain', { name: 'fabrikam.com', spec: name })).includes('The chain, as of 2014-07-01'), true);
  });

  test('are told what there is', async () => {
    const text = await ask('explain', { name: 'retired-provdier' }).catch((error: unknown) => String(error));
    same(text.includes('`retired-provider`'), true);
  });
});
